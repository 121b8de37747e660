internal import Diagnostics

/// The column that says when each row begins.
struct DateColumn {
  let column: Int
  /// By row, from the first below the header on.
  let cells: [DateCell]

  private struct Candidate {
    let column: Int
    let cells: [DateCell]
    let readable: Int
    let isDated: Bool
    /// The lower, the likelier its header makes it.
    let rank: Int
  }

  /// Throws where no column holds dates; says which others do. O(cells).
  init(
    _ table: TableText, _ head: TableHead, except others: [Int], notes: inout ImportNotes
  ) throws(ImportMistake) {
    var candidates: [Candidate] = []
    for column in 0..<head.width where !others.contains(column) {
      let name = head.name(column).map(ImportKeys.folded) ?? ""
      let rank = ImportKeys.startHeaders.firstIndex(of: name)
      var (filled, readable, dated) = (0, 0, 0)
      let cells = head.rows(of: table).map { row -> DateCell in
        guard let cell = table.cell(row, column), !cell.isEmpty else { return .empty }
        filled += 1
        let date = DateCell(table.bytes(cell))
        if date.isReadable { readable += 1 }
        if date.isDateLike { dated += 1 }
        return date
      }
      if rank != nil || 2 * readable > filled || 2 * dated > filled {
        candidates.append(
          Candidate(
            column: column, cells: cells, readable: readable, isDated: dated > 0,
            rank: rank ?? ImportKeys.startHeaders.count))
      }
    }
    // A header alone does where no cell can be read, so that each is told.
    let best = candidates.min {
      ($1.readable, $1.isDated ? 0 : 1, $0.rank, $0.column)
        < ($0.readable, $0.isDated ? 0 : 1, $1.rank, $1.column)
    }
    guard let best, best.readable > 0 || best.isDated else {
      throw ImportMistake(
        Diagnostic(
          "import-table", "this is no table of shifts: no column of it holds dates",
          at: head.place,
          help: ["a table of shifts has a column of dates, such as `week`, and one of engineers"]))
    }
    column = best.column
    for other in candidates where other.column != best.column && other.readable > 0 {
      notes.say(
        "column \(head.shown(other.column)) has dates, too, and is not used: "
          + "rows begin by column \(head.shown(best.column))")
    }
    cells = best.cells
  }
}
