import Dates
import Diagnostics
import Exchange
import Planning
import RotaModel
import Rules
import Views

/// What an import says: what changes, what was decided, what is left out, and last how many rows
/// were read.
struct ImportAnswer {
  private let imported: ImportedShifts
  private let merge: ImportMerge
  private let onFile: OnFile

  private var reply: Reply { onFile.context.reply }

  init(_ imported: ImportedShifts, _ merge: ImportMerge, _ onFile: OnFile) {
    self.imported = imported
    self.merge = merge
    self.onFile = onFile
  }

  /// Nothing is written.
  func refuse(_ errors: [Diagnostic]) throws {
    for line in imported.said { try reply.say(line) }
    try reply.unusable(inOrder(errors + imported.warnings), and: members(leftOut: imported.leftOut))
    let tally = imported.tally
    if tally.rows > 0 || !tally.noRows.isEmpty {
      try reply.say("nothing was written")
      try reply.say(tally.text(rotas: 0))
    }
  }

  /// - Parameter done: what was written, a line each.
  func tell(leftOut: [Diagnostic], done: [String]) throws {
    if reply.wantsJSON {
      try reply.print(JSON.object(members(leftOut: leftOut)))
    } else {
      // A rota's first week begins earlier where the handover's weekday changes before it.
      let rotas = Dictionary(
        onFile.rotas(with: merge.files).map { ($0.period.fileStem, $0) },
        uniquingKeysWith: { first, _ in first })
      try reply.print(
        merge.files.map { text(of: $0, rotas[$0.rota.period.fileStem] ?? $0.rota) }
          .joined(separator: "\n"))
    }
    for line in imported.said { try reply.say(line) }
    let conflicts = ImportConflicts(merge.files, onFile)
    let lost = merge.files.flatMap(\.lostComments).map {
      Diagnostic("drops-comments", .warning, "this comment goes with its cover", at: $0)
    }
    try reply.show(
      inOrder(leftOut + imported.warnings + lost) + conflicts.findings, on: .error)
    for line in done { try reply.say(line) }
    for line in conflicts.lines { try reply.say(line) }
    try reply.say(imported.tally.text(rotas: merge.files.count))
  }

  private func inOrder(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.inReadingOrder(of: [imported.source])
  }

  private func members(leftOut: [Diagnostic]) -> [JSON.Member] {
    [
      .init("rows", .number(imported.tally.rows)), .init("read", .number(imported.tally.read)),
      .init("rotas", .array(imported.files.map { .string($0.period.name) })),
      .init("left_out", .array(inOrder(leftOut).map(\.finding))),
      .init("no_rows", imported.tally.noRowsJSON),
      .init("changes", .array(merge.shifts.map(\.json) + merge.covers.map(\.json))),
    ]
  }

  /// A new rota whole; of one on file what changes.
  private func text(of file: ImportMerge.File, _ rota: Rota) -> String {
    guard file.existing != nil else {
      return RotaSheet(rota, of: onFile.team, availability: onFile.situation.availability)
        .text(width: reply.width)
    }
    guard file.text != nil else { return "Rota of \(file.rota.period.name): nothing changes\n" }
    let several = onFile.team.rotations.count > 1
    func duty(_ rotation: RotationID) -> String { several ? " \(rotation)" : "" }
    func name(_ engineer: EngineerID?) -> String {
      engineer.map(onFile.team.name(of:)) ?? "nobody"
    }
    let shifts = file.shifts.map { shift in
      "  \(shift.week)\(duty(shift.rotation)): \(name(shift.old)) → \(name(shift.new))"
    }
    let covers = file.covers.map { change in
      let cover = change.cover
      return "  \(change.isNew ? "new" : "gone"): \(name(cover.engineer)) covers"
        + "\(duty(cover.rotation)) on \(cover.days.text)"
    }
    return "Rota of \(file.rota.period.name): what changes\n\n"
      + (shifts + covers).map { $0.safeForTerminal + "\n" }.joined()
  }
}
