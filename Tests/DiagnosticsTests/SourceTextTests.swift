import Diagnostics
import SeededNumbers
import Testing

@Suite struct SourceTextTests {
  @Test func linesAndColumns() {
    let source = SourceText(path: "t", text: "\u{FEFF}aé\r\nb\rc\n")
    #expect(source.lineCount == 4)
    #expect(Array(source.bytes(ofLine: 1)) == Array("aé".utf8))
    #expect(Array(source.bytes(ofLine: 2)) == Array("b".utf8))
    #expect(Array(source.bytes(ofLine: 4)).isEmpty)
    #expect(source.column(at: 3) == 1)
    #expect(source.column(at: 6) == 3)
    #expect(source.line(at: 6) == 1)
    #expect(source.line(at: 7) == 1, "the LF belongs to the line it ends")
    #expect(source.line(at: 8) == 2)
    #expect(source.line(at: 1000) == 4)
  }

  @Test func anEmptyFileHasOneLine() {
    let source = SourceText(path: "t", bytes: [])
    #expect(source.lineCount == 1)
    #expect(source.line(at: 0) == 1)
    #expect(source.column(at: 0) == 1)
    #expect(source.bytes(ofLine: 1).isEmpty)
  }

  /// The index against counting from the start, over texts longer than its stride.
  @Test(arguments: 0..<8)
  func theIndexAgreesWithCounting(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let bytes: [UInt8] = (0..<5000).map { _ in
      [0x0A, 0x0D, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66].randomElement(using: &random) ?? 0x61
    }
    let source = SourceText(path: "t", bytes: bytes)
    var line = 1
    var column = 1
    var starts = [0]
    for offset in 0...bytes.count {
      #expect(source.line(at: offset) == line && source.column(at: offset) == column)
      guard offset < bytes.count else { break }
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if bytes[offset] == 0x0A || (bytes[offset] == 0x0D && next != 0x0A) {
        line += 1
        column = 1
        starts.append(offset + 1)
      } else {
        column += 1
      }
    }
    #expect(source.lineCount == starts.count)
    for (index, start) in starts.enumerated() {
      #expect(source.bytes(ofLine: index + 1).startIndex == start)
    }
  }
}
