import Testing

@testable import Solver

/// What joins the master, and when its shares are a rota.
@Suite("Restricted master")
struct RestrictedMasterTests {
  /// Two engineers, two weeks and two projects of the same days; everybody holds at most one shift
  /// and owns at most one project at once.
  private var problem: Problem {
    var made = Problem(
      weeks: 2, rotations: 1, open: [true, true], isUnpopular: [false, false], least: 1)
    made.addEngineers(2, most: 1, ownedAtOnce: 1)
    made.projects = Table(
      (0..<2).map {
        Problem.Project(
          index: $0, needed: 1, days: 0..<14, fixed: [],
          candidates: made.engineers.map { _ in Problem.Candidate(mayOwn: true) })
      })
    return made
  }

  private func answer(_ plans: [RestrictedMaster.Plan]) -> Solver.Answer? {
    let problem = problem
    var master = RestrictedMaster(Market(problem, slack: 1))
    for plan in plans { master.add(plan, problem) }
    master.minimise()
    return master.wholeAnswer(problem)
  }

  @Test("takes whole plans for a rota")
  func wholePlans() {
    let found = answer([
      RestrictedMaster.Plan(engineer: 0, slots: [0], owned: [1]),
      RestrictedMaster.Plan(engineer: 1, slots: [1], owned: [0]),
    ])
    #expect(found?.holders == [0, 1])
    #expect(found?.owned == [[1], [0]])
  }

  @Test("leaves out a plan that passes a limit, which tables may not see")
  func limits() {
    #expect(
      answer([
        RestrictedMaster.Plan(engineer: 0, slots: [0], owned: [0, 1]),
        RestrictedMaster.Plan(engineer: 1, slots: [1], owned: []),
      ]) == nil)
    #expect(
      answer([
        RestrictedMaster.Plan(engineer: 0, slots: [0, 1], owned: [0]),
        RestrictedMaster.Plan(engineer: 1, slots: [], owned: [1]),
      ]) == nil)
  }

  @Test("costs what a rota does when it starts from it")
  func start() {
    var judged = 0
    for seed in 1...60 {
      let problem = randomProblem(seed: seed)
      guard case .optimal(let rota) = Solver.solve(problem, effort: 1) else { continue }
      judged += 1
      for countLimit in [nil, 4] {
        var master = RestrictedMaster(Market(problem, slack: 1, countLimit: countLimit))
        master.start(from: rota, problem)
        #expect(
          abs(master.cost + Double(problem.constant) - Double(rota.points)) < 0.5, "seed \(seed)")
      }
    }
    #expect(judged > 40, "\(judged)")
  }

  @Test("is no rota while something is left open")
  func gaps() {
    #expect(
      answer([
        RestrictedMaster.Plan(engineer: 0, slots: [0], owned: [1]),
        RestrictedMaster.Plan(engineer: 1, slots: [], owned: [0]),
      ]) == nil)
  }

  @Test("is no rota where one engineer has two plans, and another none")
  func twoPlans() {
    var problem = Problem(
      weeks: 4, rotations: 1, open: [true, true, true, true],
      isUnpopular: [false, false, false, false], least: 1)
    problem.addEngineers(2, most: 2, ownedAtOnce: 1)
    var master = RestrictedMaster(Market(problem, slack: 1))
    for slots: [Slot] in [[0, 1], [2, 3]] {
      master.add(RestrictedMaster.Plan(engineer: 0, slots: slots, owned: []), problem)
    }
    master.minimise()
    #expect(master.shares.allSatisfy { $0.share > 0.99 && $0.plan.engineer == 0 })
    #expect(master.shares.count == 2)
    #expect(master.wholeAnswer(problem) == nil)
  }
}
