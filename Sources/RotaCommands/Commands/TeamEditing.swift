import Dates
import Diagnostics
import ICalendar
import RotaModel
import Rules
import TeamFiles

extension Command {
  static let pin = Command(
    "pin", operands: "WEEK ENGINEER", .week, .engineer, count: 2...2,
    summary: "pin a shift to an engineer in the team file",
    details: """
      Writes a pin into the team file, in place of an earlier one of that week: the generator never
      changes it. Comments, order and all other lines stay. A week that is over, or has begun on a
      rota on file, cannot be pinned. JSON: `file`, `pin` (`week`, `rotation`, `engineer`, and whose
      pin it replaced, `before`), the new conflicts of rotas on file in `findings`, and in `advice`
      the commands that mend them.
      """,
    options: [.rotation, .format(["text", "json"])],
    examples: [Example("pin 2027-W05 ada", "Ada has that week")],
    run: { context in
      let editing = try TeamEditing(context)
      let words = context.arguments.operands
      return try editing.pin(
        try editing.files.week(named: words[0]), try editing.files.rotation(context.arguments),
        try editing.files.engineer(named: words[1]))
    })

  static let away = Command(
    "away", operands: "ENGINEER RANGE", .engineer, .none, count: 2...4,
    summary: "add time off of an engineer to the team file",
    details: """
      Adds days to the engineer's `away` list. RANGE is a date, or `DATE to DATE` with both
      included; past days count in the shares. `--reason` stands beside it as a comment: reasons
      never reach a calendar. Where a rota on file has a new conflict then, it is shown with the
      command that mends it. JSON: `file`, `away` (`engineer`, `from`, `to`), and the conflicts in
      `findings` and `advice`.
      """,
    options: [.reason, .format(["text", "json"])],
    examples: [
      Example("away ada 2027-02-08 to 2027-02-19", "two weeks off"),
      Example("away ada 2027-03-01 --reason conference", "a day, and why"),
    ],
    run: { context in
      let editing = try TeamEditing(context)
      let words = context.arguments.operands
      return try editing.away(
        try editing.files.engineer(named: words[0]),
        try OneText(words.dropFirst().joined(separator: " ")).days())
    })

  static let projectEnd = Command(
    "project end", operands: "PROJECT DATE", .project, .none, count: 2...2,
    summary: "set the last day of a project in the team file",
    details: """
      Changes `end` of a project to today or a later day; comments, order and all other lines stay.
      JSON: `file`, `project` (`id`, `end`, and its end `before`), and the new conflicts of rotas on
      file in `findings` and `advice`.
      """,
    options: [.format(["text", "json"])],
    examples: [Example("project end vault-migration 2027-03-19", "it takes two weeks longer")],
    run: { context in
      let editing = try TeamEditing(context)
      let words = context.arguments.operands
      return try editing.end(ProjectID(words[0]), try OneText(words[1]).day())
    })
}

/// One edit of the team file.
struct TeamEditing {
  let context: Context
  let files: OnFile

  /// Throws `Unusable` with the mistakes of the team file. Rotas may have some: an edit may be what
  /// mends them.
  init(_ context: Context) throws {
    self.context = context
    files = try OnFile(FilesRead(context), allowingBrokenRotas: true)
  }

  func pin(_ week: ShiftWeek, _ rotation: RotationID, _ engineer: EngineerID) throws -> ExitStatus {
    let isOnFile = files.rotas.contains { $0.period.holds(week.start) }
    if week.last < files.today || (isOnFile && week.start <= files.today) {
      throw Unusable(
        .usage(
          "past", "the week of \(week) has \(week.last < files.today ? "ended" : "begun")",
          help: [
            week.last < files.today
              ? "shifts of the past stay as they are"
              : "`rota cover \(week) --days DATE to DATE` says who can stand in"
          ]))
    }
    let earlier = files.team.pins.first {
      $0.week(handover: week.start.weekday) == week && $0.rotation == rotation
    }
    if let earlier, earlier.engineer == engineer {
      throw Unusable(
        Diagnostic(
          "there-already",
          "`\(engineer)` is pinned to `\(rotation)` in the week of \(week) already",
          at: earlier.place))
    }
    return try edit(
      .pin(week, rotation, engineer),
      json: .init(
        "pin",
        [
          "week": .string(week.description), "rotation": .string(rotation.text),
          "engineer": .string(engineer.text),
          "before": earlier.map { .string($0.engineer.text) } ?? .null,
        ]), saying: earlier.map { "it stands in place of the pin of \($0.engineer)" })
  }

  func away(_ engineer: EngineerID, _ days: Range<Day>) throws -> ExitStatus {
    let written = (files.team.engineer(engineer)?.away ?? []).filter {
      $0.place.file == context.arguments.teamFile
    }
    if let there = written.first(where: { $0.days.overlaps(days) }),
      days.allSatisfy({ day in written.contains { $0.days.contains(day) } })
    {
      throw Unusable(
        Diagnostic(
          "there-already",
          "`\(engineer)` is away on \(days.count == 1 ? "that day" : "these days") already",
          at: there.place))
    }
    return try edit(
      .away(engineer, days, reason: context.arguments.text(.reason)),
      json: .init(
        "away",
        .object([.init("engineer", .string(engineer.text))] + days.jsonMembers)))
  }

  func add(_ project: ProjectID, _ keys: [JSON.Member], endingOn end: Day) throws -> ExitStatus {
    try refusePast(end, of: project)
    return try edit(
      .addProject(project, keys),
      json: .init("project", .object([.init("id", .string(project.text))] + keys)))
  }

  func end(_ project: ProjectID, _ end: Day) throws -> ExitStatus {
    let there = files.team.project(project)
    if let there {
      if there.lastDay == end {
        throw Unusable(
          Diagnostic(
            "there-already", "`\(project)` ends on \(end) already", at: there.endPlace))
      }
      try refusePast(end, of: project)
    }
    return try edit(
      .endProject(project, end),
      json: .init(
        "project",
        [
          "id": .string(project.text), "end": .string("\(end)"),
          "before": there.map { .string("\($0.lastDay)") } ?? .null,
        ]))
  }

  private func refusePast(_ end: Day, of project: ProjectID) throws {
    guard end < files.today else { return }
    throw Unusable(
      .usage(
        "past", "\(end), the last day of `\(project)`, is past: today is \(files.today)",
        help: ["what is past is edited in the team file by hand"]))
  }

  /// Makes an edit, and says which conflicts it brings to the rotas on file.
  ///
  /// - Parameters:
  ///   - json: what it changes, in the interface of `--format json`.
  ///   - words: what there is to say besides.
  private func edit(
    _ change: TeamEdit, json: JSON.Member, saying words: String? = nil
  ) throws -> ExitStatus {
    let path = context.arguments.teamFile
    guard let source = files.files.sources.first(where: { $0.path == path }) else {
      throw InternalError("a team that was read has a file")
    }
    switch TeamFiles.edit(source, [change], zones: context.environment.zones.zoneNames) {
    case .refused(let findings):
      try context.reply.unusable(findings)
      try context.reply.say("\(path) stays as it was")
      return .unusable
    case .text(let bytes):
      try context.write(path, bytes, insteadOf: source)
      try context.reply.say("wrote \(path)")
      let days = if case .away(_, let days, _) = change { days } else { Range<Day>?.none }
      let new = try NewConflicts(after: SourceText(path: path, bytes: bytes), files, away: days)
      if context.reply.wantsJSON {
        try context.reply.print(.object([.init("file", .string(path)), json] + new.members))
      }
      try new.say()
      if let words { try context.reply.say(words) }
      return .done
    }
  }
}
