import Dates
import Diagnostics
import RotaModel
import TeamFiles
import Testing

@testable import Rules
@testable import Solver

/// What is called optimal is: bounds and the points of rotas are held against each other.
@Suite("Proofs")
struct ProofTests {
  private func problem(_ text: String, weeks: Int) throws -> Problem {
    let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: .utc)
    let team = try #require(reading.team, "\(reading.diagnostics.map(\.message))")
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: weeks))
    return Problem(
      Frame(Situation(team: team, rotas: [], today: first - 30), period: period))
  }

  private func optimum(_ text: String, weeks: Int) throws -> Solver.Answer {
    let problem = try problem(text, weeks: weeks)
    guard case .optimal(let answer) = Solver.solve(problem, effort: 1) else {
      throw NotProved()
    }
    #expect(problem.points(answer.holders, answer.owned) == answer.points)
    return answer
  }

  private struct NotProved: Error {}

  private static let fourRotations = """
    rest: 0
    rotations:
      a:
      b:
      c:
      d: { members: [ada, bob until 2027-01-24, cat] }
    engineers:
      ada: { load: 60% }
      bob:
      cat:
      dan:
      eve: { away: [2027-01-12] }

    """

  /// Somebody who holds nothing of a rotation whose numbers are not told apart still owes it.
  @Test("hold where few engineers share four rotations")
  func fourRotations() throws {
    let problem = try problem(ProofTests.fourRotations, weeks: 6)
    let answer = try optimum(ProofTests.fourRotations, weeks: 6)
    // Planned by tables in which hardly anything is told apart, the optimum is the same.
    let market = Market(problem, slack: 1, countLimit: 4)
    #expect(market.planners.contains { $0.priced.contains { $0 != nil } })
    let prices = Prices(fair: market)
    var scratch = Market.Scratch(market)
    var probe = Probe(
      market, prices, bound: market.bound(at: prices, scratch: &scratch), best: nil,
      work: 3_000_000, lastTarget: nil)
    let ended = probe.deepen()
    #expect(ended)
    #expect(probe.contradiction == nil)
    #expect(probe.best?.points == answer.points)
  }

  /// The heaviest weights, and the longest periods that people plan, fit the arithmetic.
  @Test("hold at the heaviest weights, over years")
  func heavyWeights() throws {
    let weights = Weights.Key.allCases.map { "\($0.rawValue): 1000" }.joined(separator: ", ")
    let team = """
      rest: 1
      weights: { \(weights) }
      rotations:
        a:
        b:
      engineers:
        ada: { prefer: [2027-02-01 to 2030-02-01], load: 10% }
        bob: { avoid: [2027-02-01 to 2030-02-01] }
        cat:
        dan:
        eve: { max_shifts: 40 }
        fay:
      unpopular: [2027-01-04 to 2030-06-30]

      """
    for weeks in [13, 156, 520] {
      let problem = try problem(team, weeks: weeks)
      var solver = Solver(problem, effort: 1)
      // Without branching: what is asked here is that nothing overflows and nothing is claimed.
      switch solver.solve(branching: 0) {
      case .optimal(let answer):
        #expect(problem.points(answer.holders, answer.owned) == answer.points)
      case .feasible(let answer, let bound):
        #expect(problem.points(answer.holders, answer.owned) == answer.points)
        #expect(bound <= answer.points)
      default: Issue.record("no rota of \(weeks) weeks")
      }
    }
  }

  /// The same weight throughout changes no rota, whatever it is.
  @Test("take the same steps at weights a thousand times as heavy")
  func commonDivisors() throws {
    func team(_ weight: Int) -> String {
      let weights = Weights.Key.allCases.map { "\($0.rawValue): \(weight)" }
      return "weights: { \(weights.joined(separator: ", ")) }\n" + ProofTests.fourRotations
    }
    let light = try problem(team(1), weeks: 6)
    let heavy = try problem(team(1000), weeks: 6)
    #expect(heavy.commonDivisor == 1000 * light.commonDivisor)
    let best = try optimum(team(1), weeks: 6)
    let heaviest = try optimum(team(1000), weeks: 6)
    #expect(heaviest.points == 1000 * best.points)
    #expect(heaviest.holders == best.holders)
  }

  /// A claim that its own rota belies is no result.
  @Test("are no claims where bound and points differ")
  func contradictions() throws {
    let problem = try problem(ProofTests.fourRotations, weeks: 6)
    let answer = try optimum(ProofTests.fourRotations, weeks: 6)
    func isContradiction(_ result: Solver.Result, bound: Int) -> Bool {
      guard case .contradiction = Solver.checked(result, bound: bound, problem) else {
        return false
      }
      return true
    }
    #expect(!isContradiction(.optimal(answer), bound: answer.points))
    #expect(isContradiction(.optimal(answer), bound: answer.points + 1))
    #expect(isContradiction(.feasible(answer, bound: answer.points + 1), bound: 0))
    let wrong = Solver.Answer(
      holders: answer.holders, owned: answer.owned, points: answer.points - 1)
    #expect(isContradiction(.optimal(wrong), bound: 0))
    #expect(isContradiction(.feasible(wrong, bound: 0), bound: 0))
  }

  /// The local search never breaks a rule, and its points are those of its rota.
  @Test("are not needed for a local search, whose points are true")
  func localSearch() throws {
    let problem = try problem(ProofTests.fourRotations, weeks: 13)
    var feasibility = ShiftFeasibility(problem, work: 300_000)
    let holders = try #require(feasibility.run().found)
    let owned = (0..<problem.engineers).map { _ in [Int]() }
    let start = Solver.Answer(
      holders: holders, owned: owned, points: problem.points(holders, owned))
    var search = ThresholdSearch(problem, from: start)
    search.run(moves: 50_000, enough: 0)
    let best = search.best
    #expect(best.points < start.points)
    #expect(problem.points(best.holders, best.owned) == best.points)
    for slot in best.holders.indices {
      let week = slot / problem.rotations
      #expect(
        problem.allowed[problem.cell(best.holders[slot], week, slot % problem.rotations)])
      let others = best.holders[week * problem.rotations..<(week + 1) * problem.rotations]
      #expect(Set(others).count == problem.rotations)
    }
  }
}
