internal import Diagnostics
internal import ICalendar

/// The lines of a table of text: CSV (RFC 4180), or the same with semicolons or tabs, as
/// spreadsheets write it.
struct TableText {
  struct Cell {
    let text: String
    /// With its quotes.
    let place: Place
  }

  /// Of each line that is not empty, its cells. O(bytes).
  let lines: [[Cell]]

  /// Throws why the bytes are no table.
  init(_ source: SourceText) throws(Refusal) {
    var bytes = source.bytes[...]
    if bytes.count > CalendarLimits.bytes {
      throw Refusal("the file is larger than \(CalendarLimits.bytes >> 20) MiB", at: nil)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.allSatisfy({ $0 <= 0x20 }) { throw Refusal("the file is empty", at: nil) }
    if let index = bytes.firstIndex(of: 0) {
      throw Refusal("this is no text: it has a zero byte", at: Place(source, index..<index + 1))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Refusal("this text is not in UTF-8", at: nil)
    }
    let heading = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let marks: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    var scan = Scan(source, from: bytes.startIndex, mark: marks.first(where: heading.contains))
    lines = try scan.lines()
  }

  /// Why a file is no table.
  struct Refusal: Error {
    let message: String
    let place: Place?

    init(_ message: String, at place: Place?) {
      self.message = message
      self.place = place
    }
  }

  private struct Scan {
    let source: SourceText
    var position: Int
    /// Between cells; nil where a line is one cell.
    let mark: UInt8?

    init(_ source: SourceText, from position: Int, mark: UInt8?) {
      self.source = source
      self.position = position
      self.mark = mark
    }

    mutating func lines() throws(Refusal) -> [[Cell]] {
      var lines: [[Cell]] = []
      while position < source.bytes.count {
        let cells = try line()
        if cells.count > 1 || cells.contains(where: { !$0.text.isEmpty }) { lines.append(cells) }
      }
      return lines
    }

    private mutating func line() throws(Refusal) -> [Cell] {
      var cells = [try cell()]
      while let byte = next, byte == mark {
        position += 1
        cells.append(try cell())
      }
      if next == 0x0D { position += 1 }
      if next == 0x0A { position += 1 }
      return cells
    }

    private var next: UInt8? { position < source.bytes.count ? source.bytes[position] : nil }

    private func ends(_ byte: UInt8) -> Bool { byte == mark || byte == 0x0A || byte == 0x0D }

    /// A quoted cell may hold marks and line ends; what follows its last quote belongs to it, too.
    private mutating func cell() throws(Refusal) -> Cell {
      let start = position
      var text: [UInt8] = []
      if next == UInt8(ascii: "\"") { try takeQuoted(into: &text) }
      while let byte = next, !ends(byte) {
        text.append(byte)
        position += 1
      }
      return Cell(
        text: String(decoding: text, as: UTF8.self), place: Place(source, start..<position))
    }

    private mutating func takeQuoted(into text: inout [UInt8]) throws(Refusal) {
      let quote = position
      position += 1
      while let byte = next {
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard next == byte else { return }
          position += 1
        }
        text.append(byte)
      }
      throw Refusal("this quote has no end", at: Place(source, quote..<quote + 1))
    }
  }
}
