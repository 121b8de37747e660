internal import Calendars
import Dates
internal import Diagnostics
internal import ICalendar
internal import RotaModel

/// Reads the events of a calendar as entries.
struct EventEntries {
  private let request: ImportRequest
  private let names: EngineerNames
  private let whole: WholeNames
  private let calendarNames: [(range: Range<Int>, rotation: Int)]
  private let titles: EventTitles
  private var maker: EntryMaker

  /// An event that says of nobody of the team that they are on duty.
  private struct Unnamed {
    let occurrence: EventOccurrence
    let rotation: Int?
    let fitting: [Int]
  }

  /// Throws where the file is no calendar. O(events).
  static func read(
    _ source: SourceText, _ request: ImportRequest, _ people: inout ImportPeople,
    _ notes: inout ImportNotes
  ) throws(ImportMistake) -> [Entry] {
    let reading = readCalendar(source)
    if reading.isRefused { throw ImportMistake(reading.diagnostics) }
    let list = readEvents(reading, zones: request.zones, zone: request.zone)
    for finding in reading.diagnostics + list.diagnostics { notes.warn(finding) }
    let bound = request.endOfSeries
    if let event = list.endless.first, request.period == nil {
      notes.say(
        "line \(event.summaryPlace.line): a series without an end is read up to \(bound - 1)")
    }
    let start = request.period?.first ?? .firstOfCalendars
    let expansion = list.occurrences(
      in: Day.firstOfCalendars..<Day.lastOfCalendars,
      endless: start..<max(bound, start + 1))
    for broken in list.broken + expansion.broken {
      notes.tally.leftOut[.dates, default: 0] += 1
      notes.leaveOut(broken.diagnostic(.error))
    }
    var reader = EventEntries(request, source, reading, expansion.occurrences)
    reader.read(expansion.occurrences, &people, &notes)
    return reader.maker.entries
  }

  private init(
    _ request: ImportRequest, _ source: SourceText, _ reading: CalendarReading,
    _ occurrences: [EventOccurrence]
  ) {
    self.request = request
    names = EngineerNames(request.team)
    whole = WholeNames(request.team)
    titles = EventTitles(occurrences.map(\.event), request.team)
    calendarNames = reading.calendars.compactMap { calendar in
      let name = (calendar["X-WR-CALNAME"] ?? calendar["NAME"])?.text ?? ""
      return request.team.rotation(namedInTitle: name).map { (calendar.range, $0) }
    }
    maker = EntryMaker(request, source, order: .dayFirst)
  }

  private mutating func read(
    _ occurrences: [EventOccurrence], _ people: inout ImportPeople, _ notes: inout ImportNotes
  ) {
    var unnamed: [Unnamed] = []
    var named = 0
    for occurrence in occurrences {
      let event = occurrence.event
      let uid = EventUID(event.uid)
      if event.isCancelled {
        notes.tally.count(.cancelled)
        continue
      }
      switch uid?.slot {
      case .project, .sharing, .pairing, .feedback:
        notes.tally.count(.other)
        continue
      default: break
      }
      var entry = self.entry(occurrence)
      guard Limits.years.contains(entry.startDay.year) else {
        notes.tally.leftOut[.dates, default: 0] += 1
        let problem = DateProblem.year(entry.startDay.year)
        notes.leaveOut(
          Diagnostic("import-date", problem.message, at: event.summaryPlace, help: [problem.help]))
        continue
      }
      guard occurrence.lastsADay(entry) else {
        notes.tally.count(.short)
        continue
      }
      let rotation = rotation(of: event, uid)
      if case .cover = uid?.slot { entry.isStandIn = true }
      let (engineer, fitting) = engineer(of: event, uid)
      guard let engineer else {
        unnamed.append(Unnamed(occurrence: occurrence, rotation: rotation, fitting: fitting))
        continue
      }
      named += 1
      entry.who = .engineer(engineer)
      if rotation == nil { entry.outcome = .leftOut(.rotations) }
      add(entry, rotation, &notes)
    }
    let areStrangers = named > unnamed.count
    for event in unnamed {
      guard areStrangers || !event.fitting.isEmpty else {
        notes.tally.count(.unnamed)
        continue
      }
      let text = titles.person(in: event.occurrence.event.summary)
      var entry = self.entry(event.occurrence)
      entry.who = people.stranger(text, fitting: event.fitting)
      if entry.who == .leftOut { entry.outcome = .noRow(.person) }
      if case .stranger = entry.who { entry.outcome = .leftOut(.people) }
      add(entry, event.rotation, &notes)
    }
  }

