/// The words of a text, in lower case: runs of letters and digits, however they are composed.
///
/// Of scripts that put no spaces between words each character is a word, so that a name is found
/// within a sentence.
struct Words {
  let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func finish() {
      if !word.isEmpty { words.append(String(word).lowercased()) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if Words.standsAlone(scalar) {
        finish()
        words.append(String(Character(scalar)))
      } else if Words.isPart(scalar) {
        word.append(scalar)
      } else {
        finish()
      }
    }
    finish()
    self.words = words
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIIPart(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func isASCIIPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Han, Kana, and the letters of Thai, Lao, Khmer and Myanmar.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

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
