internal import Calendars

/// Lines that begin with a date and go on with a name, with a mark of a list before them or not:
/// `- 2026-10-05: Ada`.
enum DateList {
  /// A line in its two parts, as bytes of the file.
  struct Line {
    let date: Range<Int>
    let name: Range<Int>
  }

  /// Whether most lines of a text are such lines. O(the first lines).
  static func isList(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (all, dated) = (0, 0)
    for line in bytes.prefix(65_536).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(200)
    {
      let start = line.first { !isBlank($0) }
      guard let start, start != UInt8(ascii: "#") else { continue }
      all += 1
      if let parts = DateList.line(line), !parts.name.isEmpty { dated += 1 }
    }
    return dated > 0 && 2 * dated > all
  }

  /// nil for a line that does not begin with a date. O(length).
  static func line(_ line: ArraySlice<UInt8>) -> Line? {
    var start = line.startIndex
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while start < line.endIndex, isSkipped(line[start]) { start += 1 }
    }
    skip { isBlank($0) || "-*+".utf8.contains($0) }
    guard let length = DateScan.lengthOfDate(line[start...]) else { return nil }
    let date = start..<start + length
    start = date.upperBound
    // Marks between the date and the name; of a dash of Unicode all three bytes.
    skip { isBlank($0) || ":-*".utf8.contains($0) || $0 == 0xE2 || $0 == 0x80 || $0 == 0x93 }
    var end = line.endIndex
    while end > start, isBlank(line[end - 1]) { end -= 1 }
    return Line(date: date, name: start..<end)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
