package import Dates
package import Diagnostics

/// The team file as values: people, rotations, projects, rules.
///
/// Names in it are checked: every engineer, rotation and project that is named exists.
package struct Team: Sendable {
  package var name = "Team"
  /// Where it is named.
  package var namePlace: Place?
  /// An IANA name.
  package var zone = "UTC"
  package var handover = Handover.standard
  package var workdays = WeekdaySet.mondayToFriday
  /// Free weeks between two shifts of an engineer, 0 to 52.
  package var rest = 1
  package var restPlace: Place?
  /// Working days an engineer may miss in a shift week and still hold the shift, 0 to 7.
  package var awayDaysAllowed = 0
  package var awayDaysAllowedPlace: Place?
  /// The named lists of public holidays.
  package var holidayLists: [HolidayList] = []
  /// Calendars of time off and holidays the file refers to, whose days are not read yet.
  package var calendars: [CalendarEntry] = []
  /// The folder of the rota files, relative to the team file.
  package var rotasFolder = "rotas"
  /// In the file's order.
  package var engineers: [Engineer] = []
  package var rotations: [Rotation] = []
  package var projects: [Project] = []
  package var pins: [Pin] = []
  package var unpopular: [MarkedDays] = []
  package var sharing: Sharing?
  package var feedback: Feedback?
  package var weights = Weights()
  package let source: SourceText

  package init(source: SourceText) { self.source = source }

  package func engineer(_ id: EngineerID) -> Engineer? { engineers.first { $0.id == id } }
  package func rotation(_ id: RotationID) -> Rotation? { rotations.first { $0.id == id } }
  package func project(_ id: ProjectID) -> Project? { projects.first { $0.id == id } }
}

/// The weekday and local time at which one shift ends and the next begins.
package struct Handover: Sendable, Hashable {
  package let weekday: Weekday
  package let time: LocalTime

  package init(weekday: Weekday, time: LocalTime) {
    self.weekday = weekday
    self.time = time
  }

  /// Monday 09:00.
  package static let standard: Handover = {
    guard let nine = LocalTime(hour: 9, minute: 0) else { preconditionFailure("09:00 is a time") }
    return Handover(weekday: .monday, time: nine)
  }()
}

/// A shift decided by a person; the generator never changes it.
package struct Pin: Sendable, Hashable {
  /// By the team file's handover.
  package let week: ShiftWeek
  /// A date that names the week also where a rota has another weekday.
  package let day: Day
  package let rotation: RotationID
  package let engineer: EngineerID
  /// Where the engineer is named.
  package let place: Place

  package init(week: ShiftWeek, rotation: RotationID, engineer: EngineerID, place: Place) {
    self.init(
      week: week, day: week.start, rotation: rotation, engineer: engineer, place: place)
  }

  package init(
    week: ShiftWeek, day: Day, rotation: RotationID, engineer: EngineerID, place: Place
  ) {
    self.week = week
    self.day = day
    self.rotation = rotation
    self.engineer = engineer
    self.place = place
  }

  /// The pinned week where weeks start on another day than the team file's.
  package func week(handover: Weekday) -> ShiftWeek {
    week.start.weekday == handover ? week : ShiftWeek(holding: day, handover: handover)
  }
}

/// When knowledge-sharing sessions are held.
package struct Sharing: Sendable, Hashable {
  package let weekday: Weekday
  package let time: LocalTime
  /// Length in minutes.
  package let length: Int
  /// A session is at most so many weeks after the project's end.
  package let withinWeeks: Int

  package init(weekday: Weekday, time: LocalTime, length: Int, withinWeeks: Int) {
    self.weekday = weekday
    self.time = time
    self.length = length
    self.withinWeeks = withinWeeks
  }
}

/// The monthly meeting with stakeholders, in two parts.
package struct Feedback: Sendable, Hashable {
  /// 1 for the first such weekday of the month, up to 5; -1 for the last.
  package let ordinal: Int
  package let weekday: Weekday
  package let time: LocalTime
  /// Lengths in minutes.
  package let thanks: Int
  package let improvements: Int
  package let guests: [Contact]
  package let agenda: String?

  package init(
    ordinal: Int, weekday: Weekday, time: LocalTime, thanks: Int, improvements: Int,
    guests: [Contact], agenda: String?
  ) {
    self.ordinal = ordinal
    self.weekday = weekday
    self.time = time
    self.thanks = thanks
    self.improvements = improvements
    self.guests = guests
    self.agenda = agenda
  }
}
