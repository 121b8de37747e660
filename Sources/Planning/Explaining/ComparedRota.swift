import Diagnostics
import RotaModel
import Rules
import Solver

/// The best rota, which others are compared with.
struct ComparedRota: Sendable {
  let comparison: Comparison
  /// The rota on file where it is as good.
  let base: Solver.Answer
  /// By so many points a rota may be better; none where it is proved that none is.
  let gap: Int
  /// The whole rota's.
  let points: Points
  /// Which found it.
  let solver: Solver
  let pointsOnFile: Int?

  private var frame: Frame { comparison.frame }
  var problem: Problem { comparison.problem }

  /// What holding the shift takes of each engineer.
  ///
  /// - Parameter cells: of one shift.
  func verdicts(_ cells: [Cell], _ watch: (SearchProgress) -> Void) throws(Contradiction)
    -> [Explanation.Verdict]
  {
    if problem.isLarge { return try verdictsTogether(cells, watch) }
    let verdicts = cells.mapSideBySide(watch: watch) { cell in
      Result { () throws(Contradiction) in try verdict(pinning: cell) }
    }
    return try verdicts.map { verdict throws(Contradiction) in try verdict.get() }
  }

  /// The answer that needs no search; nil where one is needed.
  func settled(_ cell: Cell) -> Explanation.Verdict? {
    let stops = comparison.stops(cell)
    guard stops.isEmpty else { return .stopped(stops) }
    return base.holders[comparison.slot(cell)].number == cell.engineer
      ? .costs(Explanation.Cost(rise: 0)) : nil
  }

  /// The problem with the shift left to an engineer.
  func pinned(_ cell: Cell) -> Problem {
    var pinned = problem
    pinned.leave(comparison.slot(cell), to: EngineerIndex(cell.engineer))
    return pinned
  }

  /// Why no rota of a problem exists, where that turns out soon.
  func obstacle(_ pinned: Problem) -> Explanation.Verdict? {
    var search = ShiftFeasibility(pinned, work: ShiftFeasibility.usualWork)
    guard case .impossible(let week) = search.run() else { return nil }
    let start = comparison.week(week)
    return .impossible(summary: "the week of \(start) could not be held then")
  }

  private func verdict(pinning cell: Cell) throws(Contradiction) -> Explanation.Verdict {
    if let settled = settled(cell) { return settled }
    let pinned = pinned(cell)
    if let obstacle = obstacle(pinned) { return obstacle }
    var again = Solver(pinned, effort: 1, knowing: solver.known(with: base))
    switch again.solve() {
    case .optimal(let best):
      guard best.points >= base.points else {
        throw Contradiction(
          words: "a rota with a pin has \(best.points) points, and without \(base.points)")
      }
      let nearest = again.nearest(to: base, in: pinned, best: best)
      return .costs(cost(of: nearest, holding: cell))
    case .contradiction(let words): throw Contradiction(words: words)
    case .feasible, .unknown, .impossible: return .unknown
    }
  }

  /// What it takes to have another rota, in which an engineer holds the shift.
  func cost(of other: Solver.Answer, holding cell: Cell) -> Explanation.Cost {
    let after = comparison.points(of: other)
    return Explanation.Cost(
      rise: other.points - base.points,
      terms: Term.allCases.compactMap { term in
        let rise = after[term] - points[term]
        return rise == 0 ? nil : (term, rise)
      },
      moves: moves(to: other, except: comparison.slot(cell)), ownerChanges: ownerChanges(to: other))
  }

  private func moves(to new: Solver.Answer, except pinned: Slot) -> [Explanation.Move] {
    func name(_ engineer: EngineerIndex) -> EngineerID? {
      engineer.isKnown ? frame.team.engineers[engineer.number].id : nil
    }
    return base.holders.indices.compactMap { slot in
      let (from, to) = (base.holders[slot], new.holders[slot])
      guard slot != pinned, from != to else { return nil }
      return Explanation.Move(
        week: comparison.week(problem.slots.week(of: slot)), rotation: comparison.rotation(slot),
        from: name(from), to: name(to))
    }
  }

  private func ownerChanges(to new: Solver.Answer) -> [Explanation.OwnerChange] {
    problem.projects.indices.compactMap { project in
      /// Those who own it in one answer only.
      func owners(_ one: Solver.Answer, butNot other: Solver.Answer) -> [EngineerID] {
        frame.engineers.filter {
          one.owned[EngineerIndex($0)].contains(project)
            && !other.owned[EngineerIndex($0)].contains(project)
        }.map { frame.team.engineers[$0].id }
      }
      let from = owners(base, butNot: new)
      let to = owners(new, butNot: base)
      guard !from.isEmpty || !to.isEmpty else { return nil }
      let framed = frame.projects[problem.projects[project].index]
      return Explanation.OwnerChange(project: framed.project.id, from: from, to: to)
    }
  }
}
