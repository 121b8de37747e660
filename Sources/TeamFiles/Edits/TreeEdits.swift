internal import ConfigText
internal import Diagnostics

/// Changes of a file in terms of its tree. Values are given as JSON, since a line of a file is
/// close to it; they are written on one line, but for the maps of the first `depth` levels.
extension TextChanges {
  /// Writes another text in the place of a scalar, in the same quotes. A comment behind stays in
  /// its column where it can.
  ///
  /// - Parameter outer: the outermost value that ends on this line, behind which a comment stands.
  mutating func setText(of node: ConfigNode, to text: String, within outer: ConfigNode) {
    let new = written(text, like: node)
    replace(node.place.range, by: new)
    let gap = source.bytes[outer.end...].prefix { $0 == 0x20 }
    guard gap.count > 0, source.bytes[outer.end...].dropFirst(gap.count).first == 0x23 else {
      return
    }
    let longer = new.unicodeScalars.count - source.scalarCount(node.place.range)
    let width = max(1, gap.count - longer)
    if width != gap.count {
      replace(gap.startIndex..<gap.endIndex, by: String(repeating: " ", count: width))
    }
  }

  /// In the quotes of the text that stands there.
  func written(_ text: String, like node: ConfigNode) -> String {
    guard node.style == .quoted else { return writtenScalar(text) }
    return quotedScalar(text, prefersSingle: source.bytes[node.start] == UInt8(ascii: "'"))
  }

  /// Gives a value to a key that has none.
  mutating func fill(_ entry: ConfigEntry, with value: JSON, depth: Int = 0) {
    let node = entry.value
    guard node.style == .empty else {
      // `null` or `~`.
      return replace(node.place.range, by: flow(value))
    }
    guard depth > 0, case .object(let members) = value else {
      return replace(node.start..<node.start, by: " " + flow(value))
    }
    let key = entry.keyPlace.range.lowerBound
    let indentation = source.indentation(of: key) + 2
    insert(
      lines: members.flatMap { blockLines($0, indentation: indentation, depth: depth - 1) },
      at: source.nextLineStart(after: key))
  }

  /// Adds an entry to a map behind one of its entries, or as the first.
  ///
  /// - Parameter owner: the key that has the map; nil for the root.
  mutating func add(
    _ member: JSON.Member, to map: ConfigNode, of owner: ConfigEntry?, after earlier: ConfigEntry?,
    depth: Int = 0, comment: String? = nil
  ) {
    if map.isBracketed {
      let text = flow(member)
      return addInBrackets(text, to: map, after: earlier?.value)
    }
    guard let first = map.entries.first else { return }
    let column = first.keyPlace.range.lowerBound - source.lineStart(of: map.start)
    var lines = blockLines(member, indentation: column, depth: depth)
    if let comment { lines[lines.count - 1] += comment }
    if let earlier {
      insert(lines: lines, at: source.nextLineStart(after: earlier.value.lastByte))
    } else {
      let line = owner.map { source.nextLineStart(after: $0.keyPlace.range.lowerBound) }
      insert(lines: lines, at: line ?? source.lineStart(of: map.start))
    }
  }

  /// Takes an entry out of a map that has others.
  mutating func remove(_ entry: ConfigEntry, from map: ConfigNode) {
    let key = entry.keyPlace.range.lowerBound
    if map.isBracketed {
      let starts = map.entries.map(\.keyPlace.range.lowerBound)
      let values = map.entries.map(\.value)
      removeInBrackets(zip(starts, values).map { $0..<$1.end }, startingAt: key)
    } else {
      replace(
        source.lineStart(of: key)..<source.nextLineStart(after: entry.value.lastByte), by: "")
    }
  }

  /// Makes the items of a list what `texts` say; items that stay are not touched.
  mutating func setItems(of entry: ConfigEntry, to texts: [String]) {
    let list = entry.value
    let items = list.items
    let all = JSON.array(texts.map(JSON.string))
    if !list.isList { return fill(entry, with: all) }
    if items.isEmpty { return replace(list.place.range, by: flow(all)) }
    if texts.isEmpty { return clear(list, of: entry) }
    for (item, text) in zip(items, texts) where item.scalar != text {
      replace(item.place.range, by: written(text, like: item))
    }
    for text in texts.dropFirst(items.count) { append(.string(text), to: list) }
    guard texts.count < items.count else { return }
    if list.isBracketed {
      replace(items[texts.count - 1].end..<items[items.count - 1].end, by: "")
    } else {
      for index in texts.count..<items.count { removeItem(index, from: list) }
    }
  }

