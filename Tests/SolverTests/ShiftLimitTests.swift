import Dates
import Diagnostics
import RotaModel
import TeamFiles
import Testing

@testable import Rules
@testable import Solver

@Suite("Limits of shifts")
struct ShiftLimitTests {
  /// Ada would like to hold every shift of the quarter, which weighs far more than fairness.
  private func problem(maxShifts: Int) throws -> Problem {
    var text = """
      rest: 1
      weights: { fair: 1, spacing: 0, prefer: 1000 }
      engineers:
        ada: { max_shifts: \(maxShifts), prefer: [2027-01-01 to 2027-04-30] }

      """
    for index in 1...12 { text += "  e\(index):\n" }
    let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: .utc)
    let team = try #require(reading.team)
    let today = try #require(Day("2026-12-01"))
    let quarter = try #require(Period(named: "2027-Q1"))
    return Problem(
      Frame(Situation(team: team, rotas: [], today: today), period: quarter))
  }

  @Test("hold, and the optimum is proved", arguments: [0, 1, 3, 5, 6])
  func holdInTheOptimum(maxShifts: Int) throws {
    guard case .optimal(let answer) = Solver.solve(try problem(maxShifts: maxShifts), effort: 1)
    else {
      Issue.record("no optimum was proved")
      return
    }
    #expect(answer.holders.count { $0 == 0 } == maxShifts)
  }

  @Test("hold in a rota that is rolled out, also where they are beyond what is told apart")
  func holdInRollouts() throws {
    let problem = try problem(maxShifts: 4)
    let market = Market(problem, slack: 1)
    let free = (0..<problem.engineers).map { _ in [Int]() }
    let answer = try #require(Rollout(market, Prices(fair: market)).run(owned: free))
    #expect(answer.holders.count { $0 == 0 } == 4)
  }
}
