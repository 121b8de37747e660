import Dates
package import Diagnostics
package import ICalendar
internal import RotaModel

/// Tells the events of a calendar that count from those that do not.
struct EventSorting {
  private let entry: CalendarEntry
  private let team: Team
  // Most calendars are one engineer's or of holidays, whose events need nobody's name.
  private lazy var names = EngineerNames(team)
  private lazy var nearNames = NearNames(team)
  private let zone: Zone
  private let dates: CalendarDates
  private(set) var tally = EventTally()
  /// Of the events that begin a year before today or later.
  private var recent = EventTally()
  private(set) var away: [EngineerID: [MarkedDays]] = [:]
  private(set) var holidays: [MarkedDays] = []
  private(set) var strangers: [Located<String>] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ entry: CalendarEntry, of team: Team, zone: Zone, dates: CalendarDates) {
    self.entry = entry
    self.zone = zone
    self.dates = dates
    self.team = team
  }

  mutating func sort(_ list: EventList, _ expansion: EventExpansion) {
    let times = Dictionary(grouping: expansion.occurrences) { $0.event.line }
    let endless = Set(expansion.broken.map(\.event.line))
    for broken in list.broken + expansion.broken { report(broken) }
    for event in list.events where !endless.contains(event.line) {
      let occurrences = times[event.line] ?? []
      let reason = sort(event, occurrences)
      tally.count(reason)
      let yearAgo = dates.today - 365
      if occurrences.contains(where: { $0.time.dates(in: zone).lowerBound >= yearAgo }) {
        recent.count(reason)
      }
    }
  }

  /// Why the event does not count; nil where it does.
  private mutating func sort(_ event: Event, _ occurrences: [EventOccurrence])
    -> EventTally.Reason?
  {
    if event.isCancelled { return .cancelled }
    if !entry.use.isHolidays, event.isFree(unless: entry.choice.includesFree) { return .free }
    if !entry.choice.takes(event) { return .leftOut }
    if occurrences.isEmpty { return .outside }
    let days = occurrences.compactMap { occurrence in
      WorkingHours(zone: zone).dates(of: occurrence.time).map {
        MarkedDays($0, at: event.startPlace)
      }
    }
    if days.isEmpty { return .short }
    switch entry.use {
    case .holidays:
      holidays += days
      return nil
    case .timeOff(let engineer):
      if declined(event).contains(engineer) { return .declined }
      away[engineer, default: []] += days
      return nil
    case .teamTimeOff: return sort(event, days)
    }
  }

  private mutating func declined(_ event: Event) -> [EngineerID] {
    let people = event.attendees.filter { $0.participation == "DECLINED" }
    guard !people.isEmpty else { return [] }
    return names.engineers(namedIn: people.flatMap(\.names)).engineers
  }

  // MARK: The team's feed

  private mutating func sort(_ event: Event, _ days: [MarkedDays]) -> EventTally.Reason? {
    let people = names.people(in: event)
    report(people, event)
    if people == EventPeople([]) {
      strangers.append(Located(event.summary, at: event.summaryPlace))
    }
    let declined = declined(event)
    let absent = people.engineers.filter { !declined.contains($0) }
    for engineer in absent { away[engineer, default: []] += days }
    if !absent.isEmpty { return nil }
    return people.engineers.isEmpty ? .unnamed : .declined
  }

  private mutating func report(_ people: EventPeople, _ event: Event) {
    switch people.doubt {
    case .ambiguous(let engineers):
      warn(
        "a name in this event fits \(engineers.listed), so it counts for none of them", event,
        help: "an e-mail address or an id in the title says who is meant")
    case .several(let engineers):
      warn(
        "the description of this event names \(engineers.listed), so it counts for none of them",
        event,
        help: "an event counts for whoever its title names")
    case nil:
      guard people.engineers.isEmpty, let near = nearNames.nearest(in: event) else { return }
      warn(
        "this event names nobody on the team, but nearly `\(near)`", event,
        help: "if it is another spelling, write it below the engineer: `aliases: [OTHER SPELLING]`")
    }
  }

  private mutating func warn(_ message: String, _ event: Event, help: String) {
    report(Diagnostic("calendar-person", .warning, message, at: event.summaryPlace, help: [help]))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < CalendarLimits.findings else { return }
    diagnostics.append(diagnostic)
  }

  // MARK: Broken events

  /// An error where it may change an answer, so that a stranger's event of long ago stops nobody.
  private mutating func report(_ broken: BrokenEvent) {
    tally.count(.broken)
    report(broken.diagnostic(mayMatter(broken) ? .error : .warning))
  }

  private mutating func mayMatter(_ broken: BrokenEvent) -> Bool {
    let window = dates.window.lowerBound..<dates.window.upperBound
    if let dates = broken.dates, !dates.overlaps(window) { return false }
    guard entry.use == .teamTimeOff else { return true }
    return names.people(in: broken.event) != EventPeople([])
      || nearNames.nearest(in: broken.event) != nil
  }

  // MARK: Nothing counts

  /// An entry that has no effect is a mistake in the entry, or in how the calendar was exported.
  func warningThatNothingCounts(of list: EventList) -> Diagnostic? {
    if list.events.isEmpty, list.broken.isEmpty {
      return warning("`\(entry.path)` holds no event", ["export it anew, or leave it out"])
    }
    // Strangers are counted elsewhere: a company's feed may hold nobody of the team for months.
    let ours = recent.all - (recent.left[.unnamed] ?? 0)
    guard !entry.use.isHolidays, ours > 0, recent.counted == 0 else { return nil }
    return warning(
      "no event of `\(entry.path)` counts that begins on \(dates.today - 365) or later: "
        + recent.text,
      recent.left.keys.sorted().compactMap { $0.help(for: entry.use) })
  }

  private func warning(_ message: String, _ help: [String]) -> Diagnostic {
    Diagnostic("nothing-counts", .warning, message, at: entry.place, help: help)
  }
}

