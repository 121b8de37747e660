internal import Diagnostics
internal import ICalendar

/// The cells of a table of text: of CSV (RFC 4180), the same with semicolons, tabs or `|` between
/// them, or a table of Markdown.
struct TableText {
  /// A cell without blanks and quotes around it, as bytes of the file.
  struct Cell {
    fileprivate let start: UInt32
    fileprivate let end: UInt32
    /// Whether a quote in it is written twice.
    fileprivate let hasQuotes: Bool

    var isEmpty: Bool { start == end }
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  static let mostRows = 200_000

  let source: SourceText
  /// Of all rows, one behind the other.
  private var cells: [Cell] = []
  /// Where each row begins among the cells, and at last their number.
  private var rowStarts: [Int32] = [0]
  /// Lines that are no rows, by kind.
  private(set) var noRows: [NoRow: Int] = [:]
  /// Between cells; nil where a line is one cell.
  private let mark: UInt8?
  /// Whether lines are a date and a name.
  private let isDateList: Bool

  var rowCount: Int { rowStarts.count - 1 }

  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[Int(rowStarts[row])..<Int(rowStarts[row + 1])]
  }

  /// nil where the row is shorter.
  func cell(_ row: Int, _ column: Int) -> Cell? {
    let index = Int(rowStarts[row]) + column
    return index < Int(rowStarts[row + 1]) ? cells[index] : nil
  }

  func bytes(_ cell: Cell) -> ArraySlice<UInt8> { source.bytes[cell.range] }

