// What stands where it may not, and what to say about it.
extension Reader {
  /// From here to the end of the line, without the spaces and the comment at its end.
  func restOfLine() -> Range<Int> {
    var index = position
    var end = position
    while index < bytes.count, bytes[index] != .newline, bytes[index] != .carriageReturn {
      if bytes[index] == .hash, index > position, bytes[index - 1] == .space { break }
      index += 1
      if bytes[index - 1] != .space { end = index }
    }
    return position..<max(end, position)
  }

  /// The text of the file for a message, cut after 40 characters.
  func text(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
    return text.count <= 40 ? String(text) : String(text.prefix(40)) + "…"
  }

  /// The text in double quotes, as it may be written in the file instead.
  func quoted(_ range: Range<Int>) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text(range).unicodeScalars {
      if scalar == "\\" || scalar == "\"" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// From here to the end of the line or of the text inside brackets.
  func restOfItem() -> Range<Int> {
    let line = restOfLine()
    let end = bytes[line].firstIndex { $0 == .comma || $0 == .closeBracket || $0 == .closeBrace }
    let item =
      line.lowerBound..<max(end ?? line.upperBound, min(line.lowerBound + 1, line.upperBound))
    return trimmed(item)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == .space { end -= 1 }
    return range.lowerBound..<end
  }

  /// The scalar at `index`, for a message.
  func found(_ index: Int) -> String { text(index..<scalarEnd(index)) }

  func scalarEnd(_ index: Int) -> Int {
    var end = min(index + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  func characters(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  // MARK: Spaces that are none

  func refuseOtherSpaces() throws(Refusal) {
    if byte(position) == .tab { throw Refusal(.tabSeparation, position..<position + 1) }
    try refuseUnicodeSpace()
  }

  func refuseUnicodeSpace() throws(Refusal) { try refuseUnicodeSpace(at: position) }

  func refuseUnicodeSpace(at index: Int) throws(Refusal) {
    guard byte(index) >= 0x80, byte(index) & 0xC0 != 0x80 else { return }
    let range = index..<scalarEnd(index)
    guard let scalar = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first,
      isUnicodeSpace(scalar)
    else { return }
    throw Refusal(.unicodeSpace, range, found: codePoint(scalar.value))
  }

  // MARK: The start of a line and of a text

  func isMarker(_ mark: UInt8) -> Bool {
    byte(position) == mark && byte(position + 1) == mark && byte(position + 2) == mark
      && byte(position + 3).isBlank
  }

  /// In column 1: what separates the documents of a stream.
  func refuseMarker() throws(Refusal) {
    if isMarker(.dash) { throw Refusal(.secondDocument, position..<position + 3) }
    if isMarker(.dot) { throw Refusal(.documentEnd, position..<position + 3) }
    if byte(position) == .percent { throw Refusal(.directive, restOfLine()) }
  }

  /// Plain text in column 1 that a reader could take for a marker.
  func checkDocumentStart(_ range: Range<Int>) throws(Refusal) {
    let first = bytes[range].prefix(3)
    if first.elementsEqual("---".utf8) || first.elementsEqual("...".utf8) {
      throw Refusal(.keyStart, range.prefix(3), found: quoted(range))
    }
  }

  /// Whether a value may begin with the byte at hand.
  func checkStart(inBrackets: Bool) throws(Refusal) {
    let next = byte(position + 1)
    let mistake: Mistake? =
      switch byte(position) {
      case .ampersand: .anchor
      case .star: .alias
      case .exclamation: .tag
      case .percent, .at, .backtick: .reservedCharacter
      case .closeBracket, .closeBrace: .strayBracket
      case .comma: inBrackets ? .extraComma : .textStart
      case .bar, .greater: inBrackets ? .blockInBrackets : .textStart
      case .question: next.isBlank ? .explicitKey : .textStart
      case .colon: next.isBlank ? .colonWithoutKey : .textStart
      case .dash: inBrackets && (next.isBlank || next.isBracket) ? .textStart : nil
      default: nil
      }
    guard let mistake else { return }
    let rest = inBrackets ? restOfItem() : restOfLine()
    switch mistake {
    case .anchor, .alias, .tag:
      let name = position..<(bytes[rest].firstIndex(of: .space) ?? rest.upperBound)
      throw Refusal(mistake, name, found: text(name))
    case .strayBracket, .extraComma:
      throw Refusal(mistake, position..<position + 1, found: found(position))
    default:
      throw Refusal(mistake, position..<position + 1, found: quoted(rest))
    }
  }

  // MARK: Lines that don't fit

  /// A line that is indented deeper than the keys or items it stands among, `sibling` being the last
  /// of these.
  mutating func misplaced(after sibling: Int) -> Refusal {
    let line = restOfLine()
    let (indentation, isItem) = (column, isAtDash)
    // The reader looks ahead, for nothing is read after this: is this line a key or an item, or does
    // text go on?
    guard isItem || (try? readToken().isKey) ?? false else {
      return Refusal(.continuedText, line)
    }
    if let mistake = textAbove(at: indentation, isItem: isItem) { return mistake }
    let begin = bytes[..<sibling].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    let related = (
      "its neighbour begins in column \(characters(begin..<sibling) + 1)", sibling..<sibling + 1
    )
    return Refusal(.misaligned, line, found: String(indentation + 1), related: related)
  }

  /// A line right above, in the column of this key or item, that was read as text: what it lacks to
  /// be a key or an item too is the mistake.
  private func textAbove(at column: Int, isItem: Bool) -> Refusal? {
    guard let last = records.last, last.form == .plain else { return nil }
    let range = last.range
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == .space { start -= 1 }
    guard start == 0 || bytes[start - 1] == .newline, range.lowerBound - start == column
    else { return nil }
    if isItem {
      guard bytes[range.lowerBound] == .dash else { return nil }
      return Refusal(
        .noSpaceAfterDash, range.prefix(1), found: "- " + text(range.dropFirst()))
    }
    return colonless(range, isAlone: false)
  }

  /// Text where a key is expected, without a colon behind it.
  func colonless(_ range: Range<Int>, isAlone: Bool) -> Refusal {
    if bytes[range.lowerBound] != .quote, bytes[range.lowerBound] != .apostrophe,
      let colon = bytes[range].firstIndex(of: .colon)
    {
      // What begins with a letter or digit needs no quotes; `#` would begin a comment.
      let rest = colon + 1..<range.upperBound
      let value =
        rest.isEmpty
        ? "…" : bytes[colon + 1].isLetterOrDigit ? text(rest) : writtenScalar(text(rest))
      return Refusal(
        .noSpaceAfterColon, colon..<colon + 1,
        found: text(range.lowerBound..<colon) + ": " + value)
    }
    if isAlone { return Refusal(.loneText, range) }
    // `load 80%`: keys have no spaces, so the value begins behind the first one.
    if let space = bytes[range].firstIndex(of: .space), bytes[range.lowerBound] != .quote,
      bytes[range.lowerBound] != .apostrophe
    {
      let value = text(space..<range.upperBound).drop { $0 == " " }
      return Refusal(
        .missingColon, space..<space, found: text(range.lowerBound..<space) + ": " + value)
    }
    return Refusal(
      .missingColon, range.upperBound..<range.upperBound, found: text(range) + ": value")
  }

  /// A key inside a value; the reader stands at its colon.
  func secondColon(_ key: Token) -> Refusal {
    let value = key.start..<max(restOfLine().upperBound, position)
    return Refusal(
      .secondColon, position..<position + 1,
      found: key.form == .plain ? quoted(value) : "'" + text(value) + "'")
  }

  /// Text in a map of brackets, without a colon behind it.
  func colonlessPair(_ range: Range<Int>) -> Refusal {
    let isValue = bytes[range].contains(.colon)
    return isValue
      ? colonless(range, isAlone: false) : Refusal(.keyWithoutValue, range, found: text(range))
  }
}
