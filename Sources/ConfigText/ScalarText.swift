/// The text that the reader accepted at `range`, decoded. O(length).
func decodedText(of form: Form, _ range: Range<Int>, in bytes: [UInt8]) -> String {
  let inside = range.dropFirst().dropLast()
  switch form {
  case .plain: return String(decoding: bytes[range], as: UTF8.self)
  case .single, .double: return String(decoding: bytes[inside], as: UTF8.self)
  case .singleDoubled: return undoubled(bytes[inside])
  case .doubleEscaped: return unescaped(bytes[inside])
  case .block: return blockText(bytes[range])
  case .empty, .list, .map, .bracketList, .bracketMap: return ""
  }
}

private func undoubled(_ bytes: ArraySlice<UInt8>) -> String {
  var text: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    text.append(bytes[index])
    index += bytes[index] == .apostrophe ? 2 : 1
  }
  return String(decoding: text, as: UTF8.self)
}

private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  var text: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    index += 1
    guard byte == .backslash, index < bytes.endIndex else {
      text.append(byte)
      continue
    }
    let escape = Escape(bytes[index])
    let digits = bytes[(index + 1)...].prefix(escape.digits)
    index += 1 + digits.count
    let value = digits.reduce(escape.value) { $0 << 4 | ($1.hexValue ?? 0) }
    // The reader has refused what is no scalar.
    text += UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? .init()
  }
  return String(decoding: text, as: UTF8.self)
}

/// What stands after a backslash in double quotes.
struct Escape {
  /// The scalar, where no digits follow.
  let value: UInt32
  /// How many hexadecimal digits follow.
  let digits: Int
  let isKnown: Bool

  /// The escapes of YAML that Rota takes; the others are rare, or differ from JSON and from C.
  init(_ letter: UInt8) {
    switch letter {
    case .quote, .backslash: (value, digits, isKnown) = (UInt32(letter), 0, true)
    case UInt8(ascii: "b"): (value, digits, isKnown) = (0x08, 0, true)
    case UInt8(ascii: "f"): (value, digits, isKnown) = (0x0C, 0, true)
    case UInt8(ascii: "n"): (value, digits, isKnown) = (0x0A, 0, true)
    case UInt8(ascii: "r"): (value, digits, isKnown) = (0x0D, 0, true)
    case UInt8(ascii: "t"): (value, digits, isKnown) = (0x09, 0, true)
    case UInt8(ascii: "x"): (value, digits, isKnown) = (0, 2, true)
    case UInt8(ascii: "u"): (value, digits, isKnown) = (0, 4, true)
    case UInt8(ascii: "U"): (value, digits, isKnown) = (0, 8, true)
    default: (value, digits, isKnown) = (0, 0, false)
    }
  }
}
