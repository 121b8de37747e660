import SeededNumbers

@testable import Solver

/// Convex tables, some forbidden cells, a shift or two before the period, and projects.
func randomProblem(seed: Int) -> Problem {
  var random = SeededNumbers(seed: seed)
  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  let (engineers, weeks, rotations) = (3, number(3...4), number(1...2))
  var problem = Problem(
    engineers: engineers, weeks: weeks, rotations: rotations,
    open: (0..<weeks * rotations).map { _ in number(0...9) > 0 },
    isUnpopular: (0..<weeks).map { _ in number(0...3) == 0 }, least: number(1...2),
    sinceLast: (0..<engineers).map { _ in number(0...1) == 0 ? nil : number(1...4) },
    most: (0..<engineers).map { _ in number(1...weeks) },
    ownedAtOnce: (0..<engineers).map { _ in number(1...2) })
  // Nothing is allowed that is not open: the solver relies on it.
  for index in problem.allowed.indices {
    problem.allowed[index] = number(0...5) > 0 && problem.open[index % problem.open.count]
  }
  for index in problem.shiftPoints.indices { problem.shiftPoints[index] = 10 * number(0...2) }
  for index in problem.idlePoints.indices { problem.idlePoints[index] = 15 * (number(0...5) / 5) }
  for engineer in 0..<engineers {
    let ideal = number(0...4)
    for lane in 0..<Problem.lanes {
      let missing = max(0, ideal - lane)
      problem.chainPoints[engineer * Problem.lanes + lane] = 4 * missing * missing
    }
    for rotation in 0..<rotations {
      problem.countPoints[engineer * rotations + rotation] = squares(number(0...3), weeks)
    }
    problem.unpopularPoints[engineer] = squares(0, problem.isUnpopular.count { $0 })
  }
  let projects = number(0...2)
  for index in 0..<projects {
    let start = number(0...10)
    problem.projects.append(
      Problem.Project(
        index: index, needed: 1, days: start..<start + number(1...10),
        mayOwn: (0..<engineers).map { _ in number(0...3) > 0 }, fixed: [],
        ownPoints: (0..<engineers).map { _ in number(0...9) },
        otherPoints: (0..<engineers).map { _ in number(0...9) },
        ownerWeeks: (0..<engineers).map { _ in number(0...2) },
        links: (0..<engineers).map { _ in
          [Problem.Link(week: number(0...weeks - 1), points: 25)]
        }))
  }
  for engineer in 0..<engineers {
    let most = problem.projects.reduce(0) { $0 + $1.ownerWeeks[engineer] }
    problem.ownerWeekPoints[engineer] = squares(1, most)
  }
  problem.constant = 7
  return problem
}

/// By number up to `most`: the squared distance from a target.
private func squares(_ target: Int, _ most: Int) -> [Int] {
  (0...most).map { 50 * ($0 - target) * ($0 - target) }
}
