import SeededNumbers
import Testing

@testable import Solver

/// The solver alone, on tables drawn at random: no rule and no calendar stands behind the numbers.
@Suite("The solver on random tables")
struct EnumerationTests {
  /// Convex tables, some forbidden cells, a shift or two before the period, and projects.
  private func problem(seed: Int) -> Problem {
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

  @Test("finds the optimum of all holders and owners", arguments: 1...40)
  func optimum(seed: Int) {
    let problem = problem(seed: seed)
    let least = Enumeration(problem).least
    let result = Solver.solve(problem, effort: 1)
    switch result {
    case .optimal(let answer):
      #expect(answer.points == least)
      #expect(problem.points(answer.holders, answer.owned) == answer.points)
    case .impossible: #expect(least == nil)
    default: Issue.record("not proved, where \(least ?? -1) is least: \(result)")
    }
  }
}

/// Every holder of every shift and every owner of every project, with the points written anew.
private struct Enumeration {
  /// nil where nothing keeps the limits.
  private(set) var least: Int?
  private let problem: Problem

  init(_ problem: Problem) {
    self.problem = problem
    least = nil
    var holders: [[Int]] = [[]]
    for slot in problem.open.indices {
      var able = [-1]
      if problem.open[slot] {
        able = (0..<problem.engineers).filter { problem.allowed[$0 * problem.open.count + slot] }
      }
      holders = holders.flatMap { held -> [[Int]] in able.map { held + [$0] } }
    }
    holders = holders.filter { keepsLimits($0) }
    var owners: [[Int]] = [[]]
    for project in problem.projects {
      let able = (0..<problem.engineers).filter { project.mayOwn[$0] }
      owners = owners.flatMap { owned -> [[Int]] in able.map { owned + [$0] } }
    }
    owners = owners.filter { keepsLimits(owners: $0) }
    for held in holders {
      for owned in owners { least = min(least ?? .max, points(held, owned)) }
    }
  }

  private func weeks(_ holders: [Int], of engineer: Int) -> [Int] {
    holders.indices.filter { holders[$0] == engineer }.map { $0 / problem.rotations }
  }

  private func keepsLimits(_ holders: [Int]) -> Bool {
    (0..<problem.engineers).allSatisfy { engineer in
      let own = weeks(holders, of: engineer)
      let chain = [problem.sinceLast[engineer].map { -$0 }].compactMap(\.self) + own
      return own.count <= problem.most[engineer]
        && zip(chain, chain.dropFirst()).allSatisfy { $1 - $0 >= problem.least }
    }
  }

  private func keepsLimits(owners: [Int]) -> Bool {
    (0..<problem.engineers).allSatisfy { engineer in
      (0...30).allSatisfy { day in
        owners.indices.count {
          owners[$0] == engineer && problem.projects[$0].days.contains(day)
        } <= problem.ownedAtOnce[engineer]
      }
    }
  }

  private func points(_ holders: [Int], _ owners: [Int]) -> Int {
    var points = problem.constant
    for (slot, engineer) in holders.enumerated() where engineer >= 0 {
      points += problem.shiftPoints[engineer * problem.open.count + slot]
    }
    for engineer in 0..<problem.engineers {
      let own = weeks(holders, of: engineer)
      for week in 0..<problem.weeks where !own.contains(week) {
        points += problem.idlePoints[engineer * problem.weeks + week]
      }
      let chain = [problem.sinceLast[engineer].map { -$0 }].compactMap(\.self) + own
      for (earlier, later) in zip(chain, chain.dropFirst()) {
        let lane = later - earlier - problem.least
        guard lane < Problem.lanes else { continue }
        points += problem.chainPoints[engineer * Problem.lanes + lane]
      }
      for rotation in 0..<problem.rotations {
        let count = holders.indices.count {
          holders[$0] == engineer && $0 % problem.rotations == rotation
        }
        points += problem.countPoints[engineer * problem.rotations + rotation][count]
      }
      points += problem.unpopularPoints[engineer][own.count { problem.isUnpopular[$0] }]
      var gained = 0
      for (project, owner) in owners.enumerated() {
        let here = problem.projects[project]
        guard owner == engineer else {
          points += here.otherPoints[engineer]
          continue
        }
        points += here.ownPoints[engineer]
        gained += here.ownerWeeks[engineer]
        for link in here.links[engineer] where own.contains(link.week) { points += link.points }
      }
      points += problem.ownerWeekPoints[engineer][gained]
    }
    return points
  }
}
