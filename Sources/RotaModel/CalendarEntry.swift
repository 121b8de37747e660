public import Diagnostics

/// A named list of public holidays.
public struct HolidayList: Sendable, Hashable {
  public let name: String
  public var days: [MarkedDays]

  public init(name: String, days: [MarkedDays]) {
    self.name = name
    self.days = days
  }
}

/// A `calendar:` entry of the team file: an .ics file whose events are days of something.
public struct CalendarEntry: Sendable, Hashable {
  public enum Use: Sendable, Hashable {
    /// The time off of one engineer.
    case timeOff(EngineerID)
    /// A feed of the whole team's time off: its events name people.
    case teamTimeOff
    /// The public holidays of a list.
    case holidays(list: String)
  }

  /// Which of its events count.
  public struct Choice: Sendable, Hashable {
    /// Empty for all: else the title or a category holds one of these, in any case.
    public var only: [String] = []
    /// Neither the title nor a category holds one of these, in any case.
    public var except: [String] = []
    /// Whether events of time off count that are marked as free.
    public var includesFree = false

    public init() {}
  }

  /// Relative to the team file.
  public let path: String
  public let use: Use
  public let choice: Choice
  /// Where the path is written.
  public let place: Place

  public init(path: String, use: Use, choice: Choice = Choice(), place: Place) {
    self.path = path
    self.use = use
    self.choice = choice
    self.place = place
  }
}

extension Team {
  /// Adds time off read from a calendar; of someone the team does not have it is ignored.
  public mutating func add(timeOff days: [MarkedDays], of engineer: EngineerID) {
    guard let index = engineers.firstIndex(where: { $0.id == engineer }) else { return }
    engineers[index].away += days
  }

  /// Adds public holidays read from a calendar to a list.
  public mutating func add(holidays days: [MarkedDays], toList name: String) {
    guard let index = holidayLists.firstIndex(where: { $0.name == name }) else { return }
    holidayLists[index].days += days
  }
}
