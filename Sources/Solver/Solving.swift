extension Solver {
  /// - Parameters:
  ///   - effort: multiplies the work limit, at least 1.
  ///   - known: of a similar problem; nil to start from nothing. Left aside where its shape differs.
  package init(_ problem: Problem, effort: Int, knowing known: Known? = nil) {
    let fitting = known.flatMap { $0.fits(problem) ? $0 : nil }
    self.init(
      problem, dividedBy: problem.commonDivisor, effort: effort, prices: fitting?.prices,
      known: fitting, times: fitting?.divisor ?? 1)
  }

  /// Finds the best answer to a problem with so much effort.
  package typealias Solving =
    @Sendable (_ problem: Problem, _ effort: Int, _ watch: SearchProgress.Watch) -> Result

  /// As `solve(_:effort:watch:)` does it; where little is open, without a search.
  package static let usualSolving: Solving = solving()

  /// The same where a similar problem is solved, or with less work of branching.
  ///
  /// - Parameter known: asked for where a search is needed.
  package static func solving(
    knowing known: @autoclosure @escaping @Sendable () -> Known? = nil,
    branching: Int = Solver.usualBranching
  ) -> Solving {
    { problem, effort, watch in
      if var few = FewOpenShifts(problem), let result = few.run() { return result }
      var solver = Solver(problem, effort: effort, knowing: known())
      return solver.solve(branching: branching, watch: watch)
    }
  }

  /// How many short searches after a similar problem there is work for.
  package var shortSearches: Int { Tuning.Explaining.cells / shortWork }

  /// The work of branching, in cells of tables: enough for every team of up to 12 engineers over half
  /// a year.
  package static let usualBranching = Tuning.Branching.cells
  /// That of an answer that is one of several: it is proved nearly as often, and a hard one does not
  /// keep the others waiting.
  package static let fewBranches = usualBranching / Tuning.Branching.partOfSeveral

  /// The best answer to a problem, in its own points.
  ///
  /// - Parameters:
  ///   - effort: multiplies the work limit, at least 1.
  ///   - watch: told how the search goes; false ends it with what it has found so far.
  package static func solve(
    _ problem: Problem, effort: Int, watch: SearchProgress.Watch = { _ in true }
  ) -> Result {
    var solver = Solver(problem, effort: effort)
    return solver.solve(watch: watch)
  }
}

extension Problem {
  /// Whether engineers are so many that branching closes nothing, and that what is similar is not solved
  /// anew each time.
  package var isLarge: Bool { engineers.count > Tuning.Branching.fewEngineers }
}
