import Diagnostics

/// Cells in columns: aligned for a terminal, two spaces between them, or as a Markdown table.
package struct TextTable: Sendable {
  package enum Alignment: Sendable { case left, right }

  /// Whether there is nothing but the head.
  package var isEmpty: Bool { rows.count == 1 }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with a head line; columns beyond `alignments` are aligned left.
  package init(head: [String], alignments: [Alignment] = []) {
    self.alignments = alignments
    rows = [head.map(\.safeForTerminal)]
  }

  package mutating func add(_ row: [String]) { rows.append(row.map(\.safeForTerminal)) }

  /// Lines with a line end each and no trailing spaces; widths are those a terminal shows.
  package var text: String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.terminalWidth)
      }
    }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  /// A Markdown table; text from files stays text.
  package var markdown: String { markdownLines.joined() }

  /// The head, the rule below it, and a line a row, with their line ends.
  var markdownLines: [String] {
    let head = rows.first ?? []
    let rule = head.indices.map { column in
      column < alignments.count && alignments[column] == .right ? " ---: |" : " --- |"
    }
    return [markdownLine(head), "|" + rule.joined() + "\n"] + rows.dropFirst().map(markdownLine)
  }

  private func markdownLine(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? "  |" : " \(escapedForMarkdown($0)) |" }.joined() + "\n"
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
