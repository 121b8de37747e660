public import Diagnostics

/// The team file as values: people, rotations, projects, rules.
///
/// Names in it are checked: every engineer, rotation and project that is named exists.
public struct Team: Sendable {
  public var name = "Team"
  /// Where it is named.
  public var namePlace: Place?
  /// An IANA name.
  public var zone = "UTC"
  public var handover = Handover.standard
  public var workdays = WeekdaySet.mondayToFriday
  /// Free weeks between two shifts of an engineer, 0 to 52.
  public var rest = 1
  public var restPlace: Place?
  /// Working days an engineer may miss in a shift week and still hold the shift, 0 to 7.
  public var awayDaysAllowed = 0
  public var awayDaysAllowedPlace: Place?
  /// The named lists of public holidays.
  public var holidayLists: [HolidayList] = []
  /// Calendars of time off and holidays the file refers to, whose days are not read yet.
  public var calendars: [CalendarEntry] = []
  /// The folder of the rota files, relative to the team file.
  public var rotasFolder = "rotas"
  /// In the file's order.
  public var engineers: [Engineer] = []
  public var rotations: [Rotation] = []
  public var projects: [Project] = []
  public var pins: [Pin] = []
  public var unpopular: [MarkedDays] = []
  public var sharing: Sharing?
  public var feedback: Feedback?
  public var weights = Weights()
  public let source: SourceText

  public init(source: SourceText) { self.source = source }

  public func engineer(_ id: EngineerID) -> Engineer? { engineers.first { $0.id == id } }
  public func rotation(_ id: RotationID) -> Rotation? { rotations.first { $0.id == id } }
  public func project(_ id: ProjectID) -> Project? { projects.first { $0.id == id } }
}

/// The weekday and local time at which one shift ends and the next begins.
public struct Handover: Sendable, Hashable {
  public let weekday: Weekday
  public let time: LocalTime

  public init(weekday: Weekday, time: LocalTime) {
    self.weekday = weekday
    self.time = time
  }

  /// Monday 09:00.
  public static let standard: Handover = {
    guard let nine = LocalTime(hour: 9, minute: 0) else { preconditionFailure("09:00 is a time") }
    return Handover(weekday: .monday, time: nine)
  }()
}

/// A shift decided by a person; the generator never changes it.
public struct Pin: Sendable, Hashable {
  /// By the team file's handover.
  public let week: ShiftWeek
  /// A date that names the week also where a rota has another weekday.
  package let day: Day
  public let rotation: RotationID
  public let engineer: EngineerID
  /// Where the engineer is named.
  public let place: Place

  public init(week: ShiftWeek, rotation: RotationID, engineer: EngineerID, place: Place) {
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
public struct Sharing: Sendable, Hashable {
  public let weekday: Weekday
  public let time: LocalTime
  /// Length in minutes.
  public let length: Int
  /// A session is at most so many weeks after the project's end.
  public let withinWeeks: Int

  public init(weekday: Weekday, time: LocalTime, length: Int, withinWeeks: Int) {
    self.weekday = weekday
    self.time = time
    self.length = length
    self.withinWeeks = withinWeeks
  }
}

/// The monthly meeting with stakeholders, in two parts.
public struct Feedback: Sendable, Hashable {
  /// 1 for the first such weekday of the month, up to 5; -1 for the last.
  public let ordinal: Int
  public let weekday: Weekday
  public let time: LocalTime
  /// Lengths in minutes.
  public let thanks: Int
  public let improvements: Int
  public let guests: [Contact]
  public let agenda: String?

  public init(
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
