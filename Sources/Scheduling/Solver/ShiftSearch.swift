/// A depth-first search over the weeks for shifts that fit together: the tables bound what is
/// left, and states that failed are remembered.
struct ShiftSearch {
  private let space: ShiftSpace
  /// Nodes that may still be visited.
  private(set) var work: Int
  /// Units that may be added to the bound; it shrinks when a rota is found.
  private var limit: Int
  /// The cheapest rota found; where the search is in order, the first.
  private(set) var best: ShiftState?
  private let stopsAtFirst: Bool
  /// Whether rotas were passed over whose counts are not told apart.
  private(set) var isBlurred = false
  private var failures = Failures()

  /// - Parameters:
  ///   - limit: a rota may add at most so many units to the bound.
  ///   - inOrder: moves in the team file's order, and the first rota found is the answer; else
  ///     the cheapest first, and the best rota is.
  init(_ space: ShiftSpace, limit: Int, work: Int, inOrder: Bool) {
    self.space = space
    self.limit = limit
    self.work = work
    stopsAtFirst = inOrder
  }

  /// Whether the search ended; false where the work ran out.
  mutating func run() -> Bool {
    limit < 0 || visit(week: 0, space.start) || (stopsAtFirst && best != nil)
  }

  /// Visits the completions from a week on; false where the work ran out, or the first rota
  /// found is enough.
  private mutating func visit(week: Int, _ state: ShiftState) -> Bool {
    guard work > 0 else { return false }
    work -= 1
    guard week < space.market.problem.weeks else {
      best = state
      // Points are whole: the next rota must be better by one.
      limit = state.excess - space.market.scale.unitsPerPoint
      return !stopsAtFirst
    }
    let key = Failures.Key(state, week: week, least: space.market.problem.least)
    if failures.rulesOut(key, budget: limit - state.excess) { return true }
    guard var moves = space.moves(state, week: week, limit: limit - state.excess) else {
      return false
    }
    // Swift's sort is stable: equal moves stay in the team file's order.
    if !stopsAtFirst { moves.sort { $0.excess < $1.excess } }
    for move in moves where state.excess + move.excess <= limit {
      guard move.isExact else {
        isBlurred = true
        continue
      }
      guard visit(week: week + 1, space.state(state, week: week, after: move)) else {
        return false
      }
    }
    failures.add(key, budget: limit - state.excess)
    return true
  }
}

/// States whose completions all cost too much, with the most units that were tried.
struct Failures {
  private var budgets: [Key: Int] = [:]

  /// Everything that the completions of a state depend on.
  struct Key: Hashable {
    private let values: [UInt32]

    init(_ state: ShiftState, week: Int, least: Int) {
      var values: [UInt32] = [UInt32(week)]
      values.reserveCapacity(state.count.count + 1)
      for engineer in state.count.indices {
        let since = min(week - state.last[engineer], least + Problem.lanes - 1)
        values.append(UInt32(state.count[engineer] * 64 + since))
      }
      self.values = values
    }
  }

  func rulesOut(_ key: Key, budget: Int) -> Bool {
    budgets[key].map { $0 >= budget } ?? false
  }

  mutating func add(_ key: Key, budget: Int) {
    if budgets.count < 1_000_000 { budgets[key] = max(budget, budgets[key] ?? .min) }
  }
}
