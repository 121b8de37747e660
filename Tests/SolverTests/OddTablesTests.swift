import JudgedSeeds
import Testing

@testable import Solver

/// What is called optimal has the fewest points, however odd the numbers are.
@Suite("The solver on odd tables")
struct OddTablesTests {
  @Test("finds and proves the optimum of all plans", .judges(atLeast: 15), arguments: 1...40)
  func optimum(seed: Int) {
    let problem = oddProblem(seed: seed)
    let least = Enumeration(problem).leastOfPlans
    switch Solver.solve(problem, effort: 1) {
    case .optimal(let answer):
      #expect(answer.points == least)
      #expect(problem.points(answer.holders, answer.owned) == answer.points)
      judged()
    case .impossible: #expect(least == nil)
    case let result: Issue.record("not proved, where \(least ?? -1) is least: \(result)")
    }
  }

  @Test(
    "loses no optimum where a branch ends, and none to what is left out",
    .judges(atLeast: 15), arguments: 1...40)
  func branches(seed: Int) throws {
    let problem = oddProblem(seed: seed)
    guard let least = Enumeration(problem).leastOfPlans else { return }
    let start = try #require(anyAnswer(problem))
    let market = Market(problem, slack: 1)
    var branching = Branching(from: start, slack: 1, work: 10_000_000, searched: 3)
    let ended = branching.run(problem, Prices(fair: market), gap: start.points) { _ in true }
    #expect(branching.contradiction == nil)
    if ended { #expect(branching.best.points == least) }
    let prices = branching.rootPrices ?? Prices(fair: market)
    var scratch = Market.Scratch(market)
    let bound = market.bound(at: prices, scratch: &scratch)
    #expect(market.scale.pointsRoundedUp(bound) + problem.constant <= least)
    let limit = (least - problem.constant) * market.scale.unitsPerPoint - bound
    let fixed = market.fixing(problem, at: prices, limit: limit, scratch: &scratch)
    #expect(Enumeration(fixed).leastOfPlans == least)
    for project in fixed.projects {
      #expect(Set(project.fixed).count == project.fixed.count, "an owner is decided once")
    }
    if ended { judged() }
  }
}
