/// Diagnostics as GitHub's workflow commands, a line each: printed by a job, they stand as
/// annotations beside the lines of a pull request. A conflict is an error there. The title is the
/// id, the help follows the message. Errors come first, and a notice counts those that GitHub
/// leaves out; empty for no diagnostics.
///
/// Source: GitHub, "Workflow commands for GitHub Actions", setting an error or warning message.
package func gitHubAnnotations(of diagnostics: [Diagnostic]) -> String {
  let errors = diagnostics.filter { $0.severity != .warning }
  let warnings = diagnostics.filter { $0.severity == .warning }
  let lines =
    errors.map { annotation("error", $0) } + warnings.map { annotation("warning", $0) }
  return lines.joined() + leftOut([(errors.count, "error"), (warnings.count, "warning")])
}

/// GitHub shows no more annotations of a kind from one step of a job.
private let shownOfAKind = 10

private func leftOut(_ kinds: [(count: Int, word: String)]) -> String {
  let more = kinds.filter { $0.count > shownOfAKind }.map { kind in
    let count = kind.count - shownOfAKind
    return "\(count) more \(kind.word)\(count == 1 ? "" : "s")"
  }
  guard !more.isEmpty else { return "" }
  let words =
    "\(more.joined(separator: " and ")); only \(shownOfAKind) of a kind are shown here, "
    + "the log of the job has all"
  return "::notice title=more::\(escapedData(words))\n"
}

private func annotation(_ command: String, _ diagnostic: Diagnostic) -> String {
  var properties: [(name: String, value: String)] = []
  if let place = diagnostic.place {
    let end = place.end
    properties += [
      ("file", place.file), ("line", String(place.line)), ("col", String(place.column)),
      ("endLine", String(end.line)), ("endColumn", String(end.column)),
    ]
  }
  properties.append(("title", diagnostic.id))
  let list = properties.map { "\($0.name)=\(escapedProperty($0.value))" }
  let message = ([diagnostic.message] + diagnostic.help).joined(separator: "\n")
  return "::\(command) \(list.joined(separator: ","))::\(escapedData(message))\n"
}

/// The lines of a message; what would steer the terminal of a log is shown as on a terminal.
private func escapedData(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return escaped(lines.map { String($0).safeForTerminal }.joined(separator: "\n"), "%\r\n")
}

private func escapedProperty(_ text: String) -> String {
  escaped(text.safeForTerminal, "%\r\n:,")
}

private func escaped(_ text: String, _ special: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    if special.unicodeScalars.contains(scalar) {
      escaped += percentEncoded(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// `%0A`.
func percentEncoded(_ byte: UInt8) -> String {
  (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
}

extension Place {
  /// Where the stretch ends: the line and the column behind its last character, both 1-based.
  var end: (line: Int, column: Int) {
    (source.line(at: range.upperBound), source.column(at: range.upperBound))
  }
}
