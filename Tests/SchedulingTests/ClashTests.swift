import Diagnostics
import RotaModel
import Testing

@testable import Scheduling

@Suite("Clashes")
struct ClashTests {
  @Test("are found wherever no holders exist, and name a week", arguments: 0..<80)
  func found(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 4, weeks: 6, rotations: 2, projects: 2), seed: seed)
    let frame = Frame(situation, period: period)
    let problem = Problem(frame)
    var search = ShiftFeasibility(problem, work: 100_000)
    guard case .impossible = search.run() else { return }
    let clash = try #require(ClashFinder(frame, problem, work: 100_000).shifts())
    #expect(!clash.facts.isEmpty)
    #expect(clash.summary.contains("2027-"))
  }

  @Test("offer at most five edits, the cheapest first", arguments: 0..<20)
  func fixes(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 3, weeks: 5), seed: seed)
    guard case .infeasible(let clash) = plan(period, in: situation) else { return }
    #expect(!clash.facts.isEmpty)
    #expect(clash.fixes.count <= 5)
    #expect(clash.fixes.map { $0.points ?? 0 } == clash.fixes.map { $0.points ?? 0 }.sorted())
  }
}

@Suite("Solver and checker")
struct AgreementTests {
  @Test("agree on the points, and a planned rota has no conflict", arguments: 0..<60)
  func agree(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 7, weeks: 10, rotations: 1 + seed % 2, projects: 4, history: 2),
      seed: seed)
    let frame = Frame(situation, period: period)
    let problem = Problem(frame)
    guard case .solved(let solution) = Planning(frame).outcome() else { return }
    var solver = try #require(Solver(problem, effort: 1))
    guard case .optimal(let answer) = solver.solve(known: nil) else {
      Issue.record("not proved")
      return
    }
    #expect(answer.points == solution.points.total)
    #expect(solution.isOptimal)
    let judgement = judge(solution.rota, in: situation)
    #expect(judgement.points == solution.points)
    #expect(judgement.findings.filter { $0.severity == .conflict }.map(\.message) == [])
  }

  @Test("give the same rota twice", arguments: 0..<10)
  func deterministic(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 6, weeks: 9, projects: 3), seed: seed)
    guard case .solved(let first) = plan(period, in: situation),
      case .solved(let second) = plan(period, in: situation)
    else { return }
    #expect(first.rota.shifts == second.rota.shifts)
    #expect(first.rota.owners == second.rota.owners)
  }

  @Test("a new limit never improves the optimum", arguments: 0..<30)
  func monotone(seed: Int) throws {
    let (situation, period) = try randomSituation(TeamSize(engineers: 6, weeks: 8), seed: seed)
    guard case .solved(let before) = plan(period, in: situation) else { return }
    // A limit only forbids: unlike time off it leaves every share as it was.
    var team = situation.team
    let engineer = seed % team.engineers.count
    team.engineers[engineer].maxShifts = Located(1, at: team.engineers[engineer].place)
    let limited = Situation(team: team, rotas: situation.rotas, today: situation.today)
    if case .solved(let after) = plan(period, in: limited) {
      #expect(after.points.total >= before.points.total)
    }
  }
}
