import Diagnostics
import RotaModel

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
    let rota = Rota(
      period: base.period, shifts: shifts, owners: owners(answer),
      covers: base.covers.filter { !dropped.contains($0) }, source: base.source,
      periodPlace: base.periodPlace, shiftsPlace: base.shiftsPlace)
    let roster = Roster(rota, in: frame)
    let points = roster.points()
    return Replanned(
      solution: Solution(rota: rota, points: points, bound: bound ?? points.total),
      changed: changes(moved, roster, dropped), filled: filled, handovers: handovers(answer),
      droppedCovers: dropped)
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
    return frame.stops(cell)
  }

  private func handovers(_ answer: Solver.Answer) -> [Replanned.Handover] {
    problem.projects.indices.compactMap { index in
      let project = problem.projects[index].index
      let framed = frame.projects[project]
      let before = frame.baseOwners(of: project)
      let owners = frame.engineers.filter { answer.owned[$0].contains(index) }
      let now = owners.map { frame.team.engineers[$0].id }
      let gone = before.filter { !now.contains($0) }
      guard !gone.isEmpty else { return nil }
      return Replanned.Handover(
        project: framed.project.id, day: framed.daysToDecide.lowerBound, from: gone,
        to: now.filter { !before.contains($0) },
        reasons: gone.flatMap { frame.stops($0, from: framed) })
    }
  }

  /// Entries in the order kept, then new ones in the team file's order.
  private func owners(_ answer: Solver.Answer) -> [Ownership] {
    frame.projects.indices.map { index in
      let framed = frame.projects[index]
      let old = base.owners.first { $0.project == framed.project.id }
      guard let bit = problem.projects.firstIndex(where: { $0.index == index }) else {
        return old ?? Ownership(project: framed.project.id, entries: [])
      }
      let now = frame.engineers.filter { answer.owned[$0].contains(bit) }
      let from = framed.daysToDecide.lowerBound
      let isNew = from <= framed.project.firstDay
      var entries: [EngineerSpan] = []
      for entry in old?.entries ?? [] {
        let stays = now.contains { frame.team.engineers[$0].id == entry.engineer }
        let ahead = entry.days.clamped(to: framed.daysToDecide)
        if ahead.isEmpty || (stays && ahead == framed.daysToDecide) {
          entries.append(entry)
        } else if entry.days.lowerBound < from, !isNew {
          entries.append(
            EngineerSpan(entry.engineer, from: entry.from, until: stays ? nil : from - 1))
        }
      }
      let added = now.map { frame.team.engineers[$0].id }.filter { id in
        !entries.contains { $0.engineer == id && !$0.days.clamped(to: framed.daysToDecide).isEmpty }
      }.map { EngineerSpan($0, from: isNew ? nil : from) }
      return Ownership(project: framed.project.id, entries: entries + added, place: old?.place)
    }
  }
}

extension Frame {
  /// Why somebody cannot own what is left of a project; empty where nothing stops them.
  fileprivate func stops(_ owner: EngineerID, from framed: FramedProject) -> [Diagnostic] {
    let engineer = availability.index(of: owner)
    let stops = RuleBook.rules.flatMap { rule in
      rule.shapes.compactMap { shape -> Diagnostic? in
        guard let engineer, case .owner(let breaks, let explain) = shape else { return nil }
        let owning = Owning(engineer: engineer, project: framed.project, days: framed.daysToDecide)
        guard breaks(situation, owning) else { return nil }
        let reason = explain(situation, owning)
        return reason.diagnostic(rule, at: reason.related.first?.place)
      }
    }
    if engineer == nil {
      return [
        Reason("no engineer is called `\(owner)`").diagnostic(.unknownEngineer, at: nil)
      ]
    }
    let named = framed.project.namedOwners.map { "`\($0.value)`" }
    guard stops.isEmpty, !named.isEmpty else { return stops }
    return [
      Reason("the team file names \(listed(named)) as owner").diagnostic(
        .pinBroken, at: framed.project.namedOwners.first?.place)
    ]
  }
}
