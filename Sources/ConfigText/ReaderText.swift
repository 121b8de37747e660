internal import Diagnostics

/// Text on one line, as a key or as a value.
struct Token {
  /// With its quotes.
  let start: Int
  let end: Int
  let form: Form
  /// A `:` that makes it a key follows; the reader stands at it.
  let isKey: Bool

  static let none = Token(start: 0, end: 0, form: .empty, isKey: false)
}

extension Form {
  var isDouble: Bool { self == .double || self == .doubleEscaped }
}

// Plain and quoted text.
extension Reader {
  /// Text outside brackets. The reader stops at its end, or at the colon behind a key.
  mutating func readToken() throws(Refusal) -> Token {
    switch byte(position) {
    case .quote, .apostrophe: try readQuoted()
    default: try readPlain()
    }
  }

  private mutating func readPlain() throws(Refusal) -> Token {
    if !bytes[position].isLetterOrDigit { try checkStart(inBrackets: false) }
    let start = position
    var index = start
    var isKey = false
    scan: while true {
      index = bytes.span.plainEnd(from: index, beyondASCII: hasUnicodeSpaces)
      switch byte(index) {
      case .hash:
        if index > start, bytes[index - 1] == .space { break scan }
      case .colon:
        if byte(index + 1).isBlank {
          isKey = true
          break scan
        }
      case .newline, .carriageReturn, 0: break scan
      case .tab: throw Refusal(.tabSeparation, index..<index + 1)
      default: try refuseUnicodeSpace(at: index)
      }
      index += 1
    }
    var end = index
    while bytes[end - 1] == .space { end -= 1 }
    if start == lineStart { try checkDocumentStart(start..<end) }
    position = isKey ? index : end
    return Token(start: start, end: end, form: .plain, isKey: isKey)
  }

  /// Quoted text and, where one follows, up to the colon behind it.
  mutating func readQuoted() throws(Refusal) -> Token {
    let start = position
    let form = byte(start) == .quote ? try scanDouble() : try scanSingle()
    let end = position
    while byte(position) == .space { position += 1 }
    if byte(position) == .colon {
      if !byte(position + 1).isBlank {
        throw Refusal(
          .noSpaceAfterColon, position..<position + 1, found: text(start..<position) + ": …")
      }
      return Token(start: start, end: end, form: form, isKey: true)
    }
    position = end
    return Token(start: start, end: end, form: form, isKey: false)
  }

  private mutating func scanSingle() throws(Refusal) -> Form {
    let start = position
    var form = Form.single
    position += 1
    while true {
      position = bytes.span.quotedEnd(from: position, quote: .apostrophe)
      switch byte(position) {
      case .apostrophe:
        position += 1
        if byte(position) != .apostrophe { return form }
        form = .singleDoubled
        position += 1
      case .newline, .carriageReturn, 0:
        throw Refusal(.unclosedQuote, start..<start + 1, found: "'")
      default: position += 1
      }
    }
  }

  private mutating func scanDouble() throws(Refusal) -> Form {
    let start = position
    var form = Form.double
    position += 1
    while true {
      position = bytes.span.quotedEnd(from: position, quote: .quote)
      switch byte(position) {
      case .quote:
        position += 1
        return form
      case .backslash:
        form = .doubleEscaped
        try scanEscape()
      case .newline, .carriageReturn, 0:
        throw Refusal(.unclosedQuote, start..<start + 1, found: "\"")
      default: position += 1
      }
    }
  }

  private mutating func scanEscape() throws(Refusal) {
    let start = position
    let escape = Escape(byte(start + 1))
    if !escape.isKnown {
      let isAtLineEnd = byte(start + 1).isBlank && byte(start + 1) != .space
      let end = isAtLineEnd ? start + 1 : scalarEnd(start + 1)
      throw Refusal(.unknownEscape, start..<end, found: text(start..<end))
    }
    position = start + 2
    var value = escape.value
    for _ in 0..<escape.digits {
      guard let digit = byte(position).hexValue else {
        throw Refusal(.escapeDigits, start..<position, found: text(start..<position))
      }
      value = value << 4 | digit
      position += 1
    }
    guard escape.digits > 0 else { return }
    let mistake: Mistake? =
      switch value {
      case 0: .escapedNUL
      case 0xD800...0xDFFF: .escapedSurrogate
      case 0x110000...: .escapeTooLarge
      default: nil
      }
    if let mistake {
      throw Refusal(mistake, start..<position, found: text(start..<position))
    }
  }

  /// What a key may be, beyond what text may be. The reader stands at its colon.
  @inline(__always)
  mutating func check(_ key: Token) throws(Refusal) {
    if position - key.start > TextLimits.keyCharacters { try checkLength(of: key) }
    if key.form == .plain, bytes[key.end - 1] == .colon || mayMeanMore(key) {
      try checkMeaning(of: key.start..<key.end)
    }
  }

  private func checkLength(of key: Token) throws(Refusal) {
    let range = key.start..<key.end
    let name = key.form == .plain ? range : range.dropFirst().dropLast()
    if characters(name) > TextLimits.keyCharacters
      || characters(key.start..<position) > TextLimits.keyWithSpaces
    {
      throw Refusal(.keyTooLong, range)
    }
  }

  /// Whether a key begins like a word of the core schema or like `<<`, or may be `-`. Nearly all keys
  /// don't.
  @inline(__always)
  private func mayMeanMore(_ key: Token) -> Bool {
    let first = bytes[key.start]
    // A year and a dash are a date, or a week.
    if byte(key.start + 4) == .dash, byte(key.start + 3).isDigit, first.isDigit { return false }
    let second = byte(key.start + 1) | 0x20
    switch first | 0x20 {
    case UInt8(ascii: "n"): return second == UInt8(ascii: "u")
    case UInt8(ascii: "t"): return second == UInt8(ascii: "r")
    case UInt8(ascii: "f"): return second == UInt8(ascii: "a")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return false
    default: return true
    }
  }

  private func checkMeaning(of key: Range<Int>) throws(Refusal) {
    let text = bytes[key]
    if text.last == .colon {
      throw Refusal(
        .keyEnd, key.upperBound - 1..<key.upperBound, found: self.text(key.dropLast()))
    }
    if text.elementsEqual("-".utf8) { throw Refusal(.textStart, key, found: "\"-\"") }
    if text.elementsEqual("<<".utf8) { throw Refusal(.mergeKey, key) }
    switch CoreType(text) {
    case .text: return
    case .wholeNumber where !text.elementsEqual("-0".utf8): return
    default: throw Refusal(.valueLikeKey, key, found: self.text(key))
    }
  }
}
