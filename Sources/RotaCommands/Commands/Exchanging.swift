import Dates
import Diagnostics
import Planning
import RotaModel
import TeamFiles
import Views

extension Command {
  static let cover = Command(
    "cover", operands: "WEEK", .week, count: 1...1,
    summary: "ranked ways to free the holder of a shift",
    details: """
      Lists the ways to free the holder of a shift: takeovers, swaps and three-way exchanges, each
      checked against every rule, with what it adds to the points (below zero for a better rota).
      Of equal ones that of whoever owes most comes first. `--days` asks for covers of some days
      instead: somebody stands in, the shift keeps its holder, and an older cover is cut to its
      other days. In a week that has begun only that is possible. `--apply N` writes the Nth way
      into the rota file and keeps its comments; what is dropped with it is said.
      """,
    options: [.rotation, .days, .apply, .format(["text", "json"])],
    examples: [
      Example("cover 2027-W05", "who could take the week, alone or in exchange"),
      Example("cover 2027-W05 --apply 1", "do the first"),
      Example("cover 2027-02-01 --days 2027-02-03 to 2027-02-04", "who could stand in"),
    ],
    run: { context in
      let exchanging = try Exchanging(context)
      return try exchanging.run(covering: context.arguments.days)
    })

  static let swap = Command(
    "swap", operands: "WEEK|NAME WEEK|NAME", .weekOrEngineer, count: 2...2,
    summary: "what it would cost if two engineers traded shifts",
    details: """
      Two engineers trade the shifts of two weeks, where that brings no conflict. Given the names
      of two engineers it lists every trade of a coming shift of the first for one of the second,
      of any rotation; `--rotation` then picks that of the first. `--apply N` writes the Nth way
      into the rota file and keeps its comments; what is dropped with it is said.
      """,
    options: [.rotation, .apply, .format(["text", "json"])],
    examples: [
      Example("swap 2027-W05 2027-W07", "may they trade, and what does it cost?"),
      Example("swap ada grace", "which shifts could the two trade?"),
      Example("swap 2027-W05 2027-W07 --apply 1", "do it"),
    ],
    run: { context in
      let exchanging = try Exchanging(context)
      let operands = context.arguments.operands
      let weeks = operands.count { exchanging.files.namesWeek($0) }
      switch weeks {
      case 0: return try exchanging.runTrades()
      case operands.count:
        return try exchanging.run(with: exchanging.files.week(named: operands[1]))
      default:
        throw Unusable(
          .usage(
            "week-and-engineer", "a week cannot be traded for an engineer",
            help: ["name two weeks, or two engineers"]))
      }
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

  /// A way and the rota whose file it changes.
  private struct Way {
    let rota: Rota
    let exchange: Exchange
  }

  /// - Parameters:
  ///   - days: asks for covers of these days.
  ///   - partner: asks for swaps with this week.
  func run(covering days: Range<Day>? = nil, with partner: ShiftWeek? = nil) throws -> ExitStatus {
    let week = try files.week(named: context.arguments.operands[0])
    let rota = try files.rota(holding: week)
    let rotation = try files.rotation(context.arguments)
    try refuseBegun(week, days)
    let situation = files.situation
    let ways: [Exchange]
    do throws(ExchangeRefusal) {
      ways = try SearchWatch(context.environment).shown { watch throws(ExchangeRefusal) in
        try exchanges(
          for: week, rotation, in: rota, situation, covering: days, with: partner, watch: watch)
      }
    } catch {
      let last = rota.days(of: week).upperBound - 1
      let span = days.map { _ in ["`--days` takes days from \(week) to \(last)"] }
      throw Unusable(.usage("refused", error.message, help: span ?? []))
    }
    return try answer(
      ways.map { Way(rota: rota, exchange: $0) }, rotas: [rota],
      none: "no way to free the holder of the week of \(week) keeps every rule"
    ) { obstacles(for: week, rotation, in: rota, situation, covering: days, with: partner) }
  }

  /// Every trade of two engineers, on every rota with coming shifts of both.
  func runTrades() throws -> ExitStatus {
    let names = try context.arguments.operands.map(files.engineer(named:))
    guard names[0] != names[1] else {
      throw Unusable(.usage("refused", "`\(names[0])` cannot trade with themselves"))
    }
    let rotation = try context.arguments.has(.rotation) ? files.rotation(context.arguments) : nil
    let rotas = files.rotas.filter { rota in
      names.allSatisfy { name in
        rota.shifts.contains { $0.engineer == name && $0.week.start > files.today }
      }
    }
    guard !rotas.isEmpty else {
      throw Unusable(
        .usage(
          "refused", "no rota on file has coming shifts of both `\(names[0])` and `\(names[1])`"))
    }
    let situation = files.situation
    let ways = rotas.flatMap { rota in
      SearchWatch(context.environment).shown { watch in
        trades(of: names[0], with: names[1], rotation, in: rota, situation, watch: watch)
      }.map { Way(rota: rota, exchange: $0) }
    }
    // Swift's sort is stable: each rota's ways stay in their order.
    return try answer(
      ways.sorted { $0.exchange.points < $1.exchange.points }, rotas: rotas,
      none: "no trade of `\(names[0])` and `\(names[1])` keeps every rule"
    ) {
      obstacles(toTradesOf: names[0], with: names[1], rotation, in: rotas, situation)
    }
  }

  /// The shifts of a week that has begun stay as they are, and so do its days before today; covers
  /// are possible from then to its end.
  private func refuseBegun(_ week: ShiftWeek, _ days: Range<Day>?) throws {
    let today = files.today
    guard week.start <= today, days.map({ $0.lowerBound < today }) ?? true else { return }
    guard today <= week.last else {
      throw Unusable(.usage("refused", "the week of \(week) is over: nobody can be freed from it"))
    }
    let left = (today..<week.last + 1).text
    let command = context.arguments.again("cover \(week) --days \(left)")
    throw Unusable(
      .usage(
        "refused",
        "the week of \(week) has begun: its "
          + (days == nil ? "shifts stay as they are" : "days before today stay as they are"),
        help: ["`\(command)` asks who could stand in from today on; fewer days do, too"]))
  }

  /// - Parameter none: said where there is no way.
  private func answer(
    _ ways: [Way], rotas: [Rota], none: String, obstacles: () -> Clash
  ) throws -> ExitStatus {
    if let number = context.arguments.number(.apply) { return try apply(number, of: ways) }
    // The comments that go with the same covers are the same.
    var comments: [[Cover]: [Place]] = [:]
    let listed = try ways.enumerated().map { index, way in
      let dropped = way.exchange.droppedCovers
      let lost = try comments[dropped] ?? lostComments(with: dropped, of: way)
      comments[dropped] = lost
      return ExchangesView.Way(index + 1, way.exchange, comments: lost)
    }
    let view = ExchangesView(
      listed, obstacles: ways.isEmpty ? obstacles() : nil, rotas: rotas, team: files.team)
    try context.reply.answer(view.text(width: context.reply.width), json: view.json)
    if ways.isEmpty { try context.reply.say(none) }
    return ways.isEmpty ? .badNews : .done
  }

  private func apply(_ number: Int, of ways: [Way]) throws -> ExitStatus {
    guard number <= ways.count else {
      let count = ways.count == 1 ? "is 1 way" : "are \(ways.count) ways"
      throw Unusable(
        .usage(
          "no-such-way", ways.isEmpty ? "there is no way that keeps every rule" : "there \(count)"))
    }
    let way = ways[number - 1]
    let source = try source(of: way)
    let bytes = try changed(source, by: way.exchange.edits)
    try context.write(source.path, bytes, insteadOf: source)
    let comments = TeamFiles.lostComments(of: source, in: bytes)
    let view = ExchangesView(
      [.init(number, way.exchange, comments: comments)], rotas: [way.rota], team: files.team)
    try context.reply.answer(view.text(width: context.reply.width), json: view.json)
    try context.reply.say("wrote \(source.path)")
    return .done
  }

  private func lostComments(with dropped: [Cover], of way: Way) throws -> [Place] {
    guard !dropped.isEmpty else { return [] }
    let source = try source(of: way)
    return TeamFiles.lostComments(
      of: source, in: try changed(source, by: dropped.map(RotaEdit.dropCover)))
  }

  private func source(of way: Way) throws -> SourceText {
    guard let source = way.rota.source else { throw InternalError("a rota on file has a file") }
    return source
  }

  /// The text of a rota file after some edits.
  private func changed(_ source: SourceText, by edits: [RotaEdit]) throws -> [UInt8] {
    switch edit(source, edits, of: files.team) {
    case .refused(let findings): throw Unusable(findings)
    case .text(let bytes): return bytes
    }
  }
}

extension Exchange {
  /// The edits of the rota file that make it.
  fileprivate var edits: [RotaEdit] {
    droppedCovers.map(RotaEdit.dropCover)
      + cutCovers.map { RotaEdit.cutCover($0.cover, $0.days) }
      + shifts.map { .hold($0.week, $0.rotation, $0.engineer) }
      + [cover].compactMap(\.self).map(RotaEdit.addCover)
  }
}

extension Arguments {
  /// A command to type next, with the options that this one has in common with it.
  fileprivate func again(_ command: String) -> String {
    let options = [Option.rotation, .team, .today].compactMap { option in
      text(option).map { " --\(option.name) \(shellWord($0))" }
    }
    return "rota " + command + options.joined()
  }
}

/// A word as a shell takes it.
private func shellWord(_ text: String) -> String {
  let isPlain = text.allSatisfy {
    $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:".contains($0))
  }
  return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
}
