/// What no file may hold, wherever it stands: a reader of the tree need not look at bytes again.
///
/// One pass; letters of ASCII are passed over at once.
/// - Throws: the first mistake.
func checkBytes(_ bytes: [UInt8]) throws(Refusal) {
  if bytes.count > Limits.fileBytes { throw Refusal(.fileTooLarge, 0..<0) }
  try checkEncoding(bytes)
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var lineStart = index
  let end = bytes.count
  while index < end {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F {
      index &+= 1
    } else if byte == .newline {
      try checkLength(lineStart..<index, bytes)
      index &+= 1
      lineStart = index
    } else if byte >= 0x80 {
      index += try checkedScalar(bytes, at: index)
    } else {
      try checkControl(bytes, at: index)
      index &+= 1
    }
  }
  try checkLength(lineStart..<end, bytes)
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

private func checkLength(_ line: Range<Int>, _ bytes: [UInt8]) throws(Refusal) {
  guard line.count > Limits.lineCharacters else { return }
  if bytes[line].count(where: { $0 & 0xC0 != 0x80 && $0 != .carriageReturn })
    > Limits.lineCharacters
  {
    throw Refusal(.lineTooLong, line.lowerBound..<line.lowerBound)
  }
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
