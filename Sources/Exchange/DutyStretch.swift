internal import Calendars
package import Dates
package import ICalendar
package import RotaModel

/// A part of a shift that one person does, as it is handed to another system: the shift is cut
/// where covers begin and end, and at the ends of what is asked for.
package struct DutyStretch: Sendable, Hashable {
  package let rotation: RotationID
  package let engineer: EngineerID
  /// The holder of the shift while somebody stands in; nil while the holder is on duty.
  package let standsInFor: EngineerID?
  /// The date on which it begins before anything is cut: by it a calendar knows the stretch again.
  package let firstDay: Day
  /// Half-open, never empty.
  package let span: Range<Instant>
  /// When it begins before anything is cut.
  package let beginning: Instant

  /// nil where nothing of the duty lies in the window.
  init?(_ duty: Duty, in window: ExportWindow) {
    guard let span = window.cutting(duty.span) else { return nil }
    rotation = duty.duty.rotation
    engineer = duty.engineer
    standsInFor = duty.standsInFor
    firstDay = duty.duty.days.lowerBound
    self.span = span
    beginning = duty.span.lowerBound
  }
}

/// What is asked for of the time.
package struct ExportWindow: Sendable {
  /// Nothing begins before; what lies across is cut. nil for no such moment.
  package let start: Instant?
  /// Nothing ends after; what lies across is cut. nil for no such moment.
  package let end: Instant?
  /// Stretches that end before are left out: systems refuse what is over by the time they read it.
  package let firstEnd: Instant?

  package init(start: Instant? = nil, end: Instant? = nil, firstEnd: Instant? = nil) {
    self.start = start
    self.end = end
    self.firstEnd = firstEnd
  }

  /// The part of a span that lies within; nil where none does.
  func cutting(_ span: Range<Instant>) -> Range<Instant>? {
    let lower = max(span.lowerBound, start ?? span.lowerBound)
    let upper = min(span.upperBound, end ?? span.upperBound)
    guard lower < upper, upper >= firstEnd ?? upper else { return nil }
    return lower..<upper
  }
}
