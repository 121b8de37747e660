import Diagnostics
import RotaModel
import Scheduling

extension OnFile {
  /// The shift week that a word names: by any date in it, or as an ISO week.
  func week(named text: String) throws -> ShiftWeek {
    let handover = team.handover.weekday
    if let day = Day(text) { return ShiftWeek(holding: day, handover: handover) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count == 4, let first = parts[1].first, "Ww".contains(first),
      parts[1].count == 3, let year = Int(parts[0]), let number = Int(parts[1].dropFirst()),
      let week = ISOWeek(year: year, week: number)
    {
      return ShiftWeek(in: week, handover: handover)
    }
    throw Unusable(
      .usage(
        "bad-week", "`\(text)` names no week",
        help: ["write a date of it, `2027-02-08`, or its ISO week, `2027-W06`"]))
  }

  /// The rotation of `--rotation`, which is needed where the team has several.
  func rotation(_ arguments: Arguments) throws -> RotationID {
    let names = team.rotations.map { "`\($0.id)`" }.joined(separator: ", ")
    guard let text = arguments.text(.rotation) else {
      guard team.rotations.count == 1, let only = team.rotations.first else {
        throw Unusable(
          .usage(
            "missing-option", "the team has several rotations: name one with `--rotation`",
            help: ["rotations: \(names)"]))
      }
      return only.id
    }
    guard let rotation = team.rotation(RotationID(text)) else {
      let near = nearest(to: text, among: team.rotations.map(\.id.text))
      throw Unusable(
        .usage(
          "unknown-rotation", "no rotation is called `\(text)`",
          help: near.map { ["did you mean `\($0)`?"] } ?? ["rotations: \(names)"]))
    }
    return rotation.id
  }

  /// The engineer that a word names.
  func engineer(named text: String) throws -> EngineerID {
    guard let engineer = team.engineer(EngineerID(text)) else {
      let near = nearest(to: text, among: team.engineers.map(\.id.text))
      throw Unusable(
        .usage(
          "unknown-engineer", "no engineer is called `\(text)`",
          help: near.map { ["did you mean `\($0)`?"] } ?? []))
    }
    return engineer.id
  }

  /// The rota on file that holds a week.
  func rota(holding week: ShiftWeek) throws -> Rota {
    guard let rota = rotas.first(where: { $0.period.holds(week.start) }) else {
      throw Unusable(
        .usage(
          "unknown-rota", "the week of \(week) is on no rota",
          help: ["`rota generate` makes the rota of a period"]))
    }
    return rota
  }
}

extension Range<Day> {
  /// A date, or `DATE to DATE` with both included; nil for anything else.
  init?(named text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 1 || (parts.count == 3 && parts[1] == "to"),
      let first = Day(parts[0]), let last = Day(parts[parts.count - 1]), first <= last
    else { return nil }
    self = first..<last + 1
  }
}
