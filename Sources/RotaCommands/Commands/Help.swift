import Exchange
import TeamFiles

extension Command {
  static let help = Command(
    "help", operands: "[COMMAND|config]", .command, count: 0...2,
    summary: "what a command does, with examples; every key of the files",
    details: """
      Shows the commands and the options of all of them, or what one command does, which
      `rota COMMAND --help` shows, too. `help config` shows every key of the team file and of the
      rota files, `help export FORMAT` what there is to know of a format before it is sent.
      """,
    options: [.manual],
    examples: [
      Example("help", "the commands and the exit statuses"),
      Example("help generate", "how to make a rota"),
      Example("help config", "every key of the files"),
      Example("help export pagerduty", "where the ids are, and the call that sends it"),
      Example("help --man", "the manual page: put it as rota.1 into a folder man1 of your manuals"),
    ],
    run: { context in
      let words = context.arguments.operands.joined(separator: " ")
      if context.arguments.has(.manual) {
        guard words.isEmpty else {
          throw Unusable(
            .usage(
              "unexpected-operand", "the manual page is of the whole program, not of `\(words)`"))
        }
        try context.reply.print(ManualPage.text)
      } else if words.isEmpty {
        try context.reply.print(HelpText.program)
      } else if words == "config" {
        try context.reply.print(keyReference())
      } else if let command = Command.named(words) {
        try context.reply.print(HelpText.command(command))
      } else if words.hasPrefix("export ") {
        let name = context.arguments.operands[1]
        guard let format = ExportFormat.named(name) else {
          throw Unusable(Option.exportFormat.mistakes(in: name))
        }
        try context.reply.print(format.help)
      } else {
        throw Unusable(.unknownCommand(words))
      }
      return .done
    })
}
