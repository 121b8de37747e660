internal import Calendars
import Dates
internal import Diagnostics
internal import RotaModel

/// Reads the rows of a table as entries.
struct TableEntries {
  private let table: TableText
  private let request: ImportRequest
  private let columns: TableColumns
  private var maker: EntryMaker
  /// By the text of a cell; a table has few.
  private var rotations: [String: Int?] = [:]

  /// Throws where nothing can be read with certainty. O(cells).
  static func read(
    _ source: SourceText, _ request: ImportRequest, _ people: inout ImportPeople,
    _ notes: inout ImportNotes
  ) throws(ImportMistake) -> [Entry] {
    let table = try TableText(source)
    let columns = try TableColumns(table, request, people: people, notes: &notes)
    for kind in table.noRows.keys { notes.tally.count(kind, table.noRows[kind] ?? 0) }
    notes.tally.count(.titles, columns.head.titles)
    var choice = DateOrderChoice()
    for (index, row) in columns.head.rows(of: table).enumerated() {
      for date in columns.dates.cells[index].dates {
        choice.add(
          date, isStart: date == columns.dates.cells[index].dates.first,
          at: table.cell(row, columns.dates.column).map(table.place) ?? columns.head.place)
      }
      if let end = columns.end, let cell = table.cell(row, end), !cell.isEmpty {
        for date in DateCell(table.bytes(cell)).dates {
          choice.add(date, isStart: false, at: table.place(cell))
        }
      }
    }
    var reader = TableEntries(
      table: table, request: request, columns: columns,
      maker: EntryMaker(request, source, order: choice.order(request, &notes)))
    reader.read(&people, &notes)
    return reader.maker.entries
  }

  private mutating func read(_ people: inout ImportPeople, _ notes: inout ImportNotes) {
    for (index, row) in columns.head.rows(of: table).enumerated() {
      let start = columns.dates.cells[index]
      let cells = table.row(row)
      let startCell = table.cell(row, columns.dates.column)
      let whole = (cells.first?.range.lowerBound ?? 0)..<(cells.last?.range.upperBound ?? 0)
      if isHeader(startCell) {
        notes.tally.count(.titles)
        continue
      }
      let startPlace = startCell.flatMap { $0.isEmpty ? nil : $0.range } ?? whole
      var line = EntryMaker.Row(place: whole, start: start, startPlace: startPlace)
      if let end = columns.end, let cell = table.cell(row, end) {
        line.end = DateCell(table.bytes(cell))
        line.endPlace = cell.range
      }
      for column in columns.leftOut where table.cell(row, column)?.isEmpty == false {
        notes.tally.count(.column)
      }
      switch columns.holders {
      case .byRotation(let columns):
        for column in columns { readCell(row, column, line, &people, &notes) }
      case .aRow(let columns):
        readRow(row, columns, line, &people, &notes)
      }
    }
  }

  /// Whether the head of the table is repeated.
  private func isHeader(_ cell: TableText.Cell?) -> Bool {
    guard let cell, let name = columns.head.name(columns.dates.column) else { return false }
    return table.bytes(cell).count == name.utf8.count && table.text(cell) == name
  }

  // MARK: One column a rotation

  private mutating func readCell(
    _ row: Int, _ column: TableColumns.Column, _ line: EntryMaker.Row,
    _ people: inout ImportPeople, _ notes: inout ImportNotes
  ) {
    let cell = table.cell(row, column.column)
    let text = cell.map(table.text) ?? ""
    let place = cell.flatMap { $0.isEmpty ? nil : line.at($0.range) } ?? line
    add(
      place, [text], rotation: column.rotation, isOther: isOther(column.rotation), &people, &notes)
  }

  private func isOther(_ rotation: Int) -> Bool {
    request.rotation.map { request.team.rotations[rotation].id != $0 } ?? false
  }

  // MARK: One holder a row

