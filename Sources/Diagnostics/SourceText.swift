/// A file's bytes with the path people know it by and an index of its lines.
///
/// A class, so that the thousands of places that point into a file share one copy; it never
/// changes after it is made.
public final class SourceText: Sendable {
  /// The path as it is shown to people: relative where it was given so.
  public let path: String
  /// The whole file, unchanged, with its byte order mark where it has one.
  public let bytes: [UInt8]
  /// Byte offsets at which lines start; the first is 0. A line ends with LF, CR LF or a lone CR.
  private let lineStarts: [Int]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    var index = 0
    let span = bytes.span
    while index < span.count {
      let byte = span[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && (index == span.count || span[index] != 0x0A)) {
        starts.append(index)
      }
    }
    lineStarts = starts
  }

  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The number of lines, at least 1; a line end at the end of the file opens a last, empty line.
  public var lineCount: Int { lineStarts.count }

  /// The 1-based line that holds the byte at `offset`. O(log lines).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The 1-based column of the byte at `offset`, in Unicode scalars of its line; a byte order
  /// mark counts for nothing. O(length of the line).
  public func column(at offset: Int) -> Int {
    var start = lineStarts[line(at: offset) - 1]
    if start == 0, bytes.starts(with: SourceText.byteOrderMark) { start = 3 }
    let end = min(offset, bytes.count)
    guard start < end else { return 1 }
    // Continuation bytes (10xxxxxx) belong to the scalar before them.
    return 1 + bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }

  /// The bytes of a 1-based line, without its line end and without a byte order mark.
  public func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    precondition((1...lineCount).contains(line), "a line of this file")
    var start = lineStarts[line - 1]
    var end = line < lineCount ? lineStarts[line] : bytes.count
    if start == 0, bytes.starts(with: SourceText.byteOrderMark) { start = 3 }
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<max(start, end)]
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