extension EventTally.Reason {
  /// What makes such events count.
  fileprivate func help(for use: CalendarEntry.Use) -> String? {
    switch self {
    case .free:
      "`counts: all` beside `calendar:` counts those that are marked as free, too"
    case .leftOut: "`only` and `except` beside `calendar:` say which events count"
    case .unnamed:
      "an event counts for whoever its title names by full name, e-mail address, alias or id"
    case .broken, .cancelled, .declined, .short, .outside: nil
    }
  }
}

extension [EngineerID] {
  /// `` `ada` and `bo` ``.
  fileprivate var listed: String { map { "`\($0)`" }.joined(separator: " and ") }
}

extension CalendarEntry.Choice {
  /// Whether `only` and `except` let an event count.
  fileprivate func takes(_ event: Event) -> Bool {
    guard !only.isEmpty || !except.isEmpty else { return true }
    let texts = ([event.summary] + event.categories).map { $0.lowercased() }
    func hold(_ words: [String]) -> Bool {
      words.contains { word in texts.contains { $0.contains(word.lowercased()) } }
    }
    return (only.isEmpty || hold(only)) && !hold(except)
  }
}

extension Event {
  /// Whether it blocks no time. Working elsewhere is work in any case.
  fileprivate func isFree(unless includesFree: Bool) -> Bool {
    busyStatus == "WORKINGELSEWHERE" || !includesFree && (isTransparent || busyStatus == "FREE")
  }

  /// The line of its summary, which tells people which event it is.
  package var summaryPlace: Place {
    guard let range = component["SUMMARY"]?.range, !range.isEmpty else { return place }
    let line = source.bytes[range].prefix { $0 != 0x0A && $0 != 0x0D }
    return Place(source, line.startIndex..<line.endIndex)
  }
}
