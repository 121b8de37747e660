import Diagnostics

/// Cells in columns: for a terminal, or as a Markdown table.
package struct TextTable: Sendable {
  /// Whether there is nothing but the head.
  package var isEmpty: Bool { rows.count == 1 }

  let columns: [TableColumn]
  /// The head and the rows, a cell a column.
  private(set) var rows: [[String]]

  /// A table with a head line.
  package init(_ columns: [TableColumn]) {
    self.columns = columns
    rows = [columns.map(\.head.safeForTerminal)]
  }

  /// - Parameter row: by column; cells that are lacking at its end are empty.
  package mutating func add(_ row: [String]) {
    let lacking = Array(repeating: "", count: max(0, columns.count - row.count))
    rows.append(row.map(\.safeForTerminal) + lacking)
  }

  /// A Markdown table; text from files stays text.
  package var markdown: String { markdownLines.joined() }

  /// The head, the rule below it, and a line a row, with their line ends.
  var markdownLines: [String] {
    let rule = columns.map { $0.alignment == .right ? " ---: |" : " --- |" }
    return [markdownLine(rows[0]), "|" + rule.joined() + "\n"]
      + rows.dropFirst().map(markdownLine)
  }

  private func markdownLine(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? "  |" : " \(escapedForMarkdown($0)) |" }.joined() + "\n"
  }
}
