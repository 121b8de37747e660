import JudgedSeeds
import Testing

@testable import Solver

/// Where few shifts are open, against trying all.
@Suite("A few open shifts and all projects")
struct FewOpenShiftsTests {
  @Test(
    "go to whom they cost the least, of equals to the first", .judges(atLeast: 190),
    arguments: 1...200)
  func optimum(seed: Int) {
    let problem = randomProblem(seed: seed)
    guard let result = result(problem) else { return }
    let first = Enumeration(problem).first
    judged()
    guard case .optimal(let best) = result else {
      #expect(first == nil)
      return
    }
    #expect(best.points == first?.points)
    #expect(best.holders == first?.holders)
    #expect(problem.points(best.holders, best.owned) == best.points)
    let owners = Enumeration.Owners(problem.projects.indices) { project in
      best.owned.firstIndex { $0.contains(project) } ?? .nobody
    }
    #expect(owners == first?.owners)
  }

  @Test(
    "are shared out as the whole search does it, two owners a project", .judges(atLeast: 60),
    arguments: 1...100)
  func wholeSearch(seed: Int) {
    var problem = randomProblem(seed: seed)
    for index in problem.projects.indices {
      problem.projects[index].needed = 1 + (seed + index.number) % 2
    }
    guard let result = result(problem) else { return }
    switch (result, Solver.solve(problem, effort: 1)) {
    case (.impossible, .impossible): judged()
    case (.optimal(let few), .optimal(let whole)):
      judged()
      #expect(few.points == whole.points)
      #expect(few.holders == whole.holders)
      #expect(few.owned == whole.owned)
    case (_, let whole): Issue.record("\(result) and \(whole)")
    }
  }

  @Test("leave what is decided, and the second seat of a project, to whom they are free")
  func decided() throws {
    var problem = problem(weeks: 3)
    // The first shift is the first engineer's, who owns the project as well.
    problem.leave(0, to: 0)
    problem.projects[0].fixed = [0]
    problem.engineers[2].shiftPoints[1] = 5
    problem.engineers[0].most = 1
    guard case .optimal(let best) = result(problem) else {
      Issue.record("no answer")
      return
    }
    #expect(best.holders == [0, 1, 2])
    #expect(best.owned == [[0], [0], []])
    #expect(best.points == 0)
  }

  @Test("are not for more open shifts, or for tables that fall")
  func many() {
    #expect(FewOpenShifts(problem(weeks: 9)) == nil)
    #expect(FewOpenShifts(problem(weeks: 8)) != nil)
    var falling = problem(weeks: 3)
    falling.engineers[1].countPoints[0] = [0, 2, 3, 3]
    #expect(FewOpenShifts(falling) == nil)
    falling = problem(weeks: 3)
    falling.engineers[1].chainPoints[1] = 4
    #expect(FewOpenShifts(falling) == nil)
  }

  @Test("have no answer where somebody who must own a project may not")
  func impossible() {
    var problem = problem(weeks: 3)
    problem.projects[0].fixed = [0]
    problem.projects[0].candidates[0].mayOwn = false
    guard case .impossible = result(problem) else {
      Issue.record("an answer")
      return
    }
  }

  private func result(_ problem: Problem) -> Solver.Result? {
    var few = FewOpenShifts(problem)
    return few?.run()
  }

  /// Three engineers, one rotation and a project of two owners; one week of rest, and nothing costs.
  private func problem(weeks: Int) -> Problem {
    var made = Problem(
      weeks: weeks, rotations: 1, open: Array(repeating: true, count: weeks),
      isUnpopular: Array(repeating: false, count: weeks), least: 2)
    made.addEngineers(3, most: weeks, ownedAtOnce: 1)
    made.projects = [
      Problem.Project(
        index: 0, needed: 2, days: 0..<14, fixed: [],
        candidates: made.engineers.map { _ in Problem.Candidate(mayOwn: true) })
    ]
    return made
  }
}
