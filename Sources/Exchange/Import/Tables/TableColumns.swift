internal import Diagnostics
internal import RotaModel

/// Which column of a table says what.
struct TableColumns {
  /// Who has a shift.
  enum Holders: Equatable {
    /// One a row, in the first of these columns that says so.
    case aRow([Int])
    /// One column a rotation, by its index in the team file.
    case byRotation([Column])
  }

  struct Column: Equatable {
    let column: Int
    let rotation: Int
  }

  let head: TableHead
  let dates: DateColumn
  private(set) var end: Int?
  private(set) var rotation: Int?
  private(set) var standsInFor: Int?
  private(set) var holders = Holders.aRow([])
  /// Columns that `--column "HEADER="` leaves out.
  private(set) var leftOut: [Int] = []

  private let table: TableText
  private let request: ImportRequest

  /// Throws where it cannot be told which column is which; says what was decided.
  init(
    _ table: TableText, _ request: ImportRequest, people: ImportPeople, notes: inout ImportNotes
  ) throws(ImportMistake) {
    self.table = table
    self.request = request
    let head = TableHead(table)
    self.head = head
    guard head.rows(of: table).count <= TableText.mostRows else { throw table.tooLong }
    let given = try TableColumns.given(head, request)
    leftOut = given.filter { $0.rotation == nil }.map(\.column)
    let ends = ImportKeys.end.flatMap { head.columns(called: $0) }
    let dates = try DateColumn(
      table, head, except: ends + given.map(\.column), notes: &notes)
    self.dates = dates
    end = ends.first { $0 != dates.column }
    standsInFor = head.columns(called: ImportKeys.standsInFor).first
    rotation = rotationColumn()
    try findHolders(given, people, &notes)
  }

  /// What `--column` says, by column.
  private static func given(
    _ head: TableHead, _ request: ImportRequest
  ) throws(ImportMistake) -> [(column: Int, rotation: Int?)] {
    var found: [(Int, Int?)] = []
    var mistakes: [Diagnostic] = []
    for (header, rotation) in request.columns {
      let columns = head.columns(called: ImportKeys.folded(header))
      let index = rotation.flatMap { id in request.team.rotations.firstIndex { $0.id == id } }
      found += columns.map { ($0, index) }
      if columns.isEmpty {
        mistakes.append(
          Diagnostic(
            "import-column", "no column is called `\(header)`", at: head.place,
            help: [
              nearest(to: header, among: head.names).map { "did you mean `\($0)`?" }
                ?? "there are " + head.names.map { "`\($0)`" }.joined(separator: ", ")
            ]))
      }
    }
    guard mistakes.isEmpty else { throw ImportMistake(mistakes) }
    return found
  }

  /// A column of rotations has that name, and some cell of it names one; a column `rotation` is one
  /// also where none does and nothing else says which rotation the rows are of.
  private func rotationColumn() -> Int? {
    let columns = ImportKeys.rotation.flatMap { head.columns(called: $0) }
      .filter { $0 != dates.column && $0 != end }
    func namesSome(_ column: Int) -> Bool {
      head.rows(of: table).contains { row in
        table.cell(row, column).map { request.team.rotation(called: table.text($0)) != nil }
          ?? false
      }
    }
    if let column = columns.first(where: namesSome) { return column }
    guard request.rotation == nil else { return nil }
    return head.columns(called: "rotation").first {
      column in
      column != dates.column
        && head.rows(of: table).contains { table.cell($0, column)?.isEmpty == false }
    }
  }

  // MARK: Holders

  private mutating func findHolders(
    _ given: [(column: Int, rotation: Int?)], _ people: ImportPeople, _ notes: inout ImportNotes
  ) throws(ImportMistake) {
    let taken = [dates.column, end, rotation, standsInFor].compactMap(\.self) + leftOut
    let free = (0..<head.width).filter { !taken.contains($0) }
    let named = free.filter { column in
      column != dates.column && countOfPeople(in: column, people).isMost
    }
    var byRotation = given.compactMap { column, rotation in
      rotation.map { Column(column: column, rotation: $0) }
    }
    for column in free where !byRotation.contains(where: { $0.column == column }) {
      guard rotation == nil, let name = head.name(column),
        let index = request.team.rotation(called: name)
      else { continue }
      byRotation.append(Column(column: column, rotation: index))
    }
    let persons = ImportKeys.personHeaders.flatMap { head.columns(called: $0) }
      .filter { free.contains($0) }
    let hasPersons = persons.contains { countOfPeople(in: $0, people).some }
    if byRotation.isEmpty
      || given.allSatisfy({ $0.rotation == nil }) && hasPersons
        && !byRotation.contains(where: { countOfPeople(in: $0.column, people).some })
    {
      byRotation = []
      if persons.isEmpty { byRotation = primaryAndSecondary(free, &notes) }
    }
    if byRotation.isEmpty {
      holders = .aRow(try columnsOfHolders(persons, named, free, &notes))
    } else {
      var others = named.filter { column in !byRotation.contains { $0.column == column } }
      // The one column that names no rotation is of the rotation that such rows are of.
      if others.count == 1, let rotation = request.defaultRotation,
        !byRotation.contains(where: { $0.rotation == rotation })
      {
        byRotation.append(Column(column: others.removeLast(), rotation: rotation))
      }
      if !others.isEmpty, given.allSatisfy({ $0.rotation == nil }) {
        // Of such a pair one column may have a rotation's own name.
        let pair = primaryAndSecondary(free, &notes)
        if !pair.isEmpty,
          byRotation.allSatisfy({ one in pair.contains { $0.column == one.column } })
        {
          byRotation = pair
          others.removeAll { column in pair.contains { $0.column == column } }
        }
      }
      try refuseOthers(others)
      holders = .byRotation(byRotation.sorted { $0.column < $1.column })
    }
  }

