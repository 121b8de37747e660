internal import RotaModel

/// What keys of JSON and headers of tables mean, the likeliest first, without case and marks.
enum ImportKeys {
  static let start = [
    "start", "startdate", "startat", "startsat", "starttime", "shiftstart", "date", "week",
  ]
  static let end = [
    "end", "enddate", "endsat", "endat", "endtime", "shiftend", "stopdate", "to", "until",
  ]
  static let person = [
    "user", "users", "useremail", "userusername", "username", "login", "engineer", "person", "name",
    "fullname", "email", "summary", "assignee", "responder", "member", "oncall",
  ]
  static let rotation = ["rotation", "role", "schedule", "layer", "team"]
  static let standsInFor = "standsinfor"

  /// Of tables alone: how people call the column of dates, starts before weeks.
  static let startHeaders =
    ["start", "from"] + start.filter { $0 != "start" && $0 != "week" }
    + ["week", "weekcommencing", "weekstarting", "weekof"]
  static let personHeaders =
    [
      "engineer", "name", "user", "person", "who", "oncall", "assignee", "contact", "owner",
      "email",
    ]
    + person.filter {
      !["user", "engineer", "person", "name", "email", "assignee", "oncall"].contains($0)
    }

  /// A key or header as it is compared.
  static func folded(_ text: String) -> String { Words(text).words.joined() }
}

extension Team {
  /// By index, the rotation whose id or name a text is, without case, accents, spaces, `_`, `-`.
  func rotation(called text: String) -> Int? {
    let folded = ImportKeys.folded(text)
    guard !folded.isEmpty else { return nil }
    return rotations.firstIndex { ImportKeys.folded($0.id.text) == folded }
      ?? rotations.firstIndex { ImportKeys.folded($0.name) == folded }
  }
}
