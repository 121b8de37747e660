import Dates
import Diagnostics
import ICalendar

extension FuzzTarget {
  /// Read, its events asked for two years, written and read again.
  static let calendar = FuzzTarget(name: "calendar", base: 96) { bytes in
    let reading = readCalendar(SourceText(path: "a.ics", bytes: bytes))
    show(reading.diagnostics)
    let events = readEvents(reading, zones: ZoneDirectory.system(tzdir: nil), zone: .utc)
    show(events.diagnostics)
    let window = Day(year: 2026, month: 7, day: 1)!..<Day(year: 2028, month: 7, day: 1)!
    let found = events.occurrences(in: window)
    show(found.broken.map { $0.diagnostic(.error) })
    var lines = ContentLines()
    for calendar in reading.calendars { lines.append(calendar) }
    let again = readCalendar(SourceText(path: "a.ics", bytes: lines.bytes))
    must(again.calendars == reading.calendars, "what is written reads back")
  }

  static let lint = FuzzTarget(name: "lint", base: 16) { bytes in
    show(lintCalendar(SourceText(path: "a.ics", bytes: bytes)))
  }
}
