package import Dates
package import Diagnostics

/// An event that cannot be used, and why.
package struct BrokenEvent: Sendable {
  package let event: Event
  /// Without a full stop, in one clause.
  private let reason: String
  private let range: Range<Int>

  init(_ event: Event, _ reason: String, at range: Range<Int>) {
    self.event = event
    self.reason = reason
    self.range = range
  }

  package func diagnostic(_ severity: Severity) -> Diagnostic {
    Diagnostic(
      CalendarFinding.event.rawValue, severity, "\(reason), so the event is left out",
      at: event.source.place(ofLineIn: range))
  }

  /// No single absence is longer, in days.
  private static let longest = 366

  /// The dates within which it may have taken place, as far as they can be read; nil where it may be
  /// at any time.
  package var dates: Range<Day>? {
    let repeats = EventRepeats.properties.contains { event.component[$0] != nil }
    guard !repeats, let start = date("DTSTART") else { return nil }
    let hasLength = event.component["DTEND"] != nil || event.component["DURATION"] != nil
    let end = date("DTEND") ?? (hasLength ? start + BrokenEvent.longest : start)
    // Zones move a time by up to a day.
    return min(start, end) + -1..<max(start, end) + 2
  }

  private func date(_ name: String) -> Day? {
    event.component[name].flatMap { WrittenDate($0.rawValue)?.date }
  }
}
