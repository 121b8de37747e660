// Runs of bytes, passed over eight at a time.
//
// A test of a word marks the bytes it is true of with their high bit. A byte above the first mark may
// be marked wrongly, so only the first one counts.
extension Span<UInt8> {
  /// The first byte from `start` on that is neither a printable one of ASCII nor a line feed.
  package func printableEnd(from start: Int) -> Int {
    end(from: start) { word in
      // A mark too many of `equal` would let the byte behind a line feed pass.
      (below(0x20, word) & ~exactlyEqual(0x0A, word)) | above0x7E(word)
    }
  }

  /// The first byte from `start` on that may be more than a part of plain text: a control, `:`, `#`
  /// and, where it is asked for, any that is none of ASCII.
  package func plainEnd(from start: Int, beyondASCII: Bool) -> Int {
    let others = beyondASCII ? high : 0
    return end(from: start) { plainStops($0) | ($0 & others) }
  }

  /// The same inside brackets, where `,`, `?` and brackets are more, too.
  package func plainEndInBrackets(from start: Int, beyondASCII: Bool) -> Int {
    let others = beyondASCII ? high : 0
    return end(from: start) { word in
      // `[` and `{`, `]` and `}` differ in this bit.
      let braces = word | 0x2020_2020_2020_2020
      return plainStops(word) | (word & others) | equal(UInt8(ascii: ","), word)
        | equal(UInt8(ascii: "?"), word)
        | equal(UInt8(ascii: "{"), braces) | equal(UInt8(ascii: "}"), braces)
    }
  }

  /// The first byte from `start` on that may be more than a part of quoted text: `quote`, a
  /// backslash or a control.
  package func quotedEnd(from start: Int, quote: UInt8) -> Int {
    end(from: start) { word in
      below(0x20, word) | equal(quote, word) | equal(UInt8(ascii: "\\"), word)
    }
  }

  /// The first line feed from `start` on, or the end.
  package func lineEnd(from start: Int) -> Int { end(from: start) { equal(0x0A, $0) } }

  /// The first line feed or carriage return from `start` on, or the end.
  func lineEndOrReturn(from start: Int) -> Int {
    end(from: start) { equal(0x0A, $0) | equal(0x0D, $0) }
  }

  /// How many scalars start in a range.
  func scalarCount(in range: Range<Int>) -> Int {
    var count = range.count
    var index = range.lowerBound
    while index < range.upperBound {
      let word = word(at: index, length: Swift.min(8, range.upperBound &- index))
      // Bytes that go on with a scalar begin with the bits 10.
      count &-= (word & ~(word &<< 1) & high).nonzeroBitCount
      index &+= 8
    }
    return count
  }

  /// The first byte from `start` on that is no space.
  package func spacesEnd(from start: Int) -> Int {
    end(from: start) { $0 ^ (ones &* 0x20) }
  }

  /// The first byte from `start` on with a bit set in what `marks` makes of its word; the end where
  /// there is none.
  @inline(__always)
  private func end(from start: Int, _ marks: (UInt64) -> UInt64) -> Int {
    var index = start
    while index &+ 8 <= count {
      let found = marks(word(at: index))
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    let found = marks(word(at: index, length: count &- index))
    return Swift.min(count, index &+ found.trailingZeroBitCount / 8)
  }

  /// A number that depends on all bytes of a range; nil where one of them is none of ASCII.
  package func hashOfASCII(_ range: Range<Int>) -> UInt64? {
    var hash = UInt64(range.count)
    var all: UInt64 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Swift.min(8, range.upperBound &- index)
      let word = word(at: index, length: length)
      all |= word
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index &+= 8
    }
    return all & high == 0 ? hash : nil
  }

  /// The bytes from `index` on, the first one lowest.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    let raw = unsafe bytes
    return UInt64(
      littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Up to eight bytes, and zeros.
  @inline(__always)
  private func word(at index: Int, length: Int) -> UInt64 {
    if index &+ 8 <= count { return word(at: index) & (~0 &>> UInt64(64 &- 8 &* length)) }
    var word: UInt64 = 0
    for offset in 0..<length { word |= UInt64(self[index &+ offset]) &<< UInt64(8 &* offset) }
    return word
  }
}

/// Controls, the colon and the number sign.
@inline(__always)
private func plainStops(_ word: UInt64) -> UInt64 {
  below(0x20, word) | equal(UInt8(ascii: ":"), word) | equal(UInt8(ascii: "#"), word)
}

@inline(__always)
private func equal(_ byte: UInt8, _ word: UInt64) -> UInt64 {
  let difference = word ^ (ones &* UInt64(byte))
  return (difference &- ones) & ~difference & high
}

/// Without wrong marks, at the price of one more step.
@inline(__always)
private func exactlyEqual(_ byte: UInt8, _ word: UInt64) -> UInt64 {
  let difference = word ^ (ones &* UInt64(byte))
  return ~(((difference & ~high) &+ ~high) | difference) & high
}

@inline(__always)
private func below(_ limit: UInt8, _ word: UInt64) -> UInt64 {
  ~(((word | high) &- (ones &* UInt64(limit))) | word) & high
}

@inline(__always)
private func above0x7E(_ word: UInt64) -> UInt64 { (word | (word &+ ones)) & high }

private let ones: UInt64 = 0x0101_0101_0101_0101
private let high: UInt64 = 0x8080_8080_8080_8080
