import SeededNumbers

/// Local search among rotas that keep the hard rules, with everybody's projects as they are:
/// threshold accepting (Dueck and Scheuer, 1990), which is simulated annealing without a logarithm.
///
/// A move gives a shift to somebody else, or exchanges two shifts. It is taken where it adds fewer
/// points than a random part of a threshold that shrinks geometrically. Nothing is proved here, but
/// it finds good rotas where prices alone do not: in teams of few engineers and several rotations
/// what one takes decides what is left to the others.
struct ThresholdSearch {
  private let problem: Problem
  private var random: SeededNumbers
  /// By slot (week and rotation): the engineer, or −1.
  private var holders: [Int]
  /// By engineer and week: the rotation held, or −1.
  private var rows: [Int]
  /// By engineer and week: what a shift costs the owner of projects.
  private var links: [Int]
  /// By engineer and rotation, and by engineer: shifts held, those of them in unpopular weeks, and
  /// all.
  private var counts: [Int]
  private var unpopular: [Int]
  private var held: [Int]
  private var total: Int
  private let openSlots: [Int]
  private(set) var best: Solver.Answer

  /// Points of a threshold at which most moves that help later are taken; and at which none is that
  /// does not help at once.
  private static let first = 20.0
  private static let last = 0.4

  init(_ problem: Problem, from answer: Solver.Answer, seed: Int = 1) {
    self.problem = problem
    random = SeededNumbers(seed: seed)
    best = answer
    holders = answer.holders
    rows = Array(repeating: -1, count: problem.engineers.count * problem.weeks)
    counts = Array(repeating: 0, count: problem.engineers.count * problem.rotations)
    unpopular = Array(repeating: 0, count: problem.engineers.count)
    held = unpopular
    for slot in holders.indices where holders[slot] >= 0 {
      let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
      rows[holders[slot] * problem.weeks + week] = rotation
      counts[holders[slot] * problem.rotations + rotation] += 1
      unpopular[holders[slot]] += problem.isUnpopular[week] ? 1 : 0
      held[holders[slot]] += 1
    }
    links = Array(repeating: 0, count: problem.engineers.count * problem.weeks)
    for engineer in problem.engineers.indices {
      for project in answer.owned[engineer] {
        for link in problem.projects[project].candidates[engineer].links {
          links[engineer * problem.weeks + link.week] += link.points
        }
      }
    }
    openSlots = problem.open.indices.filter { problem.open[$0] }
    total = answer.points
  }

  /// - Parameters:
  ///   - moves: how many are tried.
  ///   - enough: points at which to stop.
  mutating func run(moves: Int, enough: Int) {
    guard !openSlots.isEmpty, problem.engineers.count > 1 else { return }
    var threshold = min(ThresholdSearch.first, Double(firstThreshold()))
    // As many steps of five hundredths as lead to less than half a point.
    var steps = 1
    var last = threshold
    while last > ThresholdSearch.last {
      last *= 0.95
      steps += 1
    }
    for _ in 0..<steps {
      for _ in 0..<max(1, moves / steps) {
        step(threshold)
        if best.points <= enough { return }
      }
      threshold *= 0.95
    }
  }

  /// About what a move at random costs.
  private mutating func firstThreshold() -> Int {
    var sum = 0
    var count = 1
    for _ in 0..<60 {
      if let move = move(), let delta = apply(move) {
        sum += abs(delta)
        count += 1
        undo(move)
      }
    }
    return max(4, sum / count / 2)
  }

  /// One slot that goes to another engineer, and perhaps one that comes back.
  private struct Move {
    let slot: Int
    let from: Int
    let to: Int
    /// What `to` gives to `from` for it.
    let back: Int?
  }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  /// A move drawn at random; nil where it makes no sense.
  private mutating func move() -> Move? {
    let slot = openSlots[below(openSlots.count)]
    let from = holders[slot]
    let week = slot / problem.rotations
    if below(2) == 0 {
      // Another engineer takes it; who holds another shift of the week gives that for it.
      let to = below(problem.engineers.count)
      guard to != from, isAllowed(to, slot) else { return nil }
      let other = rows[to * problem.weeks + week]
      let back = other < 0 ? nil : week * problem.rotations + other
      if let back, !isAllowed(from, back) { return nil }
      return Move(slot: slot, from: from, to: to, back: back)
    }
    let back = openSlots[below(openSlots.count)]
    let to = holders[back]
    guard to != from, isAllowed(to, slot), isAllowed(from, back) else { return nil }
    let other = back / problem.rotations
    // In weeks of their own neither may hold another shift.
    guard
      week == other
        || rows[to * problem.weeks + week] < 0 && rows[from * problem.weeks + other] < 0
    else { return nil }
    return Move(slot: slot, from: from, to: to, back: back)
  }

  private func isAllowed(_ engineer: Int, _ slot: Int) -> Bool {
    problem.engineers[engineer].allowed[slot]
  }

