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
  private var random = SeededNumbers(seed: 1)
  /// By slot (week and rotation): the engineer, or −1.
  private var holders: [Int]
  /// By engineer and week: the rotation held, or −1.
  private var rows: [Int]
  /// By engineer and week: what a shift costs the owner of projects.
  private var links: [Int]
  /// By engineer: points of the shifts.
  private var costs: [Int]
  private var total: Int
  private let openSlots: [Int]
  private(set) var best: Solver.Answer

  init(_ problem: Problem, from answer: Solver.Answer) {
    self.problem = problem
    best = answer
    holders = answer.holders
    rows = Array(repeating: -1, count: problem.engineers * problem.weeks)
    for slot in holders.indices where holders[slot] >= 0 {
      rows[holders[slot] * problem.weeks + slot / problem.rotations] = slot % problem.rotations
    }
    links = Array(repeating: 0, count: problem.engineers * problem.weeks)
    for engineer in 0..<problem.engineers {
      for project in answer.owned[engineer] {
        for link in problem.projects[project].links[engineer] {
          links[engineer * problem.weeks + link.week] += link.points
        }
      }
    }
    openSlots = problem.open.indices.filter { problem.open[$0] }
    costs = []
    total = answer.points
    costs = (0..<problem.engineers).map { cost($0) ?? 0 }
  }

  /// - Parameters:
  ///   - moves: how many are tried.
  ///   - enough: points at which to stop.
  mutating func run(moves: Int, enough: Int) {
    guard !openSlots.isEmpty, problem.engineers > 1 else { return }
    var threshold = Double(firstThreshold())
    // As many steps of five hundredths as lead to less than half a point.
    var steps = 1
    var last = threshold
    while last > 0.4 {
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
      let to = below(problem.engineers)
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
    problem.allowed[
      problem.cell(engineer, slot / problem.rotations, slot % problem.rotations)]
  }

  private mutating func step(_ threshold: Double) {
    guard let move = move(), let delta = apply(move) else { return }
    let limit = Int(threshold * Double(below(1 << 20)) / Double(1 << 20))
    guard delta <= limit else {
      undo(move)
      return
    }
    total += delta
    costs[move.from] = cost(move.from) ?? 0
    costs[move.to] = cost(move.to) ?? 0
    if total < best.points {
      best = Solver.Answer(holders: holders, owned: best.owned, points: total)
    }
  }

  /// Makes a move; the points it adds, or nil (and nothing is changed) where a rule forbids it.
  private mutating func apply(_ move: Move) -> Int? {
    place(move)
    guard let from = cost(move.from), let to = cost(move.to) else {
      undo(move)
      return nil
    }
    return from + to - costs[move.from] - costs[move.to]
  }

  private mutating func place(_ move: Move) {
    give(move.slot, to: move.to, from: move.from)
    if let back = move.back { give(back, to: move.from, from: move.to) }
  }

  private mutating func undo(_ move: Move) {
    if let back = move.back { give(back, to: move.to, from: move.from) }
    give(move.slot, to: move.from, from: move.to)
  }

  private mutating func give(_ slot: Int, to: Int, from: Int) {
    let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
    if rows[from * problem.weeks + week] == rotation { rows[from * problem.weeks + week] = -1 }
    rows[to * problem.weeks + week] = rotation
    holders[slot] = to
  }

  /// The points of an engineer's shifts; nil where they break a rule. O(weeks).
  private func cost(_ engineer: Int) -> Int? {
    let weeks = problem.weeks
    var points = 0
    var held = 0
    var unpopular = 0
    var last = problem.sinceLast[engineer].map { -$0 } ?? -problem.least - Problem.lanes
    var counts = Array(repeating: 0, count: problem.rotations)
    for week in 0..<weeks {
      let rotation = rows[engineer * weeks + week]
      guard rotation >= 0 else {
        points += problem.idlePoints[engineer * weeks + week]
        continue
      }
      let distance = week - last - problem.least
      guard distance >= 0 else { return nil }
      points += problem.shiftPoints[problem.cell(engineer, week, rotation)]
      points += links[engineer * weeks + week]
      points +=
        problem.chainPoints[
          engineer * Problem.lanes + min(distance, Problem.lanes - 1)]
      counts[rotation] += 1
      held += 1
      if problem.isUnpopular[week] { unpopular += 1 }
      last = week
    }
    guard held <= problem.most[engineer] else { return nil }
    for rotation in 0..<problem.rotations {
      points += problem.countPoints[engineer * problem.rotations + rotation][counts[rotation]]
    }
    return points + problem.unpopularPoints[engineer][unpopular]
  }
}
