import Exchange
import Planning
import Views

/// An option of the command line. Parsing, help and completions are made from these values; there
/// is no other list of options.
struct Option: Sendable {
  /// What stands after an option, which decides how it is checked and completed.
  enum Value: Sendable {
    case file
    case folder
    /// A date of the calendar.
    case date
    /// A whole number.
    case number(ClosedRange<Int>)
    /// Days: a date, or `DATE to DATE` in one word or three.
    case days
    /// Any text, called by what it is.
    case text(String)
    /// A text, `=` and what it means, called by both.
    case meaning(String, Command.OperandKind)
    /// One of some words.
    case word([String])
    case rotation
    case engineer
  }

  /// Without the dashes.
  let name: String
  /// nil for a switch.
  let value: Value?
  /// What help calls the value; nil for what its kind says.
  var called: String?
  /// Whether the command does nothing without it.
  var isRequired = false
  /// Whether it may stand more than once, each time with another value.
  var isRepeatable = false
  /// One line for the help text.
  let summary: String

  init(
    _ name: String, _ value: Value? = nil, required: Bool = false, repeatable: Bool = false,
    called: String? = nil, _ summary: String
  ) {
    self.name = name
    self.value = value
    self.called = called
    isRequired = required
    isRepeatable = repeatable
    self.summary = summary
  }

  /// As it is typed: `--team FILE`.
  var usage: String { "--\(name)" + (placeholder.map { " " + $0 } ?? "") }

  /// What help shows in place of its value; nil for a switch.
  var placeholder: String? { value.map { called ?? $0.placeholder } }
}

extension Option.Value {
  var placeholder: String {
    switch self {
    case .file: "FILE"
    case .folder: "DIR"
    case .date: "DATE"
    case .number: "N"
    case .days: "DATE [to DATE]"
    case .text(let called), .meaning(let called, _): called
    case .word(let words): words.joined(separator: "|")
    case .rotation: "NAME"
    case .engineer: "ENGINEER"
    }
  }
}

extension Option {
  static let team = Option(
    "team", .file,
    "the team file (default: \(Arguments.standardTeamFile), else \(Arguments.otherTeamFile))")
  static let today = Option(
    "today", .date, "the date to take for today; so does the environment variable ROTA_TODAY")
  static let color = Option(
    "color", .word(["always", "never"]),
    "colours, or none (default: on a terminal, unless NO_COLOR is set)")
  static let allowOutside = Option(
    "allow-outside", nil, "read calendars that lie outside of the team file's folder, too")
  static let help = Option("help", nil, "show what a command does, with examples")
  static let manual = Option("man", nil, "the manual page of the program, for man(1)")
  static let version = Option("version", nil, "show the version of Rota")

  /// Those of every command.
  static let global: [Option] = [team, today, allowOutside, color, help]

  /// Those of every command and of the program, some more than once.
  static let all = global + [version] + Command.all.flatMap(\.options)

