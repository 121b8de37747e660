import Scheduling
import TeamFiles

/// The shells for which Rota writes completions, all from the table of commands and options.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: BashCompletions.script
    case .zsh: ZshCompletions.script
    case .fish: FishCompletions.script
    }
  }
}

/// What can stand in some place of a command line, in the words of no shell.
enum Candidates: Sendable {
  case nothing
  case files
  case folders
  case words([String])

  init(_ value: Option.Value) {
    switch value {
    case .file: self = .files
    case .folder: self = .folders
    case .date, .days, .number, .text: self = .nothing
    case .word(let words): self = .words(words)
    }
  }

  init(_ operand: Command.OperandKind) {
    switch operand {
    case .none, .period, .when, .week: self = .nothing
    case .rota, .file: self = .files
    case .folder: self = .folders
    case .command: self = .words(Command.all.map(\.name) + ["config"])
    case .schema: self = .words(FileKind.allCases.map(\.rawValue))
    case .shell: self = .words(Shell.allCases.map(\.rawValue))
    case .rule: self = .words(RuleBook.rules.map(\.id))
    }
  }
}

enum CompletionTable {
  /// `--team` and the others that a value follows, each once.
  static var valued: [String] {
    var names: [String] = []
    for option in Option.all where option.value != nil && !names.contains("--" + option.name) {
      names.append("--" + option.name)
    }
    return names
  }

  /// The first words of commands, each once.
  static var firstWords: [String] {
    var words: [String] = []
    for command in Command.all {
      let word = String(command.name.prefix { $0 != " " })
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// The second words of the commands that begin with a word.
  static func secondWords(after word: String) -> [String] {
    Command.all.map(\.name).filter { $0.hasPrefix(word + " ") }
      .map { String($0.dropFirst(word.count + 1)) }
  }

  /// First words that are no commands by themselves.
  static var halves: [String] { firstWords.filter { Command.named($0) == nil } }

  /// Quoted for any of the shells.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
