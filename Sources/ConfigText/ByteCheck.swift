/// What no file may hold, wherever it stands: a reader of the tree need not look at bytes again.
///
/// One pass; letters of ASCII are passed over at once.
/// - Throws: the first mistake.
func checkBytes(_ bytes: [UInt8]) throws(Refusal) {
  if bytes.count > Limits.fileBytes { throw Refusal(.fileTooLarge, 0..<0) }
  try checkEncoding(bytes)
  if bytes.count > Limits.lineCharacters { try checkLines(bytes) }
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while true {
    index = ordinaryEnd(bytes.span, from: index)
    if index == bytes.count { return }
    if bytes[index] >= 0x80 {
      index += try checkedScalar(bytes, at: index)
    } else {
      try checkControl(bytes, at: index)
      index += 1
    }
  }
}

/// The first byte from `index` on that is neither a printable one of ASCII nor a line feed.
private func ordinaryEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  let raw = unsafe bytes.bytes
  // Eight bytes at a time. In a word `x` of bytes under 0x80, the high bit of a byte of `x - 0x20…`
  // is set where that byte is under 0x20; of `x + 0x01…`, where it is 0x7F.
  while index &+ 8 <= bytes.count {
    let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    let high: UInt64 = 0x8080_8080_8080_8080
    let isLineFeed = equal(word, 0x0A)
    let control = (word | high) &- 0x2020_2020_2020_2020
    let isControl = ~control & high & ~isLineFeed
    if (word | (word &+ 0x0101_0101_0101_0101)) & high | isControl != 0 { break }
    index &+= 8
  }
  while index < bytes.count {
    let byte = bytes[index]
    guard byte == .newline || (byte >= 0x20 && byte < 0x7F) else { break }
    index &+= 1
  }
  return index
}

/// The high bit of every byte of `word`, all under 0x80, that is `byte`.
private func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
  let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
  return (0x8080_8080_8080_8080 &- difference) & 0x8080_8080_8080_8080
}

/// No line is longer than a million characters.
private func checkLines(_ bytes: [UInt8]) throws(Refusal) {
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: .newline) ?? bytes.count
    if end - start > Limits.lineCharacters,
      bytes[start..<end].count(where: { $0 & 0xC0 != 0x80 && $0 != .carriageReturn })
        > Limits.lineCharacters
    {
      throw Refusal(.lineTooLong, start..<start)
    }
    start = end + 1
  }
}

enum Limits {
  static let fileBytes = 8 * 1024 * 1024
  static let lineCharacters = 1024 * 1024
  static let keyCharacters = 512
  /// What every reader of YAML grants to a key with the spaces before its colon.
  static let keyWithSpaces = 1024
  static let depth = 64
  static let values = 1_000_000
}

/// Other encodings of Unicode are recognised by their byte order mark, or by the zero bytes that
/// ASCII letters have in them.
private func checkEncoding(_ bytes: [UInt8]) throws(Refusal) {
  let first = bytes.prefix(4)
  if [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]].contains(Array(first)) {
    throw Refusal(.utf32, 0..<4)
  }
  if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
    throw Refusal(.utf16, 0..<2)
  }
  let zeros = first.map { $0 == 0 }
  switch zeros {
  case [true, true, true, false], [false, true, true, true]: throw Refusal(.utf32, 0..<4)
  case [true, false, true, false], [false, true, false, true], [true, false], [false, true]:
    throw Refusal(.utf16, 0..<2)
  default: break
  }
}

private func checkControl(_ bytes: [UInt8], at index: Int) throws(Refusal) {
  switch bytes[index] {
  case .tab: return
  case .carriageReturn:
    if index + 1 == bytes.count || bytes[index + 1] != .newline {
      throw Refusal(.bareCarriageReturn, index..<index + 1)
    }
  default:
    throw Refusal(.controlCharacter, index..<index + 1, found: codePoint(UInt32(bytes[index])))
  }
}

/// The length of the scalar that starts at `index`, whose first byte is not ASCII.
private func checkedScalar(_ bytes: [UInt8], at index: Int) throws(Refusal) -> Int {
  var iterator = bytes[index...].prefix(4).makeIterator()
  var decoder = UTF8()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
    throw Refusal(.notUTF8, index..<index + 1, found: "byte 0x\(hex(UInt32(bytes[index])))")
  }
  let range = index..<index + UTF8.width(scalar)
  let found = { codePoint(scalar.value) }
  switch scalar.value {
  case 0x80..<0xA0 where scalar.value != 0x85:
    throw Refusal(.controlCharacter, range, found: found())
  case 0x85, 0x2028, 0x2029: throw Refusal(.lineSeparator, range, found: found())
  case 0xFEFF: throw Refusal(.strayByteOrderMark, range)
  case 0xFFFE, 0xFFFF: throw Refusal(.noncharacter, range, found: found())
  case 0x202A...0x202E, 0x2066...0x2069: throw Refusal(.hiddenDirection, range, found: found())
  default: return range.count
  }
}

/// `U+00A0`.
func codePoint(_ value: UInt32) -> String {
  let digits = hex(value)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func hex(_ value: UInt32) -> String {
  String(value, radix: 16, uppercase: true)
}
