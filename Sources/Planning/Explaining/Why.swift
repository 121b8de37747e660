import Dates
import Diagnostics
package import RotaModel
package import Rules
package import Solver

/// Explains a shift of a rota on file: for every engineer what stops them, or by how much the best
/// rota would rise if they held it. Nil where no best rota is known to compare with.
///
/// Weeks that have begun by today, and the owners of projects that have, are taken as they are on
/// file, rules they break included, so that what is said to move can still move.
///
/// - Parameters:
///   - week: a shift week of the rota that has not begun and is not closed for the rotation.
///   - only: asks for one engineer; nil for all.
///   - watch: told how many cases are done.
/// - Throws: where two answers of the solver contradict each other, which is a mistake of Rota.
package func explain(
  _ week: ShiftWeek, _ rotation: RotationID, in rota: Rota, _ situation: Situation,
  only: EngineerID? = nil, watch: (SearchProgress) -> Void = { _ in }
) throws(Contradiction) -> Explanation? {
  let comparison = Comparison(situation.frame(of: rota, purpose: .explain(onFile: rota)), rota)
  let frame = comparison.frame
  guard let slotWeek = frame.weeks.firstIndex(of: week), slotWeek >= frame.frozen,
    let duty = situation.availability.index(of: rotation), !frame.isClosed(duty, slotWeek),
    let compared = try comparison.compared(watch)
  else { return nil }
  let asked = frame.engineers.filter { only == nil || frame.team.engineers[$0].id == only }
  let options = asked.mapSideBySide(watch: watch) { engineer in
    let cell = Cell(engineer: engineer, rotation: duty, week: slotWeek)
    let id = frame.team.engineers[engineer].id
    return Result { () throws(Contradiction) in
      Explanation.Option(engineer: id, verdict: try compared.verdict(pinning: cell))
    }
  }
  return Explanation(
    week: week, rotation: rotation,
    holder: rota.shifts.first { $0.week == week && $0.rotation == rotation }?.engineer,
    optimum: comparison.points(of: compared.base).total, pointsOnFile: compared.pointsOnFile,
    options: try options.map { option throws(Contradiction) in try option.get() })
}

/// Two answers of the solver that cannot both be right.
package struct Contradiction: Error {
  /// In words of the solver.
  package let words: String
}

/// A rota on file and what of it can still be decided.
struct Comparison: Sendable {
  let frame: Frame
  private let rota: Rota
  private let frozen: FrozenShifts
  private let covers: KeptCovers
  /// Of the weeks that have not begun.
  fileprivate let problem: Problem

  init(_ frame: Frame, _ rota: Rota) {
    self.frame = frame
    self.rota = rota
    let roster = Roster(rota, in: frame)
    frozen = FrozenShifts(roster, weeks: frame.frozen)
    covers = KeptCovers(roster)
    problem = Problem(frame, covered: covers.days, after: frozen).afterFreezing(frozen)
  }

  /// Nil where no best rota is known.
  fileprivate func compared(_ watch: (SearchProgress) -> Void) throws(Contradiction)
    -> ComparedRota?
  {
    var solver = Solver(problem, effort: 1)
    let result = solver.solve {
      watch($0)
      return true
    }
    guard let best = try result.proved else { return nil }
    let onFile = onFile
    let base = onFile.flatMap { $0.points == best.points ? $0 : nil } ?? best
    return ComparedRota(
      comparison: self, base: base, known: solver.known(with: base),
      pointsOnFile: onFile.map { points(of: $0).total })
  }

  /// What is left of the rota on file, as an answer; nil where it breaks a hard rule.
  private var onFile: Solver.Answer? {
    var fixed = problem
    let held = frozen.held.dropFirst(frozen.weeks * problem.rotations)
    for (slot, holder) in held.enumerated() where fixed.open[slot] {
      for engineer in 0..<problem.engineers where engineer != holder {
        let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
        fixed.allowed[problem.cell(engineer, week, rotation)] = false
      }
    }
    for index in fixed.projects.indices where !fixed.projects[index].isGiven {
      let entries = rota.entries(of: frame.projects[fixed.projects[index].index].project.id)
      let owners = Set(
        entries.filter { $0.days.overlaps(fixed.projects[index].dates) }.map(\.engineer))
      guard owners.count == fixed.projects[index].needed else { return nil }
      fixed.projects[index].mayOwn = zip(frame.team.engineers, fixed.projects[index].mayOwn).map {
        owners.contains($0.id) && $1
      }
    }
    var shifts = ShiftFeasibility(fixed, work: ShiftFeasibility.usualWork)
    var owners = OwnerFeasibility(fixed, work: ShiftFeasibility.usualWork)
    guard let holders = shifts.run().found, let owned = owners.run().found else { return nil }
    return Solver.Answer(
      holders: holders, owned: owned, points: problem.points(holders, owned))
  }

