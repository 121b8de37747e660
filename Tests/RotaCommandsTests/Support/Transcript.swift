import RotaCommands

/// A text in which command lines of `$ rota …` stand above what they print: a golden case, or a
/// block of the README.
///
/// A line on standard error begins with `2> ` where streams are told apart, and an exit status
/// other than 0 closes what its command printed.
struct Transcript: Equatable {
  /// A command line with what stands below it.
  struct Entry: Equatable {
    let command: String
    var lines: [String]
  }

  let entries: [Entry]

  init(entries: [Entry]) { self.entries = entries }

  /// Reads a transcript back; lines above the first command belong to none.
  init(_ text: String) {
    var entries: [Entry] = []
    for line in text.lines {
      if Transcript.isCommand(line) {
        entries.append(Entry(command: line, lines: []))
      } else if !entries.isEmpty {
        entries[entries.count - 1].lines.append(line)
      }
    }
    self.entries = entries
  }

  /// Runs command lines one after the other in one world.
  init(running commands: [String], in environment: FakeEnvironment) {
    entries = commands.map { command in
      let outcome = environment.run(line: Transcript.arguments(command))
      var lines: [String] = []
      for (stream, text) in outcome.pieces {
        lines += text.lines.map { stream == .error ? "2> " + $0 : $0 }
      }
      if let last = outcome.pieces.last, !last.text.utf8.elementsEqual(last.text.lineEnded.utf8) {
        lines.append("(no line end)")
      }
      if outcome.status != 0 { lines.append("(exit status \(outcome.status))") }
      return Entry(command: command, lines: lines)
    }
  }

  var text: String {
    entries.flatMap { [$0.command] + $0.lines }.map { $0 + "\n" }.joined()
  }

  static func isCommand(_ line: String) -> Bool {
    line.hasPrefix("$ ")
      && line.dropFirst(2).split(separator: " ").first { !$0.contains("=") } == "rota"
  }

  /// A command line without `$` and `rota`, its variables kept.
  static func arguments(_ command: String) -> String {
    let words = command.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    guard let program = words.firstIndex(of: "rota") else { return "" }
    return (words[..<program] + words[(program + 1)...]).joined(separator: " ")
  }

  /// The commands whose output differs, each with the lines gone (`-`) and new (`+`).
  func differences(from expected: Transcript) -> [String] {
    guard entries.map(\.command) == expected.entries.map(\.command) else {
      return ["other commands than are recorded"]
    }
    return zip(expected.entries, entries).compactMap { wanted, got in
      guard wanted != got else { return nil }
      let changes = got.lines.difference(from: wanted.lines).map { change in
        switch change {
        case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1): " + line)
        case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1): " + line)
        }
      }
      let sorted = changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      return ([wanted.command] + sorted).joined(separator: "\n")
    }
  }
}

extension String {
  /// Lines ended by LF; a CR stays in its line.
  var lines: [String] {
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  fileprivate var lineEnded: String { utf8.last == UInt8(ascii: "\n") ? self : self + "\n" }
}
