import Dates
package import Diagnostics
package import RotaModel

/// What a file says of who had which shift.
package struct ImportedShifts: Sendable {
  /// A rota that imported weeks go into.
  package struct File: Sendable {
    package let period: Period
    /// nil for one that is to be made.
    package let existing: Rota?
    /// By week, then in the team's order of rotations.
    package let weeks: [ImportedWeek]
  }

  /// By the first date of their period.
  package let files: [File]
  /// Why nothing can be imported, whatever is left out.
  package let errors: [Diagnostic]
  /// What is left out, each kind of thing once.
  package let leftOut: [Diagnostic]
  package let warnings: [Diagnostic]
  /// What was decided, and by what: a line each.
  package let said: [String]
  package let tally: ImportTally
  /// The text that places point into: the file in UTF-8.
  package let source: SourceText

  /// Where a week stands in the file.
  package func place(of week: ImportedWeek) -> Place { Place(source, week.place) }
}

/// Reads who had which shift from a table, JSON or a calendar.
///
/// O(n log n) in the bytes of the file. No input crashes it.
package func importShifts(from file: SourceText, _ request: ImportRequest) -> ImportedShifts {
  var notes = ImportNotes()
  do throws(ImportMistake) {
    let found: (kind: FileKind, text: SourceText)
    switch FileKind.found(in: file) {
    case .success(let kind): found = kind
    case .failure(let refusal): throw ImportMistake(refusal.finding)
    }
    var reading = ShiftReading(found.text, request, notes)
    try reading.read(found.kind)
    return reading.result
  } catch {
    notes.errors += error.findings
    return ImportedShifts(
      files: [], errors: notes.errors, leftOut: [], warnings: [], said: notes.said,
      tally: notes.tally, source: file)
  }
}

/// The steps from the rows of a file to the weeks of rotas.
private struct ShiftReading {
  let source: SourceText
  let request: ImportRequest
  var notes: ImportNotes
  var people: ImportPeople
  var entries: [Entry] = []
  var files: [ImportedShifts.File] = []

  init(_ source: SourceText, _ request: ImportRequest, _ notes: ImportNotes) {
    self.source = source
    self.request = request
    self.notes = notes
    let engineers = request.team.engineers
    people = ImportPeople(
      request.team,
      given: request.people.map { text, id in
        (text, id.flatMap { id in engineers.firstIndex { $0.id == id } })
      })
  }

  var result: ImportedShifts {
    ImportedShifts(
      files: files, errors: notes.errors, leftOut: notes.leftOut, warnings: notes.warnings,
      said: notes.said, tally: notes.tally, source: source)
  }

  mutating func read(_ kind: FileKind) throws(ImportMistake) {
    try refuseOptions(ofOthersThan: kind)
    switch kind {
    case .table: entries = try TableEntries.read(source, request, &people, &notes)
    case .json: entries = try JSONEntries.read(source, request, &people, &notes)
    case .calendar: entries = try EventEntries.read(source, request, &people, &notes)
    }
    EntryEnds.decide(&entries, source, &notes)
    entries.endParts()
    leaveOutFarFromPeriod()
    if notes.errors.isEmpty { sortIntoWeeks() }
    tellRowsWithoutRotation()
    for finding in StrangerFindings.all(people, entries, request, source) {
      notes.leaveOut(finding)
    }
    notes.tally.count(entries)
    notes.tally.covers = files.flatMap(\.weeks).reduce(0) { $0 + $1.covers.count }
  }

  /// An option that does nothing was meant for something.
  private func refuseOptions(ofOthersThan kind: FileKind) throws(ImportMistake) {
    var mistakes: [Diagnostic] = []
    func refuse(_ option: String, _ use: String) {
      mistakes.append(
        Diagnostic(
          "import-option", "`\(option)` is for \(use), and this is \(kind.words)",
          at: Place(wholeOf: source), help: ["leave it out"]))
    }
    if kind != .table, !request.columns.isEmpty { refuse("--column", "tables") }
    if kind != .json, request.list != nil { refuse("--list", "JSON") }
    if kind == .calendar, request.dateOrder != nil { refuse("--dates", "tables and JSON") }
    guard mistakes.isEmpty else { throw ImportMistake(mistakes) }
  }

  private mutating func tellRowsWithoutRotation() {
    let rows = entries.filter { $0.outcome == .leftOut(.rotations) && !$0.isPart }
    guard let first = rows.first else { return }
    let place = Place(source, first.place)
    notes.leaveOut(.noRotation(rows.count, place, request.team))
  }

