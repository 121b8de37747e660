import JudgedSeeds
import Testing

@testable import Solver

/// Where little is open, against trying all.
@Suite("A few open shifts and seats")
struct SetPartitioningTests {
  @Test(
    "go to whom they cost the least, of equals to the first", .judges(atLeast: 120),
    arguments: 1...200)
  func optimum(seed: Int) {
    let problem = randomProblem(seed: seed)
    guard let few = SetPartitioning(problem) else { return }
    let first = Enumeration(problem).first
    let best = few.best()
    #expect(best?.points == first?.points)
    judged()
    guard let best, let first else { return }
    #expect(best.holders == first.holders)
    #expect(problem.points(best.holders, best.owned) == best.points)
    let owners = Enumeration.Owners(problem.projects.indices) { project in
      best.owned.firstIndex { $0.contains(project) } ?? .nobody
    }
    #expect(owners == first.owners)
  }

  @Test("leave what is decided, and the second seat of a project, to whom they are free")
  func decided() {
    var problem = problem(weeks: 3)
    // The first shift is the first engineer's, who owns the project as well.
    problem.leave(0, to: 0)
    problem.projects[0].fixed = [0]
    problem.engineers[2].shiftPoints[1] = 5
    problem.engineers[0].most = 1
    let best = SetPartitioning(problem)?.best()
    #expect(best?.holders == [0, 1, 2])
    #expect(best?.owned == [[0], [0], []])
    #expect(best?.points == 0)
  }

  @Test("are none where more is open")
  func many() {
    #expect(SetPartitioning(problem(weeks: 8)) == nil)
    var few = problem(weeks: 7)
    // With the two seats decided seven shifts are few enough.
    few.projects[0].fixed = [0, 1]
    #expect(SetPartitioning(few) != nil)
    // Two open seats of one project are not one engineer's each.
    few.projects[0].fixed = []
    #expect(SetPartitioning(few) == nil)
  }

  @Test("have no answer where somebody who must own a project may not")
  func impossible() {
    var problem = problem(weeks: 3)
    problem.projects[0].fixed = [0]
    problem.projects[0].candidates[0].mayOwn = false
    let few = SetPartitioning(problem)
    #expect(few != nil)
    #expect(few?.best() == nil)
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
