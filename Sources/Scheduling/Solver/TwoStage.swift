/// Teams with too many projects to list everyone's sets of them: owners first, by exchanges that
/// help, then the best shifts around them. The bound leaves out what projects cost, so it is true
/// for any owners.
struct TwoStage {
  private let problem: Problem
  private let effort: Int

  init(_ problem: Problem, effort: Int) {
    self.problem = problem
    self.effort = effort
  }

  /// - Parameter known: any valid rota.
  func solve(from known: Solver.Answer, points: ([Int], [[Int]]) -> Int) -> Solver.Result {
    let owned = improved(known.owned)
    var best = Solver.Answer(
      holders: known.holders, owned: owned, points: points(known.holders, owned))
    if var solver = Solver(fixing(owned), effort: effort) {
      switch solver.solve(known: nil) {
      case .optimal(let answer), .feasible(let answer, _):
        let found = points(answer.holders, owned)
        if found < best.points {
          best = Solver.Answer(holders: answer.holders, owned: owned, points: found)
        }
      case .unknown, .impossible: break
      }
    }
    if known.points < best.points { best = known }
    return .feasible(best, bound: min(bound(), best.points))
  }

  /// No rota costs less: shifts alone, at prices of their own.
  private func bound() -> Int {
    guard var solver = Solver(shiftsAlone, effort: effort) else { return problem.constant }
    return solver.rootBound()
  }

  /// The problem of the shifts alone, everybody owning what they own: links are charged for the
  /// shifts themselves.
  private func fixing(_ owned: [[Int]]) -> Problem {
    var shifts = shiftsAlone
    for engineer in owned.indices {
      for link in owned[engineer].flatMap({ problem.projects[$0].links[engineer] }) {
        for rotation in 0..<problem.rotations {
          shifts.shiftPoints[problem.cell(engineer, link.week, rotation)] += link.points
        }
      }
    }
    return shifts
  }

  private var shiftsAlone: Problem {
    var shifts = problem
    shifts.projects = []
    shifts.ownerWeekPoints = problem.ownerWeekPoints.map { [$0.min() ?? 0] }
    return shifts
  }

  /// Gives projects to others as long as that costs fewer points, shifts aside.
  private func improved(_ start: [[Int]]) -> [[Int]] {
    var owned = start
    var cost = owned.indices.map { self.cost($0, owned[$0]) }
    var isBetter = true
    var rounds = 100
    while isBetter, rounds > 0 {
      isBetter = false
      rounds -= 1
      for (index, project) in problem.projects.enumerated() {
        for owner in owned.indices where owned[owner].contains(index) {
          guard !project.fixed.contains(owner) else { continue }
          let without = owned[owner].filter { $0 != index }
          let saved = cost[owner] - self.cost(owner, without)
          for other in owned.indices where project.mayOwn[other] && !owned[other].contains(index) {
            let with = owned[other] + [index]
            guard problem.fits(with, other) else { continue }
            let added = self.cost(other, with) - cost[other]
            guard added < saved else { continue }
            owned[owner] = without
            owned[other] = with
            cost[owner] -= saved
            cost[other] += added
            isBetter = true
            break
          }
        }
      }
    }
    return owned
  }

  private func cost(_ engineer: Int, _ owned: [Int]) -> Int {
    var weeks = 0
    var points = 0
    for (index, project) in problem.projects.enumerated() {
      if owned.contains(index) {
        points += project.ownPoints[engineer]
        weeks += project.ownerWeeks[engineer]
      } else {
        points += project.otherPoints[engineer]
      }
    }
    return points + problem.ownerWeekPoints[engineer][weeks]
  }
}
