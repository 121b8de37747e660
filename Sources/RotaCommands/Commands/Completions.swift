import Diagnostics

extension Command {
  static let completions = Command(
    "completions", operands: "SHELL", .words(Shell.allCases.map(\.rawValue)), .none,
    count: .oneOrMore,
    summary: "completions for a shell: \(Shell.allCases.map(\.rawValue).joined(separator: ", "))",
    details: """
      Prints a script that completes command lines in a shell: commands, options and their values,
      file names, and from the team's files engineers, rotations, projects, periods on file and the
      weeks of the rota at hand. The script asks Rota itself, with the words typed so far behind
      `--`; the last word is the one begun.
      """,
    examples: [
      Example("completions bash", "load it with: source <(rota completions bash)"),
      Example("completions zsh", "put it as _rota into a folder of $fpath"),
      Example("completions fish", "put it as rota.fish into ~/.config/fish/completions"),
      Example("completions bash -- why 2027-02-01 a", "what the script asks"),
    ],
    run: { context in
      let name = context.arguments.operands[0]
      let names = Shell.allCases.map(\.rawValue)
      guard let shell = Shell(rawValue: name) else {
        throw Unusable(
          .usage(
            "unknown-shell", "there are no completions for `\(name)`",
            help: ["there are some for " + names.map { "`\($0)`" }.joined(separator: ", ")]))
      }
      let words = Array(context.arguments.operands.dropFirst())
      if words.isEmpty {
        try context.reply.print(asItIs: shell.script)
      } else {
        let values = TeamValues(context.environment, words: words)
        try context.reply.print(asItIs: Completion(of: words, values: values.values).lines)
      }
      return .done
    })
}
