import Diagnostics

/// The help of the program and of its commands, made from the table of commands and options.
enum HelpText {
  static var program: String {
    """
    Rota plans who does a team's service tasks, week by week, and who owns its projects.

    Usage: rota [--team FILE] COMMAND …

    Commands:

    """
      + list(Command.all.map { ([$0.name, $0.operands].spaced, $0.summary) })
      + "\nOptions of every command:\n" + list(Option.global) + "\nOptions of the program:\n"
      + list([.version])
      + "\nExit status:\n" + list(ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) })
      + "\n`rota help COMMAND` shows a command with examples.\n"
  }

  /// - Parameter width: the terminal's: paragraphs that are wider are broken anew for it; nil for
  ///   none.
  static func command(_ command: Command, width: Int? = nil) -> String {
    "Usage: rota \(command.usage)\n\n\(details(of: command, width))\n"
      + (command.options.isEmpty ? "" : "\nOptions:\n" + list(command.options))
      + "\nOptions of every command:\n" + list(Option.global)
      + "\nExamples:\n"
      + command.examples.map { "  rota \($0.line)\n      \($0.does)\n" }.joined()
  }

  private static func details(of command: Command, _ width: Int?) -> String {
    let details = command.details
    guard let width, details.split(separator: "\n").contains(where: { $0.count > width }) else {
      return details
    }
    return details.unwrappedParagraphs
  }

  private static func list(_ options: [Option]) -> String {
    list(options.map { ($0.usage, $0.summary) })
  }

  /// Names and what they mean, in two columns.
  private static func list(_ entries: [(name: String, meaning: String)]) -> String {
    let width = min(26, entries.map(\.name.count).max() ?? 0)
    return entries.map { entry in
      let space = width - entry.name.count
      let gap = space >= 0 ? String(repeating: " ", count: space + 2) : "\n" + indent(width + 4)
      return "  \(entry.name)\(gap)\(entry.meaning)\n"
    }.joined()
  }

  private static func indent(_ width: Int) -> String { String(repeating: " ", count: width) }
}

extension [String] {
  /// Joined by single spaces, empty ones left out.
  fileprivate var spaced: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
