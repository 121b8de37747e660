import Dates
internal import Diagnostics
internal import RotaModel

/// Finds the quarters whose rows begin on another weekday than the handover's, and how they are
/// read.
struct SheetWeekday {
  /// The weekday of quarters that are read by the sheet's own, by the quarter's first day.
  private(set) var own: [Day: Weekday] = [:]

  private struct Quarter {
    var days: [Weekday: Int] = [:]
    var rows: [Int] = []
    var lastStop = Int.min

    mutating func add(_ entry: Entry, _ index: Int) {
      rows.append(index)
      days[entry.startDay.weekday, default: 0] += 1
      lastStop = max(lastStop, entry.stop)
    }
  }

  /// Moves the starts of rows that are read by `named`. It is an error where it is not said how to
  /// read a quarter. O(n log n).
  init(
    _ entries: inout [Entry], _ request: ImportRequest, _ source: SourceText,
    _ notes: inout ImportNotes
  ) {
    var quarters: [Day: Quarter] = [:]
    let covered = Set(entries.filter(\.isStandIn).map { Continuation($0) })
    for index in entries.indices
    where entries[index].isRowOfSomebody
      && (covered.isEmpty || !covered.contains(Continuation(after: entries[index])))
    {
      let entry = entries[index]
      guard let first = Period(quarterOf: entry.startDay)?.first else { continue }
      quarters[first, default: Quarter()].add(entry, index)
    }
    let handovers = Handovers(request)
    var decided = Decided()
    for first in quarters.keys.sorted() {
      guard let quarter = quarters[first],
        let weekday = quarter.days.first(where: { 2 * $0.value > quarter.rows.count })?.key
      else { continue }
      let odd = quarter.rows.filter { index in
        entries[index].startDay.weekday == weekday
          && handovers.weekday(on: entries[index].startDay) != weekday
      }
      guard 2 * odd.count > quarter.rows.count else { continue }
      let period = Period(quarterHolding: first)
      let isOver = quarter.lastStop <= 1440 * request.today.number
      let mayBeOwn = isOver && handovers.allow(weekday, in: period)
      switch request.sheetWeeks ?? (mayBeOwn ? .own : nil) {
      case .own where mayBeOwn:
        own[first] = weekday
        decided.add(period, "read by weeks from \(weekday.name) on, as the sheet has them")
      case .own:
        notes.errors.append(
          Diagnostic(
            "sheet-weeks",
            "\(period.name) cannot have weeks from \(weekday.name) on: "
              + (isOver ? "a rota on file has another weekday" : "it is not over yet"),
            at: Place(source, entries[odd[0]].place),
            help: ["`--sheet-weeks named` or `--sheet-weeks cut` read it by the handover"]))
      case .cut:
        decided.add(period, "begun on \(weekday.name), and cut at the handovers")
      case .named:
        decided.add(period, "begun on \(weekday.name): each row names the next handover")
        for index in quarter.rows { handovers.name(&entries[index]) }
      case nil:
        notes.errors.append(
          handovers.question(period, weekday, odd.prefix(2).map { entries[$0] }, source))
      }
    }
    for line in decided.lines { notes.say(line) }
  }
}

/// How quarters are read, those that follow each other in one line.
private struct Decided {
  private var runs: [(first: Period, last: Period, words: String)] = []

  mutating func add(_ period: Period, _ words: String) {
    if let run = runs.last, run.words == words, run.last.last + 1 == period.first {
      runs[runs.count - 1].last = period
    } else {
      runs.append((period, period, words))
    }
  }

  var lines: [String] {
    runs.map { run in
      run.first == run.last
        ? "\(run.first.name) is \(run.words)"
        : "\(run.first.name) to \(run.last.name) are \(run.words)"
    }
  }
}

/// Where a shift goes on after somebody stood in: no week begins there.
private struct Continuation: Hashable {
  let rotation: Int
  let time: Int
  let holder: Int?

  /// At the end of who stands in.
  init(_ standIn: Entry) {
    rotation = standIn.rotation
    time = standIn.stop
    holder = standIn.standsInFor
  }

  /// At the beginning of a row.
  init(after entry: Entry) {
    rotation = entry.rotation
    time = entry.start
    holder = entry.engineer ?? -1
  }
}

extension Entry {
  /// Whether it is a row that gives somebody a shift, known or not.
  fileprivate var isRowOfSomebody: Bool {
    !isPart && !isStandIn && (outcome == .read || outcome == .leftOut(.people))
  }
}

/// On which weekday the shift weeks of a time begin.
private struct Handovers {
  let request: ImportRequest
  private let standard: Weekday
  private let finder: WeekFinder

  init(_ request: ImportRequest) {
    self.request = request
    standard = request.team.handover.weekday
    finder = WeekFinder(request.rotas, handover: standard)
  }

  func weekday(on day: Day) -> Weekday {
    let found = finder.week(holding: day)
    return found.rota == nil ? standard : found.week.start.weekday
  }

  /// Whether no rota on file holds weeks of the quarter by another weekday.
  func allow(_ weekday: Weekday, in period: Period) -> Bool {
    request.rotas.allSatisfy { rota in
      let weeks = rota.weeks(handover: standard).filter { period.holds($0.start) }
      return weeks.allSatisfy { $0.start.weekday == weekday }
    }
  }

  private func named(_ day: Day) -> ShiftWeek {
    finder.week(holding: day + 6).week
  }

  /// Makes the shift week that starts in the seven days from its date the row's.
  func name(_ entry: inout Entry) {
    let week = named(entry.startDay)
    entry.start = 1440 * week.start.number
    entry.stop = entry.start + 7 * 1440
  }

  func question(
    _ period: Period, _ weekday: Weekday, _ rows: [Entry], _ source: SourceText
  ) -> Diagnostic {
    let named = rows.map { "the row of \($0.startDay) the week of \(self.named($0.startDay))" }
    let cut = rows.map { row in
      let last = row.lastDay
      let week = finder.week(holding: row.startDay).week
      return "the days from \(row.startDay) to \(last), which begin in the week of \(week)"
    }
    return Diagnostic(
      "sheet-weeks",
      "most rows of \(period.name) begin on a \(weekday.name), and the handover is on "
        + standard.name,
      at: Place(source, rows[0].place),
      help: [
        "`--sheet-weeks named` takes for " + named.joined(separator: ", and for "),
        "`--sheet-weeks cut` gives " + cut.joined(separator: ", and then "),
      ])
  }
}
