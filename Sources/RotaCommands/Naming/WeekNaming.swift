import Dates
import Diagnostics
import RotaModel
import Rules
import TeamFiles

extension OnFile {
  /// The shift week that a word names: by any date in it, or as an ISO week. It can be written: one
  /// that begins before the first date that files may name is refused.
  func week(named text: String) throws -> ShiftWeek {
    let one = OneText(text, handover: team.handover.weekday)
    var week = try one.week()
    // A rota may have been made under another handover: its weeks are those of its shifts.
    if !one.isNumberedWeek {
      week = rotas.week(holding: try one.day(), handover: team.handover.weekday)
    } else {
      week = rotas.week(in: ISOWeek(holding: week.start), handover: team.handover.weekday)
    }
    if let refusal = Limits.refusal(ofYearIn: week.description) {
      throw Unusable(.usage("bad-week", refusal))
    }
    return week
  }

  /// Whether a word is that of a week, not of an engineer.
  func namesWeek(_ text: String) -> Bool {
    text.utf8.count > 4 && text.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
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
    return try rotation(called: text)
  }

  /// The rotation of an id.
  func rotation(called text: String) throws -> RotationID {
    let names = team.rotations.map { "`\($0.id)`" }.joined(separator: ", ")
    guard let rotation = team.rotation(RotationID(text)) else {
      let near = nearest(to: text, among: team.rotations.map(\.id.text))
      throw Unusable(
        .usage(
          "unknown-rotation", RotationID(text).unknown,
          help: near.map { ["did you mean `\($0)`?"] } ?? ["rotations: \(names)"]))
    }
    return rotation.id
  }

  /// The engineer that a word names: by id, full name, alias, first name or surname.
  func engineer(named text: String) throws -> EngineerID {
    let meant = team.engineers(meantBy: text)
    if meant.count == 1 { return meant[0].id }
    guard meant.isEmpty else {
      let names = meant.map { "`\($0.id)` (\($0.name))" }.joined(separator: ", ")
      throw Unusable(
        .usage(
          "ambiguous-engineer", "`\(text)` may mean \(meant.count) engineers: \(names)",
          help: ["name one by id"]))
    }
    let near = nearest(
      to: text, among: team.engineers.flatMap { [$0.id.text, $0.name] + $0.aliases.map(\.value) })
    throw Unusable(
      .usage(
        "unknown-engineer", EngineerID(text).unknown,
        help: (near.map { ["did you mean `\($0)`?"] } ?? []) + [team.listOfEngineers]))
  }

  /// The rota on file that holds a week.
  func rota(holding week: ShiftWeek) throws -> Rota {
    guard
      let rota = rotas.first(where: {
        $0.week(holding: week.start, handover: team.handover.weekday) == week
      })
    else {
      throw Unusable(
        .usage(
          "unknown-rota", "the week of \(week) is on no rota",
          help: ["`rota generate` makes the rota of a period"]
            + (rotas.isEmpty ? [] : files.rotaNames())))
    }
    return rota
  }
}

extension Team {
  /// Who may be named.
  fileprivate var listOfEngineers: String {
    let names = engineers.prefix(12).map { "`\($0.id)`" }.joined(separator: ", ")
    return "engineers: " + names + (engineers.count > 12 ? " and \(engineers.count - 12) more" : "")
  }
}
