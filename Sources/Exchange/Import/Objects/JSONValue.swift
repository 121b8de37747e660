internal import Diagnostics

/// A value of JSON (RFC 8259) with the place it stands at.
struct JSONValue {
  indirect enum Kind {
    case null, bool
    case number
    case string
    case array([JSONValue])
    case object([JSONMember])
  }

  let kind: Kind
  /// Bytes of the file, of a text with its quotes.
  let range: Range<Int>
}

struct JSONMember {
  let key: String
  let keyRange: Range<Int>
  let value: JSONValue
}

/// Reads JSON, and JSON Lines as an array of its values.
struct JSONReader {
  /// A value within a value, and so on.
  private static let mostLevels = 64

  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0

  /// Throws where the text is no JSON. O(bytes).
  static func read(_ source: SourceText) throws(ImportMistake) -> JSONValue {
    var reader = JSONReader(source)
    var values: [JSONValue] = []
    reader.skipBlanks()
    while reader.position < reader.bytes.count {
      values.append(try reader.value(level: 1))
      reader.skipBlanks()
    }
    return values.count == 1 ? values[0] : JSONValue(kind: .array(values), range: 0..<0)
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private func mistake(_ message: String, at index: Int? = nil, help: String) -> ImportMistake {
    let start = min(index ?? position, bytes.count)
    return ImportMistake(
      Diagnostic(
        "import-json", message, at: Place(source, start..<min(start + 1, bytes.count)),
        help: [help]))
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func value(level: Int) throws(ImportMistake) -> JSONValue {
    guard level <= JSONReader.mostLevels else {
      throw mistake(
        "this JSON is nested more than \(JSONReader.mostLevels) levels deep",
        help: "import the list of shifts alone")
    }
    let start = position
    switch next {
    case UInt8(ascii: "{"):
      let members = try object(level: level)
      return JSONValue(kind: .object(members), range: start..<position)
    case UInt8(ascii: "["):
      let items = try array(level: level)
      return JSONValue(kind: .array(items), range: start..<position)
    case UInt8(ascii: "\""):
      try skipString()
      return JSONValue(kind: .string, range: start..<position)
    case .some(0x2D), .some(0x30...0x39):
      while let byte = next, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
      return JSONValue(kind: .number, range: start..<position)
    default:
      for (word, kind) in [("null", JSONValue.Kind.null), ("true", .bool), ("false", .bool)]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return JSONValue(kind: kind, range: start..<position)
      }
      throw mistake(
        next == nil ? "this JSON ends too early" : "this is no value of JSON",
        help: next == nil
          ? "export it again: the end is missing" : "quotes, braces or a comma may be missing")
    }
  }

  private mutating func object(level: Int) throws(ImportMistake) -> [JSONMember] {
    var members: [JSONMember] = []
    position += 1
    skipBlanks()
    if take("}") { return members }
    while true {
      skipBlanks()
      let start = position
      guard next == UInt8(ascii: "\"") else {
        throw mistake("a key is missing here", help: "keys of JSON stand in double quotes")
      }
      try skipString()
      let keyRange = start..<position
      skipBlanks()
      guard take(":") else {
        throw mistake("a colon is missing here", help: "write `\"key\": value`")
      }
      skipBlanks()
      let key = JSONReader.text(of: bytes[keyRange])
      members.append(
        JSONMember(key: key, keyRange: keyRange, value: try value(level: level + 1)))
      skipBlanks()
      if take(",") { continue }
      if take("}") { return members }
      throw mistake(
        next == nil ? "this JSON ends too early" : "a comma or `}` is missing here",
        help: "export it again, or close what is open")
    }
  }

  private mutating func array(level: Int) throws(ImportMistake) -> [JSONValue] {
    var items: [JSONValue] = []
    position += 1
    skipBlanks()
    if take("]") { return items }
    while true {
      skipBlanks()
      items.append(try value(level: level + 1))
      skipBlanks()
      if take(",") { continue }
      if take("]") { return items }
      throw mistake(
        next == nil ? "this JSON ends too early" : "a comma or `]` is missing here",
        help: "export it again, or close what is open")
    }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func skipString() throws(ImportMistake) {
    let start = position
    position += 1
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\") { position += 1 }
    }
    throw mistake("this text has no end", at: start, help: "close its quote")
  }

  /// A text without its quotes and escapes.
  static func text(of quoted: ArraySlice<UInt8>) -> String {
    let inner = quoted.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var result = ""
    func flushPlain() {
      result += String(decoding: plain, as: UTF8.self)
      plain.removeAll()
    }
    func flushUnits() {
      if !units.isEmpty { result += String(decoding: units, as: UTF16.self) }
      units.removeAll()
    }
    var index = inner.startIndex
    while index < inner.endIndex {
      let byte = inner[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < inner.endIndex else {
        flushUnits()
        plain.append(byte)
        continue
      }
      let escape = inner[index]
      index += 1
      if escape == UInt8(ascii: "u"),
        let unit = UInt16(String(decoding: inner[index...].prefix(4), as: UTF8.self), radix: 16)
      {
        flushPlain()
        units.append(unit)
        index = min(index + 4, inner.endIndex)
        continue
      }
      flushUnits()
      let meant: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C]
      plain.append(meant[escape] ?? escape)
    }
    flushPlain()
    flushUnits()
    return result
  }
}
