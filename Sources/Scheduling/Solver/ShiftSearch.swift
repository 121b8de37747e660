/// A depth-first search over the weeks for shifts that fit together, for everyone's projects
/// given: the tables at fixed prices bound what is left, and states that failed are remembered.
struct ShiftSearch {
  private let market: Market
  private let tables: [[Int32]]
  private let costs: [[Int32]]
  /// Nodes that may still be visited.
  private(set) var work: Int
  /// Units that may still be added to the bound; it shrinks when a rota is found.
  private var limit: Int
  /// The rota found: by week and rotation, the engineer or −1.
  private(set) var best: [Int]?
  /// What it adds to the bound.
  private(set) var bestExcess = 0
  private let stopsAtFirst: Bool

  private var count: [Int]
  private var last: [Int]
  private var worth: [Int]
  private var holders: [Int]
  private var failures: Failures

  /// - Parameters:
  ///   - tables: by engineer, at the prices that `costs` contain.
  ///   - limit: a rota may add at most so many units to the bound.
  ///   - inOrder: children in the team file's order, and the first rota found is the answer;
  ///     else the cheapest first, and the best rota is.
  init(
    _ market: Market, tables: [[Int32]], costs: [[Int32]], limit: Int, work: Int, inOrder: Bool
  ) {
    self.market = market
    self.tables = tables
    self.costs = costs
    self.limit = limit
    self.work = work
    stopsAtFirst = inOrder
    let people = market.problem.engineers
    count = Array(repeating: 0, count: people)
    last = market.planners.map(\.lastBefore)
    worth = (0..<people).map { Int(market.planners[$0].best(tables[$0])) }
    holders = Array(repeating: -1, count: market.problem.weeks * market.problem.rotations)
    failures = Failures(engineers: people)
  }

  /// Whether the search ended; false where the work ran out.
  mutating func run() -> Bool {
    guard limit >= 0 else { return true }
    return visit(week: 0, excess: 0)
  }

  /// Visits the completions from a week on; false where the work ran out, or the first rota
  /// found is enough.
  private mutating func visit(week: Int, excess: Int) -> Bool {
    guard work > 0 else { return false }
    work -= 1
    guard week < market.problem.weeks else {
      best = holders
      bestExcess = excess
      // Points are whole: the next rota must be better by one.
      limit = excess - market.scale.unitsPerPoint
      return !stopsAtFirst
    }
    let key = failures.key(week: week, count, last, least: market.problem.least)
    if failures.rulesOut(key, budget: limit - excess) { return true }

    let options = options(week: week)
    let ended = assign(week: week, rotation: 0, taken: [], excess: excess, options: options)
    if ended { failures.add(key, budget: limit - excess) }
    return ended
  }

  /// What each engineer's moves in a week add to the bound.
  private struct Options {
    /// By engineer: no shift.
    var idle: [Int]
    /// By engineer and rotation: holding it, with the count after; nil where that is forbidden.
    var take: [(excess: Int, count: Int)?]
    /// By rotation and engineer: the cheapest of no shift and the rotations from there on; for
    /// `rotations` it is no shift.
    var least: [[Int]]
    /// The sums of `least`.
    var leastSums: [Int]
  }

  private func options(week: Int) -> Options {
    let problem = market.problem
    var options = Options(
      idle: [], take: Array(repeating: nil, count: problem.engineers * problem.rotations),
      least: [], leastSums: [])
    for engineer in 0..<problem.engineers {
      let planner = market.planners[engineer]
      let table = tables[engineer]
      let aged = planner.value(
        table, week: week + 1, count: count[engineer], last: last[engineer])
      options.idle.append(Int(planner.idleCost(week)) + Int(aged) - worth[engineer])
      guard last[engineer] + problem.least <= week else { continue }
      for (index, rotation) in planner.rotations.enumerated() {
        let cost = costs[engineer][week * planner.rotations.count + index]
        let then = planner.count(count[engineer], adding: index, in: week)
        guard cost < ShiftPlanner.forbidden, then >= 0 else { continue }
        let rest = planner.value(table, week: week + 1, count: then, last: week)
        let chain = planner.chainCost(from: last[engineer], to: week)
        options.take[engineer * problem.rotations + rotation] = (
          Int(cost) + Int(chain) + Int(rest) - worth[engineer], then
        )
      }
    }
    var least = options.idle
    options.least = [least]
    for rotation in (0..<problem.rotations).reversed() {
      for engineer in 0..<problem.engineers {
        if let take = options.take[engineer * problem.rotations + rotation] {
          least[engineer] = min(least[engineer], take.excess)
        }
      }
      options.least.append(least)
    }
    options.least.reverse()
    options.leastSums = options.least.map { $0.reduce(0, +) }
    return options
  }

