internal import ConfigText
internal import Diagnostics

/// A text of a file, parts of which can be pointed at.
struct Written: Sendable {
  let text: String
  let place: Place
  /// The byte of the file that holds the text's first byte; nil where escapes or line folding
  /// moved the rest, so that only the whole can be pointed at.
  private let start: Int?

  /// A scalar as it was read from `place`.
  init(_ text: String, at place: Place, style: ConfigNode.Style) {
    self.text = text
    self.place = place
    let quotes = style == .quoted ? 2 : 0
    let isVerbatim = style != .block && place.range.count == text.utf8.count + quotes
    start = isVerbatim ? place.range.lowerBound + quotes / 2 : nil
  }

  /// A key.
  init(keyOf entry: ConfigEntry) {
    let key = entry.key
    let place = entry.keyPlace
    let isQuoted = place.range.count != key.utf8.count
    self.init(key, at: place, style: isQuoted ? .quoted : .plain)
  }

  private init(text: String, place: Place, start: Int?) {
    self.text = text
    self.place = place
    self.start = start
  }

  /// The part of the text in a range of its UTF-8 bytes, which must not cut a character.
  func part(_ range: Range<Int>) -> Written {
    let bytes = text.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let upper = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    let cut = String(Substring(bytes[lower..<upper]))
    guard let start else { return Written(text: cut, place: place, start: nil) }
    let first = start + range.lowerBound
    return Written(
      text: cut, place: Place(place.source, first..<first + range.count), start: first)
  }

  /// The words between spaces; none of a blank text. O(length).
  var words: [Written] {
    var words: [Written] = []
    var start = 0
    for (offset, byte) in text.utf8.enumerated() where byte == 0x20 {
      if start < offset { words.append(part(start..<offset)) }
      start = offset + 1
    }
    if start < text.utf8.count { words.append(part(start..<text.utf8.count)) }
    return words
  }

  /// The parts before and after the first ` to `, or nil.
  var rangeEnds: (first: Written, last: Written)? {
    let bytes = Array(text.utf8)
    for offset in bytes.indices.dropLast(3)
    where bytes[offset] == 0x20 && bytes[offset + 1] == UInt8(ascii: "t")
      && bytes[offset + 2] == UInt8(ascii: "o") && bytes[offset + 3] == 0x20
    {
      return (part(0..<offset).trimmed, part(offset + 4..<bytes.count).trimmed)
    }
    return nil
  }

  /// Without spaces around it.
  var trimmed: Written {
    if text.utf8.first != 0x20, text.utf8.last != 0x20 { return self }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return part(0..<0) }
    return part(first..<last + 1)
  }
}

/// The value of a text of ASCII digits alone; nil for any other text and above a billion, which
/// nothing in a file comes near.
func digits(_ text: some StringProtocol) -> Int? {
  let bytes = text.utf8
  guard (1...9).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return bytes.reduce(0) { 10 * $0 + Int($1 - 0x30) }
}
