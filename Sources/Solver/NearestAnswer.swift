extension Solver {
  /// Of the rotas of a problem with the fewest points the one that changes the fewest shifts and
  /// owners of another rota.
  ///
  /// All points count more than everything that can change, so that one search finds both.
  ///
  /// - Parameter best: a rota with the fewest points; the answer where a short search finds none
  ///   nearer.
  package func nearest(to base: Answer, in problem: Problem, best: Answer) -> Answer {
    let factor =
      1 + problem.open.count { $0 } + problem.projects.reduce(0) { $0 + $1.needed }
    let near = problem.multiplying(by: factor).charging(1, forChangesFrom: base)
    var solver = Solver(
      near, effort: 1, prices: prices, known: known(with: base), times: factor * divisor)
    switch solver.solve(branching: 0) {
    case .optimal(let found), .feasible(let found, _):
      let points = found.points / factor
      guard points == best.points, found.points < near.points(best.holders, best.owned) else {
        return best
      }
      return Answer(holders: found.holders, owned: found.owned, points: points)
    case .unknown, .impossible, .contradiction: return best
    }
  }
}

extension Problem {
  fileprivate func multiplying(by factor: Int) -> Problem {
    var multiplied = self
    func multiply(_ points: inout [Int]) {
      for index in points.indices { points[index] *= factor }
    }
    multiply(&multiplied.shiftPoints)
    multiply(&multiplied.idlePoints)
    multiply(&multiplied.chainPoints)
    for index in countPoints.indices { multiply(&multiplied.countPoints[index]) }
    for index in unpopularPoints.indices { multiply(&multiplied.unpopularPoints[index]) }
    for index in ownerWeekPoints.indices { multiply(&multiplied.ownerWeekPoints[index]) }
    for index in projects.indices {
      multiply(&multiplied.projects[index].ownPoints)
      multiply(&multiplied.projects[index].otherPoints)
      multiplied.projects[index].links = projects[index].links.map { links in
        links.map { Link(week: $0.week, points: $0.points * factor) }
      }
    }
    multiplied.constant *= factor
    return multiplied
  }

  /// Charges for every shift, and for every project, that somebody else gets.
  fileprivate func charging(_ points: Int, forChangesFrom base: Solver.Answer) -> Problem {
    var charged = charging(points, forChangesFrom: base.holders)
    for engineer in base.owned.indices {
      for project in base.owned[engineer] {
        charged.projects[project].otherPoints[engineer] += points
      }
    }
    return charged
  }
}
