import Diagnostics
import RotaModel
import Scheduling
import TeamFiles
import Views

extension Command {
  static let cover = Command(
    "cover", operands: "WEEK", .week, count: 1...1,
    summary: "ranked ways to free the holder of a shift",
    details: """
      Ranks the ways to free the holder of a shift: takeovers, swaps and three-way exchanges, each
      checked against every rule, with what it adds to the points (below zero for a better rota).
      `--days` asks for covers of some days instead: somebody stands in, the shift keeps its
      holder. `--apply N` writes the Nth way into the rota file and keeps its comments.
      """,
    options: [.rotation, .days, .apply, .format(["text", "json"])],
    examples: [
      Example("cover 2027-W05", "who could take the week, alone or in exchange"),
      Example("cover 2027-W05 --apply 1", "do the first"),
      Example("cover 2027-02-01 --days 2027-02-03 to 2027-02-04", "who could stand in"),
    ],
    run: { context in
      try Exchanging(context).run(covering: context.arguments.days)
    })

  static let swap = Command(
    "swap", operands: "WEEK WEEK", .week, count: 2...2,
    summary: "what it would cost if two engineers traded shifts",
    details: """
      Two engineers trade the shifts of two weeks, where that breaks no rule; `--apply 1` writes
      it into the rota file and keeps its comments.
      """,
    options: [.rotation, .apply, .format(["text", "json"])],
    examples: [
      Example("swap 2027-W05 2027-W07", "may they trade, and what does it cost?"),
      Example("swap 2027-W05 2027-W07 --apply 1", "do it"),
    ],
    run: { context in
      let exchanging = try Exchanging(context)
      return try exchanging.run(
        with: exchanging.files.week(named: context.arguments.operands[1]))
    })
}

/// One run of `cover` or `swap`.
struct Exchanging {
  let context: Context
  let files: OnFile

  init(_ context: Context) throws {
    self.context = context
    files = try OnFile(context)
  }

  /// - Parameters:
  ///   - days: asks for covers of these days.
  ///   - partner: asks for swaps with this week.
  func run(covering days: Range<Day>? = nil, with partner: ShiftWeek? = nil) throws -> ExitStatus {
    let week = try files.week(named: context.arguments.operands[0])
    let rota = try files.rota(holding: week)
    let rotation = try files.rotation(context.arguments)
    let situation = files.situation
    let ways: [Exchange]
    do throws(ExchangeRefusal) {
      ways = try SearchWatch(context.environment).shown { watch throws(ExchangeRefusal) in
        try exchanges(
          for: week, rotation, in: rota, situation, covering: days, with: partner, watch: watch)
      }
    } catch {
      throw Unusable(.usage("refused", error.message))
    }
    if let number = context.arguments.number(.apply) {
      return try apply(number, of: ways, to: rota)
    }
    let stopping =
      ways.isEmpty
      ? obstacles(for: week, rotation, in: rota, situation, covering: days, with: partner) : nil
    let view = ExchangesView(ways, obstacles: stopping, rota: rota, team: files.team)
    try context.reply.answer(view.text, json: view.json)
    if ways.isEmpty {
      try context.reply.say("no way to free the holder of the week of \(week) keeps every rule")
    }
    return ways.isEmpty ? .badNews : .done
  }

  private func apply(_ number: Int, of ways: [Exchange], to rota: Rota) throws -> ExitStatus {
    guard number <= ways.count else {
      throw Unusable(
        .usage(
          "no-such-way",
          ways.isEmpty ? "there is no way that keeps every rule" : "there are \(ways.count) ways"))
    }
    guard let source = rota.source else { throw InternalError("a rota on file has a file") }
    let way = ways[number - 1]
    let edits = way.edits(of: rota)
    switch edit(source, edits, of: files.team) {
    case .refused(let findings): throw Unusable(findings)
    case .text(let bytes):
      do throws(FileProblem) {
        try context.environment.replace(source.path, with: bytes)
      } catch {
        throw Unusable(.unwritable(error))
      }
    }
    let view = ExchangesView([way], rota: rota, team: files.team)
    try context.reply.answer(view.text, json: view.json)
    try context.reply.say("wrote \(source.path)")
    return .done
  }
}

extension Exchange {
  /// The edits of the rota file that make it.
  fileprivate func edits(of rota: Rota) -> [RotaEdit] {
    let dropped = rota.covers.filter { old in
      if let cover { return old.rotation == cover.rotation && old.days.overlaps(cover.days) }
      return shifts.contains {
        $0.rotation == old.rotation && $0.week.days.overlaps(old.days)
      }
    }
    return dropped.map(RotaEdit.dropCover)
      + shifts.map { .hold($0.week, $0.rotation, $0.engineer) }
      + [cover].compactMap(\.self).map(RotaEdit.addCover)
  }
}
