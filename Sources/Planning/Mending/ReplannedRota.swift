import Diagnostics
import RotaModel
import Rules
import Solver

extension Replanning {
  /// An answer as the mended rota, with what moved and why.
  ///
  /// - Parameter bound: nil where the answer is proved to have the fewest points.
  func replanned(_ answer: Solver.Answer, bound: Int?) -> Replanned {
    var shifts = base.shifts.filter { shift in
      frame.weeks.prefix(frozen).contains(shift.week) || frame.weeks.allSatisfy { $0 != shift.week }
    }
    var moved: [(shift: Shift, from: Shift)] = []
    var filled: [Shift] = []
    for week in frozen..<max(frozen, frame.weeks.count) {
      for rotation in frame.rotations {
        let holder = answer.holders[(week - frozen) * frame.rotations.count + rotation]
        guard holder >= 0 else { continue }
        let id = frame.team.engineers[holder].id
        let duty = frame.team.rotations[rotation].id
        let before = base.shifts.first { $0.week == frame.weeks[week] && $0.rotation == duty }
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
    let dropped = base.covers.filter { cover in
      moved.contains {
        $0.from.rotation == cover.rotation && $0.from.week.days.contains(cover.days.lowerBound)
      }
    }
    let emptied = base.shifts.filter { before in
      !shifts.contains { $0.week == before.week && $0.rotation == before.rotation }
    }.map { Replanned.Emptied(shift: $0, reason: noSuchShift($0)) }
    let owners = Owners(answer, of: self)
    let rota = Rota(
      period: base.period, shifts: shifts, owners: owners.all,
      covers: base.covers.filter { !dropped.contains($0) }, source: base.source,
      periodPlace: base.periodPlace, shiftsPlace: base.shiftsPlace)
    let roster = Roster(rota, in: frame)
    let points = roster.points()
    return Replanned(
      solution: Solution(rota: rota, points: points, bound: bound ?? points.total),
      changed: changes(moved, roster, dropped), filled: filled, emptied: emptied,
      handovers: owners.handovers, droppedEntries: owners.dropped,
      droppedCovers: brokenCovers + dropped.map { DroppedCover(cover: $0, reason: nil) })
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
