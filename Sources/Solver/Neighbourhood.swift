/// A few engineers of a rota, who may exchange all their shifts and projects while everybody else
/// keeps theirs: a small problem of its own.
struct Neighbourhood: Sendable {
  let problem: Problem
  /// What they hold and own as it is.
  let current: Solver.Answer
  /// The whole problem's indices of its engineers, rotations and projects.
  private let engineers: [Int]
  private let rotations: [Int]
  private let projects: [Int]
  private let whole: Problem

  init(_ engineers: [Int], of answer: Solver.Answer, in whole: Problem) {
    self.engineers = engineers
    self.whole = whole
    let rotations = (0..<whole.rotations).filter { rotation in
      (0..<whole.weeks).contains {
        engineers.contains(answer.holders[$0 * whole.rotations + rotation])
      }
    }
    let projects = whole.projects.indices.filter { project in
      engineers.contains { answer.owned[$0].contains(project) }
    }
    self.rotations = rotations
    self.projects = projects
    let holders = (0..<whole.weeks).flatMap { week in
      rotations.map { rotation in
        engineers.firstIndex(of: answer.holders[week * whole.rotations + rotation]) ?? -1
      }
    }
    let owned = engineers.map { engineer in
      projects.indices.filter { answer.owned[engineer].contains(projects[$0]) }
    }
    problem = Problem(whole, engineers, rotations, projects, holders: holders, owned: owned)
    current = Solver.Answer(
      holders: holders, owned: owned, points: problem.points(holders, owned))
  }

  /// The whole prices' part.
  func prices(_ prices: Prices) -> Prices {
    var part = Prices(problem, unitsPerPoint: prices.unitsPerPoint)
    for slot in part.shifts.indices where problem.open[slot] {
      let week = slot / rotations.count
      part.shifts[slot] = prices.shifts[week * whole.rotations + rotations[slot % rotations.count]]
    }
    for engineer in engineers.indices {
      for rotation in rotations.indices {
        part.counts[engineer * rotations.count + rotation] =
          prices.counts[engineers[engineer] * whole.rotations + rotations[rotation]]
      }
    }
    for project in projects.indices { part.projects[project] = prices.projects[projects[project]] }
    return part
  }

  /// The whole answer with a better one of these engineers in it.
  func apply(_ part: Solver.Answer, to answer: Solver.Answer) -> Solver.Answer {
    var holders = answer.holders
    for slot in part.holders.indices where part.holders[slot] >= 0 {
      let week = slot / rotations.count
      holders[week * whole.rotations + rotations[slot % rotations.count]] =
        engineers[part.holders[slot]]
    }
    var owned = answer.owned
    for (index, engineer) in engineers.enumerated() {
      owned[engineer] = part.owned[index].map { projects[$0] }
    }
    return Solver.Answer(
      holders: holders, owned: owned, points: answer.points - current.points + part.points)
  }
}

extension Problem {
  /// The part of some engineers: only what they hold and own is open.
  fileprivate init(
    _ whole: Problem, _ chosen: [Int], _ kept: [Int], _ owning: [Int], holders: [Int],
    owned: [[Int]]
  ) {
    self.init(
      weeks: whole.weeks, rotations: kept.count, open: holders.map { $0 >= 0 },
      isUnpopular: whole.isUnpopular, least: whole.least)
    let slots = (0..<weeks).flatMap { week in kept.map { whole.slot(week, $0) } }
    engineers = chosen.map { engineer in
      var part = whole.engineers[engineer]
      part.allowed = zip(open, slots).map { $0 && part.allowed[$1] }
      part.shiftPoints = slots.map { part.shiftPoints[$0] }
      part.countPoints = kept.map { part.countPoints[$0] }
      return part
    }
    projects = owning.enumerated().map { index, project in
      var part = whole.projects[project]
      part.isGiven = false
      part.needed = owned.count { $0.contains(index) }
      part.fixed = chosen.indices.filter { part.fixed.contains(chosen[$0]) }
      part.candidates = chosen.map { part.candidates[$0] }
      return part
    }
  }
}
