extension ExportFormat {
  /// What `rota help export FORMAT` prints, without the call itself.
  package var help: String {
    let known = facts.sources.isEmpty ? "" : sourceText
    return """
      \(name): \(summary)

      Engineers are named by \(people.words).
      \(facts.ids)

      \(facts.copies.capitalizedFirst).
      \(limits)\(keyText)\(known)
      The call:

      """
  }

  /// The call that sends it, as a shell takes it, below a blank line and farther in.
  package var callText: String {
    "\n"
      + facts.call.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ($0.isEmpty ? "" : "  \($0)") + "\n" }.joined()
  }

  private var limits: String {
    var lines: [String] = []
    switch reach {
    case .everything: lines.append("All that is on file goes into it, the past too.")
    case .fromToday: lines.append("Nothing in it begins before today.")
    case .fromTodayInUTC: lines.append("Nothing in it begins before today, nor before 00:00 UTC.")
    }
    if reach != .everything {
      lines.append("What ends before five minutes from now is left out.")
    }
    if isWholeState {
      lines.append("What is left out would be gone there: that needs `--partial`.")
    }
    if !facts.cannotSay.isEmpty {
      lines.append("It cannot say \(facts.cannotSay.joined(separator: ", nor ")).")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var keyText: String {
    guard !keys.isEmpty else { return "" }
    return "\nKeys of `--set`:\n"
      + keys.map { key in
        let times = key.isList ? " (may stand more than once)" : ""
        return "  \(key.name)=ID\(times); without it, \(key.ifUnset)\n"
      }.joined()
  }

  private var sourceText: String {
    "\nThe facts are of summer 2026, from:\n" + facts.sources.map { "  \($0)\n" }.joined()
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