  func text(_ cell: Cell) -> String {
    let text = String(decoding: bytes(cell), as: UTF8.self)
    return cell.hasQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  func place(_ cell: Cell) -> Place { Place(source, cell.range) }

  /// Throws why there is no table. O(bytes).
  init(_ source: SourceText) throws(ImportMistake) {
    self.source = source
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let mark = TableText.mark(of: bytes[start...])
    self.mark = mark
    isDateList =
      mark.map { $0 == UInt8(ascii: ",") } ?? true && DateList.isList(bytes[start...])
      && !TableText.hasDateCells(bytes[start...], mark)
    cells.reserveCapacity(bytes.count / 16)
    var position = start
    while position < bytes.count {
      let rowStart = position
      try readRow(from: &position)
      finishRow(startingAt: rowStart)
      // Whoever knows where the head lies counts anew.
      if rowCount > TableText.mostRows + TableHead.mostAbove + 1 { throw tooLong }
    }
  }

  var tooLong: ImportMistake {
    ImportMistake(
      Diagnostic(
        "import-file", "the table has more than \(TableText.mostRows) rows",
        at: Place(source, 0..<0).unquoted, help: ["split the file"]))
  }

  // MARK: Rows

  private mutating func finishRow(startingAt position: Int) {
    let first = Int(rowStarts[rowCount])
    let row = cells[first...]
    let kind: NoRow?
    if row.allSatisfy(\.isEmpty) {
      kind = .blank
    } else if source.bytes[position...].first(where: { $0 != 0x20 }) == UInt8(ascii: "#") {
      kind = .comments
    } else if row.allSatisfy(isRule) {
      kind = .rules
    } else if row.count == 1, isDateList || mark == UInt8(ascii: "|") && !wasBarred(first) {
      kind = .titles
    } else {
      kind = nil
    }
    if let kind {
      noRows[kind, default: 0] += 1
      cells.removeSubrange(first...)
    } else {
      rowStarts.append(Int32(cells.count))
    }
  }

  /// `---` or `:--:`, below the head of a table of Markdown.
  private func isRule(_ cell: Cell) -> Bool {
    let bytes = bytes(cell)
    return bytes.count >= 2 && bytes.allSatisfy { $0 == 0x2D || $0 == 0x3A }
      && bytes.contains(0x2D)
  }

  /// Whether the only cell of a line stands between bars.
  private func wasBarred(_ index: Int) -> Bool {
    let start = Int(cells[index].start)
    let before = source.bytes[..<start].last { $0 != 0x20 && $0 != 0x09 }
    return before == UInt8(ascii: "|")
  }

  /// The cells of a line, to behind its end.
  private mutating func readRow(from position: inout Int) throws(ImportMistake) {
    let bytes = source.bytes
    let first = cells.count
    if isDateList { return readDateLine(from: &position) }
    var isOpenBar = false
    if mark == UInt8(ascii: "|") {
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      if position < bytes.count, bytes[position] == mark {
        isOpenBar = true
        position += 1
      }
    }
    while true {
      // In a table of Markdown a quote is a character as any other.
      try readCell(from: &position, knowsQuotes: !isOpenBar)
      guard position < bytes.count, bytes[position] == mark else { break }
      position += 1
    }
    // The bar that ends a row opens no cell.
    if isOpenBar, cells.count > first + 1, cells[cells.count - 1].isEmpty { cells.removeLast() }
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
  }

  /// A line of a list of dates; one that is none is a title.
  private mutating func readDateLine(from position: inout Int) {
    let bytes = source.bytes
    let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    if let line = DateList.line(bytes[position..<end]) {
      for range in [line.date, line.name] {
        cells.append(
          Cell(start: UInt32(range.lowerBound), end: UInt32(range.upperBound), hasQuotes: false))
      }
    } else {
      cells.append(Cell(start: UInt32(position), end: UInt32(end), hasQuotes: false))
    }
    position = end
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
  }

  /// A quoted cell may hold marks and line ends; what follows its last quote belongs to it, too.
  private mutating func readCell(
    from position: inout Int, knowsQuotes: Bool
  ) throws(ImportMistake) {
    let bytes = source.bytes
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    var start = position
    var end: Int
    var hasQuotes = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "\""), knowsQuotes {
      start += 1
      end = try quoteEnd(from: start, &hasQuotes)
      position = end + 1
      let behind = position
      while position < bytes.count, !ends(bytes[position]) { position += 1 }
      if bytes[behind..<position].contains(where: { $0 != 0x20 && $0 != 0x09 }) { end = position }
    } else {
      while position < bytes.count, !ends(bytes[position]) {
        // `\|` is a bar in a cell of Markdown.
        position += bytes[position] == UInt8(ascii: "\\") && mark == UInt8(ascii: "|") ? 2 : 1
      }
      position = min(position, bytes.count)
      end = position
    }
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    cells.append(Cell(start: UInt32(start), end: UInt32(end), hasQuotes: hasQuotes))
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func ends(_ byte: UInt8) -> Bool { byte == mark || byte == 0x0A || byte == 0x0D }

  private func quoteEnd(from start: Int, _ hasQuotes: inout Bool) throws(ImportMistake) -> Int {
    let bytes = source.bytes
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == bytes[index] else { return index }
        hasQuotes = true
        index += 1
      }
      index += 1
    }
    throw ImportMistake(
      Diagnostic(
        "import-table", "this quote has no end", at: Place(source, start - 1..<start),
        help: ["close it, or take it away"]))
  }

  // MARK: What stands between cells

  /// Whether a mark stands right behind dates: then it parts cells, and is no comma of a name.
  private static func hasDateCells(_ bytes: ArraySlice<UInt8>, _ mark: UInt8?) -> Bool {
    guard let mark else { return false }
    let lines = bytes.prefix(65_536).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(200)
    return lines.contains { line in
      guard let date = DateList.line(line)?.date, date.upperBound < line.endIndex else {
        return false
      }
      return line[date.upperBound] == mark
    }
  }

  /// The mark that stands in most of the first lines; of equals the one that is rarest in texts.
  private static func mark(of bytes: ArraySlice<UInt8>) -> UInt8? {
    let marks: [UInt8] = [0x09, UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    var lines = [Int](repeating: 0, count: marks.count)
    var seen = [Bool](repeating: false, count: marks.count)
    var isQuoted = false
    var count = 0
    for byte in bytes.prefix(65_536) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A || byte == 0x0D {
        for index in marks.indices where seen[index] {
          lines[index] += 1
          seen[index] = false
        }
        count += 1
        if count == 200 { break }
      } else if !isQuoted, let index = marks.firstIndex(of: byte) {
        seen[index] = true
      }
    }
    for index in marks.indices where seen[index] { lines[index] += 1 }
    guard let most = lines.max(), most > 0 else { return nil }
    return lines.firstIndex(of: most).map { marks[$0] }
  }
}