  /// The rota that an answer makes of the one on file.
  func points(of answer: Solver.Answer) -> Points {
    var made = Rota(period: rota.period)
    made.shifts = rota.shifts.filter { shift in
      frame.week(startingOn: shift.week.start).map { $0 < frozen.weeks } ?? false
    }
    for (slot, engineer) in answer.holders.enumerated() where engineer >= 0 {
      made.shifts.append(
        Shift(
          week: frame.weeks[frozen.weeks + slot / problem.rotations],
          rotation: frame.team.rotations[slot % problem.rotations].id,
          engineer: frame.team.engineers[engineer].id))
    }
    made.owners = frame.projects.enumerated().map { index, framed in
      let id = framed.project.id
      let seats = problem.projects.indices.filter {
        problem.projects[$0].index == index && !problem.projects[$0].isGiven
      }
      let owners = frame.engineers.filter { !answer.owned[$0].filter(seats.contains).isEmpty }
      return Ownership(
        project: id,
        entries: seats.isEmpty
          ? rota.entries(of: id) : owners.map { EngineerSpan(frame.team.engineers[$0].id) })
    }
    return Roster(made, in: frame).points()
  }

  /// The rules that stop an engineer, whatever the rest of the rota.
  fileprivate func stops(_ cell: Cell) -> [Diagnostic] {
    var cell = cell
    cell.covered = covers.days[cell] ?? 0
    return frame.stops(cell, after: frozen).map(\.diagnostic)
  }

  func week(_ slot: Int) -> ShiftWeek { frame.weeks[frozen.weeks + slot / problem.rotations] }

  /// The slot of a cell among those that can be decided.
  fileprivate func slot(_ cell: Cell) -> Int {
    (cell.week - frozen.weeks) * problem.rotations + cell.rotation
  }
}

/// The best rota, which others are compared with.
private struct ComparedRota: Sendable {
  let comparison: Comparison
  /// The rota on file where it has the fewest points.
  let base: Solver.Answer
  let known: Solver.Known
  let pointsOnFile: Int?

  private var frame: Frame { comparison.frame }
  private var problem: Problem { comparison.problem }

  func verdict(pinning cell: Cell) throws(Contradiction) -> Explanation.Verdict {
    let stops = comparison.stops(cell)
    guard stops.isEmpty else { return .stopped(stops) }
    let slot = comparison.slot(cell)
    guard base.holders[slot] != cell.engineer else {
      return .costs(Explanation.Cost(rise: 0))
    }
    var pinned = problem
    for other in 0..<problem.engineers where other != cell.engineer {
      pinned.allowed[problem.cell(other, slot / problem.rotations, cell.rotation)] = false
    }
    var search = ShiftFeasibility(pinned, work: ShiftFeasibility.usualWork)
    if case .impossible(let week) = search.run() {
      let start = comparison.week(week * problem.rotations)
      return .impossible(summary: "the week of \(start) could not be held then")
    }
    var again = Solver(pinned, effort: 1, knowing: known)
    guard let best = try again.solve().proved else { return .unknown }
    guard best.points >= base.points else {
      throw Contradiction(
        words: "a rota with a pin has \(best.points) points, and without \(base.points)")
    }
    let nearest = again.nearest(to: base, in: pinned, best: best)
    let (before, after) = (comparison.points(of: base), comparison.points(of: nearest))
    return .costs(
      Explanation.Cost(
        rise: best.points - base.points,
        terms: Term.allCases.compactMap { term in
          let rise = after[term] - before[term]
          return rise == 0 ? nil : (term, rise)
        },
        moves: moves(to: nearest, except: slot), handovers: handovers(to: nearest)))
  }

  private func moves(to new: Solver.Answer, except pinned: Int) -> [Explanation.Move] {
    func name(_ engineer: Int) -> EngineerID? {
      engineer >= 0 ? frame.team.engineers[engineer].id : nil
    }
    return base.holders.indices.compactMap { slot in
      let (from, to) = (base.holders[slot], new.holders[slot])
      guard slot != pinned, from != to else { return nil }
      return Explanation.Move(
        week: comparison.week(slot), rotation: frame.team.rotations[slot % problem.rotations].id,
        from: name(from), to: name(to))
    }
  }

  private func handovers(to new: Solver.Answer) -> [Explanation.Handover] {
    problem.projects.indices.compactMap { project in
      /// Those who own it in one answer only.
      func owners(_ one: Solver.Answer, butNot other: Solver.Answer) -> [EngineerID] {
        frame.engineers.filter {
          one.owned[$0].contains(project) && !other.owned[$0].contains(project)
        }.map { frame.team.engineers[$0].id }
      }
      let from = owners(base, butNot: new)
      let to = owners(new, butNot: base)
      guard !from.isEmpty || !to.isEmpty else { return nil }
      let framed = frame.projects[problem.projects[project].index]
      return Explanation.Handover(project: framed.project.id, from: from, to: to)
    }
  }
}

extension Solver.Result {
  /// The answer that is proved to be the best; nil where none is.
  fileprivate var proved: Solver.Answer? {
    get throws(Contradiction) {
      switch self {
      case .optimal(let answer): answer
      case .contradiction(let words): throw Contradiction(words: words)
      case .feasible, .unknown, .impossible: nil
      }
    }
  }
}
