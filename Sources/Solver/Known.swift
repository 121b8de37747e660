extension Solver {
  /// What a solved problem tells of a similar one: the same engineers, weeks, rotations and projects
  /// under other limits. (`Solver.docc`, "A similar problem".)
  package struct Known: Sendable {
    let prices: Prices
    /// All points of the solved problem are so many times those that the prices are in.
    let divisor: Int
    /// A rota of the solved problem; its points are those there.
    let answer: Answer

    /// Whether a problem has the same shape.
    func fits(_ problem: Problem) -> Bool {
      prices.shifts.count == problem.open.count && prices.projects.count == problem.projects.count
        && prices.counts.values.count == problem.engineers.count * problem.rotations.count
    }
  }

  /// What is known now.
  ///
  /// - Parameter answer: a rota that was found.
  package func known(with answer: Answer) -> Known {
    Known(prices: prices, divisor: divisor, answer: answer)
  }
}

extension Problem {
  /// The same, with every shift and seat left to whom an answer gives it, where no rule forbids that
  /// by itself.
  func keeping(_ answer: Solver.Answer) -> Problem {
    var keeping = keeping(answer.holders)
    for index in projects.indices where !projects[index].isGiven {
      let owners = engineers.indices.filter {
        projects[index].candidates[$0].mayOwn && answer.owned[$0].contains(index)
      }
      let others = owners.filter { !projects[index].fixed.contains($0) }
      keeping.projects[index].fixed += others.prefix(
        max(0, projects[index].needed - projects[index].fixed.count))
    }
    return keeping
  }

  /// The same, with a shift that nobody may hold.
  func closing(_ slot: Slot) -> Problem {
    var closing = self
    closing.open[slot] = false
    closing.leave(slot, to: .nobody)
    return closing
  }

  /// The shifts that more than one engineer may hold.
  var undecided: [Slot] {
    open.indices.filter { open[$0] && able($0).count > 1 }
  }
}
