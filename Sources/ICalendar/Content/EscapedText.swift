/// TEXT values (RFC 5545 3.3.11): backslash, semicolon, comma and line ends are escaped.
enum EscapedText {
  /// The text as a value; control characters that RFC 5545 does not allow are removed.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { needsEscape[Int($0)] }) else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      index += 1
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        escaped.append(UInt8(ascii: "\\"))
        escaped.append(byte)
      case 0x0A, 0x0D:
        escaped.append(UInt8(ascii: "\\"))
        escaped.append(UInt8(ascii: "n"))
        if byte == 0x0D, next == 0x0A { index += 1 }
      case 0xC2 where next < 0xA0: index += 1  // U+0080 to U+009F
      case 0xE2 where isUnseen(bytes[(index - 1)...].prefix(3)): index += 2
      case 0x00..<0x20 where byte != 0x09, 0x7F: continue
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The text of a value. A backslash before anything unknown is dropped, as readers do.
  static func unescape(_ raw: some Collection<UInt8>) -> String {
    let backslash = UInt8(ascii: "\\")
    guard raw.contains(backslash) else { return String(decoding: raw, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var isEscaped = false
    for byte in raw {
      if isEscaped {
        let isLineEnd = byte == UInt8(ascii: "n") || byte == UInt8(ascii: "N")
        text.append(isLineEnd ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The texts of a list, which unescaped commas separate.
  static func unescapeList(_ raw: String) -> [String] {
    var isEscaped = false
    let parts = raw.utf8.split(omittingEmptySubsequences: true) { byte in
      let separates = byte == UInt8(ascii: ",") && !isEscaped
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      return separates
    }
    return parts.map(unescape)
  }

  static func removingControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var kept = ""
    kept.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !isControl($0) })
    return kept
  }

  /// CONTROL of RFC 5545 3.1: all C0 controls but the tab, and DEL. The C1 controls, the line ends
  /// of Unicode and the controls of the direction of writing, which no text means, go with them.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Of three bytes in UTF-8.
  private static func isUnseen(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map(isControl) ?? false
  }

  /// ASCII letters as capitals: names and keywords are the same in any case.
  static func capitals(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(where: { (0x61...0x7A).contains($0) }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(
      decoding: bytes.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
  }

  /// Bytes of which a text without any needs no change: those escaped, controls, and 0xC2 and 0xE2,
  /// which lead the others.
  private static let needsEscape: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in 0..<0x20 where byte != 0x09 { table[byte] = true }
    for byte in [0x7F, 0xC2, 0xE2] { table[byte] = true }
    for character in "\\;,".utf8 { table[Int(character)] = true }
    return table
  }()
}

extension Property {
  /// The value as TEXT, its escapes undone.
  package var text: String { EscapedText.unescape(rawValue.utf8) }

  /// The value as a comma-separated list of TEXT, such as CATEGORIES.
  package var texts: [String] { EscapedText.unescapeList(rawValue) }
}
