/// The manual page, in the language of mdoc(7), made from the table of commands and options.
enum ManualPage {
  static var text: String {
    """
    .Dd \(Version.date)
    .Dt ROTA 1
    .Os
    .Sh NAME
    .Nm rota
    .Nd plan who does a team's service tasks, and who owns its projects
    .Sh SYNOPSIS
    .Nm
    .Op Fl \\-team Ar FILE
    .Ar COMMAND
    .Op Ar OPTION ...
    .Sh DESCRIPTION
    \(paragraph(
      """
      Plans a team's weekly service tasks and the owners of its projects around everybody's time off, \
      fair over the years, with the fewest points possible and the proof of it. Everything lives in \
      plain text files.
      """))
    .Pp
    The options of every command:
    \(list(Option.global))
    .Pp
    The option of the program:
    \(list([.version]))
    .Sh COMMANDS

    """ + Command.all.map(section).joined() + """
      .Sh ENVIRONMENT
      \(list(variables.map { ("Ev \($0.name)", $0.meaning) }))
      .Sh FILES
      \(list(files.map { ("Pa \($0.path)", $0.meaning) }))
      .Sh EXIT STATUS
      \(list(ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) }))
      .Sh EXAMPLES

      """
      + Command.all.flatMap(\.examples).map(example).joined(separator: ".Pp\n")
  }

  private static let variables: [(name: String, meaning: String)] = [
    ("ROTA_TODAY", "the date to take for today, where no `--today` says it"),
    ("NO_COLOR", "no colours, where it is not empty and no `--color` asks for them"),
    ("TZDIR", "the folder of time zone data, instead of the system's"),
    ("TZ", "the time zone that `init` writes, instead of the system's"),
  ]

  private static let files: [(path: String, meaning: String)] = [
    (Arguments.standardTeamFile, "the team: engineers, rotations, projects, time off, wishes"),
    (Arguments.otherTeamFile, "the team file where there is no \(Arguments.standardTeamFile)"),
    ("config/rotas/*.yaml", "the rotas, a file a period, a line a week"),
  ]

  private static func section(_ command: Command) -> String {
    """
    .Ss \(command.name)
    .Dl rota \(words(command.usage))
    .Pp
    \(paragraph(command.details))
    \(command.options.isEmpty ? "" : list(command.options))
    """.trimmedLines + "\n"
  }

  private static func example(_ example: Command.Example) -> String {
    """
    \(paragraph(example.does)):
    .Dl rota \(words(example.line))

    """
  }

  private static func list(_ options: [Option]) -> String {
    list(
      options.map { option in
        let value = option.placeholder.map { " Ar \"\(words($0))\"" } ?? ""
        return ("Fl \(words("-" + option.name))" + value, option.summary)
      })
  }

  /// Terms, each a macro with its words or a word, with what they mean.
  private static func list(_ entries: [(term: String, meaning: String)]) -> String {
    ".Bl -tag -width Ds\n"
      + entries.map { ".It \($0.term)\n\(paragraph($0.meaning))\n" }.joined() + ".El"
  }

  /// Text as lines of input, each sentence on lines of its own; lines that begin with blanks stay as
  /// they are.
  private static func paragraph(_ text: String) -> String {
    var lines: [String] = []
    var flow: [Substring] = []
    func end() {
      lines += wrapped(flow)
      flow = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.hasPrefix(" ") {
        end()
        lines.append(line.isEmpty ? ".Pp" : ".Dl " + words(String(line.drop { $0 == " " })))
      } else {
        flow += words(String(line)).split(separator: " ")
      }
    }
    end()
    return lines.joined(separator: "\n")
  }

  /// Words of the page as lines of input no longer than `width`, broken after each sentence.
  private static func wrapped(_ flow: [Substring]) -> [String] {
    let width = 78
    var lines: [String] = []
    var line = ""
    for word in flow {
      if !line.isEmpty, line.count + word.count >= width || line.isSentence {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map(guarded)
  }

  /// Text of the program as text of the page: what stands between backticks is bold.
  private static func words(_ text: String) -> String {
    var isBold = false
    return text.map { character in
      switch character {
      case "\\": return "\\e"
      case "-": return "\\-"
      case "`":
        isBold.toggle()
        return isBold ? "\\fB" : "\\fR"
      default: return String(character)
      }
    }.joined()
  }

  /// A line that begins like a macro is none.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}

extension String {
  fileprivate var isSentence: Bool { [".", "?", "!"].contains { hasSuffix($0) } }

  /// Without its empty lines.
  fileprivate var trimmedLines: String {
    split(separator: "\n").joined(separator: "\n")
  }
}
