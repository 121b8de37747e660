/// How many events of a calendar count, and why the others do not.
package struct EventTally: Sendable, Hashable {
  /// Why an event is no time off or holiday.
  package enum Reason: Int, Sendable, CaseIterable, Comparable {
    /// It could not be read.
    case broken
    case cancelled
    /// It blocks no time: transparent, free, or working elsewhere.
    case free
    case declined
    /// By the entry's `only` and `except`.
    case leftOut
    /// It takes less than half of the working hours of every date.
    case short
    /// It has no time within the dates that were asked for.
    case outside
    /// It names nobody of the team, or a name that fits two.
    case unnamed

    package static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }

    /// With a number before it: `2 broken`.
    var words: String {
      switch self {
      case .broken: "broken"
      case .cancelled: "cancelled"
      case .free: "free or transparent"
      case .declined: "declined"
      case .leftOut: "left out by `only` and `except`"
      case .short: "with less than 4 of the hours from 08:00 to 18:00"
      case .outside: "outside the dates that matter"
      case .unnamed: "of nobody on the team"
      }
    }
  }

  package private(set) var counted = 0
  package private(set) var left: [Reason: Int] = [:]

  mutating func count(_ reason: Reason?, _ events: Int = 1) {
    guard events > 0 else { return }
    if let reason { left[reason, default: 0] += events } else { counted += events }
  }

  var all: Int { counted + left.values.reduce(0, +) }

  /// `12 of 15 events count (2 cancelled, 1 declined)`.
  package var text: String {
    let reasons = Reason.allCases.compactMap { reason in
      left[reason].map { "\($0) \(reason.words)" }
    }
    return "\(counted) of \(all) events count"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))")
  }
}
