import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

extension Replanning {
  /// An answer as the mended rota, with what moved and why.
  ///
  /// - Parameter bound: nil where the answer is proved to have the fewest points.
  func replanned(_ answer: Solver.Answer, bound: Int?) -> Replanned {
    let made = MadeRota(answer, of: self)
    let roster = Roster(made.rota, in: frame)
    let points = roster.points()
    return Replanned(
      solution: Solution(rota: made.rota, points: points, bound: bound ?? points.total),
      changed: changes(made.moved, roster, made.droppedCovers), filled: made.filled,
      emptied: made.emptied(from: base).map { .init(shift: $0, reason: noSuchShift($0)) },
      ownerChanges: made.owners.ownerChanges, droppedEntries: made.owners.dropped,
      droppedCovers: brokenCovers + made.droppedCovers.map { DroppedCover(cover: $0, reason: nil) })
  }

  /// What an answer comes to, without the reasons: shifts that somebody else holds, projects that
  /// change hands, and the points of the rota.
  func toll(_ answer: Solver.Answer) -> (changed: Int, ownerChanges: Int, points: Int) {
    let made = MadeRota(answer, of: self)
    return (
      made.moved.count, made.owners.ownerChanges.count, Roster(made.rota, in: frame).points().total
    )
  }

  /// Why a shift of the base is no shift.
  private func noSuchShift(_ shift: Shift) -> String {
    frame.availability.index(of: shift.rotation) == nil
      ? shift.rotation.unknown
      : "the week is closed for `\(shift.rotation)`"
  }

  private func changes(
    _ moved: [(shift: Shift, from: Shift)], _ now: Roster, _ dropped: [Cover]
  ) -> [Replanned.Change] {
    guard !moved.isEmpty else { return [] }
    let before = Roster(base, in: frame).conflicts
    let after = now.conflicts
    return moved.map { shift, from in
      var reasons = stops(from)
      // Rules about several shifts are reported at one of them.
      if reasons.isEmpty { reasons = before.filter { $0.place != nil && $0.place == from.place } }
      if reasons.isEmpty {
        // With one change fewer no rota exists: something breaks where it is taken back, covers
        // and all.
        var back = now.rota
        back.shifts = back.shifts.map { $0 == shift ? from : $0 }
        back.covers += dropped.filter {
          $0.rotation == from.rotation && from.week.days.contains($0.days.lowerBound)
        }
        let known = Set(after.map(\.message))
        reasons = Roster(back, in: frame).conflicts.filter { !known.contains($0.message) }
      }
      return Replanned.Change(
        week: shift.week, rotation: shift.rotation, from: from.engineer, to: shift.engineer,
        reasons: reasons)
    }
  }

  /// The rules that forbid a shift of the base by themselves.
  private func stops(_ shift: Shift) -> [Diagnostic] {
    guard let engineer = frame.availability.index(of: shift.engineer),
      let rotation = frame.availability.index(of: shift.rotation),
      let week = frame.week(startingOn: shift.week.start)
    else { return [] }
    var cell = Cell(engineer: engineer, rotation: rotation, week: week)
    cell.covered = covers.days[cell] ?? 0
    return frame.stops(cell).map(\.diagnostic)
  }
}

/// A rota made of an answer: the frozen weeks and what can stay as in the base.
private struct MadeRota {
  private(set) var rota: Rota
  private(set) var moved: [(shift: Shift, from: Shift)] = []
  private(set) var filled: [Shift] = []
  /// Covers of shifts that moved.
  let droppedCovers: [Cover]
  let owners: Replanning.Owners

  init(_ answer: Solver.Answer, of mending: Replanning) {
    let (frame, base, frozen) = (mending.frame, mending.base, mending.frozen)
    var shifts = mending.settled
    for week in frozen..<max(frozen, frame.weeks.count) {
      for rotation in frame.rotations {
        let slot = mending.problem.slots[WeekIndex(week - frozen), RotationIndex(rotation)]
        let holder = answer.holders[slot]
        guard holder.isKnown else { continue }
        let id = frame.team.engineers[holder.number].id
        let duty = frame.team.rotations[rotation].id
        let before = mending.onFile[slot]
        if let before, before.engineer == id {
          shifts.append(before)
          continue
        }
        let shift = Shift(
          week: frame.weeks[week], rotation: duty, engineer: id,
          weekPlace: before?.weekPlace, rotationPlace: before?.rotationPlace, place: before?.place)
        shifts.append(shift)
        if let before { moved.append((shift, before)) } else { filled.append(shift) }
      }
    }
    let moved = moved
    let dropped = base.covers.filter { cover in
      moved.contains {
        $0.from.rotation == cover.rotation && $0.from.week.days.contains(cover.days.lowerBound)
      }
    }
    droppedCovers = dropped
    owners = Replanning.Owners(answer, of: mending)
    rota = Rota(
      period: base.period, shifts: shifts, owners: owners.all,
      covers: base.covers.filter { !dropped.contains($0) }, source: base.source,
      periodPlace: base.periodPlace, shiftsPlace: base.shiftsPlace)
  }

  /// The shifts of the base that there are no more.
  func emptied(from base: Rota) -> [Shift] {
    base.shifts.filter { before in
      !rota.shifts.contains { $0.week == before.week && $0.rotation == before.rotation }
    }
  }
}
