/// The words of a text, in lower case and without accents: runs of letters and digits, however they
/// are composed.
///
/// Of scripts that put no spaces between words each character is a word, so that a name is found
/// within a sentence.
package struct Words {
  package let words: [String]
  /// What stands before each word, and behind the last: one more than words.
  package let separators: [String]

  /// O(length).
  package init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      self.init(ascii: text.utf8)
    } else {
      self.init(scalars: text.unicodeScalars)
    }
  }

  /// As for any text, byte by byte: most names are such.
  private init(ascii text: some Collection<UInt8>) {
    var words: [String] = []
    var separators: [String] = []
    var word: [UInt8] = []
    var separator: [UInt8] = []
    func finish() {
      guard !word.isEmpty else { return }
      words.append(String(decoding: word, as: UTF8.self))
      separators.append(String(decoding: separator, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
      separator.removeAll(keepingCapacity: true)
    }
    for byte in text {
      if Words.isASCIIPart(byte) {
        word.append(byte | 0x20)
      } else {
        finish()
        separator.append(byte)
      }
    }
    finish()
    self.words = words
    self.separators = separators + [String(decoding: separator, as: UTF8.self)]
  }

  private init(scalars text: String.UnicodeScalarView) {
    var words: [String] = []
    var separators: [String] = []
    var word = ""
    var separator = String.UnicodeScalarView()
    func add(_ word: String) {
      words.append(word)
      separators.append(String(separator))
      separator.removeAll()
    }
    func finish() {
      if !word.isEmpty { add(word) }
      word = ""
    }
    for scalar in text {
      if scalar.isASCII, Words.isASCIIPart(UInt8(scalar.value)) {
        word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      } else if Words.standsAlone(scalar) {
        finish()
        add(String(Character(scalar)))
      } else if Words.isPart(scalar) {
        word += Words.folded(scalar)
      } else {
        finish()
        separator.append(scalar)
      }
    }
    finish()
    self.words = words
    self.separators = separators + [String(separator)]
  }

  /// A letter beyond ASCII in lower case and without its accents: `é` and `É` are `e`, `ß` is `ss`;
  /// an accent that stands behind its letter is nothing.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    if (0x0300...0x036F).contains(scalar.value) { return "" }
    let lower = scalar.properties.lowercaseMapping
    guard let letter = lower.unicodeScalars.first else { return "" }
    return otherLetters[letter] ?? baseLetter(of: letter) ?? lower
  }

  /// Letters that are no other letter with an accent, as they are written without them.
  private static let otherLetters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
  ]

  /// Unicode names a letter with an accent by the letter: `LATIN SMALL LETTER O WITH STROKE`.
  private static func baseLetter(of scalar: Unicode.Scalar) -> String? {
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return nil }
    let rest = name.utf8.dropFirst(start.utf8.count)
    guard let letter = rest.first, rest.dropFirst().starts(with: " WITH ".utf8) else { return nil }
    return String(Character(Unicode.Scalar(letter | 0x20)))
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
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
