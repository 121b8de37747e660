@testable import Solver

/// Every holder of every shift and every owner of every project, with the points written anew.
struct Enumeration {
  private let problem: Problem
  private let counted: ([Int], [Int]) -> Bool

  /// - Parameter counted: which rotas count: by slot the holder, or −1, and by project the owner.
  init(_ problem: Problem, where counted: @escaping ([Int], [Int]) -> Bool = { _, _ in true }) {
    self.problem = problem
    self.counted = counted
  }

  /// The fewest points; nil where nothing keeps the limits, or nothing that does is `counted`.
  var least: Int? { first?.points }

  /// A rota, by project and by slot.
  struct First {
    let points: Int
    let owners: [Int]
    let holders: [Int]
  }

  /// Of all with the fewest points the first, owners project by project, then holders.
  var first: First? {
    var holders: [[Int]] = [[]]
    for slot in problem.open.indices {
      var able = [-1]
      if problem.open[slot] {
        able = problem.engineers.indices.filter { problem.engineers[$0].allowed[slot] }
      }
      holders = holders.flatMap { held -> [[Int]] in able.map { held + [$0] } }
    }
    holders = holders.filter { held in
      problem.engineers.indices.allSatisfy { keepsLimits(held, of: $0) }
    }
    var owners: [[Int]] = [[]]
    for project in problem.projects {
      let able = problem.engineers.indices.filter {
        project.candidates[$0].mayOwn && (project.fixed.isEmpty || project.fixed.contains($0))
      }
      owners = owners.flatMap { owned -> [[Int]] in able.map { owned + [$0] } }
    }
    owners = owners.filter { owned in
      problem.engineers.indices.allSatisfy { keepsLimits(owners: owned, of: $0) }
    }
    var first: First?
    for owned in owners {
      for held in holders where counted(held, owned) {
        let points = points(held, owned)
        if points < first?.points ?? .max {
          first = First(points: points, owners: owned, holders: held)
        }
      }
    }
    return first
  }

  private func weeks(_ holders: [Int], of engineer: Int) -> [Int] {
    holders.indices.filter { holders[$0] == engineer }.map { $0 / problem.rotations }
  }

  private func keepsLimits(_ holders: [Int], of engineer: Int) -> Bool {
    let own = weeks(holders, of: engineer)
    let chain = [problem.engineers[engineer].sinceLast.map { -$0 }].compactMap(\.self) + own
    return own.count <= problem.engineers[engineer].most
      && zip(chain, chain.dropFirst()).allSatisfy { $1 - $0 >= problem.least }
  }

  private func keepsLimits(owners: [Int], of engineer: Int) -> Bool {
    (0...30).allSatisfy { day in
      owners.indices.count {
        owners[$0] == engineer && problem.projects[$0].days.contains(day)
      } <= problem.engineers[engineer].ownedAtOnce
    }
  }

  private func points(_ holders: [Int], _ owners: [Int]) -> Int {
    problem.engineers.indices.reduce(problem.constant) { $0 + points(of: $1, holders, owners) }
  }

  private func points(of engineer: Int, _ holders: [Int], _ owners: [Int]) -> Int {
    let tables = problem.engineers[engineer]
    var points = 0
    for (slot, holder) in holders.enumerated() where holder == engineer {
      points += tables.shiftPoints[slot]
    }
    let own = weeks(holders, of: engineer)
    for week in 0..<problem.weeks where !own.contains(week) {
      points += tables.idlePoints[week]
    }
    let chain = [problem.engineers[engineer].sinceLast.map { -$0 }].compactMap(\.self) + own
    for (earlier, later) in zip(chain, chain.dropFirst()) {
      let lane = later - earlier - problem.least
      guard lane < Problem.lanes else { continue }
      points += tables.chainPoints[lane]
    }
    for rotation in 0..<problem.rotations {
      let count = holders.indices.count {
        holders[$0] == engineer && $0 % problem.rotations == rotation
      }
      points += tables.countPoints[rotation][count]
    }
    points += tables.unpopularPoints[own.count { problem.isUnpopular[$0] }]
    var gained = 0
    for (project, owner) in owners.enumerated() {
      let here = problem.projects[project].candidates[engineer]
      guard owner == engineer else {
        points += here.otherPoints
        continue
      }
      points += here.ownPoints
      gained += here.ownerWeeks
      for link in here.links where own.contains(link.week) { points += link.points }
    }
    return points + tables.ownerWeekPoints[gained]
  }
}

extension Enumeration {
  /// What one engineer may hold and own.
  struct Plan {
    let slots: [Int]
    let owned: [Int]
    let points: Int
  }

  /// Every plan of an engineer, whatever the others do.
  func plans(of engineer: Int) -> [Plan] {
    var held: [[Int]] = [[]]
    for slot in problem.open.indices
    where problem.engineers[engineer].allowed[slot] {
      held += held.map { $0 + [slot] }
    }
    var owned: [[Int]] = [[]]
    for (index, project) in problem.projects.enumerated() {
      let taken = owned.map { $0 + [index] }
      if project.fixed.contains(engineer) {
        owned = project.candidates[engineer].mayOwn ? taken : []
      } else if project.candidates[engineer].mayOwn, project.fixed.count < project.needed {
        owned += taken
      }
    }
    func by(_ own: [Int], _ count: Int) -> [Int] {
      (0..<count).map { own.contains($0) ? engineer : -1 }
    }
    return held.flatMap { slots -> [Plan] in
      let holders = by(slots, problem.open.count)
      guard keepsLimits(holders, of: engineer) else { return [] }
      return owned.compactMap { own in
        let owners = by(own, problem.projects.count)
        guard keepsLimits(owners: owners, of: engineer) else { return nil }
        return Plan(slots: slots, owned: own, points: points(of: engineer, holders, owners))
      }
    }
  }
}
