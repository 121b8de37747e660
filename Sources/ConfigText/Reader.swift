internal import Diagnostics

/// Reads the bytes of one file, which `checkBytes` has passed, once and from left to right, into
/// records.
///
/// `position` moves over the file. Every function that reads a value of lines leaves it at the next
/// text, `lineStart` being the start of that text's line; so the column of what comes next is always
/// at hand. Depth is counted before going down.
struct Reader: ~Copyable {
  let source: SourceText
  let bytes: [UInt8]
  /// Whether any byte that is none of ASCII may belong to a space, which is refused.
  private(set) var hasUnicodeSpaces = false
  var records: [ConfigRecord] = []
  /// Keys that stand twice. They don't end the reading.
  var duplicates = MistakeList()
  /// Room for `findDuplicates`, kept from map to map.
  var keyTable: [UInt32] = []
  var position: Int
  var lineStart: Int
  /// The key of the next record.
  var nextKey = Token.none
  private var depth = 0

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = position
    // Memory that is not touched costs nothing; a value of a team file takes some 16 bytes.
    records.reserveCapacity(bytes.count / 16)
  }

  /// The byte at `index`; 0 at the end of the file, for no file holds that byte.
  func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  var isAtEnd: Bool { position >= bytes.count }
  /// 0-based; counted in bytes, for only spaces and dashes stand before the start of a value.
  var column: Int { position - lineStart }

  /// Reads the whole file, once its bytes are known to be allowed.
  mutating func read() throws(Refusal) {
    hasUnicodeSpaces = try checkBytes(bytes).hasUnicodeSpaces
    try readFile()
  }

  /// file = [BOM] filler* [ "---" tail ] filler* [ root ] filler*
  private mutating func readFile() throws(Refusal) {
    try skipFillerLines(isFirst: true)
    if !isAtEnd, column == 0, isMarker(.dash) {
      position += 3
      try readTail(else: .textAfterStart)
      try skipFiller()
    }
    if isAtEnd { return }
    if column > 0 {
      throw Refusal(.indentedFile, restOfLine(), found: String(column + 1))
    }
    let isBlock = byte(position) == .bar || byte(position) == .greater
    if isBlock { throw Refusal(.loneText, restOfLine()) }
    try readNode(parent: -1)
    if records[0].form.isScalar { throw colonless(records[0].range, isAlone: isAtEnd) }
    if !isAtEnd { throw Refusal(.textAfterEnd, restOfLine()) }
  }

  // MARK: Between values

  /// Moves from the start of a line to the next text, over blank lines and comment lines.
  @inline(__always)
  mutating func skipFiller() throws(Refusal) {
    lineStart = position
    position = bytes.span.spacesEnd(from: position)
    if byte(position).isLetterOrDigit { return }
    position = lineStart
    try skipFillerLines()
  }

  private mutating func skipFillerLines(isFirst: Bool = false) throws(Refusal) {
    while true {
      lineStart = position
      position = bytes.span.spacesEnd(from: position)
      switch byte(position) {
      case .newline: position += 1
      case .carriageReturn: position += 2
      case .hash: skipLine()
      case .tab: throw Refusal(.tabIndentation, position..<position + 1)
      case 0xC2, 0xE1, 0xE2, 0xE3:
        try refuseUnicodeSpace()
        return
      case .dash, .dot, .percent:
        if column == 0, !isFirst || byte(position) != .dash { try refuseMarker() }
        return
      default: return
      }
    }
  }

  /// tail = " "* [ " " "#" any-text ] line-end; anything else is refused as `mistake`.
  @inline(__always)
  mutating func readTail(else mistake: Mistake, found: String = "") throws(Refusal) {
    if byte(position) == .newline {
      position += 1
    } else {
      try readLongTail(else: mistake, found: found)
    }
  }

  private mutating func readLongTail(else mistake: Mistake, found: String) throws(Refusal) {
    let start = position
    while byte(position) == .space { position += 1 }
    switch byte(position) {
    case .newline: position += 1
    case .carriageReturn: position += 2
    case .hash where position > start: skipLine()
    case 0 where isAtEnd: break
    default:
      try refuseOtherSpaces()
      throw Refusal(mistake, restOfLine(), found: found)
    }
  }

  @inline(__always)
  mutating func skipSpaces() throws(Refusal) {
    while byte(position) == .space { position += 1 }
    if byte(position) == .tab || byte(position) >= 0x80 { try refuseOtherSpaces() }
  }

  mutating func skipLine() {
    position = min(bytes.span.lineEnd(from: position) + 1, bytes.count)
  }

  /// Whether a line, a comment or the file ends here, spaces having been skipped.
  @inline(__always)
  func isAtTail(after start: Int) -> Bool {
    switch byte(position) {
    case .newline, .carriageReturn: true
    case .hash: position > start
    case 0: isAtEnd
    default: false
    }
  }

  // MARK: Records

  /// Adds a record, under the key that was read before it, and gives its index.
  @inline(__always)
  mutating func add(_ form: Form, _ start: Int, _ end: Int) throws(Refusal) -> Int {
    // The root is nobody's value.
    if records.count > TextLimits.values { throw Refusal(.tooManyValues, start..<max(start, end)) }
    let index = records.count
    records.append(
      ConfigRecord(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: index + 1),
        keyStart: UInt32(truncatingIfNeeded: nextKey.start),
        keyLength: UInt16(truncatingIfNeeded: nextKey.end - nextKey.start), form: form,
        keyForm: nextKey.form))
    nextKey = Token.none
    return index
  }

  /// Adds a list or a map, one level deeper.
  mutating func open(_ form: Form) throws(Refusal) -> Int {
    if depth == TextLimits.depth { throw Refusal(.tooDeep, position..<position + 1) }
    depth += 1
    return try add(form, position, position)
  }

  /// The children are complete.
  mutating func close(_ index: Int, end: Int) {
    depth -= 1
    records[index].end = UInt32(truncatingIfNeeded: end)
    records[index].next = UInt32(truncatingIfNeeded: records.count)
  }
}

extension Form {
  var isScalar: Bool {
    switch self {
    case .list, .map, .bracketList, .bracketMap: false
    default: true
    }
  }
}
