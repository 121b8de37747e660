import SeededNumbers

@testable import Solver

/// Convex tables, some forbidden cells, a shift or two before the period, and projects.
func randomProblem(seed: Int) -> Problem {
  var random = SeededNumbers(seed: seed)
  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  let (engineers, weeks, rotations) = (3, number(3...4), number(1...2))
  var problem = Problem(
    weeks: weeks, rotations: rotations,
    open: (0..<weeks * rotations).map { _ in number(0...9) > 0 },
    isUnpopular: (0..<weeks).map { _ in number(0...3) == 0 }, least: number(1...2))
  let sinceLast = (0..<engineers).map { _ in number(0...1) == 0 ? nil : number(1...4) }
  let most = (0..<engineers).map { _ in number(1...weeks) }
  let ownedAtOnce = (0..<engineers).map { _ in number(1...2) }
  problem.engineers = Table(
    (0..<engineers).map {
      problem.engineer(sinceLast: sinceLast[$0], most: most[$0], ownedAtOnce: ownedAtOnce[$0])
    })
  // Nothing is allowed that is not open: the solver relies on it.
  for engineer in problem.engineers.indices {
    problem.engineers[engineer].allowed = problem.open.mapValues { number(0...5) > 0 && $0 }
  }
  for engineer in problem.engineers.indices {
    problem.engineers[engineer].shiftPoints = problem.open.mapValues { _ in 10 * number(0...2) }
  }
  for engineer in problem.engineers.indices {
    problem.engineers[engineer].idlePoints = problem.isUnpopular.mapValues { _ in
      15 * (number(0...5) / 5)
    }
  }
  for engineer in problem.engineers.indices {
    let ideal = number(0...4)
    for lane in 0..<Problem.lanes {
      let missing = max(0, ideal - lane)
      problem.engineers[engineer].chainPoints[lane] = 4 * missing * missing
    }
    for rotation in problem.rotations {
      problem.engineers[engineer].countPoints[rotation] = squares(
        around: Double(number(0...3)), upTo: weeks)
    }
    problem.engineers[engineer].unpopularPoints = squares(
      around: 0, upTo: problem.isUnpopular.count { $0 })
  }
  let projects = number(0...2)
  for index in 0..<projects {
    let start = number(0...10)
    var project = Problem.Project(
      index: index, needed: 1, days: start..<start + number(1...10), fixed: [],
      candidates: problem.engineers.map { _ in Problem.Candidate(mayOwn: number(0...3) > 0) })
    for engineer in problem.engineers.indices {
      project.candidates[engineer].ownPoints = number(0...9)
    }
    for engineer in problem.engineers.indices {
      project.candidates[engineer].otherPoints = number(0...9)
    }
    for engineer in problem.engineers.indices {
      project.candidates[engineer].ownerWeeks = number(0...2)
    }
    for engineer in problem.engineers.indices {
      project.candidates[engineer].links = [
        Problem.Link(week: WeekIndex(number(0...weeks - 1)), points: 25)
      ]
    }
    problem.projects.append(project)
  }
  for engineer in problem.engineers.indices {
    let most = problem.projects.reduce(0) { $0 + $1.candidates[engineer].ownerWeeks }
    problem.engineers[engineer].ownerWeekPoints = squares(around: 1, upTo: most)
  }
  problem.constant = 7
  return problem
}

/// By number up to `most`: the squared distance from a target, in whole points.
func squares(around target: Double, upTo most: Int, times weight: Int = 50) -> [Int] {
  (0...most).map {
    let distance = Double($0) - target
    return Int((Double(weight) * distance * distance).rounded())
  }
}

extension Problem {
  /// Adds engineers who may hold everything that is open, and whom nothing costs anything.
  mutating func addEngineers(_ count: Int, most: Int, ownedAtOnce: Int) {
    var engineer = engineer(sinceLast: nil, most: most, ownedAtOnce: ownedAtOnce)
    engineer.allowed = open
    engineers = Table(Array(repeating: engineer, count: count))
  }
}

/// An answer within the hard rules, however dear; nil where there is none.
func anyAnswer(_ problem: Problem) -> Solver.Answer? {
  var shifts = ShiftFeasibility(problem, work: 100_000)
  var owners = OwnerFeasibility(problem, work: 100_000)
  guard let holders = shifts.run().found, let owned = owners.run().found else { return nil }
  return Solver.Answer(
    holders: holders, owned: owned, points: problem.points(holders, owned))
}
