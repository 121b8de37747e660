import Testing

@testable import Solver

/// The solver alone, on tables drawn at random: no rule and no calendar stands behind the numbers.
@Suite("The solver on random tables")
struct EnumerationTests {
  @Test("finds the optimum of all holders and owners", arguments: 1...40)
  func optimum(seed: Int) {
    let problem = randomProblem(seed: seed)
    let least = Enumeration(problem).least
    let result = Solver.solve(problem, effort: 1)
    switch result {
    case .optimal(let answer):
      #expect(answer.points == least)
      #expect(problem.points(answer.holders, answer.owned) == answer.points)
    case .impossible: #expect(least == nil)
    default: Issue.record("not proved, where \(least ?? -1) is least: \(result)")
    }
  }
}
