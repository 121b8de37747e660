internal import ConfigText
internal import Diagnostics

/// Changes of a file's text: some stretches replaced, everything else kept byte for byte.
struct TextChanges {
  let source: SourceText
  private var changes: [(range: Range<Int>, text: String)] = []

  init(_ source: SourceText) { self.source = source }

  /// Changes must not overlap; two at one point stay in the order they were made.
  mutating func replace(_ range: Range<Int>, by text: String) {
    changes.append((range, text))
  }

  /// Puts whole lines before the line that starts at `offset`, which may be the end of the file.
  mutating func insert(lines: [String], at offset: Int) {
    let isOpen = offset > 0 && source.bytes[offset - 1] != 0x0A
    replace(
      offset..<offset,
      by: (isOpen ? source.lineEnd : "") + lines.map { $0 + source.lineEnd }.joined())
  }

  /// The file's bytes with all changes made. O(length + changes · log changes).
  var bytes: [UInt8] {
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var bytes: [UInt8] = []
    var kept = 0
    for (_, change) in ordered {
      precondition(kept <= change.range.lowerBound, "changes don't overlap")
      bytes += source.bytes[kept..<change.range.lowerBound]
      bytes += Array(change.text.utf8)
      kept = change.range.upperBound
    }
    return bytes + source.bytes[kept...]
  }
}

extension SourceText {
  /// As the file's first line ends.
  var lineEnd: String {
    guard let feed = bytes.firstIndex(of: 0x0A), feed > 0, bytes[feed - 1] == 0x0D else {
      return "\n"
    }
    return "\r\n"
  }

  /// Where the line that holds the byte at `offset` starts.
  func lineStart(of offset: Int) -> Int {
    let before = bytes[..<min(offset, bytes.count)]
    return before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  /// Where the line after the one that holds the byte at `offset` starts.
  func nextLineStart(after offset: Int) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The spaces at the start of the line that holds the byte at `offset`.
  func indentation(of offset: Int) -> Int {
    bytes[lineStart(of: offset)...].prefix { $0 == 0x20 }.count
  }
}

extension ConfigNode {
  var start: Int { place.range.lowerBound }
  var end: Int { place.range.upperBound }
  /// A byte of the value's last line; of a block of text that ends with its line's end.
  var lastByte: Int { max(start, end - 1) }
  var isBracketed: Bool { style == .brackets }
}
