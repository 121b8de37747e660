internal import Diagnostics

// Lists and maps in brackets.
extension Reader {
  /// flow(i) = "[" items "]" | "{" pairs "}". The reader stops behind the closing bracket.
  mutating func readBrackets(parent: Int) throws(Refusal) {
    let start = position
    let isMap = byte(position) == .openBrace
    let closing: UInt8 = isMap ? .closeBrace : .closeBracket
    let collection = try open(isMap ? .bracketMap : .bracketList)
    position += 1
    while true {
      try skipBracketFiller(parent: parent, from: start)
      if byte(position) == closing { break }
      if !bytes[position].isLetterOrDigit {
        try refuseWrongBracket(closing, from: start)
        try checkStart(inBrackets: true)
      }
      if isMap {
        try readPair(parent: parent, from: start)
      } else {
        try readItem(parent: parent)
      }
      try skipBracketFiller(parent: parent, from: start)
      switch byte(position) {
      case .comma: position += 1
      case closing: continue
      default:
        try refuseWrongBracket(closing, from: start)
        let isKey = byte(position) == .colon
        if isKey { throw Refusal(.nonTextKey, position..<position + 1) }
        throw Refusal(.missingComma, restOfItem(), found: text(restOfItem()))
      }
    }
    position += 1
    close(collection, end: position)
    if isMap { findDuplicates(in: collection) }
  }

  private func refuseWrongBracket(_ closing: UInt8, from start: Int) throws(Refusal) {
    guard byte(position) == .closeBracket || byte(position) == .closeBrace else { return }
    throw Refusal(
      .wrongBracket, position..<position + 1, found: String(UnicodeScalar(closing)),
      related: ("opened here", start..<start + 1))
  }

  private mutating func readItem(parent: Int) throws(Refusal) {
    if byte(position) == .openBracket || byte(position) == .openBrace {
      return try readBrackets(parent: parent)
    }
    let token = try readBracketToken()
    if token.isKey {
      throw Refusal(
        .pairInList, token.start..<position + 1, found: text(token.start..<token.end))
    }
    _ = try add(token.form, token.start, token.end)
  }

  private mutating func readPair(parent: Int, from start: Int) throws(Refusal) {
    if byte(position) == .openBracket || byte(position) == .openBrace {
      throw Refusal(.nonTextKey, position..<position + 1)
    }
    let key = try readBracketToken()
    let range = key.start..<key.end
    guard key.isKey else { throw colonlessPair(range) }
    try check(key)
    position += 1
    if byte(position) == .openBracket || byte(position) == .openBrace {
      throw Refusal(.noSpaceAfterColon, position - 1..<position, found: text(range) + ": …")
    }
    nextKey = key
    try skipBracketFiller(parent: parent, from: start)
    switch byte(position) {
    case .comma, .closeBrace, .closeBracket:
      throw Refusal(.keyWithoutValue, range, found: text(range))
    case .openBracket, .openBrace: try readBrackets(parent: parent)
    default:
      if !bytes[position].isLetterOrDigit { try checkStart(inBrackets: true) }
      let token = try readBracketToken()
      if token.isKey { throw secondColon(token) }
      _ = try add(token.form, token.start, token.end)
    }
  }

  /// Spaces, comments and line ends; lines with a value or a bracket are indented deeper than
  /// `parent`.
  @inline(__always)
  private mutating func skipBracketFiller(parent: Int, from start: Int) throws(Refusal) {
    // Most often one space or none, and then what neither ends the line nor may be a space.
    let next = byte(position) == .space ? position + 1 : position
    if byte(next) > .hash, byte(next) < 0x80 {
      position = next
    } else {
      try skipBracketLines(parent: parent, from: start)
    }
  }

  private mutating func skipBracketLines(parent: Int, from start: Int) throws(Refusal) {
    var isLineStart = false
    while true {
      let spaces = position
      while byte(position) == .space { position += 1 }
      switch byte(position) {
      case .newline: position += 1
      case .carriageReturn: position += 2
      case .hash:
        if !isLineStart, position == spaces {
          throw Refusal(.commentInBrackets, position..<position + 1)
        }
        skipLine()
      case .tab:
        throw Refusal(isLineStart ? .tabIndentation : .tabSeparation, position..<position + 1)
      case 0 where isAtEnd:
        throw unclosed(start)
      default:
        if byte(position) >= 0x80 { try refuseUnicodeSpace() }
        guard isLineStart else { return }
        if column <= parent { throw outdented(from: start) }
        if column == 0 { try refuseMarker() }
        return
      }
      isLineStart = true
      lineStart = position
    }
  }

  private func unclosed(_ start: Int) -> Refusal {
    Refusal(.unclosedBracket, start..<start + 1, found: byte(start) == .openBrace ? "}" : "]")
  }

  /// A line that is not indented as deep as the brackets demand: either it belongs to them, or the
  /// closing bracket is missing. A key tells.
  private mutating func outdented(from start: Int) -> Refusal {
    let line = restOfLine()
    let column = String(column + 1)
    if isAtDash || (try? readToken().isKey) ?? false { return unclosed(start) }
    return Refusal(
      .bracketIndentation, line, found: column,
      related: ("the bracket is opened here", start..<start + 1))
  }

  /// Text inside brackets. The reader stops at its end, or at the colon behind a key.
  private mutating func readBracketToken() throws(Refusal) -> Token {
    switch byte(position) {
    case .quote, .apostrophe: try readQuoted()
    default: try readBracketPlain()
    }
  }

  private mutating func readBracketPlain() throws(Refusal) -> Token {
    let start = position
    var index = start
    var isKey = false
    scan: while true {
      index = bytes.span.plainEndInBrackets(from: index, beyondASCII: hasUnicodeSpaces)
      switch byte(index) {
      case .hash:
        if index > start, bytes[index - 1] == .space { break scan }
      case .colon:
        if byte(index + 1).isBlank || byte(index + 1).isBracket {
          isKey = true
          break scan
        }
      case .newline, .carriageReturn, 0, .comma, .closeBracket, .closeBrace: break scan
      case .openBracket, .openBrace:
        throw Refusal(.bracketInText, index..<index + 1, found: found(index))
      case .question:
        throw Refusal(.questionInBrackets, index..<index + 1, found: quoted(restOfItem()))
      case .tab: throw Refusal(.tabSeparation, index..<index + 1)
      default: try refuseUnicodeSpace(at: index)
      }
      index += 1
    }
    var end = index
    while bytes[end - 1] == .space { end -= 1 }
    if bytes[end - 1] == .dash, end - start > 1, bytes[end - 2] == .space {
      throw Refusal(.dashInBrackets, end - 1..<end, found: quoted(start..<end))
    }
    if start == lineStart { try checkDocumentStart(start..<end) }
    position = isKey ? index : end
    return Token(start: start, end: end, form: .plain, isKey: isKey)
  }
}
