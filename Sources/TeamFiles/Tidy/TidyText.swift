internal import ConfigText
package import Diagnostics

/// A file tidied: its keys in the order of the reference and its weeks by date, two spaces a level,
/// comments behind values in one column. Comments, quoting and what the file says stay; so does a
/// blank line between lines, but not two.
///
/// Tidying twice is the same as once. A file with a syntax error or with a key that stands twice is
/// refused, any other mistake stays as it is. O(length · log length).
package func tidied(_ source: SourceText, as kind: FileKind) -> EditedText {
  let reading = readConfig(source)
  guard reading.diagnostics.isEmpty else { return .refused(reading.diagnostics) }
  guard let root = reading.root else { return .text(source.bytes) }
  if source.bytes.starts(with: byteOrderMark) {
    // It stays where it is, whichever line comes first.
    let bytes = Array(source.bytes.dropFirst(byteOrderMark.count))
    guard case .text(let text) = tidied(SourceText(path: source.path, bytes: bytes), as: kind)
    else { return .text(source.bytes) }
    return .text(byteOrderMark + text)
  }
  let schema = kind == .team ? teamKeys.schema : rotaKeys.schema
  var tidier = Tidier(source)
  let lines = withoutBlanksThatSay(tidier.file(root, schema))
  let text = aligned(lines).map { $0 + source.lineEnd }.joined()
  return .text(Array(text.utf8))
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// A blank line that came to stand below a text that keeps its end would be a part of it.
private func withoutBlanksThatSay(_ lines: [TidyLine]) -> [TidyLine] {
  lines.indices.filter { index in
    guard index > 0, lines[index] == .blank, case .verbatim(_, true) = lines[index - 1].content
    else { return true }
    return false
  }.map { lines[$0] }
}

/// A line of a tidied file.
struct TidyLine: Equatable {
  enum Content: Equatable {
    case blank
    /// A comment on a line of its own, or nothing else.
    case comment(String)
    /// Keys and values, with the comment behind them.
    case text(String, comment: String?)
    /// Kept as it stands, whatever the indentation: the text of a block.
    /// The blank lines behind it are its own where it keeps its end (`|+`).
    case verbatim(String, keepsEnd: Bool)
  }

  var indentation: Int
  var content: Content

  static let blank = TidyLine(indentation: 0, content: .blank)

  static func text(_ indentation: Int, _ text: String, comment: String? = nil) -> TidyLine {
    TidyLine(indentation: indentation, content: .text(text, comment: comment))
  }

  var isComment: Bool {
    if case .comment = content { return true }
    return false
  }

  var isBlankOrComment: Bool {
    switch content {
    case .blank, .comment: true
    case .text, .verbatim: false
    }
  }
}

/// The column of comments behind values, from 0, where no line is longer.
private let commentColumn = 35

/// The lines as text. Comments behind neighbouring lines stand in one column; a line that is much
/// longer than that does not move the others'.
func aligned(_ lines: [TidyLine]) -> [String] {
  var texts: [String] = []
  var index = 0
  while index < lines.count {
    let group = lines[index...].prefix { $0.hasCommentBehind }
    guard !group.isEmpty else {
      texts.append(lines[index].text(commentAt: 0))
      index += 1
      continue
    }
    let widths = group.map(\.width).filter { $0 <= 2 * commentColumn }
    let column = max(commentColumn, (widths.max() ?? 0) + 3)
    texts += group.map { $0.text(commentAt: max(column, $0.width + 3)) }
    index += group.count
  }
  return texts
}

extension TidyLine {
  fileprivate var hasCommentBehind: Bool {
    if case .text(_, comment: .some) = content { return true }
    return false
  }

  /// Without the comment, in scalars.
  fileprivate var width: Int {
    guard case .text(let text, _) = content else { return 0 }
    return indentation + text.unicodeScalars.count
  }

  fileprivate func text(commentAt column: Int) -> String {
    let spaces = String(repeating: " ", count: indentation)
    switch content {
    case .blank: return ""
    case .comment(let comment): return spaces + comment
    case .verbatim(let text, _): return text.isEmpty ? "" : spaces + text
    case .text(let text, let comment):
      guard let comment else { return spaces + text }
      return spaces + text + String(repeating: " ", count: column - width) + comment
    }
  }
}
