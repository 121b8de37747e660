/// One line of a file as a terminal shows it: every scalar with the columns it takes.
struct ShownLine {
  /// Scalars that share a cell with the one before them (accents) are part of its text.
  private struct Cell {
    var text: String.UnicodeScalarView
    let width: Int
    /// Byte offsets in the file.
    let start: Int
    var end: Int
  }

  private var cells: [Cell] = []

  /// A tab is as wide as this many spaces, wherever it stands: it is shown as spaces.
  private static let tabWidth = 4
  /// Lines wider than this are cut around the place that is pointed at.
  static let widest = 100

  init(_ line: Int, of source: SourceText) {
    let bytes = source.bytes(ofLine: line)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (scalar, length) = decodedScalar(bytes, at: index)
      add(scalar, index..<index + length)
      index += length
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
    let shown = scalar.terminalPicture ?? scalar
    if scalar == "\t" {
      let spaces = String(repeating: " ", count: ShownLine.tabWidth).unicodeScalars
      cells.append(
        Cell(
          text: spaces, width: ShownLine.tabWidth, start: range.lowerBound, end: range.upperBound))
    } else if shown.terminalWidth == 0, !cells.isEmpty {
      cells[cells.count - 1].text.append(shown)
      cells[cells.count - 1].end = range.upperBound
    } else {
      // An accent at the start of a line is given a column, so that it can be pointed at.
      let width = max(1, shown.terminalWidth)
      let text = String.UnicodeScalarView([shown])
      cells.append(Cell(text: text, width: width, start: range.lowerBound, end: range.upperBound))
    }
  }

  /// The line and the columns of `range` (byte offsets in the file), both cut where the line is too
  /// wide. A range that runs past the line ends with it; an empty one gives a single column.
  func text(around range: Range<Int>) -> (text: String, columns: Range<Int>) {
    let first = cells.firstIndex { $0.end > range.lowerBound } ?? cells.count
    var last = first
    while last < cells.count, cells[last].start < range.upperBound { last += 1 }
    let shown = window(around: first..<last)
    var text = shown.lowerBound > 0 ? "…" : ""
    let before = (shown.lowerBound > 0 ? 1 : 0) + width(shown.lowerBound..<first)
    for cell in cells[shown] { text.unicodeScalars.append(contentsOf: cell.text) }
    if shown.upperBound < cells.count { text += "…" }
    let marked = max(1, width(first..<min(last, shown.upperBound)))
    return (text, before..<before + marked)
  }

  private func width(_ range: Range<Int>) -> Int {
    cells[range].reduce(0) { $0 + $1.width }
  }

  /// The cells to show: all of them, or as many as fit, with a third of the room before the mark.
  private func window(around mark: Range<Int>) -> Range<Int> {
    if width(0..<cells.count) <= ShownLine.widest { return 0..<cells.count }
    var start = mark.lowerBound
    var room = max(ShownLine.widest / 3, ShownLine.widest - width(mark.lowerBound..<cells.count))
    while start > 0, cells[start - 1].width <= room {
      start -= 1
      room -= cells[start].width
    }
    var end = start
    room = ShownLine.widest
    while end < cells.count, cells[end].width <= room {
      room -= cells[end].width
      end += 1
    }
    return start..<end
  }
}

/// The scalar that starts at `index` and its length in bytes; U+FFFD of one byte where the bytes are
/// not UTF-8.
private func decodedScalar(_ bytes: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
  var iterator = bytes[index...].prefix(4).makeIterator()
  var decoder = UTF8()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
  return (scalar, UTF8.width(scalar))
}
