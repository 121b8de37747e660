extension Solver {
  /// A solver that starts from nothing.
  ///
  /// - Parameter effort: multiplies the work limit, at least 1.
  package init(_ problem: Problem, effort: Int) {
    self.init(problem, effort: effort, prices: nil)
  }

  /// Finds the best answer to a problem with so much effort.
  package typealias Solving =
    @Sendable (_ problem: Problem, _ effort: Int, _ watch: SearchProgress.Watch) -> Result

  /// As `solve(_:effort:watch:)` does it.
  package static let usualSolving: Solving = { solve($0, effort: $1, watch: $2) }

  /// The best answer to a problem, in its own points.
  ///
  /// - Parameters:
  ///   - effort: multiplies the work limit, at least 1.
  ///   - watch: told how the search goes; false ends it with what it has found so far.
  package static func solve(
    _ problem: Problem, effort: Int, watch: SearchProgress.Watch = { _ in true }
  ) -> Result {
    let divisor = problem.commonDivisor
    var solver = Solver(divisor > 1 ? problem.divided(by: divisor) : problem, effort: effort)
    return solver.solve(watch: { watch($0.multiplied(by: divisor)) }).multiplied(by: divisor)
  }
}
