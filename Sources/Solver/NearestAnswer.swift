extension Solver {
  /// Of the rotas of a problem with the fewest points the one that changes the fewest shifts and
  /// owners of another rota.
  ///
  /// All points count more than everything that can change, so that one search finds both.
  ///
  /// - Parameters:
  ///   - best: a rota with the fewest points; the answer where a search without branches finds none
  ///     nearer.
  ///   - isShort: as `solve` has it.
  package func nearest(
    to base: Answer, in problem: Problem, best: Answer, isShort: Bool = false
  ) -> Answer {
    let factor =
      1 + problem.open.count { $0 } + problem.projects.reduce(0) { $0 + $1.needed }
    let near = problem.mapPoints { $0 * factor }.charging(1, forChangesFrom: base)
    var solver = Solver(
      near, effort: 1, prices: prices, known: known(with: base), times: factor * divisor)
    switch solver.solve(branching: 0, isShort: isShort) {
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
  /// Charges for every shift, and for every project, that somebody else gets.
  fileprivate func charging(_ points: Int, forChangesFrom base: Solver.Answer) -> Problem {
    var charged = charging(points, forChangesFrom: base.holders)
    for engineer in base.owned.indices {
      for project in base.owned[engineer] {
        charged.projects[project].candidates[engineer].otherPoints += points
      }
    }
    return charged
  }
}
