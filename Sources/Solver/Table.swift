/// A value for everything of one kind: an array that takes no other index.
package struct Table<Index: Ordinal, Value>: RandomAccessCollection, MutableCollection {
  package var values: [Value]

  /// - Parameter values: in order.
  @inlinable package init(_ values: [Value]) { self.values = values }

  @inlinable package init(repeating value: Value, for indices: Range<Index>) {
    values = Array(repeating: value, count: indices.count)
  }

  @inlinable package init(_ indices: Range<Index>, _ value: (Index) -> Value) {
    values = indices.map(value)
  }

  @inlinable package var startIndex: Index { Index(0) }
  @inlinable package var endIndex: Index { Index(values.count) }

  @inlinable package subscript(index: Index) -> Value {
    get { values[index.number] }
    _modify { yield &values[index.number] }
  }

  @inlinable package mutating func append(_ value: Value) { values.append(value) }

  @inlinable package func mapValues<Other>(_ change: (Value) -> Other) -> Table<Index, Other> {
    Table<Index, Other>(values.map(change))
  }
}

extension Table: Sendable where Value: Sendable {}
extension Table: Equatable where Value: Equatable {}
extension Table: Hashable where Value: Hashable {}

/// A value for every pair of things of two kinds, the second kind within the first.
struct Grid<Row: Ordinal, Column: Ordinal, Value> {
  var values: [Value]
  private let width: Int

  init(repeating value: Value, _ rows: Range<Row>, _ columns: Range<Column>) {
    values = Array(repeating: value, count: rows.count * columns.count)
    width = columns.count
  }

  var columns: Range<Column> { Column(0)..<Column(width) }

  subscript(row: Row, column: Column) -> Value {
    get { values[row.number * width + column.number] }
    _modify { yield &values[row.number * width + column.number] }
  }

  /// The values of a row.
  subscript(row: Row) -> ArraySlice<Value> {
    values[row.number * width..<(row.number + 1) * width]
  }

  /// All pairs, row by row.
  var pairs: [(row: Row, column: Column)] {
    values.indices.map { (Row($0 / width), Column($0 % width)) }
  }
}

extension Grid: Sendable where Value: Sendable {}
extension Grid: Equatable where Value: Equatable {}
