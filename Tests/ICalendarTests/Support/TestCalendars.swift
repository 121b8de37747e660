import Dates
import Diagnostics

@testable import ICalendar

/// A calendar file of these lines, which end with CR LF.
func file(_ lines: String...) -> SourceText {
  SourceText(
    path: "test.ics",
    text: lines.flatMap { $0.split(separator: "\n") }.joined(separator: "\r\n") + "\r\n")
}

/// A calendar of one event of these lines.
func event(_ lines: String...) -> SourceText {
  file("BEGIN:VCALENDAR\nBEGIN:VEVENT", lines.joined(separator: "\n"), "END:VEVENT\nEND:VCALENDAR")
}

/// What the messages of a reading say, with their lines.
func messages(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.place?.line ?? 0): \($0.message)" }
}

/// The events of a file for a team in Berlin, without the machine's zone data.
func events(_ source: SourceText, zone: Zone = TestZones.berlin) -> EventList {
  readEvents(readCalendar(source), zones: ZoneDirectory(path: "/nonexistent"), zone: zone)
}

/// The times of a file's events in a window, the usual one being 2027: `2027-01-04 to 2027-01-05`
/// with the end left out, `2027-01-04T08:00 to 2027-01-04T09:00` in UTC.
func times(
  _ source: SourceText, zone: Zone = TestZones.berlin,
  in window: Range<Day> = date(2027, 1, 1)..<date(2028, 1, 1)
) -> [String] {
  events(source, zone: zone).occurrences(in: window).occurrences.map { shown($0.time) }
}

func shown(_ time: EventTime) -> String {
  switch time {
  case .dates(let dates): "\(dates.lowerBound) to \(dates.upperBound)"
  case .instants(let span): "\(shown(span.lowerBound)) to \(shown(span.upperBound))"
  }
}

private func shown(_ instant: Instant) -> Substring { "\(instant)".prefix(16) }

/// VTIMEZONEs, so that tests need no zone data.
enum TestZoneComponents {
  static let newYork = """
    BEGIN:VTIMEZONE
    TZID:America/New_York
    BEGIN:DAYLIGHT
    DTSTART:20070311T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
    TZOFFSETFROM:-0500
    TZOFFSETTO:-0400
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:20071104T020000
    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
    TZOFFSETFROM:-0400
    TZOFFSETTO:-0500
    END:STANDARD
    END:VTIMEZONE
    """
}
