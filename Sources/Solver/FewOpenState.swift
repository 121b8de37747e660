/// Who holds and owns what, as far as it is decided, and what each open seat would add.
struct FewOpenState {
  /// The shifts still open, the last of the period first.
  private(set) var open: [Slot]
  /// In points.
  private(set) var cost: Int
  /// What owning a project adds to what an engineer has; `Int.max` where that cannot be.
  var added: Grid<ProjectIndex, EngineerIndex, Int>
  private var held: Table<EngineerIndex, [Slot]>
  private var owned: Table<EngineerIndex, [ProjectIndex]>
  private var ownerWeeks: Table<EngineerIndex, Int>
  /// Owners still needed.
  private(set) var missing: Table<ProjectIndex, Int>

  /// nil where what is decided breaks a rule.
  init?(_ problem: Problem, open: [Slot], decided: [(slot: Slot, holder: EngineerIndex)]) {
    self.open = open.reversed()
    held = Table(repeating: [], for: problem.engineers.indices)
    owned = Table(repeating: [], for: problem.engineers.indices)
    ownerWeeks = Table(repeating: 0, for: problem.engineers.indices)
    missing = problem.projects.mapValues(\.needed)
    added = Grid(repeating: .max, problem.projects.indices, problem.engineers.indices)
    for (slot, holder) in decided { held[holder].append(slot) }
    cost = problem.constant
    for engineer in problem.engineers.indices {
      guard problem.keepsRest(held[engineer], engineer) else { return nil }
      cost += problem.cost(engineer, held[engineer], [])
      for project in problem.projects.indices { price(project, engineer, problem) }
    }
    for project in problem.projects.indices {
      for engineer in problem.projects[project].fixed {
        guard added[project, engineer] < .max, missing[project] > 0 else { return nil }
        give(project, to: engineer, problem)
      }
    }
  }

  /// False where a rule forbids it.
  mutating func give(_ slot: Slot, to engineer: EngineerIndex, _ problem: Problem) -> Bool {
    let before = held[engineer]
    held[engineer].insert(slot, at: before.firstIndex { $0 > slot } ?? before.endIndex)
    guard problem.keepsRest(held[engineer], engineer) else { return false }
    cost +=
      problem.shiftPoints(engineer, held[engineer], owned[engineer])
      - problem.shiftPoints(engineer, before, owned[engineer])
    open.removeLast()
    for project in problem.projects.indices where added[project, engineer] < .max {
      price(project, engineer, problem)
    }
    return true
  }

  mutating func give(_ project: ProjectIndex, to engineer: EngineerIndex, _ problem: Problem) {
    cost += added[project, engineer]
    owned[engineer].append(project)
    ownerWeeks[engineer] += problem.projects[project].candidates[engineer].ownerWeeks
    missing[project] -= 1
    added[project, engineer] = .max
    for other in problem.projects.indices where added[other, engineer] < .max {
      price(other, engineer, problem)
    }
  }

  /// Works out what a project adds. What cannot be stays so while more is decided.
  private mutating func price(
    _ project: ProjectIndex, _ engineer: EngineerIndex, _ problem: Problem
  ) {
    let candidate = problem.projects[project].candidates[engineer]
    guard candidate.mayOwn, problem.fits(owned[engineer] + [project], engineer) else {
      added[project, engineer] = .max
      return
    }
    let byWeeks = problem.engineers[engineer].ownerWeekPoints
    let weeks = ownerWeeks[engineer]
    var points =
      candidate.ownPoints - candidate.otherPoints + byWeeks[weeks + candidate.ownerWeeks]
      - byWeeks[weeks]
    for link in candidate.links {
      points += held[engineer].count { problem.slots.week(of: $0) == link.week } * link.points
    }
    added[project, engineer] = points
  }

  /// No way to decide the rest costs less; nil where there is none.
  func bound(_ problem: Problem) -> Int? {
    var bound = cost
    for project in missing.indices where missing[project] > 0 {
      guard let least = least(project) else { return nil }
      bound += least.points
    }
    for slot in open {
      let least = problem.engineers.indices.lazy.filter { problem.engineers[$0].allowed[slot] }
        .map { problem.leastPoints(of: slot, for: $0, after: held[$0]) }.min()
      guard let least else { return nil }
      bound += least
    }
    return bound
  }

  /// What the cheapest owners add where each seat is filled by itself, and by how much the next one is
  /// dearer; nil where there are too few.
  func least(_ project: ProjectIndex) -> (points: Int, regret: Int)? {
    let needed = missing[project]
    if needed == 1 {
      var first = Int.max
      var second = Int.max
      for points in added[project] {
        second = min(second, max(first, points))
        first = min(first, points)
      }
      guard first < .max else { return nil }
      return (first, second < .max ? second - first : .max)
    }
    var cheapest: [Int] = []
    for points in added[project] where points < .max {
      let place = cheapest.firstIndex { $0 > points } ?? cheapest.endIndex
      guard place <= needed else { continue }
      cheapest.insert(points, at: place)
      if cheapest.count > needed + 1 { cheapest.removeLast() }
    }
    guard cheapest.count >= needed else { return nil }
    let regret = cheapest.count > needed ? cheapest[needed] - cheapest[needed - 1] : .max
    return (cheapest.prefix(needed).reduce(0, +), regret)
  }

  /// A project with an open seat: in order the first, else the one whose cheapest owners are the hardest to
  /// replace.
  func nextProject(inOrder: Bool) -> ProjectIndex? {
    var next: (project: ProjectIndex, regret: Int)?
    for project in missing.indices where missing[project] > 0 {
      if inOrder { return project }
      let regret = least(project)?.regret ?? .max
      if next.map({ $0.regret < regret }) ?? true { next = (project, regret) }
    }
    return next?.project
  }

  func answer(_ problem: Problem) -> Solver.Answer {
    var holders = Table(repeating: EngineerIndex.nobody, for: problem.slots.all)
    for engineer in held.indices {
      for slot in held[engineer] { holders[slot] = engineer }
    }
    return Solver.Answer(
      holders: holders, owned: owned.mapValues { $0.sorted() }, points: cost)
  }
}

extension Problem {
  /// What one shift more costs an engineer at the least, be it close to others or not, and whatever else
  /// is held; anything for who cannot hold one more.
  fileprivate func leastPoints(
    of slot: Slot, for engineer: EngineerIndex, after held: [Slot]
  ) -> Int {
    let tables = engineers[engineer]
    let week = slots.week(of: slot)
    let rotation = slots.rotation(of: slot)
    let count = held.count { slots.rotation(of: $0) == rotation }
    let counts = tables.countPoints[rotation]
    guard count + 1 < counts.count else { return 0 }
    var points =
      tables.shiftPoints[slot] - tables.idlePoints[week] + counts[count + 1] - counts[count]
    if isUnpopular[week] {
      let unpopular = held.count { isUnpopular[slots.week(of: $0)] }
      guard unpopular + 1 < tables.unpopularPoints.count else { return 0 }
      points += tables.unpopularPoints[unpopular + 1] - tables.unpopularPoints[unpopular]
    }
    return points
  }
}
