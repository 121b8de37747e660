import Dates
import Diagnostics
import Planning
import RotaModel
import Rules
import TeamFiles
import Views

extension Command {
  static let replan = Command(
    "replan", .none, summary: "mend the rota after a change with the fewest changed shifts",
    details: """
      Mends the rota that holds DATE after a change: new time off, somebody who leaves or joins, a
      new project, a pin. Weeks that start before DATE, or have begun by today, stay as they are.
      The number of changed shifts is the least possible; among such rotas it takes the one with
      the fewest points. The file is edited in place: lines that need no change, and comments,
      stay.
      """,
    options: [
      .replanFrom, .replanDryRun, .effort, .clashVerbose, .format(["text", "json"]),
    ],
    examples: [
      Example("replan --from 2027-02-08 --dry-run", "what would move, and why"),
      Example("replan --from 2027-02-08", "do it"),
    ],
    run: replan)

  private static func replan(_ context: Context) throws -> ExitStatus {
    let files = try OnFile(context)
    guard let date = context.arguments.day(.replanFrom) else {
      throw InternalError("`--from` is required")
    }
    let week = files.rotas.week(holding: date, handover: files.team.handover.weekday)
    let rota = try files.rota(holding: week)
    let watch = SearchWatch(context.environment)
    let telling = ClashTelling(context, rota.period, watch)
    let outcome = watch.shown {
      Planning.replan(
        rota, from: date, in: files.situation, effort: context.arguments.number(.effort) ?? 1,
        watch: $0, step: telling.tell)
    }
    switch outcome {
    case .infeasible(let clash): return try telling.finish(clash)
    case .contradiction(let words): throw InternalError(words)
    case .unknown:
      try context.reply.answer(
        "The work limit ended before the fewest changes were proved; `--effort` searches longer.\n",
        json: ["period": .string(rota.period.name), "status": "unknown", "bound": 0])
      try context.reply.say("no rota of \(rota.period.name) was found within the work limit")
      return .noRota
    case .mended(let mended):
      try finish(mended, of: rota, files, context)
      return .done
    }
  }

  private static func finish(
    _ mended: Replanned, of rota: Rota, _ files: OnFile, _ context: Context
  ) throws {
    guard let source = rota.source else { throw InternalError("a rota on file has a file") }
    let bytes: [UInt8]
    switch edit(source, mended.edits(of: rota), of: files.team) {
    case .text(let text): bytes = text
    case .refused(let findings):
      throw InternalError("the mended rota cannot be read", findings: findings)
    }
    guard let now = readRota(SourceText(path: source.path, bytes: bytes), of: files.team).rota
    else { throw InternalError("the mended rota cannot be read") }
    let judgement = judgeMended(now, in: files.situation)
    let view = ReplannedView(mended, judgement, rota: now, team: files.team)
    let isDry = context.arguments.has(.replanDryRun)
    if !isDry, bytes != source.bytes {
      try context.write(source.path, bytes, insteadOf: source)
    }
    let pins = judgeTeam(in: files.situation).filter { finding in
      // Those of the team file that this rota is about, and not said of it already.
      finding.severity == .conflict && finding.id == "pin-broken"
    }
    let findings = (files.warnings + pins + judgement.findings)
      .inReadingOrder(of: files.files.sources)
    if context.reply.wantsJSON {
      try context.reply.print(view.json(findings))
    } else {
      try context.reply.print(view.text)
      if !findings.isEmpty { try context.reply.print("\n") }
      try context.reply.showFolded(findings)
    }
    for line in files.files.leftOut { try context.reply.say(line) }
    if bytes == source.bytes {
      try context.reply.say("nothing needs to change")
    } else if !isDry {
      try context.reply.say("wrote \(source.path)")
    }
  }
}

extension Replanned {
  /// The edits of the rota file that make it.
  fileprivate func edits(of rota: Rota) -> [RotaEdit] {
    let now = solution.rota
    let held = now.shifts.filter { shift in
      !rota.shifts.contains {
        $0.week == shift.week && $0.rotation == shift.rotation && $0.engineer == shift.engineer
      }
    }.map { RotaEdit.hold($0.week, $0.rotation, $0.engineer) }
    let gone = rota.shifts.filter { shift in
      !now.shifts.contains { $0.week == shift.week && $0.rotation == shift.rotation }
    }.map { RotaEdit.hold($0.week, $0.rotation, nil) }
    let owned = now.owners.filter { ownership in
      let before = rota.owners.first { $0.project == ownership.project }?.entries ?? []
      return before.map(\.text) != ownership.entries.map(\.text)
    }.map { RotaEdit.own($0.project, $0.entries) }
    return droppedCovers.map { .dropCover($0.cover) } + held + gone + owned
  }
}
