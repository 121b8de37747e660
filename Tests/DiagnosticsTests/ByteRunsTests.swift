import Testing

@testable import Diagnostics

/// Eight bytes at a time give what one at a time gives, wherever a run starts and ends.
@Suite struct ByteRunsTests {
  /// Bytes at the edges of every test, at random.
  private let texts: [[UInt8]] = {
    let edges: [UInt8] = [
      0x01, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x24, 0x27, 0x2B, 0x2C, 0x2D, 0x39,
      0x3A, 0x3B, 0x3F, 0x40, 0x5B, 0x5C, 0x5D, 0x5E, 0x7A, 0x7B, 0x7C, 0x7D, 0x7E, 0x7F, 0x80,
      0x81,
      0x9F, 0xA0, 0xFE, 0xFF,
    ]
    var state: UInt64 = 3
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<400).map { round in
      (0..<next(40)).map { _ in
        // Long runs and short ones.
        next(round % 20 + 1) == 0 ? edges[next(edges.count)] : [0x20, 0x61][round % 2]
      }
    }
  }()

  private func check(
    _ run: (Span<UInt8>, Int) -> Int, endsAt stops: (UInt8) -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for text in texts {
      for start in 0...text.count {
        let expected = text[start...].firstIndex(where: stops) ?? text.count
        #expect(
          run(text.span, start) == expected, "\(text) from \(start)", sourceLocation: location)
      }
    }
  }

  @Test func runsEndAtTheFirstByteThatStops() {
    check(
      { $0.printableEnd(from: $1) }, endsAt: { ($0 < 0x20 && $0 != 0x0A) || $0 > 0x7E })
    check({ $0.lineEnd(from: $1) }, endsAt: { $0 == 0x0A })
    check({ $0.lineEndOrReturn(from: $1) }, endsAt: { $0 == 0x0A || $0 == 0x0D })
    check({ $0.spacesEnd(from: $1) }, endsAt: { $0 != 0x20 })
    for quote in [UInt8(ascii: "'"), UInt8(ascii: "\"")] {
      check(
        { $0.quotedEnd(from: $1, quote: quote) },
        endsAt: { $0 < 0x20 || $0 == quote || $0 == UInt8(ascii: "\\") })
    }
    let inBrackets = Array(",?[]{}".utf8)
    for beyondASCII in [false, true] {
      func stops(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x3A || byte == 0x23 || (beyondASCII && byte > 0x7F)
      }
      check({ $0.plainEnd(from: $1, beyondASCII: beyondASCII) }, endsAt: stops)
      check(
        { $0.plainEndInBrackets(from: $1, beyondASCII: beyondASCII) },
        endsAt: { stops($0) || inBrackets.contains($0) })
    }
  }

  @Test func scalarsAreCountedByTheirFirstBytes() {
    for text in texts {
      for start in 0...text.count {
        let count = text[start...].count { $0 & 0xC0 != 0x80 }
        #expect(text.span.scalarCount(in: start..<text.count) == count)
      }
    }
  }

  @Test func hashesDependOnTheRangeAlone() {
    for text in texts where text.count >= 2 {
      let range = 1..<text.count
      let isASCII = text[range].allSatisfy { $0 < 0x80 }
      let hash = text.span.hashOfASCII(range)
      #expect((hash != nil) == isASCII)
      #expect(Array(text[range]).span.hashOfASCII(0..<range.count) == hash)
    }
  }
}
