import Dates
internal import Diagnostics
internal import RotaModel

/// Where a table's rows begin, and what its columns are called.
struct TableHead {
  /// So many rows may stand above the header.
  static let mostAbove = 10

  /// The first row below the header.
  let firstRow: Int
  /// How many rows stand above the header.
  let titles: Int
  /// The most cells of the header and the rows.
  let width: Int
  /// The whole header, or the first row where there is none.
  let place: Place
  private let cells: [(name: String, place: Place)]
  private let folded: [String]

  /// O(columns), and O(cells) for the width.
  init(_ table: TableText) {
    let last = min(TableHead.mostAbove + 1, table.rowCount)
    func isHeader(_ row: Int) -> Bool {
      let names = table.row(row).filter { !$0.isEmpty }
      return names.count > 1
        && names.contains {
          ImportKeys.startHeaders.contains(ImportKeys.folded(table.text($0)))
        }
    }
    func hasDate(_ row: Int) -> Bool {
      table.row(row).contains { DateCell(table.bytes($0)).isDateLike }
    }
    var header = (0..<last).first(where: isHeader)
    if header == nil, let first = (0..<min(last + 1, table.rowCount)).first(where: hasDate),
      first > 0, table.row(first - 1).count(where: { !$0.isEmpty }) > 1
    {
      header = first - 1
    }
    let first =
      header.map { $0 + 1 } ?? (0..<last).first(where: hasDate) ?? 0
    firstRow = first
    titles = header ?? first
    let shown = header ?? min(first, max(0, table.rowCount - 1))
    cells = header.map { table.row($0).map { (table.text($0), table.place($0)) } } ?? []
    folded = cells.map { ImportKeys.folded($0.name) }
    var width = cells.count
    for row in first..<max(first, table.rowCount) { width = max(width, table.row(row).count) }
    self.width = min(width, 1000)
    let row = table.rowCount > 0 ? table.row(shown) : []
    place = Place(
      table.source, (row.first?.range.lowerBound ?? 0)..<(row.last?.range.upperBound ?? 0))
  }

  var names: [String] { cells.map(\.name).filter { !$0.isEmpty } }

  /// nil for a column without one.
  func name(_ column: Int) -> String? {
    column < cells.count && !cells[column].name.isEmpty ? cells[column].name : nil
  }

  func place(_ column: Int) -> Place? {
    column < cells.count && !cells[column].name.isEmpty ? cells[column].place : nil
  }

  /// As messages call a column.
  func shown(_ column: Int) -> String { name(column).map { "`\($0)`" } ?? "\(column + 1)" }

  func columns(called name: String) -> [Int] {
    name.isEmpty ? [] : folded.indices.filter { folded[$0] == name }
  }

  func rows(of table: TableText) -> Range<Int> { firstRow..<max(firstRow, table.rowCount) }
}

extension DateCell {
  /// A date, or what was meant for one.
  var isDateLike: Bool {
    switch self {
    case .date, .range: true
    case .empty, .problem(.unreadable): false
    case .problem: true
    }
  }
}
