/// A command of the program. Each stands in a file of its own; `Command.all` lists them.
struct Command: Sendable {
  /// What an operand is, which decides how it is completed.
  enum OperandKind: Sendable, Equatable {
    case none, period, rota, file, folder, week, engineer, weekOrEngineer, rotation, project, rule
    case command
    case words([String])
  }

  struct Example: Sendable {
    /// Without the name of the program.
    let line: String
    let does: String

    init(_ line: String, _ does: String) {
      self.line = line
      self.does = does
    }
  }

  /// One word, or two: `calendar lint`.
  let name: String
  /// The operands as the usage line shows them: `[ROTA…]`.
  let operands: String
  /// By their order; the last is that of all from there on.
  let operandKinds: [OperandKind]
  let operandCount: ClosedRange<Int>
  /// One line, for the list of commands.
  let summary: String
  /// Asked for by the help alone.
  private let makeDetails: @Sendable () -> String
  /// Besides the global ones.
  let options: [Option]
  let examples: [Example]
  /// Whether mistakes are told in the format of `--format`, too. Not where it names what another
  /// system reads: then standard output holds that or nothing.
  let formatsMistakes: Bool
  let run: @Sendable (Context) throws -> ExitStatus

  init(
    _ name: String, operands: String = "", _ kinds: OperandKind...,
    count: ClosedRange<Int> = 0...0, summary: String,
    details: @autoclosure @escaping @Sendable () -> String, options: [Option] = [],
    examples: [Example], formatsMistakes: Bool = true,
    run: @escaping @Sendable (Context) throws -> ExitStatus
  ) {
    self.name = name
    self.operands = operands
    operandKinds = kinds
    self.operandCount = count
    self.summary = summary
    makeDetails = details
    self.options = options
    self.examples = examples
    self.formatsMistakes = formatsMistakes
    self.run = run
  }

  /// What there is to know beyond the summary.
  var details: String { makeDetails() }

  var allOptions: [Option] { options + Option.global }

  /// The usage line, without the program's name.
  var usage: String {
    ([name, operands].filter { !$0.isEmpty } + options.filter(\.isRequired).map(\.usage))
      .joined(separator: " ") + " [OPTION…]"
  }
}

/// How many operands a list has that may go on and on.
extension ClosedRange<Int> {
  static let any = 0...Int.max
  static let oneOrMore = 1...Int.max
}

extension Command {
  /// All commands, in the order of the help text.
  static let all: [Command] = [
    .initialise, .generate, .check, .calendar, .calendarDiff, .calendarLint, .show, .publish,
    .watch, .who,
    .why,
    .replan, .cover, .swap, .diff, .stress, .owners, .fairness, .report, .pin, .away, .projectAdd,
    .projectEnd,
    .importShifts, .export, .fmt,
    .rules,
    .configTree, .schema, .completions, .help,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
