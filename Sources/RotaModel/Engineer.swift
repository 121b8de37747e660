package import Dates
package import Diagnostics

/// A member of the team.
package struct Engineer: Sendable {
  package let id: EngineerID
  package var name: String
  package var email: String?
  /// Other spellings of the name, in feeds and imported tables.
  package var aliases: [Located<String>] = []
  /// The engineer's id in other systems, by system: `slack`.
  package var accounts: [String: Located<String>] = [:]
  /// The first and the last day on the team (both included), where the file names them.
  package var joined: Located<Day>?
  package var leaves: Located<Day>?
  /// Percent of a full turn, 1 to 100.
  package var load = 100
  package var workdays: WeekdaySet
  /// The name of the holiday list the engineer follows; nil for none.
  package var holidayList: String?
  package var skills: Set<String> = []
  /// Time off, also that from calendars, in no particular order.
  package var away: [MarkedDays] = []
  package var avoid: [MarkedDays] = []
  package var prefer: [MarkedDays] = []
  /// At most so many shifts a period.
  package var maxShifts: Located<Int>?
  /// How many projects the engineer may own on one day.
  package var projectsAtOnce = 1
  package var projectsAtOncePlace: Place?
  package var wants: [Located<ProjectID>] = []
  /// Where the id is declared.
  package let place: Place

  package init(id: EngineerID, name: String, workdays: WeekdaySet, place: Place) {
    self.id = id
    self.name = name
    self.workdays = workdays
    self.place = place
  }

  /// The dates on the team, half-open.
  package var tenure: Range<Day> {
    let start = joined?.value ?? .distantPast
    return start..<max(start, leaves.map { $0.value + 1 } ?? .distantFuture)
  }
}
