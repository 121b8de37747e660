import Dates
package import Diagnostics
package import ICalendar
package import RotaModel

/// A calendar file that the team file names, as it was found.
package enum LoadedCalendar: Sendable {
  case read(SourceText)
  /// It could not be read, and this says why.
  case unreadable(Diagnostic)
}

/// A team with the days of its calendars.
package struct TeamWithCalendars: Sendable {
  package let team: Team
  /// By calendar, then by line.
  package let diagnostics: [Diagnostic]
  /// By the team file's order.
  package let calendars: [CalendarRead]
}

/// A calendar that was read.
package struct CalendarRead: Sendable {
  package let file: SourceText
  package let entry: CalendarEntry
  package let tally: EventTally
  /// The titles of events that name nobody on the team, in the file's order.
  package let strangers: [Located<String>]
  /// By calendar year, how many public holidays there are; empty for time off.
  let holidaysOfYears: [Int: Int]

  /// `everyone.ics: 212 of 300 events name nobody on the team`; nil where all name somebody.
  package var strangersText: String? {
    if strangers.isEmpty { return nil }
    let verb = strangers.count == 1 ? "names" : "name"
    let noun = tally.all == 1 ? "event" : "events"
    return "\(file.path): \(strangers.count) of \(tally.all) \(noun) \(verb) nobody on the team"
  }

  /// Which of its events count and which do not, a line each.
  package var lines: [String] {
    ["\(file.path): \(tally.text)"]
      + strangers.map { "  \($0.place.line): nobody on the team: \($0.value)" }
  }
}

/// Adds to a team the time off and the holidays of all calendars that its file names.
///
/// - Parameters:
///   - zone: the team's.
///   - isQuoting: whether messages may show the calendars' lines, which hold the reasons for
///     somebody's time off.
///   - load: finds the file of an entry, whose path is relative to the team file.
package func addingCalendars(
  to team: Team, zone: Zone, zones: ZoneDirectory, dates: CalendarDates,
  isQuoting: Bool = false, load: (CalendarEntry) -> LoadedCalendar
) -> TeamWithCalendars {
  var filled = team
  var diagnostics: [Diagnostic] = []
  var calendars: [CalendarRead] = []
  for entry in team.calendars {
    switch load(entry) {
    case .unreadable(let diagnostic): diagnostics.append(diagnostic)
    case .read(let file):
      let read = timeOff(
        reading: file, for: entry, of: team, zone: zone, zones: zones, dates: dates)
      let shown = { (days: MarkedDays) in
        MarkedDays(days.days, at: isQuoting ? days.place : days.place.unquoted)
      }
      for (engineer, days) in read.away { filled.add(timeOff: days.map(shown), of: engineer) }
      if case .holidays(let list) = entry.use {
        filled.add(holidays: read.holidays.map(shown), toList: list)
      }
      diagnostics += read.diagnostics.map { finding in
        isQuoting || finding.place?.source !== file ? finding : finding.unquoted
      }
      calendars.append(
        CalendarRead(
          file: file, entry: entry, tally: read.tally, strangers: read.strangers,
          holidaysOfYears: read.holidaysOfYears))
    }
  }
  return TeamWithCalendars(team: filled, diagnostics: diagnostics, calendars: calendars)
}