  /// Fills the rotations of a week one by one, then goes on to the next week.
  private mutating func assign(
    week: Int, rotation: Int, taken: [(engineer: Int, count: Int, excess: Int)], excess: Int,
    options: Options
  ) -> Bool {
    let problem = market.problem
    guard rotation < problem.rotations else {
      return advance(
        week: week, taken: taken, excess: excess + bound(taken, rotation, options),
        options: options)
    }
    guard problem.open[week * problem.rotations + rotation] else {
      return assign(
        week: week, rotation: rotation + 1, taken: taken, excess: excess, options: options)
    }
    var moves: [(engineer: Int, count: Int, excess: Int, bound: Int)] = []
    for engineer in 0..<problem.engineers where !taken.contains(where: { $0.engineer == engineer })
    {
      guard let take = options.take[engineer * problem.rotations + rotation] else { continue }
      let bound = bound(taken + [(engineer, take.count, take.excess)], rotation + 1, options)
      if excess + bound <= limit { moves.append((engineer, take.count, take.excess, bound)) }
    }
    if !stopsAtFirst { moves.sort { ($0.bound, $0.engineer) < ($1.bound, $1.engineer) } }
    for move in moves where excess + move.bound <= limit {
      holders[week * problem.rotations + rotation] = move.engineer
      let ended = assign(
        week: week, rotation: rotation + 1,
        taken: taken + [(move.engineer, move.count, move.excess)], excess: excess,
        options: options)
      holders[week * problem.rotations + rotation] = -1
      if !ended { return false }
    }
    return true
  }

  /// The least that a week adds, its rotations before `rotation` taken.
  private func bound(
    _ taken: [(engineer: Int, count: Int, excess: Int)], _ rotation: Int, _ options: Options
  ) -> Int {
    taken.reduce(options.leastSums[rotation]) {
      $0 + $1.excess - options.least[rotation][$1.engineer]
    }
  }

  private mutating func advance(
    week: Int, taken: [(engineer: Int, count: Int, excess: Int)], excess: Int, options: Options
  ) -> Bool {
    guard excess <= limit else { return true }
    let before = (count, last, worth)
    for engineer in 0..<market.problem.engineers {
      worth[engineer] += options.idle[engineer] - Int(market.planners[engineer].idleCost(week))
    }
    for move in taken {
      count[move.engineer] = move.count
      last[move.engineer] = week
      worth[move.engineer] = Int(
        market.planners[move.engineer].value(
          tables[move.engineer], week: week + 1, count: move.count, last: week))
    }
    let ended = visit(week: week + 1, excess: excess)
    (count, last, worth) = before
    return ended
  }
}

/// States whose completions all cost too much, with the most units that were tried.
struct Failures {
  private let engineers: Int
  private var budgets: [Key: Int] = [:]

  struct Key: Hashable {
    let state: [UInt32]
  }

  init(engineers: Int) { self.engineers = engineers }

  /// Everything that the completions from a week on depend on.
  func key(week: Int, _ count: [Int], _ last: [Int], least: Int) -> Key {
    var state: [UInt32] = [UInt32(truncatingIfNeeded: week)]
    state.reserveCapacity(engineers + 1)
    for engineer in 0..<engineers {
      let since = min(week - last[engineer], least + Problem.lanes - 1)
      state.append(UInt32(truncatingIfNeeded: count[engineer] * 64 + since))
    }
    return Key(state: state)
  }

  func rulesOut(_ key: Key, budget: Int) -> Bool {
    budgets[key].map { $0 >= budget } ?? false
  }

  mutating func add(_ key: Key, budget: Int) {
    if budgets.count < 2_000_000 { budgets[key] = max(budget, budgets[key] ?? .min) }
  }
}
