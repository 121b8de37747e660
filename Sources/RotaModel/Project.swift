package import Dates
package import Diagnostics

/// A piece of work with its life and its owners.
package struct Project: Sendable {
  /// The weeks in which the owners should hold no shift.
  package enum Protection: Sendable, Hashable {
    /// The weeks of the first and of the last day.
    case edges
    case all
    case none
    /// The weeks that hold these days.
    case days([MarkedDays])
  }

  package enum Docs: Sendable, Hashable {
    case required
    case none
    /// A link or a path.
    case written(String)
  }

  package enum Audience: Sendable, Hashable { case team, everyone }

  package let id: ProjectID
  package var name: String
  /// First to last day, half-open; never empty.
  package var life: Range<Day>
  /// Where `start` and `end` are given.
  package var startPlace: Place
  package var endPlace: Place
  /// How many owners it needs, at least 1: `namedOwners.count` where owners are named.
  package var ownersNeeded = 1
  /// The owners given by name in the team file, in order; empty where only a number is given.
  package var namedOwners: [Located<EngineerID>] = []
  package var skills: [Located<String>] = []
  package var protect = Protection.edges
  package var customer: String?
  package var pairWith: [Contact] = []
  package var pairing: Pairing?
  /// The technology or architecture that is new.
  package var introduces: String?
  package var shareWith = Audience.team
  package var docs = Docs.required
  package var docsPlace: Place?
  /// Where the id is declared.
  package let place: Place

  package init(
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

  package var firstDay: Day { life.lowerBound }
  /// Included.
  package var lastDay: Day { life.upperBound - 1 }
}

/// `Dora Kim <dora@example.com>`; the address may be missing.
package struct Contact: Sendable, Hashable {
  package let name: String
  package let email: String?

  package init(name: String, email: String?) {
    self.name = name
    self.email = email
  }

  /// The name, or the address where that is all there is.
  package var shownName: String { name.isEmpty ? email ?? "" : name }
}

extension [Contact] {
  /// By name or, where contacts are shown, by the address that is all there is.
  package func shownNames(contacts: Bool) -> [String] {
    filter { contacts || !$0.name.isEmpty && $0.name != $0.email }.map(\.shownName)
  }
}

/// A time of day in the team's zone, to the minute.
package struct LocalTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes from midnight, 0 to 1439.
  package let minutes: Int

  /// nil outside 00:00 to 23:59.
  package init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = 60 * hour + minute
  }

  /// Minutes from midnight, those of later days taken away.
  init(minutesOfDay minutes: Int) {
    precondition(minutes >= 0, "a time after midnight")
    self.minutes = minutes % LocalTime.minutesOfDay
  }

  static let minutesOfDay = 24 * 60

  package var hour: Int { minutes / 60 }
  package var minute: Int { minutes % 60 }
  package static func < (a: LocalTime, b: LocalTime) -> Bool { a.minutes < b.minutes }
  /// `09:00`.
  package var description: String { padded(hour, to: 2) + ":" + padded(minute, to: 2) }
}

/// Weekly sessions with the product team a project is built for.
package struct Pairing: Sendable, Hashable {
  package let weekday: Weekday
  package let time: LocalTime
  /// Length in minutes.
  package let length: Int

  package init(weekday: Weekday, time: LocalTime, length: Int) {
    self.weekday = weekday
    self.time = time
    self.length = length
  }
}
