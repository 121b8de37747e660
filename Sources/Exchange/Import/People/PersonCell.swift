internal import Calendars

/// What a cell says of a person, without what spreadsheets and Markdown put around a name.
enum PersonCell {
  /// The ways to read it, the likeliest first: `Ada Lee <ada@example.com>` is a name, else the
  /// address. Empty for a cell that holds nothing.
  static func texts(in cell: String) -> [String] {
    var text = cell.trimmingSpaces
    // Most names have nothing around them.
    if text.utf8.first.map(isLetter) ?? false, text.utf8.last.map(isLetter) ?? false {
      return [text]
    }
    var changed = true
    while changed {
      let before = text
      text = unlinked(text)
      for mark in ["**", "__", "`"] {
        if text.hasPrefix(mark), text.hasSuffix(mark), text.count > 2 * mark.count {
          text = String(text.dropFirst(mark.count).dropLast(mark.count)).trimmingSpaces
        }
      }
      if text.hasPrefix("@") { text = String(text.dropFirst()).trimmingSpaces }
      changed = text != before
    }
    guard !text.isEmpty else { return [] }
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else { return [text] }
    let name = String(text[..<open]).trimmingSpaces
    let address = String(text[text.index(after: open)...].dropLast()).trimmingSpaces
    return [name, address].filter { !$0.isEmpty }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// `[Ada Lee](https://…)` is `Ada Lee`.
  private static func unlinked(_ text: String) -> String {
    guard text.hasPrefix("["), text.hasSuffix(")"), let end = text.range(of: "](") else {
      return text
    }
    return String(text[text.index(after: text.startIndex)..<end.lowerBound]).trimmingSpaces
  }
}

extension String {
  /// Where another text stands first; nil where it does not.
  fileprivate func range(of other: String) -> Range<Index>? { firstRange(of: other) }
}
