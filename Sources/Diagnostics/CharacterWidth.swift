extension Unicode.Scalar {
  /// How many columns a terminal gives this scalar: 0 for what combines with the scalar before it,
  /// 2 for East Asian wide and emoji (Unicode Standard Annex 11), 1 for everything else.
  /// Not meant for control characters, which never reach a terminal.
  package var terminalWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The middle and final letters of a Hangul syllable written in parts.
    if (0x1160...0x11FF).contains(value) { return 0 }
    let isWide = wide.contains { $0.contains(value) } || properties.isEmojiPresentation
    return isWide ? 2 : 1
  }
}

/// The blocks of wide characters, without the emoji, which the standard library knows.
private let wide: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,
  0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
  0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F251,
  0x20000...0x3FFFD,
]

extension String {
  /// How many columns a terminal gives this text, which holds no control characters.
  package var terminalWidth: Int {
    isASCII ? utf8.count : unicodeScalars.reduce(0) { $0 + $1.terminalWidth }
  }

  private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// The text as it may be shown on a terminal: one line, and nothing in it steers the terminal
  /// or turns the direction of writing. What would is shown as a picture of itself (`␛`) or as
  /// U+FFFD; a tab becomes one space.
  package var safeForTerminal: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: { $0.terminalPicture != nil }) else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      shown.append(scalar == "\t" ? " " : scalar.terminalPicture ?? scalar)
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// What stands for this scalar on a terminal; nil where it may be shown as it is.
  var terminalPicture: Unicode.Scalar? {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFFE, 0xFFFF:
      "\u{FFFD}"
    default: nil
    }
  }
}
