/// Takes a file apart into content lines (RFC 5545 3.1) and undoes their folds.
///
/// Lines end with CR LF, LF or a lone CR; a line that starts with a space or a tab goes on with
/// the one before, even in the middle of a character. Empty lines are skipped.
struct ContentLineScanner {
  /// A content line and where it is: `range` covers its folds and its last line end.
  struct Line {
    let range: Range<Int>
    let content: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func next() -> Line? {
    while position < bytes.count {
      let start = position
      var lineEnd = takeLine()
      if lineEnd == start { continue }
      guard var fold = foldMark() else {
        return Line(range: start..<position, content: bytes[start..<lineEnd])
      }
      var unfolded = Array(bytes[start..<lineEnd])
      while true {
        position = fold + 1
        let from = position
        lineEnd = takeLine()
        unfolded.append(contentsOf: bytes[from..<lineEnd])
        guard let next = foldMark() else { break }
        fold = next
      }
      return Line(range: start..<position, content: unfolded[...])
    }
    return nil
  }

  /// Where the next line begins with the blank that makes it part of this one. Old writers put
  /// empty lines before it.
  private func foldMark() -> Int? {
    var index = position
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    return index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09) ? index : nil
  }

  /// Moves behind the line that starts here and returns where its content ends.
  private mutating func takeLine() -> Int {
    let (end, next) = line(from: position)
    position = next
    return end
  }

  /// Where the content of the line that starts here ends, and where the next line starts.
  private func line(from start: Int) -> (end: Int, next: Int) {
    var index = start
    let bytes = bytes.span
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index &+= 1 }
    let end = index
    if index < bytes.count {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
    }
    return (end, index)
  }
}

extension ContentLineScanner.Line {
  /// The line as a property; nil where it is none, because its name or its colon is missing.
  var property: Property? {
    let start = content.startIndex
    let nameEnd = content.firstIndex { !isNameByte($0) } ?? content.endIndex
    guard nameEnd > start, nameEnd < content.endIndex else { return nil }
    var colon = nameEnd
    if content[nameEnd] == UInt8(ascii: ";") {
      // A quote that never closes quotes nothing.
      guard
        let found = colonIndex(from: nameEnd, respectingQuotes: true)
          ?? colonIndex(from: nameEnd, respectingQuotes: false)
      else { return nil }
      colon = found
    }
    guard content[colon] == UInt8(ascii: ":") else { return nil }
    let name = EscapedText.capitals(content[start..<nameEnd])
    let parameters = String(decoding: content[nameEnd..<colon], as: UTF8.self)
    return Property(
      head: name + parameters, rawValue: String(decoding: content[(colon + 1)...], as: UTF8.self),
      range: range)
  }

  private func colonIndex(from start: Int, respectingQuotes: Bool) -> Int? {
    var isQuoted = false
    for index in start..<content.endIndex {
      switch content[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ":") where !isQuoted || !respectingQuotes: return index
      default: break
      }
    }
    return nil
  }

  /// Letters, digits and `-`; some writers put `_` and `.` into the names of their own properties.
  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x2D...0x39).contains(byte)
      || byte == 0x5F
  }
}
