/// Whether any owners keep the hard rules of projects, whatever they cost: a depth-first search that
/// always decides the project with the fewest engineers to spare.
package struct OwnerFeasibility {
  package enum Result {
    /// The projects that each owns.
    case possible(Table<EngineerIndex, [ProjectIndex]>)
    case impossible
    /// The work ran out.
    case unknown

    package var found: Table<EngineerIndex, [ProjectIndex]>? {
      guard case .possible(let owned) = self else { return nil }
      return owned
    }
  }

  private let problem: Problem
  private var work: Int
  private var owned: Table<EngineerIndex, [ProjectIndex]>
  /// Owners still needed.
  private var missing: Table<ProjectIndex, Int>
  /// May still become an owner.
  private var isAble: Table<ProjectIndex, Table<EngineerIndex, Bool>>

  package init(_ problem: Problem, work: Int) {
    self.problem = problem
    self.work = work
    owned = Table(repeating: [], for: problem.engineers.indices)
    missing = problem.projects.mapValues(\.needed)
    isAble = problem.projects.mapValues { $0.candidates.mapValues(\.mayOwn) }
  }

  package mutating func run() -> Result {
    for index in problem.projects.indices {
      let project = problem.projects[index]
      for engineer in project.fixed {
        guard project.candidates[engineer].mayOwn, missing[index] > 0,
          problem.fits(owned[engineer] + [index], engineer)
        else { return .impossible }
        owned[engineer].append(index)
        missing[index] -= 1
      }
    }
    if visit() { return .possible(owned) }
    return work > 0 ? .impossible : .unknown
  }

  private mutating func visit() -> Bool {
    guard work > 0 else { return false }
    work -= 1 + problem.projects.count * problem.engineers.count / Tuning.Search.engineersPerNode
    var hardest: (project: ProjectIndex, spare: Int, able: [EngineerIndex])?
    for project in missing.indices where missing[project] > 0 {
      let able = self.able(project)
      let spare = able.count - missing[project]
      guard spare >= 0 else { return false }
      if spare < hardest?.spare ?? .max { hardest = (project, spare, able) }
    }
    guard let (project, spare, able) = hardest else { return true }
    // Who owns least first: that leaves the most freedom.
    let order = able.sorted { (owned[$0].count, $0) < (owned[$1].count, $1) }
    defer { for engineer in order { isAble[project][engineer] = true } }
    missing[project] -= 1
    defer { missing[project] += 1 }
    // Without one more of them than there are to spare too few are left.
    for engineer in order.prefix(spare + 1) {
      owned[engineer].append(project)
      if visit() { return true }
      owned[engineer].removeLast()
      isAble[project][engineer] = false
    }
    return false
  }

  private func able(_ project: ProjectIndex) -> [EngineerIndex] {
    problem.engineers.indices.filter { engineer in
      isAble[project][engineer] && !owned[engineer].contains(project)
        && problem.fits(owned[engineer] + [project], engineer)
    }
  }
}
