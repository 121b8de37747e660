import Diagnostics
import ICalendar
import RotaModel
import TeamFiles

extension Command {
  static let pin = Command(
    "pin", operands: "WEEK ENGINEER", .week, count: 2...2,
    summary: "pin a shift to an engineer in the team file",
    details: """
      Writes a pin into the team file, in place of an earlier one of that week: the generator never
      changes it. Comments, order and all other lines stay.
      """,
    options: [.rotation],
    examples: [Example("pin 2027-W05 ada", "Ada has that week")],
    run: { context in
      let files = try OnFile(context)
      let words = context.arguments.operands
      return try context.edit(
        .pin(
          try files.week(named: words[0]), try files.rotation(context.arguments),
          try files.engineer(named: words[1])))
    })

  static let away = Command(
    "away", operands: "ENGINEER RANGE", .none, count: 2...4,
    summary: "add time off of an engineer to the team file",
    details: """
      Adds days to the engineer's `away` list. RANGE is a date, or `DATE to DATE` with both
      included. `--reason` stands beside it as a comment: reasons never reach a calendar.
      """,
    options: [.reason],
    examples: [
      Example("away ada 2027-02-08 to 2027-02-19", "two weeks off"),
      Example("away ada 2027-03-01 --reason conference", "a day, and why"),
    ],
    run: { context in
      let words = context.arguments.operands
      let range = words.dropFirst().joined(separator: " ")
      guard let days = Range<Day>(named: range) else {
        throw Unusable(
          .usage(
            "bad-days", "`\(range)` names no days",
            help: ["write `2027-02-08` or `2027-02-08 to 2027-02-19`"]))
      }
      return try context.edit(
        .away(EngineerID(words[0]), days, reason: context.arguments.text(.reason)))
    })

  static let projectEnd = Command(
    "project end", operands: "PROJECT DATE", .none, count: 2...2,
    summary: "set the last day of a project in the team file",
    details: "Changes `end` of a project; comments, order and all other lines stay.",
    examples: [Example("project end vault-migration 2027-03-19", "it takes two weeks longer")],
    run: { context in
      let words = context.arguments.operands
      guard let day = Day(words[1]) else {
        throw Unusable(
          .usage(
            "bad-date", "`\(words[1])` is no date of the calendar",
            help: ["write it as `2027-01-31`"]))
      }
      return try context.edit(.endProject(ProjectID(words[0]), day))
    })
}

extension Context {
  /// Makes an edit of the team file.
  func edit(_ change: TeamEdit) throws -> ExitStatus {
    let zones = environment.zones
    let names = ZoneNames(isKnown: zones.mayKnow, all: zones.names)
    let path = arguments.teamFile
    do throws(FileProblem) {
      let source = try environment.source(path, limit: .text)
      switch TeamFiles.edit(source, [change], zones: names) {
      case .refused(let findings):
        try reply.unusable(findings)
        try reply.say("\(path) stays as it was")
        return .unusable
      case .text(let bytes):
        if bytes == source.bytes {
          try reply.say("\(path) says the same already: left as it is")
        } else {
          try environment.replace(path, with: bytes)
          try reply.say("wrote \(path)")
        }
      }
    } catch {
      throw Unusable(.unwritable(error))
    }
    return .done
  }
}
