package import Diagnostics

/// What stands in an iCalendar file, component by component, before anything is made of it.
package struct CalendarReading: Sendable {
  package let source: SourceText
  /// Its VCALENDARs in their order; empty where the file was refused as a whole.
  package let calendars: [Component]
  /// What is wrong with its lines, by line.
  package let diagnostics: [Diagnostic]

  /// Whether the file as a whole could not be used; `diagnostics` says why.
  package var isRefused: Bool { calendars.isEmpty }
}

/// Reads a file of content lines. Never throws: what is wrong is in `diagnostics`.
///
/// A line that is no content line is skipped and reported. Refused as a whole are files that are
/// no calendar, that end before `END:VCALENDAR` (half a calendar would silently lose events) and
/// that go beyond `CalendarLimits`. O(bytes).
package func readCalendar(_ source: SourceText) -> CalendarReading {
  var parser = CalendarParser(source)
  return parser.read()
}

/// What a file may hold. Real calendars keep well below.
package enum CalendarLimits {
  /// 32 MiB.
  package static let bytes = 32 << 20
  package static let events = 200_000
  /// A component within a component, and so on; three is what RFC 5545 knows.
  package static let depth = 32
  package static let propertiesOfAComponent = 10_000
  /// Instances of one rule within the window that was asked for.
  package static let instances = 100_000
  /// Steps of expansion a file: days, hours, … that rules are tried on, and instances they give.
  package static let steps = 10_000_000
  /// Findings reported a file; a broken file has the same thing wrong on every line.
  package static let findings = 1000
}

extension SourceText {
  /// The first line of what was read at `range`, without its line end.
  func place(ofLineIn range: Range<Int>) -> Place {
    let line = bytes[range].prefix { $0 != 0x0A && $0 != 0x0D }
    return Place(self, line.startIndex..<line.endIndex)
  }
}

/// Collects findings up to the limit.
struct Findings {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func report(
    _ id: CalendarFinding, _ severity: Severity, _ message: String, at range: Range<Int>?,
    label: String = "", help: [String] = []
  ) {
    if diagnostics.count > CalendarLimits.findings { return }
    let place = range.map(source.place(ofLineIn:))
    if diagnostics.count == CalendarLimits.findings {
      diagnostics.append(
        Diagnostic(
          id.rawValue, .warning,
          "\(CalendarLimits.findings) findings are reported of this file, and it has more",
          at: place))
      return
    }
    diagnostics.append(
      Diagnostic(id.rawValue, severity, message, at: place, label: label, help: help))
  }
}

/// The kinds of findings in a calendar.
enum CalendarFinding: String {
  /// The file as a whole cannot be used.
  case file = "calendar-file"
  /// A line or component that does not belong where it is.
  case line = "calendar-line"
  /// An event that cannot be used.
  case event = "calendar-event"
  /// A time zone that nobody knows.
  case zone = "calendar-zone"
  /// Something RFC 5545 does not allow; only `lintCalendar` reports these.
  case lint = "calendar-lint"
}
