internal import Diagnostics

/// Checks a file's bytes: line ends, the length of lines, its encoding (RFC 5545 3.1).
enum LineLint {
  static func check(_ source: SourceText, _ lint: inout Lint) {
    let bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      lint.warning("the file starts with a byte order mark", "5545 6", at: 0..<3)
    }
    if bytes.last != 0x0A {
      lint.error(
        "the last line has no end", "5545 3.1", at: max(0, bytes.count - 1)..<bytes.count)
    }
    var saidLineEnd = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      var next = min(end + 1, bytes.count)
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      if isPair {
        next = end + 2
      } else if end < bytes.count, !saidLineEnd {
        // One wrong line end comes with all others.
        saidLineEnd = true
        lint.error("lines end with CR LF, and this one does not", "5545 3.1", at: start..<end)
      }
      check(line: bytes[start..<end], &lint)
      start = next
    }
  }

  private static func check(line: ArraySlice<UInt8>, _ lint: inout Lint) {
    let range = line.startIndex..<line.endIndex
    if line.count > ContentLines.width {
      lint.warning(
        "this line has \(line.count) octets; longer ones than \(ContentLines.width) are folded",
        "5545 3.1", at: range)
    }
    if line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      lint.error("this line has a control character", "5545 3.1", at: range)
    }
    if line.isEmpty {
      lint.error("this line is empty", "5545 3.1", at: range)
    }
  }
}
