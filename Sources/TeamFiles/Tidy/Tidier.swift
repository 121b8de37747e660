internal import ConfigText
internal import Diagnostics

/// Walks a tree in the order of the file and gives its lines anew, each comment and blank line with
/// what it belongs to: the lines above a key move with the key.
struct Tidier {
  private let source: SourceText
  /// The line up to which everything has been taken over, 1-based.
  private var taken = 0

  init(_ source: SourceText) { self.source = source }

  mutating func file(_ root: ConfigNode, _ schema: Schema) -> [TidyLine] {
    let start = source.line(at: root.start)
    let end = source.lineCount + 1
    var lines = marker(before: start)
    if root.isBracketed { lines += comments(before: start, indentation: 0) }
    lines += block(root, schema, indentation: 0, until: end)
    lines += comments(before: end, indentation: 0)
    while lines.first == .blank { lines.removeFirst() }
    while lines.last == .blank { lines.removeLast() }
    return lines
  }

  /// `---` at the start of a file, with what stands above it.
  private mutating func marker(before start: Int) -> [TidyLine] {
    guard let line = (1..<start).first(where: { source.trimmedLine($0).hasPrefix("---") })
    else { return [] }
    let above = comments(before: line, indentation: 0)
    taken = line
    let comment = source.comment(after: source.offset(ofLine: line) + 3)
    return above + [.text(0, "---", comment: comment)]
  }

  /// A value that starts on a line of its own.
  ///
  /// - Parameters:
  ///   - until: the line of what follows the value in the file.
  ///   - isInKeyColumn: whether a list stands in the column of its key, so that comments there are
  ///     not the list's.
  private mutating func block(
    _ node: ConfigNode, _ schema: Schema, indentation: Int, until: Int, isInKeyColumn: Bool = false
  ) -> [TidyLine] {
    let schema = schema.branch(for: node)
    if node.isBracketed || node.scalar != nil {
      return value(node, schema, after: "", indentation: indentation)
    }
    let (items, entries) = (node.items, node.entries)
    let starts = items.map(dash(of:)) + entries.map(\.keyPlace.range.lowerBound)
    let lines = starts.map(source.line(at:))
    guard let start = starts.first else { return [] }
    let column = source.column(ofText: start)
    // What stands above the first key and a blank line tells of all keys.
    let (head, first) = parted(comments(before: lines[0], indentation: indentation))
    var chunks: [[TidyLine]] = []
    for index in starts.indices {
      let next = index + 1 < lines.count ? lines[index + 1] : until
      if index == 0 {
        chunks = [first]
      } else {
        let (ends, own) = parted(comments(before: lines[index], indentation: indentation))
        chunks[index - 1] += ends
        chunks.append(own)
      }
      let value = entries.isEmpty ? items[index] : entries[index].value
      chunks[index] +=
        entries.isEmpty
        ? dashed(value, at: starts[index], schema.item, indentation: indentation, until: next)
        : entry(entries[index], schema, indentation: indentation, until: next)
      // Deeper comments are the entry's; below the text of a block they would be text.
      if value.style != .block {
        chunks[index] += ending(before: next, from: column + 1, indentation + 2, else: indentation)
      }
    }
    let end = ending(before: until, from: isInKeyColumn ? column + 1 : column, indentation)
    let order = entries.isEmpty ? Array(chunks.indices) : schema.order(of: entries.map(\.key))
    let body = joined(chunks, in: order, indentation: indentation)
    return head + (head.isEmpty ? [] : [.blank]) + body + end
  }

  /// Entries with their comments one below the other in a new order, apart where they were, and
  /// where a comment ends the one above.
  private func joined(_ chunks: [[TidyLine]], in order: [Int], indentation: Int) -> [TidyLine] {
    let isFirstMoved = order.first != 0 && chunks.contains { $0.first == .blank }
    var lines: [TidyLine] = []
    for index in order {
      let chunk = chunks[index]
      let endsInComment = lines.last.map { $0.isComment && $0.indentation <= indentation } ?? false
      let isApart = chunk.first == .blank || index == 0 && isFirstMoved || endsInComment
      if isApart, !lines.isEmpty { lines.append(.blank) }
      lines += chunk.drop { $0 == .blank }
    }
    return lines
  }

  /// What stands above a key: what ends that before it, and from the last blank line on its own.
  private func parted(_ lines: [TidyLine]) -> (ends: [TidyLine], own: [TidyLine]) {
    guard let blank = lines.lastIndex(of: .blank) else { return ([], lines) }
    return (Array(lines[..<blank]), Array(lines[blank...]))
  }

