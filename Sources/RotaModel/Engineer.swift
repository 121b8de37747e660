public import Diagnostics

/// A member of the team.
public struct Engineer: Sendable {
  public let id: EngineerID
  public var name: String
  public var email: String?
  /// Other spellings of the name, in feeds and imported tables.
  public var aliases: [Located<String>] = []
  /// The engineer's id in other systems, by system: `slack`.
  public var accounts: [String: Located<String>] = [:]
  /// The first and the last day on the team (both included), where the file names them.
  public var joined: Located<Day>?
  public var leaves: Located<Day>?
  /// Percent of a full turn, 1 to 100.
  public var load = 100
  public var workdays: WeekdaySet
  /// The name of the holiday list the engineer follows; nil for none.
  public var holidayList: String?
  public var skills: Set<String> = []
  /// Time off, also that from calendars, in no particular order.
  public var away: [MarkedDays] = []
  public var avoid: [MarkedDays] = []
  public var prefer: [MarkedDays] = []
  /// At most so many shifts a period.
  public var maxShifts: Located<Int>?
  /// How many projects the engineer may own on one day.
  public var projectsAtOnce = 1
  public var projectsAtOncePlace: Place?
  public var wants: [Located<ProjectID>] = []
  /// Where the id is declared.
  public let place: Place

  public init(id: EngineerID, name: String, workdays: WeekdaySet, place: Place) {
    self.id = id
    self.name = name
    self.workdays = workdays
    self.place = place
  }

  /// The dates on the team, half-open.
  public var tenure: Range<Day> {
    let start = joined?.value ?? .distantPast
    return start..<max(start, leaves.map { $0.value + 1 } ?? .distantFuture)
  }
}
