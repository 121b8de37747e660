@testable import Solver

/// Every holder of every shift and every owner of every project, with the points written anew.
struct Enumeration {
  /// nil where nothing keeps the limits.
  private(set) var least: Int?
  /// Of all with the fewest points the first, owners project by project, then holders; by project
  /// and by week and rotation.
  private(set) var first: (owners: [Int], holders: [Int]) = ([], [])
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
    for owned in owners {
      for held in holders {
        let points = points(held, owned)
        guard points < least ?? .max else { continue }
        least = points
        first = (owned, held)
      }
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
