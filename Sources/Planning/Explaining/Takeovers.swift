import Rules
import Solver

/// All engineers' cases of one shift of a large team, together.
///
/// What it takes at the least prices tell of everybody at once, what it takes at the most chains of
/// exchanges do. Only where the two differ somebody's rota is searched for, those first who may cost
/// least, and no more than there is work for.
extension ComparedRota {
  func verdictsTogether(_ cells: [Cell], _ watch: (SearchProgress) -> Void)
    throws(Contradiction) -> [Explanation.Verdict]
  {
    var cases = cells.map { settled($0).map(Takeover.known) ?? .open(least: 0, nil) }
    if let asked = cases.firstIndex(where: { $0.openLeast != nil }) {
      let slot = comparison.slot(cells[asked])
      let bounds = solver.bounds(holding: slot)
      let chains = EjectionChains(problem, from: base, taking: slot)
      for (index, cell) in cells.enumerated() where cases[index].openLeast != nil {
        let engineer = EngineerIndex(cell.engineer)
        cases[index] = .open(least: bounds[engineer] ?? 0, chains.answer(engineer))
      }
    }
    let open = cases.indices.compactMap { index in cases[index].openLeast.map { ($0, index) } }
    let asked = open.sorted { $0 < $1 }.prefix(solver.shortSearches).map(\.1)
    let found = asked.mapSideBySide(watch: watch) { [cases] index in
      Result { () throws(Contradiction) in try searched(cells[index], cases[index]) }
    }
    for (index, takeover) in zip(asked, found) { cases[index] = try takeover.get() }
    return try zip(cells, cases).map { cell, takeover throws(Contradiction) in
      try verdict(takeover, cell)
    }
  }

  /// What a short search adds to a case.
  private func searched(_ cell: Cell, _ takeover: Takeover) throws(Contradiction) -> Takeover {
    guard case .open(let least, let answer) = takeover else { return takeover }
    let pinned = pinned(cell)
    if answer == nil, let obstacle = obstacle(pinned) { return .known(obstacle) }
    var again = Solver(pinned, effort: 1, knowing: solver.known(with: answer ?? base))
    switch again.solve(branching: 0, isShort: true) {
    case .optimal(let best):
      if let answer, answer.points <= best.points { return .open(least: best.points, answer) }
      return .open(
        least: best.points, again.nearest(to: base, in: pinned, best: best, isShort: true))
    case .feasible(let best, let bound):
      let better = best.points < answer?.points ?? .max ? best : answer
      return .open(least: max(least, bound), better)
    case .unknown(let bound): return .open(least: max(least, bound), answer)
    case .impossible: return .known(.unknown)
    case .contradiction(let words): throw Contradiction(words: words)
    }
  }

  private func verdict(_ takeover: Takeover, _ cell: Cell) throws(Contradiction)
    -> Explanation.Verdict
  {
    switch takeover {
    case .known(let verdict): return verdict
    case .open(_, nil): return .unknown
    case .open(let least, let answer?):
      guard answer.points >= least else {
        throw Contradiction(
          words:
            "a rota with a pin has \(answer.points) points, where none below \(least) was to be")
      }
      let cost = cost(of: answer, holding: cell)
      return answer.points == least
        ? .costs(cost) : .between(cost, atLeast: least - base.points)
    }
  }
}

/// How far it is known what it takes that an engineer holds the shift.
private enum Takeover {
  case known(Explanation.Verdict)
  /// No rota with the engineer has fewer points than the first number; the answer is one such.
  case open(least: Int, Solver.Answer?)

  /// The fewest points that it may take, where it is not known whether it takes more.
  var openLeast: Int? {
    switch self {
    case .open(let least, let answer) where answer?.points != least: least
    case .open, .known: nil
    }
  }
}
