/// A time zone: which offset from UTC its clocks keep at every moment.
///
/// A list of past changes and, after the last of them, a yearly rule or a fixed offset: what a
/// TZif file holds (RFC 9636), or what a VTIMEZONE says. It never changes; a class, so that all
/// events of a file share one.
package final class Zone: Sendable {
  /// What clocks keep between two changes.
  package struct Offset: Sendable, Hashable {
    /// Seconds east of UTC.
    package let seconds: Int
    package let isDaylight: Bool
    /// `CET`, `+0530`; may be empty.
    package let abbreviation: String

    package init(seconds: Int, isDaylight: Bool = false, abbreviation: String = "") {
      self.seconds = seconds
      self.isDaylight = isDaylight
      self.abbreviation = abbreviation
    }
  }

  /// A change of the clocks.
  package struct Transition: Sendable, Hashable {
    package let instant: Instant
    package let before: Offset
    package let after: Offset

    /// What the clocks show when they change, before they do.
    package var wallTimeBefore: LocalDateTime {
      LocalDateTime(wallSeconds: instant.secondsSince1970 + before.seconds)
    }
  }

  /// What comes after the last listed change.
  enum Tail: Sendable, Hashable {
    case fixed(Offset)
    case yearly(YearlyRule)
  }

  /// The IANA name it was asked for by, or the TZID of the VTIMEZONE it was made from.
  package let name: String
  /// In force before the first change.
  let initial: Offset
  /// Ascending by instant.
  let transitions: [Transition]
  let tail: Tail

  /// `changes` ascend; each is the offset in force from its instant on.
  init(
    name: String, initial: Offset, changes: [(instant: Instant, offset: Offset)], tail: Tail? = nil
  ) {
    self.name = name
    self.initial = initial
    var before = initial
    var transitions: [Transition] = []
    transitions.reserveCapacity(changes.count)
    for change in changes where change.offset != before {
      transitions.append(
        Transition(instant: change.instant, before: before, after: change.offset))
      before = change.offset
    }
    self.tail = tail ?? .fixed(before)
    self.transitions = Zone.droppingRepeats(transitions, of: self.tail)
  }

  /// A zone that never changes its clocks.
  package convenience init(name: String, offset: Offset) {
    self.init(name: name, initial: offset, changes: [])
  }

  package static let utc = Zone(name: "UTC", offset: Offset(seconds: 0, abbreviation: "UTC"))

  /// Whether times in this zone are written in UTC, with a `Z` and no VTIMEZONE.
  package var isUTC: Bool {
    transitions.isEmpty && tail == .fixed(Zone.utc.initial)
  }

  /// "Fat" zone files list what the yearly rule says anyway, up to 2037. Without these the rule
  /// is known to be in force from its first year on, which the VTIMEZONE wants to say.
  private static func droppingRepeats(_ transitions: [Transition], of tail: Tail) -> [Transition] {
    guard case .yearly(let rule) = tail else { return transitions }
    var count = transitions.count
    while count >= 2 {
      let last = transitions[count - 1]
      guard rule.transition(atOrBefore: last.instant) == last,
        rule.transition(atOrBefore: last.instant + -1).instant <= transitions[count - 2].instant
      else { break }
      count -= 1
    }
    return Array(transitions[..<count])
  }
}

/// Zones are equal that have the same name and the same changes.
extension Zone: Hashable {
  package static func == (a: Zone, b: Zone) -> Bool {
    a === b
      || (a.name == b.name && a.initial == b.initial && a.transitions == b.transitions
        && a.tail == b.tail)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

extension Zone: CustomStringConvertible {
  package var description: String { name }
}