  private mutating func entry(
    _ entry: ConfigEntry, _ schema: Schema, indentation: Int, until: Int
  ) -> [TidyLine] {
    let key = source.text(entry.keyPlace.range) + ":"
    let node = entry.value
    let keyLine = line(of: entry)
    let below = schema.value(of: entry.key)
    if node.style == .empty || source.line(at: node.start) > keyLine {
      taken = keyLine
      let comment = source.comment(after: colon(of: entry) + 1)
      let first = TidyLine.text(indentation, key, comment: comment)
      guard node.style != .empty else { return [first] }
      if node.isMap || node.isList, !node.isBracketed {
        let column = source.column(ofText: node.start)
        let isInKeyColumn = column == source.column(ofText: entry.keyPlace.range.lowerBound)
        return [first]
          + block(
            node, below, indentation: indentation + 2, until: until, isInKeyColumn: isInKeyColumn)
      }
      // A value on the line below its key moves up to it, and comments between above the key.
      let above = comments(before: source.line(at: node.start), indentation: indentation)
        .filter { $0 != .blank }
      let commented = comment.map { [TidyLine(indentation: indentation, content: .comment($0))] }
      return (commented ?? []) + above
        + value(node, below.branch(for: node), after: key + " ", indentation: indentation)
    }
    return value(node, below.branch(for: node), after: key + " ", indentation: indentation)
  }

  private mutating func dashed(
    _ item: ConfigNode, at dash: Int, _ schema: Schema, indentation: Int, until: Int
  ) -> [TidyLine] {
    var above: [TidyLine] = []
    let line = source.line(at: dash)
    if source.line(at: item.start) > line {
      // The value moves up to its dash, and comments between above it.
      taken = line
      let comment = source.comment(after: dash + 1)
      above = comment.map { [TidyLine(indentation: indentation, content: .comment($0))] } ?? []
      above += comments(before: source.line(at: item.start), indentation: indentation)
        .filter { $0 != .blank }
    }
    if item.isBracketed || item.scalar != nil {
      return above + value(item, schema.branch(for: item), after: "- ", indentation: indentation)
    }
    var lines = block(item, schema, indentation: indentation + 2, until: until)
    guard let first = lines.firstIndex(where: { !$0.isBlankOrComment }) else { return above }
    for comment in lines[..<first] where comment != .blank {
      above.append(
        TidyLine(indentation: min(indentation, comment.indentation), content: comment.content))
    }
    lines.removeSubrange(..<first)
    if case .text(let text, let comment) = lines[0].content {
      lines[0] = .text(indentation, "- " + text, comment: comment)
    }
    return above + lines
  }

  /// A scalar or a value in brackets, behind its key or dash.
  private mutating func value(
    _ node: ConfigNode, _ schema: Schema, after lead: String, indentation: Int
  ) -> [TidyLine] {
    let isBlock = node.style == .block
    let last = source.line(at: isBlock ? node.lastByte : node.end)
    let first = source.line(at: node.start)
    defer { taken = last }
    if isBlock { return textBlock(node, after: lead, indentation: indentation) }
    let comment = source.comment(after: node.end)
    guard first < last else {
      let text = node.isBracketed ? oneLine(node) : source.text(node.place.range)
      return [.text(indentation, lead + text, comment: comment)]
    }
    // Brackets over several lines keep their lines.
    var lines = (first...last).map { source.trimmedLine($0) }
    let start = node.start - source.offset(ofLine: first)
    lines[0] = source.trimmed(source.offset(ofLine: first) + start)
    return lines.enumerated().map { index, line in
      if line.isEmpty { return .blank }
      if line.hasPrefix("#") {
        return TidyLine(indentation: indentation + 2, content: .comment(line))
      }
      return .text(index == 0 ? indentation : indentation + 2, (index == 0 ? lead : "") + line)
    }
  }

  /// `|` and `>` keep their text to the letter; only its indentation changes.
  private func textBlock(_ node: ConfigNode, after lead: String, indentation: Int) -> [TidyLine] {
    let first = source.line(at: node.start)
    let last = source.line(at: node.lastByte)
    let header = source.trimmed(node.start).utf8.split(separator: 0x20, maxSplits: 1)
    let indicator = header.first.flatMap { String($0) } ?? "|"
    let comment = source.comment(after: node.start + indicator.utf8.count)
    var lines = [TidyLine.text(indentation, lead + indicator, comment: comment)]
    let body = first < last ? Array(first + 1...last) : []
    let texts = body.map { String(decoding: source.bytes(ofLine: $0), as: UTF8.self) }
    let old = texts.first { $0.utf8.contains { $0 != 0x20 } }?.utf8.prefix { $0 == 0x20 }.count ?? 0
    for text in texts {
      let kept = String(decoding: text.utf8.dropFirst(old), as: UTF8.self)
      lines.append(
        TidyLine(
          indentation: indentation + 2,
          content: .verbatim(kept, keepsEnd: indicator.utf8.last == UInt8(ascii: "+"))))
    }
    return lines
  }

