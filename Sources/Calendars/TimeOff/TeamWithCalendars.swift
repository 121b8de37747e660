public import Diagnostics
public import ICalendar
public import RotaModel

/// A calendar file that the team file names, as it was found.
public enum LoadedCalendar: Sendable {
  case read(SourceText)
  /// It could not be read, and this says why.
  case unreadable(Diagnostic)
}

/// A team with the days of its calendars.
public struct TeamWithCalendars: Sendable {
  public let team: Team
  /// By calendar, then by line.
  public let diagnostics: [Diagnostic]
  /// The calendars that were read, with how many of their events count.
  public let calendars: [(file: SourceText, entry: CalendarEntry, tally: EventTally)]
}

/// Adds to a team the time off and the holidays of all calendars that its file names.
///
/// - Parameters:
///   - zone: the team's.
///   - window: repeating events are expanded within these dates only.
///   - load: finds the file of an entry, whose path is relative to the team file.
public func addingCalendars(
  to team: Team, zone: Zone, zones: ZoneDirectory, window: Range<Day>,
  load: (CalendarEntry) -> LoadedCalendar
) -> TeamWithCalendars {
  var filled = team
  var diagnostics: [Diagnostic] = []
  var calendars: [(file: SourceText, entry: CalendarEntry, tally: EventTally)] = []
  for entry in team.calendars {
    switch load(entry) {
    case .unreadable(let diagnostic): diagnostics.append(diagnostic)
    case .read(let file):
      let read = timeOff(
        reading: file, for: entry, of: team, zone: zone, zones: zones, window: window)
      for (engineer, days) in read.away { filled.add(timeOff: days, of: engineer) }
      if case .holidays(let list) = entry.use { filled.add(holidays: read.holidays, toList: list) }
      diagnostics += read.diagnostics
      calendars.append((file, entry, read.tally))
    }
  }
  return TeamWithCalendars(team: filled, diagnostics: diagnostics, calendars: calendars)
}
