/// The sets of projects an engineer may own together, each with what it costs whatever the shifts.
struct OwnerSets: Sendable {
  let sets: [OwnerSet]
  /// The different charges for holding shifts in protected weeks; the first is none.
  let profiles: [[Problem.Link]]

  struct OwnerSet: Sendable, Hashable {
    /// Bit `p` is project `p` of the problem.
    let projects: UInt64
    let points: Int
    /// An index into `profiles`.
    let profile: Int

    func contains(_ project: Int) -> Bool { projects & (1 << UInt64(project)) != 0 }
  }

  /// nil where there are more than `limit` sets.
  init?(_ problem: Problem, engineer: Int, limit: Int) {
    let projects = problem.projects
    guard projects.count <= 64 else { return nil }
    var sets: [OwnerSet] = []
    var profiles: [[Problem.Link]] = [[]]
    var profileIndex: [[Problem.Link]: Int] = [[]: 0]
    var tooMany = false

    func add(_ owned: [Int], points: Int, weeks: Int) {
      var charges: [Int: Int] = [:]
      for project in owned {
        for link in projects[project].links[engineer] {
          charges[link.week, default: 0] += link.points
        }
      }
      let profile = charges.sorted { $0.key < $1.key }.map {
        Problem.Link(week: $0.key, points: $0.value)
      }
      let index: Int
      if let known = profileIndex[profile] {
        index = known
      } else {
        index = profiles.count
        profiles.append(profile)
        profileIndex[profile] = index
      }
      sets.append(
        OwnerSet(
          projects: owned.reduce(into: 0) { $0 |= 1 << UInt64($1) },
          points: points + problem.ownerWeekPoints[engineer][weeks], profile: index))
    }

    func extend(_ owned: [Int], project: Int, points: Int, weeks: Int) {
      if tooMany { return }
      guard project < projects.count else {
        if sets.count == limit { tooMany = true } else { add(owned, points: points, weeks: weeks) }
        return
      }
      let here = projects[project]
      let isFixed = here.fixed.contains(engineer)
      if !isFixed {
        extend(
          owned, project: project + 1, points: points + here.otherPoints[engineer], weeks: weeks)
      }
      guard here.mayOwn[engineer], here.fixed.count < here.needed || isFixed,
        problem.fits(owned + [project], engineer)
      else { return }
      extend(
        owned + [project], project: project + 1, points: points + here.ownPoints[engineer],
        weeks: weeks + here.ownerWeeks[engineer])
    }
    extend([], project: 0, points: 0, weeks: 0)
    if tooMany { return nil }
    self.sets = sets
    self.profiles = profiles
  }
}

extension Problem {
  /// Whether an engineer may own some projects together, the last of them newly added.
  func fits(_ owned: [Int], _ engineer: Int) -> Bool {
    // The number owned rises only where a project begins.
    owned.allSatisfy { start in
      let day = projects[start].days.lowerBound
      return owned.count { projects[$0].days.contains(day) } <= ownedAtOnce[engineer]
    }
  }
}
