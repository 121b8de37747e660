/// Whether any holders keep the hard rules of shifts, whatever they cost: a depth-first search
/// over the weeks that remembers the states from which no completion exists.
package struct ShiftFeasibility {
  package enum Result {
    case possible(Table<Slot, EngineerIndex>)
    /// A week that can't be held where all the others are.
    case impossible(week: WeekIndex)
    /// The work ran out.
    case unknown

    package var found: Table<Slot, EngineerIndex>? {
      guard case .possible(let holders) = self else { return nil }
      return holders
    }
  }

  /// Nodes of a search for any rota at all.
  package static let usualWork = Tuning.Search.nodesForFeasibility

  private var problem: Problem
  /// The number of shifts is limited to fewer than could fit.
  private let isLimited: Table<EngineerIndex, Bool>
  private var work: Int
  private var last: Table<EngineerIndex, WeekIndex>
  private var held: Table<EngineerIndex, Int>
  private var holders: Table<Slot, EngineerIndex>
  /// How many shifts are open from a week on.
  private let openFrom: Table<WeekIndex, Int>
  private var failed: Set<[Int32]> = []
  private var deepest = WeekIndex(0)

  package init(_ problem: Problem, work: Int) {
    self.problem = problem
    self.work = work
    let longAgo = WeekIndex(-problem.least - Problem.lanes)
    last = problem.engineers.mapValues { max($0.lastBefore ?? longAgo, longAgo) }
    held = Table(repeating: 0, for: problem.engineers.indices)
    holders = Table(repeating: .nobody, for: problem.slots.all)
    let fitting = (problem.weeks.count + problem.least - 1) / problem.least
    isLimited = problem.engineers.mapValues { $0.most < fitting }
    openFrom = Table(
      (0...problem.weeks.count).map { week in
        problem.open[problem.slots[WeekIndex(week)].lowerBound...].count { $0 }
      })
  }

  package mutating func run() -> Result {
    if let week = settleForced() { return .impossible(week: week) }
    if visit(problem.weeks.lowerBound) { return .possible(holders) }
    return work > 0 ? .impossible(week: deepest) : .unknown
  }

  /// Whoever alone can hold a shift rests around it; that may leave one engineer to other shifts.
  ///
  /// - Returns: a week with a shift that nobody is left for.
  private mutating func settleForced() -> WeekIndex? {
    var isSettled = Table(repeating: false, for: problem.slots.all)
    var isChanged = true
    while isChanged {
      isChanged = false
      for slot in problem.open.indices where problem.open[slot] && !isSettled[slot] {
        let week = problem.slots.week(of: slot)
        let able = problem.able(slot)
        guard let holder = able.first else { return week }
        guard able.count == 1 else { continue }
        isSettled[slot] = true
        isChanged = true
        let near = (week - (problem.least - 1)..<week + problem.least).clamped(to: problem.weeks)
        for other in near {
          for same in problem.slots[other] where same != slot {
            problem.engineers[holder].allowed[same] = false
          }
        }
      }
    }
    return nil
  }

  private mutating func visit(_ week: WeekIndex) -> Bool {
    guard week < problem.weeks.upperBound else { return true }
    guard work > 0 else { return false }
    work -= 1
    deepest = max(deepest, week)
    let key = state(week)
    if failed.contains(key) || !suffices(from: week) { return false }
    if fill(week) { return true }
    if work > 0, failed.count < Tuning.Search.remembered { failed.insert(key) }
    return false
  }

  /// Whether everybody together has enough shifts left.
  private func suffices(from week: WeekIndex) -> Bool {
    var able = 0
    for engineer in problem.engineers.indices {
      let free = max(week, last[engineer] + problem.least)
      let fitting = (problem.weeks.upperBound - free + problem.least - 1) / problem.least
      able += max(0, min(problem.engineers[engineer].most - held[engineer], fitting))
      if able >= openFrom[week] { return true }
    }
    return able >= openFrom[week]
  }

  /// Fills what is open of a week, the rotation with the fewest able engineers first.
  private mutating func fill(_ week: WeekIndex) -> Bool {
    guard work > 0 else { return false }
    work -= 1
    var hardest: (slot: Slot, able: [EngineerIndex])?
    for slot in problem.slots[week] where problem.open[slot] && !holders[slot].isKnown {
      let able = problem.able(slot).filter { engineer in
        last[engineer] + problem.least <= week
          && held[engineer] < problem.engineers[engineer].most
      }
      if able.count < hardest?.able.count ?? .max { hardest = (slot, able) }
    }
    guard let (slot, able) = hardest else { return visit(week + 1) }
    work -= problem.rotations.count * problem.engineers.count / Tuning.Search.engineersPerNode
    // Who served longest ago first: that leaves the most freedom later.
    for engineer in able.sorted(by: { (last[$0], held[$0], $0) < (last[$1], held[$1], $1) }) {
      let before = last[engineer]
      last[engineer] = week
      held[engineer] += 1
      holders[slot] = engineer
      if fill(week) { return true }
      holders[slot] = .nobody
      held[engineer] -= 1
      last[engineer] = before
      if work <= 0 { return false }
    }
    return false
  }

  /// What the completions from a week on depend on: who still rests, and who has shifts left.
  private func state(_ week: WeekIndex) -> [Int32] {
    var state: [Int32] = [Int32(week.number)]
    for engineer in problem.engineers.indices {
      let resting = max(0, last[engineer] + problem.least - week)
      let used = isLimited[engineer] ? held[engineer] : 0
      state.append(Int32(resting * (problem.weeks.count + 1) + used))
    }
    return state
  }
}
