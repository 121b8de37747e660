internal import ConfigText
internal import Diagnostics

/// Walks a tree in the order of the file and gives its lines anew, each comment and blank line with
/// what it belongs to: the lines above a key move with the key.
struct Tidier {
  private let source: SourceText
  /// The line up to which everything has been taken over, 1-based.
  private var taken = 0
  /// The new indentation of what stood in a column, for comments that end a block.
  private var indentations: [Int: Int] = [:]

  init(_ source: SourceText) { self.source = source }

  mutating func file(_ root: ConfigNode, _ schema: Schema) -> [TidyLine] {
    let start = source.line(at: root.start)
    var head = comments(before: start, indentation: 0)
    // What stands above the first key behind a blank line tells of the whole file.
    var first: [TidyLine] = []
    if let blank = head.lastIndex(of: .blank) {
      first = Array(head[(blank + 1)...])
      head.removeSubrange(blank...)
    } else {
      swap(&head, &first)
    }
    let body = block(root, schema, indentation: 0, leading: first)
    var lines = head + (head.isEmpty ? [] : [.blank]) + body
    lines += comments(before: source.lineCount + 1, indentation: 0)
    while lines.first == .blank { lines.removeFirst() }
    while lines.last == .blank { lines.removeLast() }
    return lines
  }

  /// A value that starts on a line of its own.
  private mutating func block(
    _ node: ConfigNode, _ schema: Schema, indentation: Int, leading: [TidyLine] = []
  ) -> [TidyLine] {
    let schema = schema.branch(for: node)
    indentations[column(of: node.start)] = indentation
    if node.isBracketed || node.scalar != nil {
      return leading + value(node, schema, after: "", indentation: indentation)
    }
    var chunks: [[TidyLine]] = []
    for item in node.items {
      let dash = dashLine(of: item)
      let above = gap(before: dash, chunks: &chunks, indentation: indentation)
      chunks.append(above + dashed(item, on: dash, schema.item, indentation: indentation))
    }
    let entries = node.entries
    for entry in entries {
      let above = gap(before: line(of: entry), chunks: &chunks, indentation: indentation)
      chunks.append(above + self.entry(entry, schema, indentation: indentation))
    }
    guard !chunks.isEmpty else { return leading }
    chunks[0] = leading + chunks[0].drop { $0 == .blank }
    let order = entries.isEmpty ? Array(chunks.indices) : schema.order(of: entries.map(\.key))
    if order.first != 0, chunks.contains(where: { $0.first == .blank }) {
      chunks[0].insert(.blank, at: 0)
    }
    return Array(order.flatMap { chunks[$0] }.drop { $0 == .blank })
  }

  /// The comments and blank lines that belong to an item or entry: those right above it. Deeper
  /// ones, and what a blank line parts from it, end the one before.
  private mutating func gap(
    before line: Int, chunks: inout [[TidyLine]], indentation: Int
  ) -> [TidyLine] {
    let column = source.indentation(of: source.offset(ofLine: line))
    let lines = comments(before: line, indentation: indentation, deeperThan: column)
    guard !chunks.isEmpty else { return lines }
    var own = lines.drop { $0 != .blank && $0.indentation > indentation }
    if let blank = own.lastIndex(of: .blank) { own = own[blank...] }
    chunks[chunks.count - 1] += lines[..<own.startIndex]
    return Array(own)
  }

  private mutating func entry(_ entry: ConfigEntry, _ schema: Schema, indentation: Int)
    -> [TidyLine]
  {
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
        return [first] + block(node, below, indentation: indentation + 2)
      }
      // A value on the line below its key moves up to it, and comments between above the key.
      let above = comments(before: source.line(at: node.start), indentation: indentation)
      let commented = comment.map { [TidyLine(indentation: indentation, content: .comment($0))] }
      return (commented ?? []) + above
        + value(node, below.branch(for: node), after: key + " ", indentation: indentation)
    }
    return value(node, below.branch(for: node), after: key + " ", indentation: indentation)
  }

  private mutating func dashed(
    _ item: ConfigNode, on dash: Int, _ schema: Schema, indentation: Int
  ) -> [TidyLine] {
    var above: [TidyLine] = []
    if source.line(at: item.start) > dash {
      // The value moves up to its dash, and comments between above it.
      taken = dash
      let column = source.indentation(of: source.offset(ofLine: dash))
      let comment = source.comment(after: source.offset(ofLine: dash) + column + 1)
      above = comment.map { [TidyLine(indentation: indentation, content: .comment($0))] } ?? []
      above += comments(before: source.line(at: item.start), indentation: indentation)
    }
    if item.isBracketed || item.scalar != nil {
      return above + value(item, schema.branch(for: item), after: "- ", indentation: indentation)
    }
    var lines = block(item, schema, indentation: indentation + 2)
    guard let first = lines.firstIndex(where: { !$0.isBlankOrComment }) else { return above }
    for index in lines[..<first].indices { lines[index].indentation = indentation }
    if case .text(let text, let comment) = lines[first].content {
      lines[first] = .text(indentation, "- " + text, comment: comment)
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
      lines.append(TidyLine(indentation: indentation + 2, content: .verbatim(kept)))
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
  /// in a row.
  ///
  /// - Parameter column: comments that stand deeper belong to a block that ends here, and keep its
  ///   indentation. Those in the first column stay there: they are keys that were commented out.
  private mutating func comments(before line: Int, indentation: Int, deeperThan column: Int = .max)
    -> [TidyLine]
  {
    guard taken + 1 < line else { return [] }
    var lines: [TidyLine] = []
    for number in taken + 1..<line {
      let text = source.trimmedLine(number)
      if text.isEmpty {
        if lines.last != .blank { lines.append(.blank) }
        continue
      }
      let old = source.indentation(of: source.offset(ofLine: number))
      var new = old == 0 ? 0 : indentation
      if old > column { new = deepest(atMost: old) ?? indentation }
      lines.append(TidyLine(indentation: new, content: .comment(text)))
    }
    taken = line - 1
    return lines
  }

  private func deepest(atMost column: Int) -> Int? {
    indentations.filter { $0.key <= column }.max { $0.key < $1.key }?.value
  }

  // MARK: Places

  private func line(of entry: ConfigEntry) -> Int {
    source.line(at: entry.keyPlace.range.lowerBound)
  }

  private func column(of offset: Int) -> Int { offset - source.lineStart(of: offset) }

  private func colon(of entry: ConfigEntry) -> Int {
    source.bytes[entry.keyPlace.range.upperBound...].firstIndex(of: 0x3A)
      ?? entry.keyPlace.range.upperBound
  }

  /// The line of an item's dash, which may stand above its value.
  private func dashLine(of item: ConfigNode) -> Int {
    var line = source.line(at: item.start)
    while line > taken + 1, !source.trimmedLine(line).hasPrefix("-") { line -= 1 }
    return line
  }
}

extension SourceText {
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
