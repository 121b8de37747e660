import Diagnostics
import Exchange
import TeamFiles
import Views

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
        try context.reply.print(asItIs: ManualPage.text)
      } else if words.isEmpty {
        try context.reply.print(HelpText.program)
      } else if words == "config" {
        try context.reply.print(keys: keyTables)
      } else if let command = Command.named(words) {
        try context.reply.print(HelpText.command(command, width: context.reply.width))
      } else if words.hasPrefix("export ") {
        let name = context.arguments.operands[1]
        guard let format = ExportFormat.named(name) else {
          throw Unusable(Option.exportFormat.mistakes(in: name))
        }
        try context.reply.print(format.help)
        try context.reply.print(asItIs: format.callText)
      } else {
        throw Unusable(.unknownCommand(words))
      }
      return .done
    })
}

extension Reply {
  /// Every key of the files: on a terminal tables that fit it, else Markdown.
  fileprivate func print(keys: [KeyTable]) throws(FileProblem) {
    guard let width else {
      return try print(asItIs: keys.map(\.markdown).joined(separator: "\n"))
    }
    let tables = keys.map { keys in
      var table = TextTable([
        .whole("key"), .words("value"), .words("left out"), .words("meaning"), .words("example"),
      ])
      for row in keys.rows {
        table.add([row.key, row.value, row.without, row.meaning, row.example])
      }
      return "\(keys.title)\n\n" + table.text(width: width)
    }
    try print(tables.joined(separator: "\n"))
  }
}
