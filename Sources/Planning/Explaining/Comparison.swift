import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

/// A rota on file and what of it can still be decided.
struct Comparison: Sendable {
  let frame: Frame
  private let rota: Rota
  private let frozen: FrozenShifts
  private let covers: KeptCovers
  /// Of the weeks that have not begun.
  let problem: Problem

  init(_ frame: Frame, _ rota: Rota) {
    self.frame = frame
    self.rota = rota
    let roster = Roster(rota, in: frame)
    frozen = FrozenShifts(roster, weeks: frame.frozen)
    covers = KeptCovers(roster)
    problem = CompiledFrame(frame, covered: covers.days, after: frozen).rest
  }

  /// Nil where no best rota is known. Of a large team the rota on file is where the search starts, and
  /// what it comes to is good enough.
  func compared(_ watch: (SearchProgress) -> Void) throws(Contradiction) -> ComparedRota? {
    let onFile = onFile
    let isLarge = problem.isLarge
    var solver = Solver(problem, effort: 1)
    let result = solver.solve(from: isLarge ? onFile : nil, isShort: isLarge) {
      watch($0)
      return true
    }
    let best: Solver.Answer
    let bound: Int
    switch result {
    case .optimal(let answer): (best, bound) = (answer, answer.points)
    case .feasible(let answer, let least) where isLarge: (best, bound) = (answer, least)
    case .feasible, .unknown, .impossible: return nil
    case .contradiction(let words): throw Contradiction(words: words)
    }
    let base = onFile.flatMap { $0.points == best.points ? $0 : nil } ?? best
    return ComparedRota(
      comparison: self, base: base, gap: base.points - bound, points: points(of: base),
      solver: solver, pointsOnFile: onFile.map { points(of: $0).total })
  }

  /// What is left of the rota on file, as an answer; nil where it breaks a hard rule.
  private var onFile: Solver.Answer? {
    var fixed = problem
    for (slot, holder) in zip(problem.slots.all, frozen.later) where fixed.open[slot] {
      fixed.leave(slot, to: holder)
    }
    for index in fixed.projects.indices where !fixed.projects[index].isGiven {
      let entries = rota.entries(of: frame.projects[fixed.projects[index].index].project.id)
      let owners = Set(
        entries.filter { $0.days.overlaps(fixed.projects[index].dates) }.map(\.engineer))
      guard owners.count == fixed.projects[index].needed else { return nil }
      for (engineer, person) in frame.team.engineers.enumerated()
      where !owners.contains(person.id) {
        fixed.projects[index].candidates[EngineerIndex(engineer)].mayOwn = false
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
    for (slot, engineer) in zip(problem.slots.all, answer.holders) where engineer.isKnown {
      made.shifts.append(
        Shift(
          week: week(problem.slots.week(of: slot)), rotation: rotation(slot),
          engineer: frame.team.engineers[engineer.number].id))
    }
    made.owners = frame.projects.enumerated().map { index, framed in
      let id = framed.project.id
      let seats = problem.projects.indices.filter {
        problem.projects[$0].index == index && !problem.projects[$0].isGiven
      }
      let owners = frame.engineers.filter {
        !answer.owned[EngineerIndex($0)].filter(seats.contains).isEmpty
      }
      return Ownership(
        project: id,
        entries: seats.isEmpty
          ? rota.entries(of: id) : owners.map { EngineerSpan(frame.team.engineers[$0].id) })
    }
    return Roster(made, in: frame).points()
  }

  /// The rules that stop an engineer, whatever the rest of the rota.
  func stops(_ cell: Cell) -> [Diagnostic] {
    var cell = cell
    cell.covered = covers.days[cell] ?? 0
    return frame.stops(cell, after: frozen).map(\.diagnostic)
  }

  func week(_ week: WeekIndex) -> ShiftWeek { frame.weeks[frozen.weeks + week.number] }

  func rotation(_ slot: Slot) -> RotationID {
    frame.team.rotations[problem.slots.rotation(of: slot).number].id
  }

  /// The shift of a cell among those that can be decided.
  func slot(_ cell: Cell) -> Slot {
    problem.slots[WeekIndex(cell.week - frozen.weeks), RotationIndex(cell.rotation)]
  }
}
