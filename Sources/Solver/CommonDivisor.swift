extension Problem {
  /// The greatest number that divides all points; 1 where there are none.
  ///
  /// Weights of 1000 throughout make the same rotas good as weights of 1: divided, the search takes
  /// the same steps.
  var commonDivisor: Int {
    var divisor = 0
    _ = mapPoints { points in
      if points != 0, divisor != 1 { divisor = Problem.commonDivisor(divisor, points) }
      return points
    }
    return max(1, divisor)
  }

  /// Euclid's algorithm.
  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
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
