package import Diagnostics

/// A named list of public holidays.
package struct HolidayList: Sendable, Hashable {
  package let name: String
  package var days: [MarkedDays]

  package init(name: String, days: [MarkedDays]) {
    self.name = name
    self.days = days
  }
}

/// A `calendar:` entry of the team file: an .ics file whose events are days of something.
package struct CalendarEntry: Sendable, Hashable {
  package enum Use: Sendable, Hashable {
    /// The time off of one engineer.
    case timeOff(EngineerID)
    /// A feed of the whole team's time off: its events name people.
    case teamTimeOff
    /// The public holidays of a list.
    case holidays(list: String)
  }

  /// Which of its events count.
  package struct Choice: Sendable, Hashable {
    /// Empty for all: else the title or a category holds one of these, in any case.
    package var only: [String] = []
    /// Neither the title nor a category holds one of these, in any case.
    package var except: [String] = []
    /// Whether events of time off count that are marked as free.
    package var includesFree = false

    package init() {}
  }

  /// Relative to the team file.
  package let path: String
  package let use: Use
  package let choice: Choice
  /// Where the path is written.
  package let place: Place

  package init(path: String, use: Use, choice: Choice = Choice(), place: Place) {
    self.path = path
    self.use = use
    self.choice = choice
    self.place = place
  }
}

extension Team {
  /// Adds time off read from a calendar; of someone the team does not have it is ignored.
  package mutating func add(timeOff days: [MarkedDays], of engineer: EngineerID) {
    guard let index = engineers.firstIndex(where: { $0.id == engineer }) else { return }
    engineers[index].away += days
  }

  /// Adds public holidays read from a calendar to a list.
  package mutating func add(holidays days: [MarkedDays], toList name: String) {
    guard let index = holidayLists.firstIndex(where: { $0.name == name }) else { return }
    holidayLists[index].days += days
  }
}
