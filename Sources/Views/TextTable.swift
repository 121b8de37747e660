import Diagnostics

/// Cells in aligned columns for a terminal, two spaces between them.
public struct TextTable: Sendable {
  public enum Alignment: Sendable { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with a head line; columns beyond `alignments` are aligned left.
  public init(head: [String], alignments: [Alignment] = []) {
    self.alignments = alignments
    rows = [head.map(\.safeForTerminal)]
  }

  public mutating func add(_ row: [String]) { rows.append(row.map(\.safeForTerminal)) }

  /// Lines with a line end each and no trailing spaces; widths are those a terminal shows.
  public var text: String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.terminalWidth)
      }
    }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in row.enumerated() {
      let space = String(repeating: " ", count: widths[column] - cell.terminalWidth)
      let right = column < alignments.count && alignments[column] == .right
      line += (column == 0 ? "" : "  ") + (right ? space + cell : cell + space)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