  private mutating func readRow(
    _ row: Int, _ holders: [Int], _ line: EntryMaker.Row, _ people: inout ImportPeople,
    _ notes: inout ImportNotes
  ) {
    let filled = holders.compactMap { table.cell(row, $0) }.filter { !$0.isEmpty }
    let place = filled.first.map { line.at($0.range) } ?? line
    let texts = filled.isEmpty ? [""] : filled.map(table.text)
    if let column = columns.rotation, let cell = table.cell(row, column), !cell.isEmpty {
      let name = table.text(cell)
      guard let rotation = rotation(called: name) else {
        if request.rotation != nil { return notes.tally.count(.rotation) }
        notes.tally.leftOut[.rotations, default: 0] += 1
        return notes.leaveOut(.unknownRotation(name, table.place(cell), request.team))
      }
      return add(
        place, texts, rotation: rotation, standIn: standIn(row), isOther: isOther(rotation),
        &people, &notes)
    }
    add(
      place, texts, rotation: request.defaultRotation, standIn: standIn(row), isOther: false,
      &people, &notes)
  }

  private mutating func rotation(called name: String) -> Int? {
    if let known = rotations[name] { return known }
    let rotation = request.team.rotation(called: name)
    if rotations.count < 1000 { rotations[name] = .some(rotation) }
    return rotation
  }

  /// For whom somebody stands in, as it is written; nil where nobody does.
  private func standIn(_ row: Int) -> TableText.Cell? {
    guard let column = columns.standsInFor, let cell = table.cell(row, column), !cell.isEmpty
    else { return nil }
    return cell
  }

  private mutating func add(
    _ line: EntryMaker.Row, _ texts: [String], rotation: Int?, standIn: TableText.Cell? = nil,
    isOther: Bool, _ people: inout ImportPeople, _ notes: inout ImportNotes
  ) {
    guard !isOther else { return notes.tally.count(.rotation) }
    let inCell = texts.first.flatMap { $0.utf8.last == UInt8(ascii: ")") ? CoversInCell($0) : nil }
    let names = inCell.map { [$0.holder] + texts.dropFirst() } ?? texts
    let who = people.meaning(ofFirstOf: names)
    let covers = inCell?.covers.map { (people.meaning(of: $0.name), $0.days) } ?? []
    guard let standIn else {
      return maker.add(line, who, rotation: rotation, covers: covers, &notes)
    }
    switch people.meaning(of: table.text(standIn)) {
    case .engineer(let holder):
      maker.add(
        line, who, rotation: rotation, standsInFor: holder, isStandIn: true, covers: covers, &notes)
    case .empty, .nobody, .leftOut:
      maker.add(line, who, rotation: rotation, covers: covers, &notes)
    case .stranger(let index):
      maker.add(
        line.at(standIn.range), .stranger(index), rotation: rotation, isStandIn: true,
        covers: covers, &notes)
    }
  }
}

extension ImportRequest {
  /// That of rows which name none, by index; nil where the team has several and none was chosen.
  var defaultRotation: Int? {
    if let rotation { return team.rotations.firstIndex { $0.id == rotation } }
    return team.rotations.count == 1 ? 0 : nil
  }
}

extension Diagnostic {
  /// Rows that do not say of which of several rotations they are.
  static func noRotation(_ count: Int, _ first: Place, _ team: Team) -> Diagnostic {
    Diagnostic(
      "import-rotation",
      count == 1
        ? "this row does not say which rotation it is of"
        : "\(count) rows do not say which rotation they are of",
      at: first, label: count == 1 ? "" : "the first of them",
      help: ["`--rotation` names one for them: \(team.rotationNames)"])
  }

  static func unknownRotation(_ name: String, _ place: Place, _ team: Team) -> Diagnostic {
    let near = nearest(to: name, among: team.rotations.flatMap { [$0.id.text, $0.name] })
    return Diagnostic(
      "import-rotation", "the team has no rotation `\(name)`", at: place,
      help: [near.map { "did you mean `\($0)`?" } ?? "it has \(team.rotationNames)"])
  }
}
