/// Text of a file as part of a URI (RFC 3986).
package enum URIText {
  /// Percent-encodes what no URI may hold; what it may hold, `%` too, stays.
  package static func encoding(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if isAllowed(byte) {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(digit(byte >> 4))
        encoded.append(digit(byte & 0x0F))
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The link as a URI; nil for a path, and for anything but the web.
  package static func link(_ text: String) -> String? {
    let lowered = text.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return nil }
    return encoding(text)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
    return isLetter || (0x30...0x39).contains(byte) || marks.contains(byte)
  }

  private static let marks = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
  }
}
