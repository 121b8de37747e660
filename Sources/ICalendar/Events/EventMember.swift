/// A VEVENT understood: when it starts, how long it lasts and how it repeats.
struct EventMember: Sendable {
  /// Why an event cannot be used and which line says so.
  struct Broken: Error {
    let reason: String
    let range: Range<Int>
  }

  let event: Event
  let start: EventStart
  let length: EventDuration
  /// Nil where it happens once, as most do.
  let repeats: EventRepeats?
  /// Of an override: the start of the instance it replaces, in its own terms.
  let recurrenceID: EventStart?
  /// RANGE=THISANDFUTURE.
  let coversFuture: Bool

  /// What two events of one UID are told apart by.
  struct Times: Hashable {
    fileprivate let start: EventStart
    fileprivate let length: EventDuration
    fileprivate let repeats: [String]
  }

  var times: Times {
    let repeats = event.component.properties.filter { property in
      EventRepeats.properties.contains { property.isNamed($0) }
    }
    return Times(start: start, length: length, repeats: repeats.map(\.rawValue))
  }
}

/// How an event repeats (RFC 5545 3.8.5).
final class EventRepeats: Sendable {
  struct Rule: Sendable {
    let rule: RecurrenceRule
    let range: Range<Int>
  }

  static let properties = ["RRULE", "RDATE", "EXDATE", "EXRULE"]

  let rules: [Rule]
  /// Whether some rule has neither COUNT nor UNTIL.
  var isEndless: Bool { rules.contains { $0.rule.count == nil && $0.rule.until == nil } }
  /// EXRULE, which RFC 5545 dropped and old files have.
  let exceptionRules: [Rule]
  /// RDATE; a PERIOD has a length of its own.
  let dates: [(start: EventStart, length: EventDuration?)]
  let exceptions: [EventStart]

  init(
    rules: [Rule], exceptionRules: [Rule], dates: [(start: EventStart, length: EventDuration?)],
    exceptions: [EventStart]
  ) {
    self.rules = rules
    self.exceptionRules = exceptionRules
    self.dates = dates
    self.exceptions = exceptions
  }
}
