/// Writes content lines: CRLF after each, folded at 75 octets (RFC 5545 3.1).
///
/// A line is folded never inside a character and, where they fit, not inside a grapheme (a letter
/// and its accents, an emoji of several parts) or an escape such as `\n`.
package struct ContentLines: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append(_ component: Component) {
    begin(component.name)
    for property in component.properties { append(property) }
    for component in component.components { append(component) }
    end(component.name)
  }

  package mutating func append(_ property: Property) {
    let start = bytes.count
    bytes.append(contentsOf: property.head.utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: property.rawValue.utf8)
    if bytes.count - start > ContentLines.width { fold(from: start) }
    bytes.append(contentsOf: ContentLines.lineEnd)
  }

  /// Opens a component; what is appended until `end` is in it.
  package mutating func begin(_ name: String) {
    line("BEGIN:", name)
  }

  package mutating func end(_ name: String) {
    line("END:", name)
  }

  /// Bytes of a component read from a file, kept as they are.
  package mutating func append(verbatim bytes: ArraySlice<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }

  private mutating func line(_ start: String, _ name: String) {
    bytes.append(contentsOf: start.utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: ContentLines.lineEnd)
  }

  /// Octets of a line without its end.
  static let width = 75
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let foldMark: [UInt8] = [0x0D, 0x0A, 0x20]

  private mutating func fold(from start: Int) {
    let line = Array(bytes[start...])
    bytes.removeLast(line.count)
    var position = 0
    var room = ContentLines.width
    while line.count - position > room {
      let end = ContentLines.pieceEnd(in: line, from: position, limit: position + room)
      bytes.append(contentsOf: line[position..<end])
      bytes.append(contentsOf: ContentLines.foldMark)
      position = end
      room = ContentLines.width - 1  // the space that marks a folded line
    }
    bytes.append(contentsOf: line[position...])
  }

  private static func pieceEnd(in line: [UInt8], from start: Int, limit: Int) -> Int {
    // ASCII on both sides is the common case, and is a boundary but within an escape.
    var end = limit
    if line[end] >= 0x80 || line[end - 1] >= 0x80 {
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      end = graphemeStart(in: line, atOrBefore: end, after: start) ?? end
    }
    let isEscaped = line[start..<end].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
    return isEscaped && end - start > 1 ? end - 1 : end
  }

  /// The last boundary between graphemes in the piece; nil where one fills it.
  private static func graphemeStart(in line: [UInt8], atOrBefore limit: Int, after start: Int)
    -> Int?
  {
    // A grapheme that begins in the piece may go on behind its limit.
    let lookahead = min(line.count, limit + width)
    let text = String(decoding: line[start..<lookahead], as: UTF8.self)
    var position = start
    for character in text {
      let next = position + character.utf8.count
      if next > limit { break }
      position = next
    }
    return position > start ? position : nil
  }
}
