/// A property parameter (RFC 5545 3.2), its value decoded.
package struct Parameter: Sendable, Hashable {
  /// In capitals: `TZID`.
  package let name: String
  /// At least one; most parameters have exactly one.
  package let values: [String]

  package init(_ name: String, _ values: String...) {
    self.init(name, values: values)
  }

  package init(_ name: String, values: [String]) {
    precondition(!values.isEmpty, "a parameter has a value")
    self.name = name
    self.values = values
  }

  /// `;NAME=value,"other value"`: quoted where it must be, and `^`-encoded (RFC 6868).
  var text: String {
    ";" + name + "=" + values.map(Parameter.encode).joined(separator: ",")
  }

  private static func encode(_ value: String) -> String {
    // As names of zones and values of ours are.
    let isPlain = value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "^"), UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: ";"),
        UInt8(ascii: ","):
        false
      default: 0x20..<0x7F ~= byte
      }
    }
    if isPlain { return value }
    var encoded = ""
    var needsQuotes = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "^": encoded += "^^"
      case "\n": encoded += "^n"
      case "\"": encoded += "^'"
      case ":", ";", ",":
        needsQuotes = true
        encoded.unicodeScalars.append(scalar)
      default:
        if !EscapedText.isControl(scalar) { encoded.unicodeScalars.append(scalar) }
      }
    }
    return needsQuotes ? "\"" + encoded + "\"" : encoded
  }
}

extension Property {
  /// All parameters in their order. O(length of the line).
  package var parameters: [Parameter] {
    var scanner = ParameterScanner(head)
    var parameters: [Parameter] = []
    while let parameter = scanner.next() { parameters.append(parameter) }
    return parameters
  }

  /// The first value of the first parameter of that name, which is in capitals.
  package func parameter(_ name: String) -> String? {
    guard head.utf8.contains(UInt8(ascii: ";")) else { return nil }
    var scanner = ParameterScanner(head)
    while let parameter = scanner.next() {
      if parameter.name == name { return parameter.values[0] }
    }
    return nil
  }
}

/// Takes apart what stands before a property's colon, behind its name.
struct ParameterScanner {
  private let bytes: [UInt8]
  private var position: Int

  init(_ head: String) {
    bytes = Array(head.utf8)
    position = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
  }

  /// A parameter without `=` has one empty value.
  mutating func next() -> Parameter? {
    guard position < bytes.count else { return nil }
    position += 1  // the semicolon
    let start = position
    skip { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
    let name = EscapedText.capitals(bytes[start..<position])
    var values: [String] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: ";") {
      position += 1  // the equals sign or comma
      values.append(value())
    }
    return Parameter(name, values: values.isEmpty ? [""] : values)
  }

  private mutating func value() -> String {
    let quote = UInt8(ascii: "\"")
    let start = position
    var isQuoted = false
    skip { byte in
      if byte == quote { isQuoted.toggle() }
      return isQuoted || (byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";"))
    }
    var raw = bytes[start..<position]
    if raw.count >= 2, raw.first == quote, raw.last == quote { raw = raw.dropFirst().dropLast() }
    return ParameterScanner.decode(raw)
  }

  /// Undoes RFC 6868; any other `^` stands for itself.
  private static func decode(_ raw: ArraySlice<UInt8>) -> String {
    let caret = UInt8(ascii: "^")
    guard raw.contains(caret) else { return String(decoding: raw, as: UTF8.self) }
    var decoded: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      let byte = raw[index]
      index += 1
      guard byte == caret, index < raw.endIndex else {
        decoded.append(byte)
        continue
      }
      switch raw[index] {
      case caret: decoded.append(caret)
      case UInt8(ascii: "n"): decoded.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "'"): decoded.append(UInt8(ascii: "\""))
      default:
        decoded.append(caret)
        continue
      }
      index += 1
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }
}
