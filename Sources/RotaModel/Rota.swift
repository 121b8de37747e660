package import Dates
package import Diagnostics

/// The dated result for one period: who holds each shift, who owns each project.
package struct Rota: Sendable {
  package var period: Period
  /// By week, then in the order of the file; names in it need not exist.
  package var shifts: [Shift]
  package var owners: [Ownership]
  package var covers: [Cover]
  /// The file it was read from; nil for a rota that was only planned.
  package var source: SourceText?
  /// Where the period is given.
  package var periodPlace: Place?
  /// Where the shifts begin (the key `shifts`).
  package var shiftsPlace: Place?
  /// The days of its last shift week where the rota that follows has another handover weekday and
  /// makes them other than seven; known among the rotas on file alone.
  package internal(set) var lastWeekDays: Range<Day>?

  package init(
    period: Period, shifts: [Shift] = [], owners: [Ownership] = [], covers: [Cover] = [],
    source: SourceText? = nil, periodPlace: Place? = nil, shiftsPlace: Place? = nil
  ) {
    self.period = period
    self.shifts = shifts
    self.owners = owners
    self.covers = covers
    self.source = source
    self.periodPlace = periodPlace
    self.shiftsPlace = shiftsPlace
  }

  /// Whether one of its shift weeks holds the day.
  package func holds(_ day: Day, handover: Weekday) -> Bool {
    week(holding: day, handover: handover) != nil
  }
}

/// One week of one rotation, held by one engineer.
package struct Shift: Sendable, Hashable {
  package let week: ShiftWeek
  package let rotation: RotationID
  package let engineer: EngineerID
  /// Where the week is written (the key of the line); nil for a planned shift, as are the others.
  package let weekPlace: Place?
  package let rotationPlace: Place?
  /// Where the engineer is named.
  package let place: Place?

  package init(
    week: ShiftWeek, rotation: RotationID, engineer: EngineerID, weekPlace: Place? = nil,
    rotationPlace: Place? = nil, place: Place? = nil
  ) {
    self.week = week
    self.rotation = rotation
    self.engineer = engineer
    self.weekPlace = weekPlace
    self.rotationPlace = rotationPlace
    self.place = place
  }
}

/// The owners of a project as a rota gives them: entries in the file's order, perhaps none.
package struct Ownership: Sendable, Hashable {
  package let project: ProjectID
  package var entries: [EngineerSpan]
  /// Where the project is named.
  package let place: Place?

  package init(project: ProjectID, entries: [EngineerSpan], place: Place? = nil) {
    self.project = project
    self.entries = entries
    self.place = place
  }
}

/// Somebody stands in for some days of a shift: from the handover time on the first day to that
/// time on the day after the last.
package struct Cover: Sendable, Hashable {
  /// Half-open; within one shift week and the days added to it, never empty.
  package let days: Range<Day>
  package let rotation: RotationID
  /// The stand-in.
  package let engineer: EngineerID
  /// The whole entry, and where the stand-in is named.
  package let place: Place?
  package let engineerPlace: Place?

  package init(
    days: Range<Day>, rotation: RotationID, engineer: EngineerID, place: Place? = nil,
    engineerPlace: Place? = nil
  ) {
    precondition(!days.isEmpty, "a cover has at least a day")
    self.days = days
    self.rotation = rotation
    self.engineer = engineer
    self.place = place
    self.engineerPlace = engineerPlace
  }
}