  private mutating func step(_ threshold: Double) {
    guard let move = move(), let delta = apply(move) else { return }
    let limit = Int(threshold * Double(below(1 << 20)) / Double(1 << 20))
    guard delta <= limit else {
      undo(move)
      return
    }
    total += delta
    if total < best.points {
      best = Solver.Answer(holders: holders, owned: best.owned, points: total)
    }
  }

  /// Makes a move; the points it adds, or nil (and nothing is changed) where a rule forbids it.
  private mutating func apply(_ move: Move) -> Int? {
    var delta = drop(move.slot, by: move.from)
    if let back = move.back { delta += drop(back, by: move.to) }
    guard let taken = take(move.slot, by: move.to) else {
      restore(move)
      return nil
    }
    delta += taken
    guard let back = move.back else { return delta }
    guard let given = take(back, by: move.from) else {
      _ = drop(move.slot, by: move.to)
      restore(move)
      return nil
    }
    return delta + given
  }

  private mutating func undo(_ move: Move) {
    _ = drop(move.slot, by: move.to)
    if let back = move.back { _ = drop(back, by: move.from) }
    restore(move)
  }

  /// Gives both what they had.
  private mutating func restore(_ move: Move) {
    if let back = move.back { _ = take(back, by: move.to) }
    _ = take(move.slot, by: move.from)
  }

  /// Leaves a shift to nobody; the points that adds. O(weeks to the nearest shifts).
  private mutating func drop(_ slot: Int, by engineer: Int) -> Int {
    let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
    rows[engineer * problem.weeks + week] = -1
    let table = engineer * problem.rotations + rotation
    let points = holding(slot, engineer)
    let before = counts[table]
    counts[table] -= 1
    held[engineer] -= 1
    let hard = unpopular[engineer]
    unpopular[engineer] -= problem.isUnpopular[week] ? 1 : 0
    // Without a shift in between two may be nearer than is ideal, never nearer than is allowed.
    let (last, next) = neighbours(week, engineer)
    let countPoints = problem.engineers[engineer].countPoints[rotation]
    return countPoints[before - 1] - countPoints[before]
      + problem.engineers[engineer].unpopularPoints[unpopular[engineer]]
      - problem.engineers[engineer].unpopularPoints[hard] - points
      + (chain(last, next, engineer) ?? 0)
      - (chain(last, week, engineer) ?? 0) - (chain(week, next, engineer) ?? 0)
  }

  /// Takes a shift that nobody holds; the points that adds, or nil (and nothing is changed) where a
  /// rule forbids it. O(weeks to the nearest shifts).
  private mutating func take(_ slot: Int, by engineer: Int) -> Int? {
    let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
    let (last, next) = neighbours(week, engineer)
    guard rows[engineer * problem.weeks + week] < 0,
      held[engineer] < problem.engineers[engineer].most,
      let before = chain(last, week, engineer), let after = chain(week, next, engineer)
    else { return nil }
    let table = engineer * problem.rotations + rotation
    let hard = unpopular[engineer]
    rows[engineer * problem.weeks + week] = rotation
    holders[slot] = engineer
    counts[table] += 1
    held[engineer] += 1
    unpopular[engineer] += problem.isUnpopular[week] ? 1 : 0
    let countPoints = problem.engineers[engineer].countPoints[rotation]
    return countPoints[counts[table]] - countPoints[counts[table] - 1]
      + problem.engineers[engineer].unpopularPoints[unpopular[engineer]]
      - problem.engineers[engineer].unpopularPoints[hard] + holding(slot, engineer)
      + before + after - (chain(last, next, engineer) ?? 0)
  }

  /// Points of a shift in a week instead of none, by themselves.
  private func holding(_ slot: Int, _ engineer: Int) -> Int {
    let week = slot / problem.rotations
    return problem.engineers[engineer].shiftPoints[slot]
      + links[engineer * problem.weeks + week] - problem.engineers[engineer].idlePoints[week]
  }

  /// The weeks of an engineer's shifts before and after a week, as far as they matter to it or to
  /// each other; nil for none.
  private func neighbours(_ week: Int, _ engineer: Int) -> (last: Int?, next: Int?) {
    let reach = problem.least + Problem.lanes
    let row = engineer * problem.weeks
    var last = week - 1
    while last >= max(0, week - reach), rows[row + last] < 0 { last -= 1 }
    var next = week + 1
    let end = min(problem.weeks, week + reach)
    while next < end, rows[row + next] < 0 { next += 1 }
    let isFirst = last < 0
    return (
      isFirst
        ? problem.engineers[engineer].sinceLast.map { -$0 } : last < week - reach ? nil : last,
      next < end ? next : nil
    )
  }

  /// Points of the distance of two shifts; nil where it is less than the rest between them.
  private func chain(_ last: Int?, _ next: Int?, _ engineer: Int) -> Int? {
    guard let last, let next else { return 0 }
    let distance = next - last - problem.least
    guard distance >= 0 else { return nil }
    return problem.engineers[engineer].chainPoints[min(distance, Problem.lanes - 1)]
  }
}