  /// Adds an item at the end of a list.
  mutating func append(_ item: JSON, to list: ConfigNode, comment: String = "") {
    if list.isBracketed { return addInBrackets(flow(item), to: list, after: list.items.last) }
    let column = list.start - source.lineStart(of: list.start)
    let line = String(repeating: " ", count: column) + "- " + flow(item) + comment
    insert(lines: [line], at: source.nextLineStart(after: list.lastByte))
  }

  /// Takes an item out of a list that has others.
  ///
  /// - Parameter withComments: takes the comment lines right above along, which would speak of the
  ///   next item from then on.
  mutating func removeItem(_ index: Int, from list: ConfigNode, withComments: Bool = false) {
    let items = list.items
    if list.isBracketed {
      return removeInBrackets(items.map(\.place.range), startingAt: items[index].start)
    }
    let start = index == 0 ? list.start : dash(of: list, after: items[index - 1])
    var line = source.lineStart(of: start)
    while withComments, line > 0 {
      let above = source.lineStart(of: line - 1)
      let indentation = source.indentation(of: above)
      guard indentation >= start - source.lineStart(of: start),
        source.bytes[above + indentation] == 0x23
      else { break }
      line = above
    }
    replace(line..<source.nextLineStart(after: items[index].lastByte), by: "")
  }

  /// Writes an item of a list once more behind it, as it stands with its comment, but for some
  /// stretches of its text.
  mutating func copyItem(
    _ index: Int, of list: ConfigNode, with changes: [(range: Range<Int>, text: String)]
  ) {
    let items = list.items
    let item = items[index]
    var range = item.place.range
    if !list.isBracketed {
      let start = index == 0 ? list.start : dash(of: list, after: items[index - 1])
      range = source.lineStart(of: start)..<source.nextLineStart(after: item.lastByte)
    }
    var copy: [UInt8] = []
    var kept = range.lowerBound
    for change in changes {
      copy += source.bytes[kept..<change.range.lowerBound] + Array(change.text.utf8)
      kept = change.range.upperBound
    }
    let text = String(decoding: copy + source.bytes[kept..<range.upperBound], as: UTF8.self)
    let isOpen = !list.isBracketed && source.bytes[range.upperBound - 1] != 0x0A
    let lead = list.isBracketed ? ", " : isOpen ? source.lineEnd : ""
    replace(range.upperBound..<range.upperBound, by: lead + text)
  }

  /// The dash of the item that follows another: the first in the list's column.
  private func dash(of list: ConfigNode, after item: ConfigNode) -> Int {
    let column = list.start - source.lineStart(of: list.start)
    var line = source.nextLineStart(after: item.lastByte)
    while line < list.end,
      source.indentation(of: line) != column || source.bytes[line + column] != 0x2D
    {
      line = source.nextLineStart(after: line)
    }
    return line + column
  }

  private mutating func clear(_ list: ConfigNode, of entry: ConfigEntry) {
    if list.isBracketed { return replace(list.place.range, by: "[]") }
    let colon = source.bytes[entry.keyPlace.range.upperBound...].firstIndex(of: 0x3A) ?? list.start
    replace(colon + 1..<colon + 1, by: " []")
    replace(source.lineStart(of: list.start)..<source.nextLineStart(after: list.lastByte), by: "")
  }

  private mutating func addInBrackets(
    _ text: String, to node: ConfigNode, after earlier: ConfigNode?
  ) {
    if let earlier { return replace(earlier.end..<earlier.end, by: ", " + text) }
    let isEmpty = node.items.isEmpty && node.entries.isEmpty
    guard isEmpty else { return replace(node.start + 1..<node.start + 1, by: " \(text),") }
    replace(node.start + 1..<node.end - 1, by: node.isMap ? " \(text) " : text)
  }

  /// Takes one of several stretches out, with the comma that parts it from the next, or from the
  /// one before where it is the last.
  private mutating func removeInBrackets(_ ranges: [Range<Int>], startingAt start: Int) {
    guard let index = ranges.firstIndex(where: { $0.lowerBound == start }) else { return }
    if index + 1 < ranges.count {
      replace(start..<ranges[index + 1].lowerBound, by: "")
    } else if index > 0 {
      replace(ranges[index - 1].upperBound..<ranges[index].upperBound, by: "")
    }
  }
}

extension SourceText {
  fileprivate func scalarCount(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }
}

/// An entry as lines: maps on lines of their own for `depth` levels, then on one line.
func blockLines(_ member: JSON.Member, indentation: Int, depth: Int) -> [String] {
  let margin = String(repeating: " ", count: indentation)
  guard depth > 0, case .object(let members) = member.value, !members.isEmpty else {
    return [margin + flow(member)]
  }
  return ["\(margin)\(writtenScalar(member.key)):"]
    + members.flatMap { blockLines($0, indentation: indentation + 2, depth: depth - 1) }
}
