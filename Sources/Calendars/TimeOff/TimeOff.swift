package import Dates
package import Diagnostics
package import ICalendar
package import RotaModel

/// What a calendar of time off or public holidays comes to.
package struct TimeOff: Sendable {
  /// Days off of engineers, by the team file's order of engineers, then by date; each with its
  /// place in the calendar.
  package let away: [(engineer: EngineerID, days: [MarkedDays])]
  /// Public holidays, by date; empty for a calendar of time off.
  package let holidays: [MarkedDays]
  /// By calendar year, how many public holidays there are, two years before the dates asked for too.
  let holidaysOfYears: [Int: Int]
  /// What is wrong with the calendar and its events, and which names are doubtful.
  package let diagnostics: [Diagnostic]
  package let tally: EventTally
  /// The titles of events of a team's feed that name nobody on the team, in the file's order.
  package let strangers: [Located<String>]
}

/// Which dates a calendar is read for.
package struct CalendarDates: Sendable {
  /// Those on which time off can change an answer: repeating events are expanded in them only.
  package let window: Range<Day>
  package let today: Day

  package init(window: Range<Day>, today: Day) {
    self.window = window
    self.today = today
  }

  /// Whole calendar years, of which two lie before each date of the window.
  var years: Range<Day> {
    let first = Day(year: window.lowerBound.year - 2, month: 1, day: 1) ?? window.lowerBound
    return first..<window.upperBound
  }
}

/// Reads the days of a `calendar:` entry.
///
/// A time-off event counts for the dates that `WorkingHours` gives, and not at all where it is
/// cancelled, declined by the person, left out by the entry's `only` and `except`, or free or
/// transparent without `counts: all`. Holiday feeds mark their days as
/// transparent, which does not matter. In the team's own feed an event counts for each engineer it
/// is about.
///
/// - Parameters:
///   - zone: the team's.
///   - zones: where the zones are found that the file only names.
package func timeOff(
  reading file: SourceText, for entry: CalendarEntry, of team: Team, zone: Zone,
  zones: ZoneDirectory, dates: CalendarDates
) -> TimeOff {
  let reading = readCalendar(file)
  let list = readEvents(reading, zones: zones, zone: zone)
  let window = entry.use.isHolidays ? dates.years : dates.window
  let expansion = list.occurrences(in: window.lowerBound..<window.upperBound)
  var sorting = EventSorting(entry, of: team, zone: zone, dates: dates)
  sorting.sort(list, expansion)
  let nothing = reading.isRefused ? nil : sorting.warningThatNothingCounts(of: list)
  return TimeOff(
    away: team.engineers.compactMap { engineer in
      sorting.away[engineer.id].map { (engineer.id, $0) }
    },
    holidays: sorting.holidays.filter { $0.days.overlaps(dates.window) },
    holidaysOfYears: sorting.holidays.reduce(into: [:]) { counts, marked in
      for year in marked.days.lowerBound.year...(marked.days.upperBound - 1).year {
        counts[year, default: 0] += 1
      }
    },
    diagnostics: reading.diagnostics + list.diagnostics + sorting.diagnostics
      + [nothing].compactMap(\.self),
    tally: sorting.tally, strangers: sorting.strangers)
}

extension CalendarEntry.Use {
  var isHolidays: Bool {
    if case .holidays = self { true } else { false }
  }
}
