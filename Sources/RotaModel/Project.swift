public import Diagnostics

/// A piece of work with its life and its owners.
public struct Project: Sendable {
  /// The weeks in which the owners should hold no shift.
  public enum Protection: Sendable, Hashable {
    /// The weeks of the first and of the last day.
    case edges
    case all
    case none
    /// The weeks that hold these days.
    case days([MarkedDays])
  }

  public enum Docs: Sendable, Hashable {
    case required
    case none
    /// A link or a path.
    case written(String)
  }

  public enum Audience: Sendable, Hashable { case team, everyone }

  public let id: ProjectID
  public var name: String
  /// First to last day, half-open; never empty.
  public var life: Range<Day>
  /// Where `start` and `end` are given.
  public var startPlace: Place
  public var endPlace: Place
  /// How many owners it needs, at least 1: `namedOwners.count` where owners are named.
  public var ownersNeeded = 1
  /// The owners given by name in the team file, in order; empty where only a number is given.
  public var namedOwners: [Located<EngineerID>] = []
  public var skills: [Located<String>] = []
  public var protect = Protection.edges
  public var customer: String?
  public var pairWith: [Contact] = []
  public var pairing: Pairing?
  /// The technology or architecture that is new.
  public var introduces: String?
  public var shareWith = Audience.team
  public var docs = Docs.required
  public var docsPlace: Place?
  /// Where the id is declared.
  public let place: Place

  public init(
    id: ProjectID, name: String, life: Range<Day>, startPlace: Place, endPlace: Place, place: Place
  ) {
    precondition(!life.isEmpty, "a project lives for at least a day")
    self.id = id
    self.name = name
    self.life = life
    self.startPlace = startPlace
    self.endPlace = endPlace
    self.place = place
  }

  public var firstDay: Day { life.lowerBound }
  /// Included.
  public var lastDay: Day { life.upperBound - 1 }
}

/// `Dora Kim <dora@example.com>`; the address may be missing.
public struct Contact: Sendable, Hashable {
  public let name: String
  public let email: String?

  public init(name: String, email: String?) {
    self.name = name
    self.email = email
  }

  /// The name, or the address where that is all there is.
  public var shownName: String { name.isEmpty ? email ?? "" : name }
}

extension [Contact] {
  /// By name or, where contacts are shown, by the address that is all there is.
  public func shownNames(contacts: Bool) -> [String] {
    filter { contacts || !$0.name.isEmpty && $0.name != $0.email }.map(\.shownName)
  }
}

/// A time of day in the team's zone, to the minute.
public struct LocalTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes from midnight, 0 to 1439.
  public let minutes: Int

  /// nil outside 00:00 to 23:59.
  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = 60 * hour + minute
  }

  /// Minutes from midnight, those of later days taken away.
  init(minutesOfDay minutes: Int) {
    precondition(minutes >= 0, "a time after midnight")
    self.minutes = minutes % LocalTime.minutesOfDay
  }

  static let minutesOfDay = 24 * 60

  public var hour: Int { minutes / 60 }
  public var minute: Int { minutes % 60 }
  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.minutes < b.minutes }
  /// `09:00`.
  public var description: String { padded(hour, to: 2) + ":" + padded(minute, to: 2) }
}

/// Weekly sessions with the product team a project is built for.
public struct Pairing: Sendable, Hashable {
  public let weekday: Weekday
  public let time: LocalTime
  /// Length in minutes.
  public let length: Int

  public init(weekday: Weekday, time: LocalTime, length: Int) {
    self.weekday = weekday
    self.time = time
    self.length = length
  }
}
