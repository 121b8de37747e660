/// The stretches of a text between blanks and punctuation that may be ids or e-mail addresses, as
/// they are written.
func tokens(of text: String) -> [Substring] {
  let marks: Set<UInt8> = Set("-_.@+".utf8)
  return text.utf8.split { byte in
    let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    return !isLetter && byte < 0x80 && !marks.contains(byte)
  }.map { Substring($0).trimmingMarks }
}

extension Substring {
  /// Without the full stops and dashes of a sentence around it.
  fileprivate var trimmingMarks: Substring {
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    var bytes = utf8[...]
    while let first = bytes.first, isMark(first) { bytes.removeFirst() }
    while let last = bytes.last, isMark(last) { bytes.removeLast() }
    return Substring(bytes)
  }
}
