// Maps and lists of lines.
extension Reader {
  /// node = map(m) | list(m) | scalar tail | flow(i) tail | block(i), at a column m > i.
  ///
  /// The value of `- ` on its own line is the same; only the value behind a key may be no map and no
  /// list: `readValue`.
  mutating func readNode(parent: Int) throws(Refusal) {
    switch byte(position) {
    case .openBracket, .openBrace: try readBracketValue(parent: parent)
    case .bar, .greater: try readBlock(parent: parent)
    case .dash where byte(position + 1).isBlank: try readList(column: column, inKeyColumn: false)
    default:
      let token = try readToken()
      if token.isKey {
        try readMap(column: token.start - lineStart, first: token)
      } else {
        try readScalar(token)
      }
    }
  }

  /// inline(i) = scalar tail | flow(i) tail | block(i)
  private mutating func readValue(parent: Int) throws(Refusal) {
    switch byte(position) {
    case .openBracket, .openBrace: try readBracketValue(parent: parent)
    case .bar, .greater: try readBlock(parent: parent)
    case .dash where byte(position + 1).isBlank:
      throw Refusal(.listOnKeyLine, restOfLine(), found: text(restOfLine()))
    default:
      let token = try readToken()
      if token.isKey { throw secondColon(token) }
      try readScalar(token)
    }
  }

  private mutating func readScalar(_ token: Token) throws(Refusal) {
    _ = try add(token.form, token.start, token.end)
    let quote = token.form == .plain ? "" : token.form.isDouble ? "\\\"" : "''"
    try readTail(else: .textAfterQuote, found: quote)
    try skipFiller()
  }

  private mutating func readBracketValue(parent: Int) throws(Refusal) {
    let start = position
    try readBrackets(parent: parent)
    let end = position
    while byte(position) == .space { position += 1 }
    if byte(position) == .colon, byte(position + 1).isBlank {
      throw Refusal(.nonTextKey, start..<end)
    }
    position = end
    try readTail(else: .textAfterBracket)
    try skipFiller()
  }

  /// map(i) = entry(i)+, from the `:` behind its first key on.
  private mutating func readMap(column margin: Int, first: Token) throws(Refusal) {
    let colon = position
    position = first.start
    let map = try open(.map)
    position = colon
    var key = first
    while true {
      let end = try readEntry(key, column: margin)
      if isAtEnd || column < margin {
        close(map, end: end)
        return findDuplicates(in: map)
      }
      if column > margin { throw misplaced(after: key.start) }
      key = try readKey()
    }
  }

  /// entry(i), from the `:` on. Gives the end of the value.
  private mutating func readEntry(_ key: Token, column margin: Int) throws(Refusal) -> Int {
    try check(key)
    position += 1
    let afterColon = position
    let value = records.count
    nextKey = key
    try skipSpaces()
    if isAtTail(after: afterColon) {
      position = afterColon
      try readTail(else: .continuedText)
      try skipFiller()
      if !isAtEnd, column > margin {
        try readNode(parent: margin)
      } else if !isAtEnd, column == margin, isAtDash {
        try readList(column: margin, inKeyColumn: true)
      } else {
        _ = try add(.empty, afterColon, afterColon)
      }
    } else {
      try readValue(parent: margin)
    }
    return Int(records[value].end)
  }

  /// A key at the start of a line, up to its colon.
  private mutating func readKey() throws(Refusal) -> Token {
    switch byte(position) {
    case .dash where byte(position + 1).isBlank: throw Refusal(.itemAmongKeys, restOfLine())
    case .openBracket, .openBrace: throw Refusal(.nonTextKey, position..<position + 1)
    case .bar, .greater:
      throw Refusal(.textStart, position..<position + 1, found: quoted(restOfLine()))
    default: break
    }
    let token = try readToken()
    if !token.isKey { throw colonless(token.start..<token.end, isAlone: false) }
    return token
  }

  @inline(__always)
  var isAtDash: Bool { byte(position) == .dash && byte(position + 1).isBlank }

  /// list(i) = ( "-" ( " "+ (map(m) | list(m) | inline(i)) | tail filler* node at column m > i ) )+
  private mutating func readList(column margin: Int, inKeyColumn: Bool) throws(Refusal) {
    let list = try open(.list)
    while true {
      let dash = position
      position += 1
      let item = records.count
      try skipSpaces()
      if isAtTail(after: dash + 1) {
        position = dash + 1
        try readTail(else: .continuedText)
        try skipFiller()
        if isAtEnd || column <= margin { throw Refusal(.itemWithoutValue, dash..<dash + 1) }
      }
      try readNode(parent: margin)
      let end = Int(records[item].end)
      if isAtEnd || column < margin { return close(list, end: end) }
      if column > margin { throw misplaced(after: dash) }
      if !isAtDash {
        if inKeyColumn { return close(list, end: end) }
        throw Refusal(.keyAmongItems, restOfLine())
      }
    }
  }
}
