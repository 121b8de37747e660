internal import Calendars
import Dates
internal import Diagnostics
internal import ICalendar
internal import RotaModel

/// Makes entries of what the cells of a row say, whatever kind of file they stand in.
struct EntryMaker {
  /// The cells of a row, or the values of an entry of a list.
  struct Row {
    /// What messages about the row point at.
    var place: Range<Int>
    let start: DateCell
    let startPlace: Range<Int>
    var end = DateCell.empty
    var endPlace = 0..<0

    func at(_ place: Range<Int>) -> Row {
      var row = self
      row.place = place
      return row
    }
  }

  /// Ten years: what goes on for longer is a slip of the year.
  private static let mostDays = 3653

  let request: ImportRequest
  let source: SourceText
  /// nil where it cannot be told, which is an error of the whole file.
  private let order: DateOrder?
  private let handover: Int
  private(set) var entries: [Entry] = []
  /// The last entry of each rotation, which a row that cannot be read ends.
  private var last: [Int: Int] = [:]

  init(_ request: ImportRequest, _ source: SourceText, order: DateOrder?) {
    self.request = request
    self.source = source
    self.order = order
    handover = request.team.handover.time.minutes
  }

  func place(_ range: Range<Int>) -> Place { Place(source, range) }

  // MARK: Times

  private func day(_ text: DateText) throws(DateProblem) -> Day? {
    if let order { return try text.day(order) }
    // Either order does for telling what else is wrong.
    do throws(DateProblem) { return try text.day(.dayFirst) } catch {}
    return try text.day(.monthFirst)
  }

  /// A start on the clock of entries, and its date.
  private func start(_ text: DateText) throws(DateProblem) -> (minutes: Int, day: Day) {
    guard let day = try day(text) else {
      guard case .week(let week) = text.date else { throw .unreadable }
      let start = request.rotas.week(in: week, handover: request.team.handover.weekday).start
      return (start.number * 1440, start)
    }
    guard let minutes = moment(text, on: day) else { return (day.number * 1440, day) }
    return (minutes, Day(number: (minutes + handover).flooredDays))
  }

  /// A time on the clock of entries; nil for a date alone.
  private func moment(_ text: DateText, on day: Day) -> Int? {
    guard let minutes = text.minutes else { return nil }
    let wall = day.number * 1440 + minutes
    guard let offset = text.offset else { return wall - handover }
    return self.minutes(of: Instant(secondsSince1970: 60 * wall - offset))
  }

  func minutes(of instant: Instant) -> Int {
    let seconds = request.zone.local(at: instant).wallSeconds
    return (seconds >= 0 ? seconds / 60 : (seconds - 59) / 60) - handover
  }

  private func end(_ text: DateText) throws(DateProblem) -> Entry.End {
    guard let day = try day(text) else {
      guard case .week(let week) = text.date else { throw .unreadable }
      let start = request.rotas.week(in: week, handover: request.team.handover.weekday).start
      return .lastDay(start.number + 6)
    }
    return moment(text, on: day).map { .moment($0) } ?? .lastDay(day.number)
  }

  // MARK: Entries

  /// Adds an entry for the row, and for who stands in within it; a row whose dates cannot be read
  /// is left out.
  ///
  /// - Parameters:
  ///   - rotation: by index; nil where the row names none of the team's.
  mutating func add(
    _ row: Row, _ who: ImportPeople.Meaning, rotation: Int?, standsInFor: Int? = nil,
    isStandIn: Bool = false, covers: [(who: ImportPeople.Meaning, days: DateCell)] = [],
    _ notes: inout ImportNotes
  ) {
    do throws(RowProblem) {
      var entry = try entry(row, who, rotation ?? Entry.noRotation)
      entry.isStandIn = isStandIn
      entry.standsInFor = standsInFor
      entry.outcome = EntryMaker.outcome(of: who)
      if rotation == nil, entry.outcome == .read { entry.outcome = .leftOut(.rotations) }
      // A row counts once: whole, or as one that cannot be read.
      var parts: [Entry] = []
      for cover in covers {
        let part = Row(place: row.place, start: cover.days, startPlace: row.place)
        var entry = try self.entry(part, cover.who, rotation ?? Entry.noRotation)
        entry.outcome = EntryMaker.outcome(of: cover.who)
        entry.isStandIn = true
        entry.isPart = true
        if case .engineer(let holder) = who { entry.standsInFor = holder }
        if entry.end == .open { entry.end = .lastDay(entry.startDay.number) }
        parts.append(entry)
      }
      if let rotation { last[rotation] = entries.count }
      entries.append(entry)
      entries += parts
    } catch {
      // A row for nobody is none, whatever stands for its date: a title, a sum, a rest of a form.
      if case .noRow(let kind) = EntryMaker.outcome(of: who) {
        notes.tally.count(kind)
        if let rotation { endLast(of: rotation) }
        return
      }
      notes.tally.leftOut[.dates, default: 0] += 1
      if let rotation { endLast(of: rotation) }
      let place = place(error.place)
      notes.leaveOut(
        Diagnostic("import-date", error.problem.message, at: place, help: [error.problem.help]))
    }
  }

  /// Lets the entry before a row that cannot be read last the usual distance at most.
  private mutating func endLast(of rotation: Int) {
    if let index = last[rotation] { entries[index].lastsUsualAtMost = true }
  }

  private static func outcome(of who: ImportPeople.Meaning) -> Entry.Outcome {
    switch who {
    case .engineer: .read
    case .stranger: .leftOut(.people)
    case .empty: .noRow(.empty)
    case .nobody: .noRow(.nobody)
    case .leftOut: .noRow(.person)
    }
  }

  private struct RowProblem: Error {
    let problem: DateProblem
    let place: Range<Int>
  }

  private func entry(
    _ row: Row, _ who: ImportPeople.Meaning, _ rotation: Int
  ) throws(RowProblem) -> Entry {
    var place = row.startPlace
    do throws(DateProblem) {
      switch row.start {
      case .empty: throw DateProblem.missing
      case .problem(let problem): throw problem
      case .date(let text):
        let (minutes, day) = try start(text)
        var entry = Entry(
          place: row.place, rotation: rotation, start: minutes, startDay: day, end: .open, who: who)
        place = row.endPlace
        switch row.end {
        case .empty: break
        case .problem(let problem): throw problem
        case .date(let text), .range(_, let text): entry.end = try end(text)
        }
        try check(entry)
        return entry
      case .range(let first, let last):
        let (minutes, day) = try start(first)
        let entry = Entry(
          place: row.place, rotation: rotation, start: minutes, startDay: day,
          end: try end(last), who: who)
        try check(entry)
        return entry
      }
    } catch {
      throw RowProblem(problem: error, place: place)
    }
  }

  private func check(_ entry: Entry) throws(DateProblem) {
    let last: Int
    switch entry.end {
    case .open: return
    case .moment(let end):
      if end <= entry.start { throw .backwards }
      last = end.flooredDays
    case .lastDay(let day):
      // An exclusive end is the day after the last.
      if day < entry.startDay.number { throw .backwards }
      last = day
    }
    if last > entry.startDay.number + EntryMaker.mostDays { throw .long }
  }

  /// An entry of a calendar, whose times are known.
  mutating func add(_ entry: Entry) { entries.append(entry) }
}

extension Int {
  /// Whole days of so many minutes, rounded down.
  var flooredDays: Int { self >= 0 ? self / 1440 : (self - 1439) / 1440 }
}
