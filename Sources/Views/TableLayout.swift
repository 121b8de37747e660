import Diagnostics

extension TextTable {
  /// Aligned lines with a line end each and no trailing spaces, two spaces between columns.
  ///
  /// Where they do not fit, the words go on below themselves; then what is said twice is left out;
  /// then names are cut, as long as no two of a column become one; then the rows are stacked.
  ///
  /// - Parameter width: the terminal's, in columns; nil for as wide as it takes.
  /// - Complexity: O(cells), and O(cells · longest name) where names are cut.
  package func text(width: Int?) -> String {
    let natural = columns.indices.map { column in
      rows.map { $0[column].terminalWidth }.max() ?? 0
    }
    guard let width else { return lines(natural) }
    let needed = zip(columns, natural).map { $0.room == .spare ? nil : $1 }
    let widths =
      shared(natural, width, cutsNames: false) ?? shared(needed, width, cutsNames: false)
      ?? shared(needed, width, cutsNames: true)
    return widths.map(lines) ?? stacked(width)
  }

  /// The widths of columns that fit together: those that may be narrower have one limit, the
  /// highest that lets them fit; nil where none does.
  ///
  /// - Parameter wanted: nil for a column that is left out.
  private func shared(_ wanted: [Int?], _ width: Int, cutsNames: Bool) -> [Int?]? {
    let least = wanted.enumerated().map { column, wanted in
      wanted.map { min($0, self.least(column, $0, cutsNames: cutsNames)) }
    }
    let gaps = 2 * (wanted.count { $0 != nil } - 1)
    for limit in stride(from: width, through: 1, by: -1) {
      let widths = zip(wanted, least).map { wanted, least in
        wanted.map { max(least ?? 0, min($0, limit)) }
      }
      if widths.reduce(gaps, { $0 + ($1 ?? 0) }) <= width { return widths }
    }
    return nil
  }

  private func least(_ column: Int, _ wanted: Int, cutsNames: Bool) -> Int {
    switch columns[column].room {
    case .whole, .spare: wanted
    case .words: cutsNames ? TableColumn.leastWords : TableColumn.goodWords
    case .name: cutsNames ? distinct(column, wanted) : wanted
    }
  }

  /// The fewest columns that keep different names different.
  private func distinct(_ column: Int, _ wanted: Int) -> Int {
    let names = Set(rows.dropFirst().map { $0[column] })
    return (TableColumn.leastName..<max(TableColumn.leastName, wanted)).first { width in
      Set(names.map { $0.shortened(toColumns: width) }).count == names.count
    } ?? wanted
  }

  // MARK: Lines

  private func lines(_ widths: [Int?]) -> String {
    var text = ""
    for row in rows {
      let cells = columns.indices.compactMap { column in
        widths[column].map { Cell(row[column], columns[column], $0) }
      }
      let height = cells.reduce(0) { max($0, $1.lines.count) }
      for line in 0..<height { text += Self.line(line, of: cells) + "\n" }
    }
    return text
  }

  /// Spaces are written before what follows them, so that none stands at the end.
  private static func line(_ index: Int, of cells: [Cell]) -> String {
    var line = ""
    var spaces = 0
    for cell in cells {
      let text = index < cell.lines.count ? cell.lines[index] : ""
      let rest = max(0, cell.width - text.terminalWidth)
      if cell.alignment == .right { spaces += rest }
      if !text.isEmpty {
        line += String(repeating: " ", count: spaces)
        line += text
        spaces = 0
      }
      spaces += (cell.alignment == .right ? 0 : rest) + 2
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  /// A cell at the width of its column.
  private struct Cell {
    let lines: [String]
    let width: Int
    let alignment: TableColumn.Alignment

    init(_ text: String, _ column: TableColumn, _ width: Int) {
      self.width = width
      alignment = column.alignment
      lines =
        text.terminalWidth <= width
        ? [text]
        : column.room == .words
          ? text.wrapped(toColumns: width, breaksWords: true).split(separator: "\n").map(
            String.init)
          : [text.shortened(toColumns: width)]
    }
  }

  // MARK: Stacked rows

  /// Each row as its name and, below it, its other cells with the heads of their columns.
  private func stacked(_ width: Int) -> String {
    let unnamed = columns.prefix { $0.head.isEmpty }.count
    let title = unnamed == 0 ? rows[0][0] : ""
    let indent = title.isEmpty ? "" : "  "
    var lines = title.isEmpty ? [] : [title]
    for row in rows.dropFirst() {
      let names = row.prefix(max(1, unnamed)).filter { !$0.isEmpty }
      lines.append(indent + names.joined(separator: "  "))
      let items = zip(rows[0], row).dropFirst(max(1, unnamed)).filter { !$0.1.isEmpty }.map {
        $0.0.isEmpty ? $0.1 : "\($0.0): \($0.1)"
      }
      lines += packed(items, indent + "  ", width)
    }
    return lines.map { $0.wrapped(toColumns: width, breaksWords: true) + "\n" }.joined()
  }

  /// As many entries in a line as fit.
  private func packed(_ items: [String], _ indent: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.terminalWidth + 3 + item.terminalWidth <= width {
        lines[lines.count - 1] = last + "   " + item
      } else {
        lines.append(indent + item)
      }
    }
    return lines
  }
}