  /// Two columns of which one holds `primary` and the other `secondary`, where the team has two
  /// rotations.
  private func primaryAndSecondary(_ free: [Int], _ notes: inout ImportNotes) -> [Column] {
    let columns = ["primary", "secondary"].map { word in
      free.filter { head.name($0).map { ImportKeys.folded($0).contains(word) } ?? false }
    }
    let rotations = request.team.rotations
    guard rotations.count == 2, columns.allSatisfy({ $0.count == 1 }), columns[0] != columns[1]
    else { return [] }
    let words = ["primary", "secondary"]
    func isNamed(_ rotation: Int, _ word: String) -> Bool {
      ImportKeys.folded(rotations[rotation].id.text).contains(word)
        || ImportKeys.folded(rotations[rotation].name).contains(word)
    }
    let isTurned =
      isNamed(1, words[0]) && !isNamed(0, words[0]) || isNamed(0, words[1]) && !isNamed(1, words[1])
    let byName = isTurned || isNamed(0, words[0]) || isNamed(1, words[1])
    let found = columns.enumerated().map { index, columns in
      Column(column: columns[0], rotation: isTurned ? 1 - index : index)
    }
    for match in found {
      notes.say(
        "column `\(head.name(match.column) ?? "")` is read as rotation "
          + "`\(rotations[match.rotation].id)`, by \(byName ? "its name" : "the team's order")")
    }
    return found
  }

  private func columnsOfHolders(
    _ persons: [Int], _ named: [Int], _ free: [Int], _ notes: inout ImportNotes
  ) throws(ImportMistake) -> [Int] {
    if !persons.isEmpty {
      for column in named where !persons.contains(column) {
        notes.say(
          "column \(head.shown(column)) names people, too, and is not used; "
            + "`--column \"HEADER=ROTATION\"` reads it")
      }
      return persons
    }
    if named.count == 1 { return named }
    if named.count > 1 { throw severalColumns(named) }
    let filled = free.filter { column in
      head.rows(of: table).contains { table.cell($0, column)?.isEmpty == false }
    }
    if filled.count == 1 { return filled }
    throw ImportMistake(
      Diagnostic(
        "import-column", "no column of this table names engineers of the team", at: head.place,
        help: [
          "call the column `engineer`, or give each rotation one, "
            + "as `--column \"HEADER=ROTATION\"` says"
        ]))
  }

  private func refuseOthers(_ others: [Int]) throws(ImportMistake) {
    guard !others.isEmpty else { return }
    throw severalColumns(others)
  }

  /// Columns of people of which nothing says which rotation they are of.
  private func severalColumns(_ columns: [Int]) -> ImportMistake {
    let rotations = request.team.rotationNames
    return ImportMistake(
      columns.map { column in
        let name = head.name(column) ?? "HEADER"
        return Diagnostic(
          "import-column", "column \(head.shown(column)) names people, and no rotation of the team",
          at: head.place(column) ?? head.place,
          help: [
            "`--column \"\(name)=ROTATION\"` says which: \(rotations)",
            "`--column \"\(name)=\"` leaves it out",
          ])
      })
  }

  /// Whether some, and whether most of the cells that hold something name an engineer.
  private func countOfPeople(in column: Int, _ people: ImportPeople) -> (some: Bool, isMost: Bool) {
    var (filled, named) = (0, 0)
    var known: [String: Bool] = [:]
    // The beginning of a table says what its columns are.
    for row in head.rows(of: table).prefix(1000) {
      guard let cell = table.cell(row, column), !cell.isEmpty else { continue }
      let text = table.text(cell)
      if NobodyWords.contains(text) { continue }
      filled += 1
      let isNamed = known[text] ?? people.names(CoversInCell.holder(of: text))
      known[text] = isNamed
      if isNamed { named += 1 }
    }
    return (named > 0, 2 * named > filled)
  }
}

extension Team {
  /// `` `service`, `backup` ``.
  var rotationNames: String { rotations.map { "`\($0.id)`" }.joined(separator: ", ") }
}
