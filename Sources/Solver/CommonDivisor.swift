extension Problem {
  /// The greatest number that divides all points; 1 where there are none.
  ///
  /// Weights of 1000 throughout make the same rotas good as weights of 1: divided, the search takes
  /// the same steps.
  var commonDivisor: Int {
    var divisor = 0
    func take(_ points: [Int]) {
      for value in points where value != 0 && divisor != 1 {
        divisor = Problem.commonDivisor(divisor, value)
      }
    }
    take([constant])
    take(shiftPoints)
    take(idlePoints)
    take(chainPoints)
    countPoints.forEach(take)
    unpopularPoints.forEach(take)
    ownerWeekPoints.forEach(take)
    for project in projects {
      take(project.ownPoints)
      take(project.otherPoints)
      for links in project.links { take(links.map(\.points)) }
    }
    return max(1, divisor)
  }

  /// Euclid's algorithm.
  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The same problem with all points divided by a number that divides them.
  func divided(by divisor: Int) -> Problem {
    func part(_ points: [Int]) -> [Int] { points.map { $0 / divisor } }
    var divided = self
    divided.constant /= divisor
    divided.shiftPoints = part(shiftPoints)
    divided.idlePoints = part(idlePoints)
    divided.chainPoints = part(chainPoints)
    divided.countPoints = countPoints.map(part)
    divided.unpopularPoints = unpopularPoints.map(part)
    divided.ownerWeekPoints = ownerWeekPoints.map(part)
    for index in projects.indices {
      divided.projects[index].ownPoints = part(projects[index].ownPoints)
      divided.projects[index].otherPoints = part(projects[index].otherPoints)
      divided.projects[index].links = projects[index].links.map { links in
        links.map { Link(week: $0.week, points: $0.points / divisor) }
      }
    }
    return divided
  }
}

extension Solver.Result {
  /// The result of the undivided problem.
  func multiplied(by divisor: Int) -> Solver.Result {
    func whole(_ answer: Solver.Answer) -> Solver.Answer {
      Solver.Answer(
        holders: answer.holders, owned: answer.owned, points: answer.points * divisor)
    }
    return switch self {
    case .optimal(let answer): .optimal(whole(answer))
    case .feasible(let answer, let bound): .feasible(whole(answer), bound: bound * divisor)
    case .unknown(let bound): .unknown(bound: bound * divisor)
    case .impossible, .contradiction: self
    }
  }
}

extension SearchProgress {
  /// How far the search of the undivided problem has come.
  func multiplied(by divisor: Int) -> SearchProgress {
    guard case .best(let bound, let points) = self else { return self }
    return .best(bound: bound * divisor, points: points.map { $0 * divisor })
  }
}
