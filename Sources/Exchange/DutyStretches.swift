internal import Calendars
package import Dates
package import ICalendar
package import RotaModel

/// Days within what is asked for on which nobody is on duty.
package struct UnheldDays: Sendable, Hashable {
  package enum Reason: Sendable {
    /// The rota leaves the shift open.
    case nobody
    /// The rotation has no shift then.
    case closed
    /// They lie between two rotas.
    case onNoRota
  }

  /// nil for all of them.
  package let rotation: RotationID?
  package let days: Range<Day>
  package let reason: Reason
}

/// What some rotas say of who is on duty when, and what of it is left out.
package struct DutyStretches: Sendable {
  /// By their start, then in the order of the team's rotations. Of one rotation they follow each
  /// other without overlap, and without a hole but for `unheld`.
  package let stretches: [DutyStretch]
  /// By their first day, then likewise.
  package let unheld: [UnheldDays]
  /// How many stretches lie outside of the window, or end before its `firstEnd`.
  package let outsideWindow: Int
  /// Shifts that are no week of their rota: `check` calls them conflicts.
  package let misplaced: [Shift]

  /// O(shifts × covers).
  ///
  /// - Parameters:
  ///   - rotas: by the first date of their period, as they follow each other on file; no two hold
  ///     the same shift week.
  ///   - rotation: the only one that is asked for; nil for all.
  package init(
    of rotas: [Rota], rotation: RotationID?, team: Team, zone: Zone, window: ExportWindow
  ) {
    let roster = DutyRoster(handover: team.handover.time, zone: zone)
    let availability = Availability(team)
    let rotations = team.rotations.map(\.id).filter { rotation == nil || $0 == rotation }
    func place(_ id: RotationID) -> Int { availability.index(of: id) ?? rotations.count }
    var stretches: [DutyStretch] = []
    var unheld: [UnheldDays] = []
    var misplaced: [Shift] = []
    var outside = 0
    var previous: Day?
    func add(_ rotation: RotationID?, _ days: Range<Day>, _ reason: UnheldDays.Reason) {
      guard window.cutting(roster.span(days)) != nil else { return }
      unheld.append(UnheldDays(rotation: rotation, days: days, reason: reason))
    }
    for rota in rotas {
      let weeks = rota.weeks(handover: team.handover.weekday)
      var held: Set<Slot> = []
      for shift in rota.shifts where rotation == nil || shift.rotation == rotation {
        let slot = Slot(week: shift.week, rotation: shift.rotation)
        guard weeks.contains(shift.week), held.insert(slot).inserted else {
          misplaced.append(shift)
          continue
        }
        // Where the clock skips a whole day, a cover of it has no moment.
        for duty in roster.duties(of: shift, in: rota) where !duty.span.isEmpty {
          if let stretch = DutyStretch(duty, in: window) {
            stretches.append(stretch)
          } else {
            outside += 1
          }
        }
      }
      if let first = weeks.first, let last = weeks.last {
        if let previous, previous < first.start { add(nil, previous..<first.start, .onNoRota) }
        previous = rota.days(of: last).upperBound
      }
      for week in weeks {
        for id in rotations where !held.contains(Slot(week: week, rotation: id)) {
          let isClosed = availability.index(of: id).map { availability.isClosed($0, in: week) }
          add(id, rota.days(of: week), isClosed == true ? .closed : .nobody)
        }
      }
    }
    self.stretches = stretches.sorted {
      ($0.span.lowerBound, place($0.rotation), $0.rotation)
        < ($1.span.lowerBound, place($1.rotation), $1.rotation)
    }
    self.unheld = unheld
    outsideWindow = outside
    self.misplaced = misplaced
  }

  private struct Slot: Hashable {
    let week: ShiftWeek
    let rotation: RotationID
  }
}
