import JudgedSeeds
import Testing

@testable import Solver

/// What it takes that another engineer holds a shift, told without a search.
@Suite("Others who could hold a shift")
struct TakeoverTests {
  @Test(
    "no bound is above the fewest points, and no chain below", .judges(atLeast: 50),
    arguments: 1...60)
  func aroundTheOptimum(seed: Int) {
    let problem = randomProblem(seed: seed)
    var solver = Solver(problem, effort: 1)
    guard case .optimal(let base) = solver.solve() else { return }
    for slot in problem.open.indices where problem.open[slot] {
      let bounds = solver.bounds(holding: slot)
      let chains = EjectionChains(problem, from: base, taking: slot)
      for engineer in problem.engineers.indices where engineer != base.holders[slot] {
        guard let bound = bounds[engineer] else {
          #expect(!problem.engineers[engineer].allowed[slot])
          #expect(chains.answer(engineer) == nil)
          continue
        }
        let least = Enumeration(problem) { held, _ in held[slot] == engineer }.least
        #expect(bound <= least ?? .max)
        guard let answer = chains.answer(engineer) else { continue }
        let found = Enumeration(problem) { held, _ in held == answer.holders }.least
        #expect(answer.holders[slot] == engineer)
        #expect(found ?? .max <= answer.points)
        #expect(answer.points == problem.points(answer.holders, answer.owned))
        #expect(bound <= answer.points)
        if bound == answer.points { judged() }
      }
    }
  }

  @Test("whoever loses a shift takes one of somebody who holds too many")
  func loss() {
    // One shift is fair for the first two, two are for the third, none is for the fourth.
    var problem = Problem(
      weeks: 4, rotations: 1, open: [true, true, true, true],
      isUnpopular: [false, false, false, false], least: 1)
    let counts = [
      [10, 0, 10, 30, 60], [10, 0, 10, 30, 60], [30, 4, 0, 10, 40], [0, 9, 40, 90, 160],
    ]
    for counts in counts {
      var engineer = problem.engineer(sinceLast: nil, most: 4, ownedAtOnce: 1)
      engineer.allowed = [true, true, true, true]
      engineer.countPoints = [counts]
      problem.engineers.append(engineer)
    }
    let holders: Table<Slot, EngineerIndex> = [0, 1, 2, 2]
    let owned = Table(problem.engineers.indices) { _ in [ProjectIndex]() }
    let base = Solver.Answer(
      holders: holders, owned: owned, points: problem.points(holders, owned))
    #expect(base.points == 0)
    let chains = EjectionChains(problem, from: base, taking: 0)
    #expect(chains.answer(3)?.holders == [3, 1, 0, 2])
    #expect(chains.answer(3)?.points == 9 + 4)
    // Two shifts change places.
    #expect(chains.answer(1)?.holders == [1, 0, 2, 2])
    #expect(chains.answer(1)?.points == 0)
  }
}