  private mutating func add(_ entry: Entry, _ rotation: Int?, _ notes: inout ImportNotes) {
    if let wanted = request.rotation, let rotation,
      request.team.rotations[rotation].id != wanted
    {
      return notes.tally.count(.rotation)
    }
    maker.add(entry.of(rotation ?? Entry.noRotation))
  }

  private func entry(_ occurrence: EventOccurrence) -> Entry {
    let place = occurrence.event.summaryPlace.range
    switch occurrence.time {
    case .dates(let dates):
      let (start, end) = (dates.lowerBound.number, dates.upperBound.number)
      return Entry(
        place: place, rotation: 0, start: 1440 * start, startDay: Day(number: start),
        end: .moment(1440 * end), who: .empty)
    case .instants(let span):
      let start = maker.minutes(of: span.lowerBound)
      let wall = start + request.team.handover.time.minutes
      return Entry(
        place: place, rotation: 0, start: start, startDay: Day(number: wall.flooredDays),
        end: .moment(maker.minutes(of: span.upperBound)), who: .empty)
    }
  }

  // MARK: Who, and of what

  /// The one engineer, or those of whom it cannot be told which.
  private func engineer(of event: Event, _ uid: EventUID?) -> (Int?, fitting: [Int]) {
    let team = request.team
    func index(_ id: EngineerID) -> Int? { team.engineers.firstIndex { $0.id == id } }
    if case .cover(_, _, let engineer) = uid?.slot { return (index(engineer), []) }
    if let own = uid?.calendar { return (index(own), []) }
    let people = names.people(in: event)
    if people.engineers.count == 1, people.doubt == nil { return (index(people.engineers[0]), []) }
    let several = people.engineers + (people.doubt?.engineers ?? [])
    guard several.isEmpty else { return (nil, several.compactMap(index)) }
    if let short = names.engineer(byShortNameInTitle: event.summary) { return (index(short), []) }
    let found = whole.engineers(namedBy: event.summary)
    return found.count == 1 ? (found[0], []) : (nil, found)
  }

  private func rotation(of event: Event, _ uid: EventUID?) -> Int? {
    switch uid?.slot {
    case .shift(_, let rotation), .cover(_, let rotation, _):
      if let index = request.team.rotations.firstIndex(where: { $0.id == rotation }) {
        return index
      }
    default: break
    }
    return request.team.rotation(namedInTitle: event.summary)
      ?? calendarNames.first { $0.range.contains(event.component.range.lowerBound) }?.rotation
      ?? request.defaultRotation
  }
}

extension Entry {
  fileprivate func of(_ rotation: Int) -> Entry {
    var entry = Entry(
      place: place, rotation: rotation, start: start, startDay: startDay, end: end, who: who)
    entry.isStandIn = isStandIn
    entry.outcome = outcome
    return entry
  }
}

extension EventOccurrence {
  /// By a clock on the wall, or by one that nobody puts forward.
  fileprivate func lastsADay(_ entry: Entry) -> Bool {
    if let seconds = time.seconds, seconds >= 86_400 { return true }
    guard case .moment(let end) = entry.end else { return false }
    return end - entry.start >= 1440
  }
}

extension Team {
  /// By index, the rotation that a part of a title is called.
  fileprivate func rotation(namedInTitle title: String) -> Int? {
    let longest = rotations.map { $0.id.text.utf8.count { $0 == UInt8(ascii: "-") } }.max() ?? 0
    let found = TitleParts(title).meanings(ofAtMost: longest + 2) { rotation(called: $0) }
    return found.first
  }
}

extension ImportRequest {
  /// The day up to which a series without an end is read.
  fileprivate var endOfSeries: Day {
    if let period { return period.last + 8 }
    if let last = rotas.compactMap({ rota in
      rota.weeks(handover: team.handover.weekday).last.map { rota.days(of: $0).upperBound }
    }).max() {
      return last
    }
    let quarter = Period(quarterOf: today)
    let next = quarter.flatMap { Period(quarterOf: $0.last + 1) }
    return ((next ?? quarter)?.last ?? today) + 1
  }
}

extension Day {
  /// Years of four digits.
  fileprivate static let firstOfCalendars = Day(number: -719_162)
  fileprivate static let lastOfCalendars = Day(number: 2_932_897)
}
