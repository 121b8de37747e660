extension JSON {
  /// How JSON is laid out. Both forms end without a line end.
  public enum Layout: Sendable {
    /// No space at all.
    case compact
    /// Two spaces a level, one member a line; an empty array or object stays `[]`, `{}`.
    case pretty
  }

  /// The value as JSON text (RFC 8259): the same bytes for the same value, every time.
  public func rendered(_ layout: Layout = .pretty) -> String {
    var text = JSONText(layout)
    text.append(self)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

/// JSON text as it grows, for values that are too large to be built as a `JSON` first.
///
/// The caller opens, fills and closes: every value inside an object comes after `key`. Commas and
/// layout are made here. `bytes` may be taken and emptied at any time.
public struct JSONText: Sendable {
  /// What has been written and not yet taken away.
  public var bytes: [UInt8] = []
  private let layout: JSON.Layout
  private var depth = 0
  /// The next value follows another one at this level.
  private var follows = false
  /// The next value stands behind its key.
  private var behindKey = false

  public init(_ layout: JSON.Layout) {
    self.layout = layout
  }

  public mutating func append(_ value: JSON) {
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

  public mutating func append(_ string: String) {
    startValue()
    quote(string.utf8)
    follows = true
  }

  public mutating func key(_ string: String) {
    startValue()
    quote(string.utf8)
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    behindKey = true
  }

  /// Opens an array `[` or an object `{`.
  public mutating func open(_ bracket: Unicode.Scalar) {
    startValue()
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    follows = false
  }

  /// Closes what was opened last, with `]` or `}`.
  public mutating func close(_ bracket: Unicode.Scalar) {
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
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  /// Only what JSON demands is escaped, and DEL, which would reach a terminal unseen.
  private mutating func quote(_ text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0C: bytes.append(contentsOf: "\\f".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
