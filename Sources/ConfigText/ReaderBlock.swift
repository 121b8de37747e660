// Text of several lines.
extension Reader {
  /// block(i) = ("|" | ">") ["-" | "+"] tail, then lines indented by the same m > i
  mutating func readBlock(parent: Int) throws(Refusal) {
    let start = position
    let indicator = found(start)
    let folds = byte(start) == .greater
    position += 1
    let keeps = byte(position) == .plus
    if keeps || byte(position) == .dash { position += 1 }
    if byte(position).isDigit { throw Refusal(.blockDigits, position..<position + 1) }
    let header = start..<position
    try readTail(else: .blockHeader, found: indicator)

    var margin: Int?
    var end = position
    var longestBlank = position..<position
    while !isAtEnd {
      let line = position
      var first = line
      while byte(first) == .space { first += 1 }
      let indentation = first - line
      switch byte(first) {
      case .newline, .carriageReturn:
        if let margin, indentation > margin { throw Refusal(.blockBlankLine, line..<first) }
        if indentation > longestBlank.count { longestBlank = line..<first }
        position = first
        skipLine()
        continue
      case 0 where first == bytes.count:
        throw Refusal(margin == nil ? .blockWithoutText : .blockUnfinished, first..<first)
      case .tab:
        try checkTab(at: first, margin: margin, line: line, parent: parent, folds: folds)
      default: break
      }
      if let margin, indentation < margin {
        if indentation <= parent || byte(first) == .hash { break }
        throw Refusal(.blockIndentation, first..<first, found: String(indentation + 1))
      }
      if margin == nil {
        if indentation <= parent { break }
        if longestBlank.count > indentation { throw Refusal(.blockBlankLine, longestBlank) }
        margin = indentation
      }
      position = first
      skipLine()
      if bytes[position - 1] != .newline {
        throw Refusal(.blockUnfinished, position..<position)
      }
      end = position
    }
    if margin == nil { throw Refusal(.blockWithoutText, header, found: indicator) }
    _ = try add(.block, start, keeps ? position : end)
    try skipFiller()
  }

  /// A tab as the first character of a line that is no space.
  private func checkTab(
    at tab: Int, margin: Int?, line: Int, parent: Int, folds: Bool
  ) throws(Refusal) {
    let indentation = tab - line
    if indentation < margin ?? parent + 1 { throw Refusal(.tabIndentation, tab..<tab + 1) }
    var index = tab
    while byte(index) == .tab || byte(index) == .space { index += 1 }
    if byte(index) == .newline || byte(index) == .carriageReturn || index == bytes.count {
      throw Refusal(.blockBlankLine, line..<index)
    }
    if margin == nil || (folds && indentation == margin) {
      throw Refusal(.blockTab, tab..<tab + 1)
    }
  }
}
