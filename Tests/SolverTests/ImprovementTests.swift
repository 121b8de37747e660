import JudgedSeeds
import Testing

@testable import Solver

/// Exchanges of a few engineers at a time.
@Suite("Improvement by exchanges")
struct ImprovementTests {
  @Test(
    "never makes a rota dearer, and says how many rounds it leaves where all are in vain",
    .judges(atLeast: 40), arguments: 1...60)
  func rounds(seed: Int) {
    let problem = randomProblem(seed: seed)
    guard let start = anyAnswer(problem), let least = Enumeration(problem).least else { return }
    judged()
    let market = Market(problem, slack: 1)
    var improvement = Improvement(market, Prices(fair: market), from: start)
    let left = improvement.run(rounds: 30, patience: 3, enough: least) { _ in true }
    let best = improvement.best
    #expect(best.points <= start.points && best.points >= least)
    #expect(problem.points(best.holders, best.owned) == best.points)
    #expect(best.points > least || left == 0)
    // Nothing is better than the best there is: each round is in vain.
    var again = Improvement(market, Prices(fair: market), from: best)
    guard best.points == least else { return }
    #expect(again.run(rounds: 30, patience: 3, enough: .min) { _ in true } == 27)
    #expect(again.run(rounds: 5, patience: .max, enough: .min) { _ in true } == 0)
    #expect(again.run(rounds: 30, patience: 3, enough: .min) { _ in false } == 0)
    #expect(again.best.points == least)
  }
}
