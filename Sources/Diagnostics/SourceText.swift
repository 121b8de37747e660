internal import Synchronization

/// A file's bytes with the path people know it by and an index of its lines.
///
/// A class, so that the thousands of places that point into a file share one copy; it never
/// changes after it is made. Lines are wanted for messages only, so the index is made when the first
/// one is asked for, and holds one number per `stride` bytes instead of one per line.
package final class SourceText: Sendable {
  /// The path as it is shown to people: relative where it was given so.
  package let path: String
  /// The whole file, unchanged, with its byte order mark where it has one.
  package let bytes: [UInt8]
  /// How many lines end before each multiple of `stride`. A line ends with LF, CR LF or a lone CR.
  private let lineEnds = Mutex<[Int32]?>(nil)
  /// The line that was asked for last: messages ask for it again and again, and it may be long.
  private let lastLine = Mutex<(number: Int, range: Range<Int>)?>(nil)

  private static let stride = 1024
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The number of lines, at least 1; a line end at the end of the file opens a last, empty line.
  /// O(1), but O(bytes) the first time.
  package var lineCount: Int { line(at: bytes.count) }

  /// The 1-based line that holds the byte at `offset`. O(1), but O(bytes) the first time.
  package func line(at offset: Int) -> Int {
    let index = lineIndex()
    let end = min(offset, bytes.count)
    let block = min(end / SourceText.stride, index.count - 1)
    let rest = (block * SourceText.stride)..<end
    return 1 + Int(index[block]) + lineEndCount(in: bytes, rest)
  }

  private func lineIndex() -> [Int32] {
    lineEnds.withLock { index in
      if let index { return index }
      var ends: [Int32] = []
      var count = 0
      var start = 0
      repeat {
        ends.append(Int32(clamping: count))
        let stop = min(start + SourceText.stride, bytes.count)
        count += lineEndCount(in: bytes, start..<stop)
        start = stop
      } while start < bytes.count
      index = ends
      return ends
    }
  }

  /// The 1-based column of the byte at `offset`, in Unicode scalars of its line; a byte order
  /// mark counts for nothing. O(length of the line).
  package func column(at offset: Int) -> Int {
    let end = min(offset, bytes.count)
    let start = skippingByteOrderMark(start(ofLine: line(at: end)))
    guard start < end else { return 1 }
    let bytes = bytes
    return 1 + bytes.span.scalarCount(in: start..<end)
  }

  /// The bytes of a 1-based line, without its line end and without a byte order mark.
  /// O(log lines + length of the line).
  package func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    if let last = lastLine.withLock({ $0 }), last.number == line { return bytes[last.range] }
    precondition((1...lineCount).contains(line), "a line of this file")
    let start = skippingByteOrderMark(start(ofLine: line))
    let bytes = bytes
    let range = start..<bytes.span.lineEndOrReturn(from: start)
    lastLine.withLock { $0 = (line, range) }
    return bytes[range]
  }

  private func start(ofLine line: Int) -> Int {
    if line == 1 { return 0 }
    let index = lineIndex()
    // The last block before which the wanted line has not begun.
    var low = 0
    var high = index.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(index[middle]) < line - 1 { low = middle } else { high = middle }
    }
    var missing = line - 1 - Int(index[low])
    var offset = low * SourceText.stride
    while missing > 0 {
      if isLineEnd(bytes, offset) { missing -= 1 }
      offset += 1
    }
    return offset
  }

  private func skippingByteOrderMark(_ start: Int) -> Int {
    start == 0 && bytes.starts(with: SourceText.byteOrderMark) ? 3 : start
  }
}

/// Whether the byte at `index` is the last of a line end.
private func isLineEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
  switch bytes[index] {
  case 0x0A: true
  case 0x0D: index + 1 == bytes.count || bytes[index + 1] != 0x0A
  default: false
  }
}

/// How many lines end in `range`. Line feeds are counted eight bytes at a time; only files with a
/// carriage return, which are rare, are looked at byte by byte.
private func lineEndCount(in bytes: [UInt8], _ range: Range<Int>) -> Int {
  let raw = unsafe bytes.span.bytes
  var count = 0
  var index = range.lowerBound
  while index &+ 8 <= range.upperBound {
    let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    if marks(of: 0x0D, in: word) != 0 { break }
    count &+= marks(of: 0x0A, in: word).nonzeroBitCount
    index &+= 8
  }
  while index < range.upperBound {
    if isLineEnd(bytes, index) { count &+= 1 }
    index &+= 1
  }
  return count
}

/// The high bit of every byte of `word` that is `byte`.
private func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
  return ~(((difference & low) &+ low) | difference | low)
}
