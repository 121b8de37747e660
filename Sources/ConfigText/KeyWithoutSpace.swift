internal import Diagnostics

extension ConfigRecord {
  /// Plain text that would be a key with its value if a space stood behind its colon; nil for other
  /// text. Where a map is due it is one; elsewhere it may well be meant as text.
  func keyWithoutSpace(in source: SourceText) -> Refusal? {
    guard form == .plain else { return nil }
    let bytes = source.bytes
    guard let colon = bytes[range].firstIndex(of: .colon), colon > range.lowerBound,
      bytes[range.lowerBound..<colon].allSatisfy({
        $0.isLetterOrDigit || $0 == .dash || $0 == UInt8(ascii: "_")
      })
    else { return nil }
    let key = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self)
    let value = String(decoding: bytes[(colon + 1)..<range.upperBound], as: UTF8.self)
    return Refusal(
      .noSpaceAfterColon, colon..<colon + 1, found: key + ": " + (value.isEmpty ? "…" : value))
  }

  /// The same where the text stands on a line of its own below its key, as a first key does, and no
  /// address is meant.
  func firstKeyWithoutSpace(in source: SourceText) -> Refusal? {
    guard keyLength > 0, let refusal = keyWithoutSpace(in: source) else { return nil }
    let bytes = source.bytes
    let before = bytes[..<range.lowerBound].reversed().prefix { $0 != 0x0A }
    guard before.allSatisfy({ $0 == .space }), refusal.range.upperBound < range.upperBound,
      bytes[refusal.range.upperBound].isLetterOrDigit
    else { return nil }
    return refusal
  }
}
