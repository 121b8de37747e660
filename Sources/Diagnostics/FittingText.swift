extension String {
  /// The text cut to so many columns of a terminal, with an ellipsis where something is gone.
  /// The text holds no control characters.
  package func shortened(toColumns width: Int) -> String {
    guard terminalWidth > width else { return self }
    var cut = ""
    var columns = 0
    for character in self {
      columns += String(character).terminalWidth
      guard columns < width else { break }
      cut.append(character)
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
  }

  /// Lines broken at their spaces, so that each takes at most so many columns of a terminal; the
  /// lines that do are as they were. A broken line goes on below the place where its words begin:
  /// after a gap of two spaces or more, else two columns farther in than an entry of a list.
  ///
  /// A word that is longer than a line stays whole, since paths, links and commands are copied;
  /// only between wide characters (East Asian ones, whose texts have no spaces) words are broken.
  ///
  /// - Parameter breaksWords: whether every word that is too long is broken, as inside of a column.
  package func wrapped(toColumns width: Int, breaksWords: Bool = false) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // No character takes more columns than bytes.
      line.utf8.count <= width || String(line).terminalWidth <= width
        ? String(line)
        : WrappedLine(line, width, breaksWords: breaksWords).lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Paragraphs of several lines as one line each, to be wrapped anew; indented lines stay.
  package var unwrappedParagraphs: String {
    var lines: [String] = []
    var goesOn = false
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let isText = !line.isEmpty && !line.hasPrefix(" ")
      if goesOn, isText {
        lines[lines.count - 1] += " " + line
      } else {
        lines.append(String(line))
      }
      goesOn = isText
    }
    return lines.joined(separator: "\n")
  }
}

/// One line that is too long.
private struct WrappedLine {
  private(set) var lines: [String] = []
  private let width: Int
  private var current = ""
  private var columns = 0
  /// Whether nothing but indentation stands in the current line.
  private var isFresh = true

  init(_ line: Substring, _ width: Int, breaksWords: Bool) {
    self.width = width
    let indent = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indent)
    let hang = min(WrappedLine.hang(of: text, indent), width / 2)
    current = String(repeating: " ", count: indent)
    columns = indent
    var gap = ""
    for part in text.split(separator: " ", omittingEmptySubsequences: false) {
      let tooLong = breaksWords && hang + String(part).terminalWidth > width
      let pieces =
        tooLong ? WrappedLine.parts(of: part, width - hang) : WrappedLine.pieces(of: part)
      for piece in pieces {
        add(piece, after: gap, hang)
        gap = ""
      }
      gap += " "
    }
    lines.append(current)
  }

  private mutating func add(_ piece: String, after gap: String, _ hang: Int) {
    let more = piece.terminalWidth
    if isFresh {
      current += piece
      columns += more
    } else if columns + gap.count + more <= width {
      current += gap + piece
      columns += gap.count + more
    } else {
      while current.last == " " { current.removeLast() }
      lines.append(current)
      current = String(repeating: " ", count: hang) + piece
      columns = hang + more
    }
    isFresh = isFresh && piece.isEmpty
  }

  /// Where a line goes on.
  private static func hang(of text: Substring, _ indent: Int) -> Int {
    if let gap = text.prefix(40).firstRange(of: "  ") {
      let rest = text[gap.lowerBound...].drop { $0 == " " }
      return indent + String(text[..<rest.startIndex]).terminalWidth
    }
    return (1...4).contains(indent) ? indent + 2 : indent
  }

  /// A word that is too long is broken behind its hyphens; what of it is still too long, anywhere.
  private static func parts(of word: Substring, _ room: Int) -> [String] {
    var parts: [Substring] = []
    var rest = word
    while let hyphen = rest.dropLast().firstIndex(of: "-") {
      parts.append(rest[...hyphen])
      rest = rest[rest.index(after: hyphen)...]
    }
    return (parts + [rest]).flatMap { part in
      pieces(of: part, all: String(part).terminalWidth > room)
    }
  }

  /// What of a word stays together.
  private static func pieces(of word: Substring, all: Bool = false) -> [String] {
    var pieces: [String] = [""]
    var isOpen = true
    for character in word {
      let isAlone = all || String(character).terminalWidth > 1
      if isAlone || !isOpen {
        if pieces[pieces.count - 1].isEmpty { pieces.removeLast() }
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
      isOpen = !isAlone
    }
    return pieces
  }
}
