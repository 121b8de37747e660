/// Diagnostics as people read them on a terminal, a blank line between two.
///
/// Each begins with `file:line:column: severity: message [id]`, which terminals and editors make
/// clickable; then come the line with a caret under the wrong token, the lines that explain it, and
/// the help. Without related places the line before is shown, so that the reader finds their way.
/// No control character reaches the terminal, whatever the files hold.
///
/// - Parameter width: the terminal's, in columns: lines of files are cut and help goes on below, so
///   that both fit; the first line is one line at any width. nil for as wide as lines take.
package func terminalText(
  of diagnostics: [Diagnostic], colour: Bool = false, width: Int? = nil
) -> String {
  diagnostics.map { TerminalText($0, colour: colour, width: width).rendered }
    .joined(separator: "\n")
}

private struct TerminalText {
  let diagnostic: Diagnostic
  let colour: Bool
  let width: Int?
  /// The columns of the line numbers.
  let gutter: Int

  /// A stretch of a line to underline, with the words beside it.
  struct Mark {
    let place: Place
    let label: String
    let isPrimary: Bool
  }

  init(_ diagnostic: Diagnostic, colour: Bool, width: Int?) {
    self.diagnostic = diagnostic
    self.colour = colour
    self.width = width
    let places = [diagnostic.place].compactMap(\.self) + diagnostic.related.map(\.place)
    gutter = max(2, places.map { String($0.line).count }.max() ?? 0)
  }

  var rendered: String {
    var lines = [header]
    if let place = diagnostic.place, place.isQuoted {
      let primary = Mark(place: place, label: diagnostic.label, isPrimary: true)
      let related = diagnostic.related.map {
        Mark(place: $0.place, label: $0.value, isPrimary: false)
      }
      lines.append(bar)
      lines += excerpt(of: [primary] + related.filter { $0.place.source === place.source })
      for mark in related where mark.place.source !== place.source {
        guard mark.place.isQuoted else {
          let label = mark.label.isEmpty ? "" : ": \(mark.label.safeForTerminal)"
          lines.append(painted(margin("::: " + position(mark.place)), .frame) + label)
          continue
        }
        lines.append(painted(margin("::: " + position(mark.place)), .frame))
        lines.append(bar)
        lines += excerpt(of: [mark])
      }
      if !diagnostic.help.isEmpty || !diagnostic.others.isEmpty { lines.append(bar) }
    }
    lines += diagnostic.others.map { remark("= also:", $0) }
    lines += diagnostic.help.map { remark("= help:", $0) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line below the excerpt, which goes on below its own beginning.
  private func remark(_ mark: String, _ text: String) -> String {
    let margin = margin(mark) + " "
    let room = width.map { max($0 - margin.count, 20) } ?? .max
    let lines = text.safeForTerminal.wrapped(toColumns: room).split(separator: "\n")
    let gap = "\n" + String(repeating: " ", count: margin.count)
    return painted(self.margin(mark), .frame) + " " + lines.joined(separator: gap)
  }

  private var header: String {
    let start = diagnostic.place.map { position($0) + ": " } ?? ""
    let severity = painted(diagnostic.severity.rawValue + ":", .severity)
    let message = painted(diagnostic.message.safeForTerminal, .message)
    return start + severity + " " + message + " [\(diagnostic.id)]"
  }

  private func position(_ place: Place) -> String {
    "\(place.file.safeForTerminal):\(place.line):\(place.column)"
  }

  /// The lines of one file that hold `marks`, in the file's order, `...|` where lines are left out.
  private func excerpt(of marks: [Mark]) -> [String] {
    let source = marks[0].place.source
    var marksByLine: [Int: [Mark]] = [:]
    for mark in marks { marksByLine[mark.place.line, default: []].append(mark) }
    // One mark alone is shown with the line before it, unless that line is empty.
    let before = marks[0].place.line - 1
    if marks.count == 1, before > 0,
      source.bytes(ofLine: before).contains(where: { $0 != 0x20 && $0 != 0x09 })
    {
      marksByLine[before] = []
    }
    var lines: [String] = []
    var last: Int?
    for (number, marks) in marksByLine.sorted(by: { $0.key < $1.key }) {
      if let last, number > last + 1 {
        lines.append(painted("...".padded(to: gutter + 1) + "|", .frame))
      }
      lines += shown(line: number, of: source, marks)
      last = number
    }
    return lines
  }

  private func shown(line number: Int, of source: SourceText, _ marks: [Mark]) -> [String] {
    let start = source.bytes(ofLine: number).startIndex
    let shown = (marks.isEmpty ? [start..<start] : marks.map(\.place.range)).map {
      ShownLine(number, of: source, around: $0, widest: widest)
    }
    let margin = painted(String(number).leftPadded(to: gutter) + " |", .frame)
    var lines = [shown[0].text.isEmpty ? margin : margin + " " + shown[0].text]
    for (mark, line) in zip(marks, shown) {
      // Two marks far apart in one long line: the second shows its own part of the line.
      if line.text != shown[0].text { lines.append(bar + " " + line.text) }
      let strokes = String(repeating: mark.isPrimary ? "^" : "-", count: line.columns.count)
      let label = mark.label.isEmpty ? "" : " " + mark.label.safeForTerminal
      let indent = String(repeating: " ", count: line.columns.lowerBound + 1)
      lines.append(bar + indent + painted(strokes + label, mark.isPrimary ? .severity : .frame))
    }
    return lines
  }

  /// How much of a line of a file is shown beside its number.
  private var widest: Int { min(ShownLine.widest, max((width ?? .max) - gutter - 5, 20)) }

  private var bar: String { painted(margin("|"), .frame) }

  private func margin(_ text: String) -> String {
    String(repeating: " ", count: gutter + 1) + text
  }

  private enum Paint {
    case severity, message, frame
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    guard colour else { return text }
    let code =
      switch (paint, diagnostic.severity) {
      case (.message, _): "1"
      case (.frame, _): "34"
      case (.severity, .error): "1;31"
      case (.severity, .conflict): "1;35"
      case (.severity, .warning): "1;33"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// Filled up with spaces; for ASCII text.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }

  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }
}
