import Diagnostics

extension Command {
  static let completions = Command(
    "completions", operands: "SHELL", .shell, count: 1...1,
    summary: "completions for a shell: \(Shell.allCases.map(\.rawValue).joined(separator: ", "))",
    details: """
      Prints a script that completes commands, options and file names in a shell.
      """,
    examples: [
      Example("completions bash", "load it with: source <(rota completions bash)"),
      Example("completions zsh", "put it as _rota into a folder of $fpath"),
      Example("completions fish", "put it as rota.fish into ~/.config/fish/completions"),
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
      try context.reply.print(shell.script)
      return .done
    })
}
