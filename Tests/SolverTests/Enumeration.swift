@testable import Solver

/// Every holder of every shift and every owner of every project, with the points written anew.
struct Enumeration {
  private let problem: Problem
  private let counted: (Holders, Owners) -> Bool

  typealias Holders = Table<Slot, EngineerIndex>
  typealias Owners = Table<ProjectIndex, EngineerIndex>

  /// - Parameter counted: which rotas count.
  init(_ problem: Problem, where counted: @escaping (Holders, Owners) -> Bool = { _, _ in true }) {
    self.problem = problem
    self.counted = counted
  }

  /// The fewest points; nil where nothing keeps the limits, or nothing that does is `counted`.
  var least: Int? { first?.points }

  struct First {
    let points: Int
    let owners: Owners
    let holders: Holders
  }

  /// Of all with the fewest points the first, owners project by project, then holders.
  var first: First? {
    var all: [[EngineerIndex]] = [[]]
    for slot in problem.open.indices {
      var able = [EngineerIndex.nobody]
      if problem.open[slot] {
        able = problem.engineers.indices.filter { problem.engineers[$0].allowed[slot] }
      }
      all = all.flatMap { held in able.map { held + [$0] } }
    }
    let holders = all.map { Holders($0) }.filter { held in
      problem.engineers.indices.allSatisfy { keepsLimits(held, of: $0) }
    }
    all = [[]]
    for project in problem.projects {
      let able = problem.engineers.indices.filter {
        project.candidates[$0].mayOwn && (project.fixed.isEmpty || project.fixed.contains($0))
      }
      all = all.flatMap { owned in able.map { owned + [$0] } }
    }
    let owners = all.map { Owners($0) }.filter { owned in
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

  private func weeks(_ holders: Holders, of engineer: EngineerIndex) -> [Int] {
    holders.indices.filter { holders[$0] == engineer }.map { $0.number / problem.rotations.count }
  }

  private func keepsLimits(_ holders: Holders, of engineer: EngineerIndex) -> Bool {
    let own = weeks(holders, of: engineer)
    let chain = [problem.engineers[engineer].sinceLast.map { -$0 }].compactMap(\.self) + own
    return own.count <= problem.engineers[engineer].most
      && zip(chain, chain.dropFirst()).allSatisfy { $1 - $0 >= problem.least }
  }

  private func keepsLimits(owners: Owners, of engineer: EngineerIndex) -> Bool {
    (0...30).allSatisfy { day in
      owners.indices.count {
        owners[$0] == engineer && problem.projects[$0].days.contains(day)
      } <= problem.engineers[engineer].ownedAtOnce
    }
  }

  private func points(_ holders: Holders, _ owners: Owners) -> Int {
    problem.engineers.indices.reduce(problem.constant) { $0 + points(of: $1, holders, owners) }
  }

  private func points(of engineer: EngineerIndex, _ holders: Holders, _ owners: Owners) -> Int {
    let tables = problem.engineers[engineer]
    var points = 0
    for slot in holders.indices where holders[slot] == engineer {
      points += tables.shiftPoints[slot]
    }
    let own = weeks(holders, of: engineer)
    for week in problem.weeks where !own.contains(week.number) {
      points += tables.idlePoints[week]
    }
    let chain = [problem.engineers[engineer].sinceLast.map { -$0 }].compactMap(\.self) + own
    for (earlier, later) in zip(chain, chain.dropFirst()) {
      let lane = later - earlier - problem.least
      guard lane < Problem.lanes else { continue }
      points += tables.chainPoints[lane]
    }
    for rotation in problem.rotations {
      let count = holders.indices.count {
        holders[$0] == engineer && $0.number % problem.rotations.count == rotation.number
      }
      points += tables.countPoints[rotation][count]
    }
    points += tables.unpopularPoints[own.count { problem.isUnpopular[WeekIndex($0)] }]
    var gained = 0
    for project in owners.indices {
      let here = problem.projects[project].candidates[engineer]
      guard owners[project] == engineer else {
        points += here.otherPoints
        continue
      }
      points += here.ownPoints
      gained += here.ownerWeeks
      for link in here.links where own.contains(link.week.number) { points += link.points }
    }
    return points + tables.ownerWeekPoints[gained]
  }
}

extension Enumeration {
  /// What one engineer may hold and own.
  struct Plan {
    let slots: [Slot]
    let owned: [ProjectIndex]
    let points: Int
  }

  /// Every plan of an engineer, whatever the others do.
  func plans(of engineer: EngineerIndex) -> [Plan] {
    var held: [[Slot]] = [[]]
    for slot in problem.open.indices
    where problem.engineers[engineer].allowed[slot] {
      held += held.map { $0 + [slot] }
    }
    var owned: [[ProjectIndex]] = [[]]
    for (index, project) in zip(problem.projects.indices, problem.projects) {
      let taken = owned.map { $0 + [index] }
      if project.fixed.contains(engineer) {
        owned = project.candidates[engineer].mayOwn ? taken : []
      } else if project.candidates[engineer].mayOwn, project.fixed.count < project.needed {
        owned += taken
      }
    }
    return held.flatMap { slots -> [Plan] in
      let holders = Holders(problem.slots.all) { slots.contains($0) ? engineer : .nobody }
      guard keepsLimits(holders, of: engineer) else { return [] }
      return owned.compactMap { own in
        let owners = Owners(problem.projects.indices) { own.contains($0) ? engineer : .nobody }
        guard keepsLimits(owners: owners, of: engineer) else { return nil }
        return Plan(slots: slots, owned: own, points: points(of: engineer, holders, owners))
      }
    }
  }
}

extension Enumeration {
  /// What engineers hold and own together.
  private struct Taken: Hashable {
    var slots: Set<Slot> = []
    var owners: Table<ProjectIndex, Int>
  }

  /// The fewest points, also where projects need several owners; nil where nothing keeps the limits.
  /// Engineer by engineer, for whoever comes next only what is taken matters.
  var leastOfPlans: Int? {
    var reached = [
      Taken(owners: Table(repeating: 0, for: problem.projects.indices)): problem.constant
    ]
    for engineer in problem.engineers.indices {
      let plans = plans(of: engineer)
      var next: [Taken: Int] = [:]
      for (before, points) in reached {
        for plan in plans where before.slots.isDisjoint(with: plan.slots) {
          var taken = before
          taken.slots.formUnion(plan.slots)
          for project in plan.owned { taken.owners[project] += 1 }
          next[taken] = min(next[taken] ?? .max, points + plan.points)
        }
      }
      reached = next
    }
    let all = Taken(
      slots: Set(problem.open.indices.filter { problem.open[$0] }),
      owners: problem.projects.mapValues(\.needed))
    return reached[all]
  }
}
