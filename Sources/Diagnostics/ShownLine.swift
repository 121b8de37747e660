/// One line of a file as a terminal shows it, cut around the stretch that is pointed at where it is
/// too wide.
struct ShownLine {
  /// The line, `…` where something is left out.
  private(set) var text = ""
  /// The columns of the stretch in `text`, at least one.
  private(set) var columns = 0..<1

  /// Scalars that share a cell with the one before them (accents) are part of its text.
  private struct Cell {
    var text: String.UnicodeScalarView
    let width: Int
    /// Byte offsets in the file.
    let start: Int
    var end: Int
  }

  private var cells: [Cell] = []
  private let widest: Int

  /// A tab is as wide as this many spaces, wherever it stands: it is shown as spaces.
  private static let tabWidth = 4
  /// Lines wider than this are cut on any terminal.
  static let widest = 100

  /// The 1-based `line` around `mark`, byte offsets in the file. A mark that runs past the line ends
  /// with it. O(1): of a long line only the bytes near the mark are looked at.
  ///
  /// - Parameter widest: the columns that are shown, besides an `…` at each end.
  init(
    _ line: Int, of source: SourceText, around mark: Range<Int>, widest: Int = ShownLine.widest
  ) {
    self.widest = widest
    let bytes = source.bytes(ofLine: line)
    let reach = 4 * widest
    var index = max(bytes.startIndex, min(mark.lowerBound, bytes.endIndex) - reach)
    let end = min(bytes.endIndex, mark.lowerBound + reach)
    while index > bytes.startIndex, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    let isCutBefore = index > bytes.startIndex
    while index < end {
      let (scalar, length) = decodedScalar(bytes, at: index)
      add(scalar, index..<index + length)
      index += length
    }
    lay(around: mark, isCutBefore: isCutBefore, isCutAfter: end < bytes.endIndex)
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

  private mutating func lay(around mark: Range<Int>, isCutBefore: Bool, isCutAfter: Bool) {
    let first = cells.firstIndex { $0.end > mark.lowerBound } ?? cells.count
    var last = first
    while last < cells.count, cells[last].start < mark.upperBound { last += 1 }
    let isWhole =
      !isCutBefore && !isCutAfter && width(0..<cells.count) <= widest
    let shown = isWhole ? 0..<cells.count : window(around: first)
    if isCutBefore || shown.lowerBound > 0 { text = "…" }
    let start = text.terminalWidth + width(shown.lowerBound..<first)
    for cell in cells[shown] { text.unicodeScalars.append(contentsOf: cell.text) }
    if isCutAfter || shown.upperBound < cells.count { text += "…" }
    columns = start..<start + max(1, width(first..<min(last, shown.upperBound)))
    cells = []
  }

  private func width(_ range: Range<Int>) -> Int {
    cells[range].reduce(0) { $0 + $1.width }
  }

  /// As many cells as fit, with a third of the room before the cell at `mark`, or more where little
  /// follows it.
  private func window(around mark: Int) -> Range<Int> {
    var start = mark
    var room = max(widest / 3, widest - width(mark..<cells.count))
    while start > 0, cells[start - 1].width <= room {
      start -= 1
      room -= cells[start].width
    }
    var end = start
    room = widest
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
