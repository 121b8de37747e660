import Testing

@testable import Solver

/// Numbers that are right only together.
@Suite("Coupled constants")
struct TuningTests {
  @Test("lanes fill a vector, and a row has one more to age into")
  func lanes() {
    #expect(Problem.lanes == ShiftPlanner.Lanes.scalarCount)
    #expect(MemoryLayout<ShiftPlanner.Lanes>.size == Problem.lanes * MemoryLayout<Int32>.stride)
    #expect(ShiftPlanner.row == Problem.lanes + 1)
  }

  @Test("what a plan is paid and what it costs together are less than what is forbidden")
  func room() {
    for seed in 1...20 {
      let problem = randomProblem(seed: seed)
      let forbidden = Int(ShiftPlanner.forbidden)
      let items = problem.weeks.count / problem.least + 1 + problem.projects.count
      #expect(Prices.most(problem) * items <= forbidden / 2)
    }
    // Two paths that are forbidden add up within 32 bits, and a price on top.
    let (sum, overflow) = ShiftPlanner.forbidden.addingReportingOverflow(ShiftPlanner.forbidden)
    #expect(!overflow)
    #expect(!sum.addingReportingOverflow(ShiftPlanner.forbidden / 2).overflow)
  }

  @Test("what is no whole number is a question, or nearer to one than a whole plan is")
  func shares() {
    #expect(Tuning.Branching.wholeShare < 1)
    #expect(1 - Tuning.Branching.wholeShare < Tuning.Branching.leastOpenness)
    // Levels that are nothing come of shifts of the right-hand side.
    #expect(Tuning.Columns.nothing > 2 * Tuning.Columns.shift)
    #expect(Tuning.Columns.nothing < 1 - Tuning.Branching.wholeShare)
  }

  @Test("exchanges are reckoned by the mean of their sizes")
  func sizes() {
    let sizes = Tuning.Improving.sizes
    #expect(Tuning.Improving.meanSize * sizes.count == sizes.reduce(0, +))
  }

  /// However long the rest is: a state is known again by its counts and by the weeks since the last
  /// shift, and one number holds both.
  @Test("states that differ have different keys", arguments: [1, 8, 56, 104])
  func keys(least: Int) {
    var problem = Problem(
      weeks: 120, rotations: 1, open: Array(repeating: true, count: 120),
      isUnpopular: Array(repeating: false, count: 120), least: least)
    problem.addEngineers(1, most: 120, ownedAtOnce: 1)
    let market = Market(problem, slack: 1)
    let space = ShiftSpace(
      market: market, tables: [Array(repeating: 0, count: market.planners[0].tableSize)],
      costs: [market.planners[0].base], surcharges: [[nil]])
    var keys: Set<Failures.Key> = []
    let distances = 1..<least + Problem.lanes
    for count in 0..<4 {
      for distance in distances {
        var state = space.start
        state.count[0] = count
        state.last[0] = WeekIndex(119 - distance)
        keys.insert(Failures.Key(state, week: 119, market))
      }
    }
    #expect(keys.count == 4 * distances.count)
  }
}
