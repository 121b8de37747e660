import JudgedSeeds
import Testing

@testable import Solver

/// What is known of a similar problem makes an answer come sooner, never another one.
@Suite("A solver that knows a similar problem")
struct KnownTests {
  @Test("gives the answer that it gives from nothing", .judges(atLeast: 40), arguments: 1...80)
  func sameAnswer(seed: Int) {
    let problem = randomProblem(seed: seed)
    var solver = Solver(problem, effort: 1)
    guard case .optimal(let answer) = solver.solve() else { return }
    let known = solver.known(with: answer)
    // The holder of the first shift that somebody has may not hold it now.
    guard let slot = answer.holders.firstIndex(where: \.isKnown) else { return }
    var changed = problem
    changed.engineers[answer.holders[slot]].allowed[slot] = false
    var again = Solver(changed, effort: 1, knowing: known)
    let least = Enumeration(changed).least
    switch again.solve() {
    case .optimal(let best):
      #expect(best.points == least)
      #expect(changed.points(best.holders, best.owned) == best.points)
    case .impossible: #expect(least == nil)
    case let result: Issue.record("not decided: \(result)")
    }
    judged()
  }

  @Test("leaves aside what is known of a problem of another shape")
  func otherShape() {
    let problem = small
    var solver = Solver(problem, effort: 1)
    guard case .optimal(let answer) = solver.solve() else {
      Issue.record("no answer")
      return
    }
    let known = solver.known(with: answer)
    var other = problem
    other.projects.append(
      Problem.Project(
        index: 9, needed: 1, days: 0..<1, fixed: [],
        candidates: problem.engineers.map { _ in Problem.Candidate(mayOwn: true) }))
    #expect(known.fits(problem))
    #expect(!known.fits(other))
    var again = Solver(other, effort: 1, knowing: known)
    guard case .optimal(let best) = again.solve() else {
      Issue.record("no answer")
      return
    }
    #expect(best.points == 20)
  }

  @Test("moves the price of a shift to the least for which somebody takes it")
  func coordinateAscent() {
    let problem = small
    let market = Market(problem, slack: 1)
    var prices = Prices(problem, unitsPerPoint: market.scale.unitsPerPoint)
    var scratch = Market.Scratch(market)
    market.raise(&prices, of: [0], scratch: &scratch)
    #expect(prices.shifts == [Int32(20 * market.scale.unitsPerPoint)])
    #expect(market.bound(at: prices, scratch: &scratch) == 20 * market.scale.unitsPerPoint)
  }

  /// One shift, which the second engineer holds for the least of those who may.
  private var small: Problem {
    var problem = Problem(
      weeks: 1, rotations: 1, open: [true], isUnpopular: [false], least: 1)
    for (isAllowed, points) in [(true, 30), (true, 20), (false, 10)] {
      var engineer = problem.engineer(sinceLast: nil, most: 1, ownedAtOnce: 1)
      engineer.allowed = [isAllowed]
      engineer.shiftPoints = [points]
      problem.engineers.append(engineer)
    }
    return problem
  }
}
