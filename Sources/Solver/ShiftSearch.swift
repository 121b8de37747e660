/// A depth-first search over the weeks for shifts that fit together: the tables bound what is
/// left, and states that failed are remembered.
///
/// The tables may cost less than the truth (counts that are not told apart, slopes that are cut).
/// So every rota that is reached is judged by its own points, and a state from which such a rota was
/// reached is not remembered: others that look the same may have other points.
struct ShiftSearch {
  /// A rota that was reached.
  struct Found {
    let holders: Table<Slot, EngineerIndex>
    /// What it adds to the bound, worked out from its own points.
    let excess: Int
  }

  private let space: ShiftSpace
  /// What holders add to the bound in truth.
  private let excess: (Table<Slot, EngineerIndex>) -> Int
  /// Nodes that may still be visited.
  private(set) var work: Int
  /// Units that may be added to the bound; it shrinks when a rota is found.
  private var limit: Int
  /// The cheapest rota found; where the search is in order, the first.
  private(set) var best: Found?
  private let stopsAtFirst: Bool
  /// How many rotas were reached that cost more than the tables say.
  private(set) var dearer = 0
  /// Whether a rota costs less than the tables say: then nothing is proved.
  private(set) var isContradicted = false
  private var failures = Failures()

  /// - Parameters:
  ///   - limit: a rota may add at most so many units to the bound.
  ///   - inOrder: moves in the team file's order, and the first rota found is the answer; else
  ///     the cheapest first, and the best rota is.
  init(
    _ space: ShiftSpace, limit: Int, work: Int, inOrder: Bool,
    excess: @escaping (Table<Slot, EngineerIndex>) -> Int
  ) {
    self.space = space
    self.limit = limit
    self.work = work
    self.excess = excess
    stopsAtFirst = inOrder
  }

  /// Whether the search ended; false where the work ran out.
  mutating func run() -> Bool {
    limit < 0 || visit(week: WeekIndex(0), space.start) || (stopsAtFirst && best != nil)
  }

  /// Visits the completions from a week on; false where the work ran out, or the first rota
  /// found is enough.
  private mutating func visit(week: WeekIndex, _ state: ShiftState) -> Bool {
    guard work > 0 else { return false }
    work -= 1
    guard week < space.market.problem.weeks.upperBound else { return judge(state) }
    let key = Failures.Key(state, week: week, space.market)
    if failures.rulesOut(key, budget: limit - state.excess) { return true }
    guard var moves = space.moves(state, week: week, limit: limit - state.excess) else {
      return false
    }
    // Swift's sort is stable: equal moves stay in the team file's order.
    if !stopsAtFirst { moves.sort { $0.excess < $1.excess } }
    let before = dearer
    for move in moves where state.excess + move.excess <= limit {
      guard visit(week: week + 1, space.state(state, week: week, after: move)) else {
        return false
      }
    }
    if dearer == before { failures.add(key, budget: limit - state.excess) }
    return true
  }

  /// Takes a rota that was reached for what it is.
  private mutating func judge(_ state: ShiftState) -> Bool {
    let excess = excess(state.holders)
    if excess < state.excess + space.rest(state) {
      isContradicted = true
      return false
    }
    if excess > state.excess + space.rest(state) { dearer += 1 }
    guard excess <= limit else { return true }
    best = Found(holders: state.holders, excess: excess)
    // Points are whole: the next rota must be better by one.
    limit = excess - space.market.scale.unitsPerPoint
    return !stopsAtFirst
  }
}

/// States whose completions all cost too much, with the most units that were tried.
struct Failures {
  private var budgets: [Key: Int] = [:]

  /// Everything that the completions of a state depend on.
  struct Key: Hashable {
    private let values: [UInt32]

    init(_ state: ShiftState, week: WeekIndex, _ market: Market) {
      let least = market.problem.least
      var values: [UInt32] = [UInt32(week.number)]
      values.reserveCapacity(state.count.count + 1)
      for engineer in state.count.indices {
        let distances = least + Problem.lanes
        let since = min(week - state.last[engineer], distances - 1)
        values.append(UInt32(state.count[engineer] * distances + since))
        let planner = market.planners[engineer]
        if planner.hidesLimit { values.append(UInt32(state.held[engineer])) }
        for duty in planner.rotations.indices where planner.priced[duty] != nil {
          values.append(UInt32(state.heldOf[engineer, planner.rotations[duty]]))
        }
      }
      self.values = values
    }
  }

  func rulesOut(_ key: Key, budget: Int) -> Bool {
    budgets[key].map { $0 >= budget } ?? false
  }

  mutating func add(_ key: Key, budget: Int) {
    if budgets.count < Tuning.Search.remembered { budgets[key] = max(budget, budgets[key] ?? .min) }
  }
}
