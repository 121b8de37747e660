public import Diagnostics
public import ICalendar
public import RotaModel

/// What a calendar of time off or public holidays comes to.
public struct TimeOff: Sendable {
  /// Days off of engineers, by the team file's order of engineers, then by date; each with its
  /// place in the calendar.
  public let away: [(engineer: EngineerID, days: [MarkedDays])]
  /// Public holidays, by date; empty for a calendar of time off.
  public let holidays: [MarkedDays]
  /// What is wrong with the calendar and its events, and which events name nobody.
  public let diagnostics: [Diagnostic]
  public let tally: EventTally
}

/// Reads the days of a `calendar:` entry within a window.
///
/// A time-off event counts for the dates that `WorkingHours` gives, and not at all where it is
/// cancelled, free or transparent, or declined by the person (`config.md`, "Away days"). Holiday
/// feeds mark their days as transparent: of a list of holidays all but the cancelled ones count. In
/// the team's own feed an event counts for each engineer it names.
///
/// - Parameters:
///   - zone: the team's.
///   - zones: where the zones are found that the file only names.
///   - window: repeating events are expanded within these dates only.
public func timeOff(
  reading file: SourceText, for entry: CalendarEntry, of team: Team, zone: Zone,
  zones: ZoneDirectory, window: Range<Day>
) -> TimeOff {
  let reading = readCalendar(file)
  let list = readEvents(reading, zones: zones, zone: zone)
  let expansion = list.occurrences(in: DateOnly(window.lowerBound)..<DateOnly(window.upperBound))
  var sorting = EventSorting(use: entry.use, names: EngineerNames(team), zone: zone)
  sorting.tally.count(.broken, list.brokenCount)
  sorting.sort(list, expansion.occurrences)
  return TimeOff(
    away: team.engineers.compactMap { engineer in
      sorting.away[engineer.id].map { (engineer.id, $0) }
    },
    holidays: sorting.holidays,
    diagnostics: reading.diagnostics + list.diagnostics + expansion.diagnostics
      + sorting.diagnostics,
    tally: sorting.tally)
}

/// Tells events that count from those that do not.
private struct EventSorting {
  let use: CalendarEntry.Use
  let names: EngineerNames
  let zone: Zone
  var tally = EventTally()
  var away: [EngineerID: [MarkedDays]] = [:]
  var holidays: [MarkedDays] = []
  var diagnostics: [Diagnostic] = []

  init(use: CalendarEntry.Use, names: EngineerNames, zone: Zone) {
    self.use = use
    self.names = names
    self.zone = zone
  }

  mutating func sort(_ list: EventList, _ occurrences: [EventOccurrence]) {
    let times = Dictionary(grouping: occurrences) { $0.event.component.range.lowerBound }
    for event in list.events {
      let occurrences = times[event.component.range.lowerBound] ?? []
      tally.count(sort(event, occurrences))
    }
  }

  /// Why the event does not count; nil where it does.
  private mutating func sort(_ event: Event, _ occurrences: [EventOccurrence])
    -> EventTally.Reason?
  {
    if event.isCancelled { return .cancelled }
    if !use.isHolidays, event.isFree { return .free }
    if occurrences.isEmpty { return .outside }
    let days = occurrences.compactMap { occurrence in
      WorkingHours(zone: zone).dates(of: occurrence.time).map {
        MarkedDays(Day($0.lowerBound)..<Day($0.upperBound), at: event.startPlace)
      }
    }
    if days.isEmpty { return .short }
    switch use {
    case .holidays:
      holidays += days
      return nil
    case .timeOff(let engineer):
      if event.declined.contains(where: { names.means(engineer, $0) }) { return .declined }
      away[engineer, default: []] += days
      return nil
    case .teamTimeOff: return sort(event, days)
    }
  }

  // MARK: The team's feed

  private mutating func sort(_ event: Event, _ days: [MarkedDays]) -> EventTally.Reason? {
    let found = names.engineers(namedIn: event.namingTexts)
    if !found.ambiguous.isEmpty {
      let who = found.ambiguous.map { "`\($0)`" }.joined(separator: " and ")
      warn(
        "a name in this event fits \(who), so it counts for neither", event,
        help: "an e-mail address or an id in the event says who is meant")
    } else if found.engineers.isEmpty {
      warn(
        "this event names nobody of the team, so it does not count", event,
        help: "an event counts for each engineer whose full name, e-mail address or id it holds")
    }
    let declined = names.engineers(namedIn: event.declined).engineers
    let absent = found.engineers.filter { !declined.contains($0) }
    for engineer in absent { away[engineer, default: []] += days }
    if !absent.isEmpty { return nil }
    return found.engineers.isEmpty ? .unnamed : .declined
  }

  private mutating func warn(_ message: String, _ event: Event, help: String) {
    // A feed of a whole company names thousands who are not on the team.
    guard diagnostics.count < CalendarLimits.findings else { return }
    diagnostics.append(
      Diagnostic(
        "calendar-person", .warning, message, at: event.summaryPlace, help: [help]))
  }
}

extension CalendarEntry.Use {
  fileprivate var isHolidays: Bool {
    if case .holidays = self { true } else { false }
  }
}

extension Event {
  /// Whether it blocks no time.
  fileprivate var isFree: Bool {
    isTransparent || busyStatus == "FREE" || busyStatus == "WORKINGELSEWHERE"
  }

  /// Names and addresses of those who declined.
  fileprivate var declined: [String] {
    attendees.filter { $0.participation == "DECLINED" }.flatMap { [$0.address, $0.name] }
  }

  /// Where a feed names people.
  fileprivate var namingTexts: [String] {
    let people = attendees + [organizer].compactMap(\.self)
    return [summary, description] + people.flatMap { [$0.address, $0.name] }
  }

  /// The line of its summary, which tells people which event it is.
  var summaryPlace: Place {
    guard let range = component["SUMMARY"]?.range, !range.isEmpty else { return place }
    let line = source.bytes[range].prefix { $0 != 0x0A && $0 != 0x0D }
    return Place(source, line.startIndex..<line.endIndex)
  }
}
