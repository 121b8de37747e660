extension JSON {
  /// How JSON is laid out. Both forms end without a line end.
  package enum Layout: Sendable {
    /// No space at all.
    case compact
    /// Two spaces a level, one member a line; an empty array or object stays `[]`, `{}`.
    case pretty
  }

  /// The value as JSON text (RFC 8259): the same bytes for the same value, every time.
  package func rendered(_ layout: Layout = .pretty) -> String {
    var text = JSONText(layout)
    text.append(self)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

/// JSON text as it grows, for values that are too large to be built as a `JSON` first.
///
/// The caller opens, fills and closes: every value inside an object comes after `key`. Commas and
/// layout are made here. `bytes` may be taken and emptied at any time.
package struct JSONText: Sendable {
  /// What has been written and not yet taken away.
  package var bytes: [UInt8] = []
  private let layout: JSON.Layout
  private var depth = 0
  /// The next value follows another one at this level.
  private var follows = false
  /// The next value stands behind its key.
  private var behindKey = false
  /// A line end with the spaces of each level that has been reached.
  private var indentations: [[UInt8]] = []

  package init(_ layout: JSON.Layout) {
    self.layout = layout
  }

  package mutating func append(_ value: JSON) {
    switch value {
    case .null: appendLiteral("null")
    case .bool(let value): appendLiteral(value ? "true" : "false")
    case .number(let value): appendLiteral(String(value))
    case .string(let value): append(value)
    case .array(let values):
      open("[")
      for value in values { append(value) }
      close("]")
    case .object(let members):
      open("{")
      for member in members {
        key(member.key)
        append(member.value)
      }
      close("}")
    }
  }

  package mutating func append(_ string: String) {
    let utf8 = Array(string.utf8)
    append(utf8: utf8, utf8.indices)
  }

  /// A string that stands as UTF-8 at `range` of `source`. O(length).
  package mutating func append(utf8 source: [UInt8], _ range: Range<Int>) {
    startValue()
    quote(source, range)
    follows = true
  }

  package mutating func key(_ string: String) {
    let utf8 = Array(string.utf8)
    key(utf8: utf8, utf8.indices)
  }

  /// A key that stands as UTF-8 at `range` of `source`. O(length).
  package mutating func key(utf8 source: [UInt8], _ range: Range<Int>) {
    startValue()
    quote(source, range)
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    behindKey = true
  }

  /// Opens an array `[` or an object `{`.
  package mutating func open(_ bracket: Unicode.Scalar) {
    startValue()
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    follows = false
  }

  /// Closes what was opened last, with `]` or `}`.
  package mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if follows { startLine() }
    bytes.append(UInt8(ascii: bracket))
    follows = true
  }

  private mutating func appendLiteral(_ text: String) {
    startValue()
    bytes.append(contentsOf: text.utf8)
    follows = true
  }

  private mutating func startValue() {
    if behindKey {
      behindKey = false
      return
    }
    if follows { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { startLine() }
  }

  private mutating func startLine() {
    guard layout == .pretty else { return }
    while indentations.count <= depth {
      indentations.append([0x0A] + Array(repeating: 0x20, count: 2 * indentations.count))
    }
    bytes.append(contentsOf: indentations[depth])
  }

  /// What JSON demands is escaped, and what would steer a terminal or turn the direction of writing:
  /// it means the same, and is seen.
  private mutating func quote(_ source: [UInt8], _ range: Range<Int>) {
    bytes.append(UInt8(ascii: "\""))
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = source[index]
      if isEscaped(byte) {
        bytes.append(contentsOf: source[start..<index])
        appendEscape(byte)
        start = index + 1
      } else if byte >= 0xC2, let (scalar, length) = unseen(source[index..<range.upperBound]) {
        bytes.append(contentsOf: source[start..<index])
        appendEscape(UInt16(truncatingIfNeeded: scalar.value))
        start = index + length
        index += length
        continue
      }
      index += 1
    }
    bytes.append(contentsOf: source[start..<range.upperBound])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default: appendEscape(UInt16(byte))
    }
  }

  /// `\u009b`.
  private mutating func appendEscape(_ unit: UInt16) {
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(hexDigit(UInt8(unit >> UInt16(shift) & 15))) }
  }
}

/// The scalar that begins here, with its length in bytes, where no terminal should get it; nil for
/// any other. All of them have two or three bytes that begin with one of four.
private func unseen(_ rest: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
  let length: Int
  switch rest.first {
  case 0xC2, 0xD8: length = 2
  case 0xE2, 0xEF: length = 3
  default: return nil
  }
  guard let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first,
    scalar.terminalPicture != nil
  else { return nil }
  return (scalar, length)
}

private func isEscaped(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