  private func oneLine(_ node: ConfigNode) -> String {
    if node.scalar != nil { return source.text(node.place.range) }
    let parts = node.items.map(oneLine)
    if node.isList { return "[" + parts.joined(separator: ", ") + "]" }
    let pairs = node.entries.map { source.text($0.keyPlace.range) + ": " + oneLine($0.value) }
    return pairs.isEmpty ? "{}" : "{ " + pairs.joined(separator: ", ") + " }"
  }

  // MARK: Comments and blank lines

  /// The comments and blank lines that have not been taken over before a line, no two blank ones
  /// in a row. Comments in the first column stay there: they are keys that were commented out.
  private mutating func comments(
    before line: Int, indentation: Int, from column: Int = 0, else outer: Int = 0
  ) -> [TidyLine] {
    guard taken + 1 < line else { return [] }
    var lines: [TidyLine] = []
    for number in taken + 1..<line {
      let text = source.trimmedLine(number)
      if text.isEmpty {
        if lines.last != .blank { lines.append(.blank) }
        continue
      }
      let old = source.indentation(of: source.offset(ofLine: number))
      let new = old == 0 ? 0 : old < column ? outer : indentation
      lines.append(TidyLine(indentation: new, content: .comment(text)))
    }
    taken = line - 1
    return lines
  }

  /// The comments that end a value: all down to the last that stands in its column or deeper.
  private mutating func ending(
    before line: Int, from column: Int, _ indentation: Int, else outer: Int = 0
  ) -> [TidyLine] {
    guard taken + 1 < line else { return [] }
    let last = (taken + 1..<line).last { number in
      !source.trimmedLine(number).isEmpty
        && source.indentation(of: source.offset(ofLine: number)) >= column
    }
    guard let last else { return [] }
    return comments(before: last + 1, indentation: indentation, from: column, else: outer)
  }

  // MARK: Places

  private func line(of entry: ConfigEntry) -> Int {
    source.line(at: entry.keyPlace.range.lowerBound)
  }

  private func colon(of entry: ConfigEntry) -> Int {
    source.bytes[entry.keyPlace.range.upperBound...].firstIndex(of: 0x3A)
      ?? entry.keyPlace.range.upperBound
  }

  /// The dash of an item, which may stand on a line above its value: as the last thing there, and
  /// behind the dashes of outer lists alone.
  private func dash(of item: ConfigNode) -> Int {
    let bytes = source.bytes
    var index = item.start - 1
    while index >= 0, bytes[index] == 0x20 { index -= 1 }
    if index >= 0, bytes[index] == 0x2D { return index }
    var line = source.line(at: item.start) - 1
    while line > 1, !source.trimmedLine(line).hasPrefix("-") { line -= 1 }
    index = source.offset(ofLine: line)
    var dash = index
    while index < item.start, bytes[index] == 0x20 || bytes[index] == 0x2D {
      if bytes[index] == 0x2D { dash = index }
      index += 1
    }
    return dash
  }
}

extension SourceText {
  /// The column, from 0 and in bytes, at which a key, item or value stands that only spaces and
  /// dashes precede on its line.
  func column(ofText offset: Int) -> Int { offset - lineStart(of: offset) }

  func offset(ofLine line: Int) -> Int { bytes(ofLine: line).startIndex }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A line from a byte on, without spaces at its end.
  func trimmed(_ offset: Int) -> String {
    let rest = bytes(ofLine: line(at: offset))[offset...]
    let end = rest.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? rest.startIndex
    return text(rest.startIndex..<end)
  }

  /// A line without spaces around it.
  func trimmedLine(_ line: Int) -> String {
    let bytes = bytes(ofLine: line)
    return trimmed(bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex)
  }

  /// The comment behind a byte, on its line; nil where there is none.
  func comment(after offset: Int) -> String? {
    let line = bytes(ofLine: line(at: offset))
    let rest = line[min(max(offset, line.startIndex), line.endIndex)...].drop {
      $0 == 0x20 || $0 == 0x09
    }
    return rest.first == 0x23 ? trimmed(rest.startIndex) : nil
  }
}
