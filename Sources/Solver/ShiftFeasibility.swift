/// Whether any holders keep the hard rules of shifts, whatever they cost: a depth-first search
/// over the weeks that remembers the states from which no completion exists.
package struct ShiftFeasibility {
  package enum Result {
    /// By week and rotation: the engineer, or −1.
    case possible([Int])
    /// A week that can't be held where all the others are.
    case impossible(week: Int)
    /// The work ran out.
    case unknown

    package var found: [Int]? {
      guard case .possible(let holders) = self else { return nil }
      return holders
    }
  }

  /// Nodes of a search for any rota at all.
  package static let usualWork = 300_000

  private var problem: Problem
  /// By engineer: the number of shifts is limited to fewer than could fit.
  private let isLimited: [Bool]
  private var work: Int
  private var last: [Int]
  private var held: [Int]
  private var holders: [Int]
  /// By week: how many shifts are open from it on.
  private let openFrom: [Int]
  private var failed: Set<[Int32]> = []
  private var deepest = 0

  package init(_ problem: Problem, work: Int) {
    self.problem = problem
    self.work = work
    let longAgo = -problem.least - Problem.lanes
    last = problem.engineers.map { $0.sinceLast.map { max(-$0, longAgo) } ?? longAgo }
    held = Array(repeating: 0, count: problem.engineers.count)
    holders = Array(repeating: -1, count: problem.weeks * problem.rotations)
    let fitting = (problem.weeks + problem.least - 1) / problem.least
    isLimited = problem.engineers.map { $0.most < fitting }
    openFrom = (0...problem.weeks).map { week in
      problem.open[week * problem.rotations..<problem.open.count].count { $0 }
    }
  }

  package mutating func run() -> Result {
    if let week = settleForced() { return .impossible(week: week) }
    if visit(0) { return .possible(holders) }
    return work > 0 ? .impossible(week: deepest) : .unknown
  }

  /// Whoever alone can hold a shift rests around it; that may leave one engineer to other shifts.
  ///
  /// - Returns: a week with a shift that nobody is left for.
  private mutating func settleForced() -> Int? {
    var isSettled = Array(repeating: false, count: problem.open.count)
    var isChanged = true
    while isChanged {
      isChanged = false
      for slot in problem.open.indices where problem.open[slot] && !isSettled[slot] {
        let week = slot / problem.rotations
        let able = problem.able(slot)
        guard let holder = able.first else { return week }
        guard able.count == 1 else { continue }
        isSettled[slot] = true
        isChanged = true
        let near =
          max(0, week - problem.least + 1)...min(problem.weeks - 1, week + problem.least - 1)
        for other in near {
          for rotation in 0..<problem.rotations where other * problem.rotations + rotation != slot {
            problem.engineers[holder].allowed[problem.slot(other, rotation)] = false
          }
        }
      }
    }
    return nil
  }

  private mutating func visit(_ week: Int) -> Bool {
    guard week < problem.weeks else { return true }
    guard work > 0 else { return false }
    work -= 1
    deepest = max(deepest, week)
    let key = state(week)
    if failed.contains(key) || !suffices(from: week) { return false }
    if fill(week) { return true }
    if work > 0, failed.count < 1_000_000 { failed.insert(key) }
    return false
  }

  /// Whether everybody together has enough shifts left.
  private func suffices(from week: Int) -> Bool {
    var able = 0
    for engineer in problem.engineers.indices {
      let free = max(week, last[engineer] + problem.least)
      let fitting = (problem.weeks - free + problem.least - 1) / problem.least
      able += max(0, min(problem.engineers[engineer].most - held[engineer], fitting))
      if able >= openFrom[week] { return true }
    }
    return able >= openFrom[week]
  }

  /// Fills what is open of a week, the rotation with the fewest able engineers first.
  private mutating func fill(_ week: Int) -> Bool {
    guard work > 0 else { return false }
    work -= 1
    var hardest: (rotation: Int, able: [Int])?
    for rotation in 0..<problem.rotations {
      let slot = problem.slot(week, rotation)
      guard problem.open[slot], holders[slot] < 0 else { continue }
      let able = problem.engineers.indices.filter { engineer in
        problem.engineers[engineer].allowed[problem.slot(week, rotation)]
          && last[engineer] + problem.least <= week
          && held[engineer] < problem.engineers[engineer].most
      }
      if able.count < hardest?.able.count ?? .max { hardest = (rotation, able) }
    }
    guard let (rotation, able) = hardest else { return visit(week + 1) }
    work -= problem.rotations * problem.engineers.count / 64
    // Who served longest ago first: that leaves the most freedom later.
    for engineer in able.sorted(by: { (last[$0], held[$0], $0) < (last[$1], held[$1], $1) }) {
      let before = last[engineer]
      last[engineer] = week
      held[engineer] += 1
      holders[problem.slot(week, rotation)] = engineer
      if fill(week) { return true }
      holders[problem.slot(week, rotation)] = -1
      held[engineer] -= 1
      last[engineer] = before
      if work <= 0 { return false }
    }
    return false
  }

  /// What the completions from a week on depend on: who still rests, and who has shifts left.
  private func state(_ week: Int) -> [Int32] {
    var state: [Int32] = [Int32(week)]
    for engineer in problem.engineers.indices {
      let resting = max(0, last[engineer] + problem.least - week)
      let used = isLimited[engineer] ? held[engineer] : 0
      state.append(Int32(resting * 1024 + used))
    }
    return state
  }
}