  static let from = Option("from", .date, "the first date of a period of whole weeks")
  static let weeks = Option("weeks", .number(1...1_000_000), "how many weeks the period has")
  static let dryRun = Option("dry-run", nil, "print the rota, write nothing")
  static let replace = Option("replace", nil, "replace a rota file that is in the way")
  static let replanFrom = Option(
    "from", .date, required: true, "weeks that start before this date stay as they are")
  static let replanDryRun = Option("dry-run", nil, "print what would change, write nothing")
  static let rotation = Option(
    "rotation", .rotation, "which rotation; needed where the team has several")
  static let importRotation = Option(
    "rotation", .rotation, "whose shifts they are, where the file does not say")
  static let column = Option(
    "column", .meaning("HEADER=ROTATION", .rotation), repeatable: true,
    "the rotation that a column of a table is of; `HEADER=` leaves it out")
  static let dateOrder = Option(
    "dates", .word(DateOrder.allCases.map(\.rawValue)),
    "what stands first in dates such as 05/10/2026")
  static let sheetWeeks = Option(
    "sheet-weeks", .word(SheetWeeks.allCases.map(\.rawValue)),
    "how to read weeks of another weekday than the handover's")
  static let list = Option(
    "list", .text("PATH"), "which list of a JSON file: its keys, joined by `.`")
  static let importAs = Option(
    "as", .meaning("TEXT=ID", .engineer), repeatable: true,
    "who is meant by a text of the file; `TEXT=` leaves their rows out")
  static let importReplace = Option(
    "replace", nil, "take what the file says where a rota on file says otherwise")
  static let importPartial = Option(
    "partial", nil, "leave out rows that cannot be read, and write the rest")
  static let importDryRun = Option("dry-run", nil, "show what would change, write nothing")
  static let ownersFrom = Option(
    "from", .date, "the first day asked about (default: today, or the project's first day)")
  static let fairnessFrom = Option("from", .date, "the first date asked about")
  static let fairnessTo = Option("to", .date, "the last date asked about")
  static let fairnessRotation = Option("rotation", .rotation, "this rotation alone")
  static let exportFormat = Option(
    "format", .word(ExportFormat.all.map(\.name)), required: true, called: "FORMAT",
    "what to make; `rota help export FORMAT` tells of each")
  static let exportFrom = Option("from", .date, "nothing before this date; what lies across is cut")
  static let exportTo = Option("to", .date, "nothing after this date; what lies across is cut")
  static let set = Option(
    "set", .text("KEY=VALUE"), repeatable: true, "an id that the format writes into the body")
  static let exportPartial = Option(
    "partial", nil, "leave out what would then be gone from a schedule that is replaced whole")
  static let exportOut = Option("out", .file, "the file to write, instead of standard output")
  static let trace = Option(
    "trace", .engineer, "week by week, what this engineer's numbers are made of")
  static let explain = Option("explain", nil, "every point with its owner and a sentence")
  static let projects = Option(
    "projects", nil, "a chart of projects instead: owners, shifts, time off, week by week")
  static let part = Option(
    "part", .word(ReportView.Part.allCases.map(\.rawValue)), "this part alone")
  static let next = Option("next", nil, "the coming handover instead of now")
  static let sort = Option("sort", .word(["balance"]), "who has done most first")
  static let days = Option("days", .days, "covers of these days instead")
  static let reason = Option("reason", .text("TEXT"), "why, as a comment in the file")
  static let check = Option("check", nil, "write nothing; the exit status is 1 for an untidy file")
  static let apply = Option("apply", .number(1...1_000_000), "write the Nth way into the rota file")
  static let base = Option("base", .file, "an earlier plan; changes against it cost points")
  static let reviewBase = Option(
    "base", .text("REV"), "a review: what is new against this commit, branch or tag of git")
  static let optionCount = Option(
    "options", .number(1...Favour.allCases.count), "show N rotas that differ for a reason")
  static let pick = Option(
    "pick", .number(1...Favour.allCases.count), "with `--options`: make the Nth of them the rota")
  static let effort = Option("effort", .number(1...1_000_000), "multiply the solver's work limit")
  static let timings = Option("timings", nil, "print on standard error how long each part took")
  static let strict = Option("strict", nil, "warnings, too, make the exit status 1")
  static let verbose = Option(
    "verbose", nil, "every warning for itself, and which events of each calendar count")
  static let clashVerbose = Option(
    "verbose", nil, "where no rota exists: every fact of the clash with its place")
  static let out = Option("out", .folder, required: true, "the folder to write to")
  static let watchOut = Option(
    "out", .folder, "the folder of the site, published after each change")
  static let initFrom = Option("from", .file, "a list of names, one a line, or a table with them")
  static let title = Option("title", .text("TITLE"), "what the site is called (default: the team)")
  static let baseURL = Option(
    "base-url", .text("URL"),
    "where the site will be on the web: calendars are then subscribed to there")
  static let contacts = Option(
    "contacts", nil, "show e-mail addresses and the guests of meetings, in the calendars, too")
  static let bestAlternatives = Option(
    "why", nil, "for each coming shift the best alternative; it has to be solved for")
  static let allDay = Option("all-day", nil, "shifts as whole days, not from handover to handover")
  static let reminders = Option(
    "reminders", nil, "an alarm one working day before a shift, in engineers' own calendars")
  static let attendees = Option(
    "attendees", nil, "who takes part, by e-mail; some calendars then send invitations")

  static func format(_ words: [String]) -> Option {
    Option("format", .word(words), "how to print it (default: \(words.first ?? "text"))")
  }
}