  private mutating func leaveOutFarFromPeriod() {
    guard let period = request.period else { return }
    let (first, last) = (1440 * period.first.number, 1440 * (period.last.number + 8))
    for index in entries.indices where entries[index].isOfSomebody {
      if entries[index].stop <= first || entries[index].start >= last {
        entries[index].outcome = .noRow(.outside)
      }
    }
  }

  private mutating func sortIntoWeeks() {
    let sheets = SheetWeekday(&entries, request, source, &notes)
    guard notes.errors.isEmpty else { return }
    let plan = RotaPlan(entries, request, own: sheets.own)
    leaveOutOutsideOfPeriod(plan.finder)
    let stretches = request.team.rotations.indices.map { rotation in
      Stretches.lay(rotation, &entries, source, &notes)
    }
    var sorting = WeekSorting(request.team, plan.finder, entries)
    for (rotation, own) in stretches.enumerated() {
      sorting.add(own, of: rotation, in: request.period)
    }
    tell(sorting, plan.finder)
    fill(plan, sorting.weeks)
  }

  private mutating func leaveOutOutsideOfPeriod(_ finder: WeekFinder) {
    guard let period = request.period else { return }
    for index in entries.indices where entries[index].isOfSomebody {
      let entry = entries[index]
      let first = finder.week(holding: Day(number: entry.start.flooredDays)).week.start
      let last = finder.week(
        holding: Day(number: max(entry.start, entry.stop - 1).flooredDays)
      ).week.start
      if first > period.last || last < period.first { entries[index].outcome = .noRow(.outside) }
    }
  }

  /// Names the weeks of which too few days are given, with who had them. A row that lies in one
  /// whole is left out, but in the first and the last week of the file.
  private mutating func tell(_ sorting: WeekSorting, _ finder: WeekFinder) {
    guard !sorting.shorts.isEmpty else { return }
    struct Slot: Hashable {
      let week: ShiftWeek
      let rotation: Int
    }
    var rows: [Slot: [Int]] = [:]
    for index in entries.indices where entries[index].engineer != nil && !entries[index].isPart {
      let entry = entries[index]
      let found = finder.week(holding: Day(number: entry.start.flooredDays))
      if entry.stop <= 1440 * found.days.upperBound.number {
        rows[Slot(week: found.week, rotation: entry.rotation), default: []].append(index)
      }
    }
    for short in sorting.shorts {
      let isEdge =
        short.found.week == sorting.span?.lowerBound || short.found.week == sorting.span?.upperBound
      let own = isEdge ? [] : rows[Slot(week: short.found.week, rotation: short.rotation)] ?? []
      // Hours before or behind a handover of another time are nobody's week.
      if own.isEmpty, short.minutes < 1440 { continue }
      let names = short.engineers.map { "`\(request.team.engineers[$0].id)`" }
      let place = Place(source, entries[short.entry].place)
      let message =
        "of the week of \(short.found.week) only \(short.days) "
        + "day\(short.days == 1 ? " is" : "s are") given (\(names.joined(separator: ", "))): "
        + "it is not written"
      if own.isEmpty {
        notes.warn(Diagnostic("import-week", .warning, message, at: place))
      } else {
        for index in own { entries[index].outcome = .leftOut(.shortWeeks) }
        notes.leaveOut(
          Diagnostic(
            "import-week", message, at: place,
            help: ["a week is written of which 4 days are given"]))
      }
    }
  }

  private mutating func fill(_ plan: RotaPlan, _ weeks: [ImportedWeek]) {
    let order = Dictionary(
      request.team.rotations.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let sorted = weeks.sorted {
      ($0.rota, $0.week, order[$0.rotation] ?? 0) < ($1.rota, $1.week, order[$1.rotation] ?? 0)
    }
    let onFile = Dictionary(
      request.rotas.map { ($0.period.fileStem, $0) }, uniquingKeysWith: { first, _ in first })
    var index = 0
    while index < sorted.count {
      let rota = sorted[index].rota
      var end = index + 1
      while end < sorted.count, sorted[end].rota == rota { end += 1 }
      let period = plan.rotas[rota].period
      files.append(
        ImportedShifts.File(
          period: period, existing: onFile[period.fileStem], weeks: Array(sorted[index..<end])))
      index = end
    }
  }
}

extension Entry {
  /// Whether it is of somebody, known or not, and of a rotation, known or not.
  fileprivate var isOfSomebody: Bool {
    [.read, .leftOut(.people), .leftOut(.rotations)].contains(outcome)
  }
}
