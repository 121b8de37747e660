extension Solver {
  package struct Answer: Sendable {
    /// Who holds each shift, or `nobody`.
    package let holders: Table<Slot, EngineerIndex>
    /// The projects that each owns.
    package let owned: Table<EngineerIndex, [ProjectIndex]>
    package let points: Int

    package init(
      holders: Table<Slot, EngineerIndex>, owned: Table<EngineerIndex, [ProjectIndex]>, points: Int
    ) {
      self.holders = holders
      self.owned = owned
      self.points = points
    }
  }

  package enum Result {
    case optimal(Answer)
    case feasible(Answer, bound: Int)
    case unknown(bound: Int)
    case impossible
    /// A bound and the points of a rota contradict each other: nothing that was found can be
    /// trusted, and what is wrong is the program.
    case contradiction(String)
  }

  /// A result whose points and bounds agree, or the contradiction between them.
  static func checked(_ result: Result, bound proved: Int, _ problem: Problem) -> Result {
    let answer: Answer
    var bound = proved
    switch result {
    case .optimal(let best): answer = best
    case .feasible(let best, let known): (answer, bound) = (best, max(proved, known))
    case .unknown, .impossible, .contradiction: return result
    }
    let points = problem.points(answer.holders, answer.owned)
    if points != answer.points {
      return .contradiction("a rota found for \(answer.points) points has \(points)")
    }
    if bound > points {
      return .contradiction("a rota has \(points) points where none below \(bound) was to exist")
    }
    return result
  }
}
