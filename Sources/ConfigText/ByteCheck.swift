internal import Diagnostics

/// What is known of a file when none of its bytes is refused.
struct ByteCheck {
  /// Such spaces stand in quoted text and comments alone.
  let hasUnicodeSpaces: Bool
}

/// What no file may hold, wherever it stands: a reader of the tree need not look at bytes again.
///
/// One pass; letters of ASCII are passed over at once.
/// - Throws: the first mistake.
func checkBytes(_ bytes: [UInt8]) throws(Refusal) -> ByteCheck {
  if bytes.count > TextLimits.fileBytes { throw Refusal(.fileTooLarge, 0..<0) }
  try checkEncoding(bytes)
  if bytes.count > TextLimits.lineCharacters { try checkLines(bytes) }
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var hasUnicodeSpaces = false
  while true {
    index = bytes.span.printableEnd(from: index)
    if index == bytes.count { return ByteCheck(hasUnicodeSpaces: hasUnicodeSpaces) }
    if 0xC3...0xDF ~= bytes[index], index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
      // U+00C0 to U+07FF, Latin and Greek among them, are all allowed.
      index += 2
    } else if bytes[index] >= 0x80 {
      let scalar = try checkedScalar(bytes, at: index)
      if isUnicodeSpace(scalar) { hasUnicodeSpaces = true }
      index += UTF8.width(scalar)
    } else {
      try checkControl(bytes, at: index)
      index += 1
    }
  }
}

/// No line is longer than a million characters.
private func checkLines(_ bytes: [UInt8]) throws(Refusal) {
  var start = 0
  while start < bytes.count {
    let end = bytes.span.lineEnd(from: start)
    if end - start > TextLimits.lineCharacters,
      bytes[start..<end].count(where: { $0 & 0xC0 != 0x80 && $0 != .carriageReturn })
        > TextLimits.lineCharacters
    {
      throw Refusal(.lineTooLong, start..<start)
    }
    start = end + 1
  }
}

/// What a file of text may hold, whoever reads it.
package enum TextLimits {
  /// 8 MiB.
  package static let fileBytes = 8 << 20
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

/// The scalar that starts at `index`, whose first byte is not ASCII.
private func checkedScalar(_ bytes: [UInt8], at index: Int) throws(Refusal) -> Unicode.Scalar {
  guard let scalar = scalar(bytes.span, at: index) else {
    throw Refusal(.notUTF8, index..<index + 1, found: "byte 0x\(hex(UInt32(bytes[index])))")
  }
  let mistake: Mistake? =
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: .lineSeparator
    case 0x80..<0xA0: .controlCharacter
    case 0xFEFF: .strayByteOrderMark
    case 0xFFFE, 0xFFFF: .noncharacter
    case 0x202A...0x202E, 0x2066...0x2069: .hiddenDirection
    default: nil
    }
  if let mistake {
    throw Refusal(
      mistake, index..<index + UTF8.width(scalar), found: codePoint(scalar.value))
  }
  return scalar
}

/// The scalar of several bytes at `index`; nil where the bytes are not well-formed (Unicode, D92).
private func scalar(_ bytes: Span<UInt8>, at index: Int) -> Unicode.Scalar? {
  let length = (~bytes[index]).leadingZeroBitCount
  guard 2...4 ~= length, index + length <= bytes.count else { return nil }
  var value = UInt32(bytes[index] & (0x7F >> UInt8(length)))
  for offset in 1..<length {
    let next = bytes[index + offset]
    guard next & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(next & 0x3F)
  }
  guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == length else { return nil }
  return scalar
}

/// What Unicode calls a space separator, but the space.
func isUnicodeSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
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
