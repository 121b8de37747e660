/// A few engineers of a rota, who may exchange all their shifts and projects while everybody else
/// keeps theirs: a small problem of its own.
struct Neighbourhood: Sendable {
  let problem: Problem
  /// What they hold and own as it is.
  let current: Solver.Answer
  /// The whole problem's indices of its engineers, rotations, shifts and projects.
  private let engineers: Table<EngineerIndex, EngineerIndex>
  private let rotations: Table<RotationIndex, RotationIndex>
  private let slots: Table<Slot, Slot>
  private let projects: Table<ProjectIndex, ProjectIndex>

  init(_ engineers: [EngineerIndex], of answer: Solver.Answer, in whole: Problem) {
    let engineers = Table<EngineerIndex, EngineerIndex>(engineers)
    let rotations = Table<RotationIndex, RotationIndex>(
      whole.rotations.filter { rotation in
        whole.weeks.contains { engineers.contains(answer.holders[whole.slots[$0, rotation]]) }
      })
    let projects = Table<ProjectIndex, ProjectIndex>(
      whole.projects.indices.filter { project in
        engineers.contains { answer.owned[$0].contains(project) }
      })
    let slots = Table<Slot, Slot>(
      whole.weeks.flatMap { week in rotations.map { whole.slots[week, $0] } })
    let holders = slots.mapValues { engineers.firstIndex(of: answer.holders[$0]) ?? .nobody }
    let owned = engineers.mapValues { engineer in
      projects.indices.filter { answer.owned[engineer].contains(projects[$0]) }
    }
    self.engineers = engineers
    self.rotations = rotations
    self.slots = slots
    self.projects = projects
    var problem = Problem(
      weeks: whole.weeks.count, rotations: rotations.count, open: holders.map(\.isKnown),
      isUnpopular: whole.isUnpopular.values, least: whole.least)
    // Only what they hold and own is open.
    problem.engineers = engineers.mapValues { engineer in
      var part = whole.engineers[engineer]
      part.allowed = Table(slots.indices) { problem.open[$0] && part.allowed[slots[$0]] }
      part.shiftPoints = slots.mapValues { part.shiftPoints[$0] }
      part.countPoints = rotations.mapValues { part.countPoints[$0] }
      return part
    }
    problem.projects = Table(projects.indices) { project in
      var part = whole.projects[projects[project]]
      part.isGiven = false
      part.needed = owned.count { $0.contains(project) }
      part.fixed = engineers.indices.filter { part.fixed.contains(engineers[$0]) }
      part.candidates = engineers.mapValues { part.candidates[$0] }
      return part
    }
    self.problem = problem
    current = Solver.Answer(
      holders: holders, owned: owned, points: problem.points(holders, owned))
  }

  /// The whole prices' part.
  func prices(_ prices: Prices) -> Prices {
    var part = Prices(problem, unitsPerPoint: prices.unitsPerPoint)
    for slot in slots.indices where problem.open[slot] {
      part.shifts[slot] = prices.shifts[slots[slot]]
    }
    for engineer in engineers.indices {
      for rotation in rotations.indices {
        part.counts[engineer, rotation] = prices.counts[engineers[engineer], rotations[rotation]]
      }
    }
    for project in projects.indices { part.projects[project] = prices.projects[projects[project]] }
    return part
  }

  /// The whole answer with a better one of these engineers in it.
  func apply(_ part: Solver.Answer, to answer: Solver.Answer) -> Solver.Answer {
    var holders = answer.holders
    for slot in slots.indices where part.holders[slot].isKnown {
      holders[slots[slot]] = engineers[part.holders[slot]]
    }
    var owned = answer.owned
    for engineer in engineers.indices {
      owned[engineers[engineer]] = part.owned[engineer].map { projects[$0] }
    }
    return Solver.Answer(
      holders: holders, owned: owned, points: answer.points - current.points + part.points)
  }
}
