import Exchange

/// What the word that is being typed may become.
struct Completion {
  struct Candidate: Equatable {
    let word: String
    /// A few words for shells that show them.
    let meaning: String
  }

  /// Paths, which the shell itself completes.
  enum Paths: String {
    case files, folders

    /// The line by which the shells' scripts know it; no word begins with `:`.
    var mark: String { ":" + rawValue }
  }

  private(set) var candidates: [Candidate] = []
  private(set) var paths: Paths?

  /// - Parameters:
  ///   - words: those typed, without the program's name; the last is the one begun, perhaps empty.
  ///   - values: what the team's files have to offer for an operand or a value.
  init(of words: [String], values: (Command.OperandKind) -> [Candidate]) {
    var before = Completion.joined(words)
    var begun = before.popLast() ?? ""
    var prefix = ""
    if begun.hasPrefix("--"), let sign = begun.firstIndex(of: "=") {
      before.append(String(begun[..<sign]))
      prefix = begun[...sign].description
      begun = String(begun[begun.index(after: sign)...])
    }
    let typed = TypedWords(before)
    if let option = typed.awaitingValue {
      if case .meaning(_, let kind) = option.value {
        guard let sign = begun.firstIndex(of: "=") else { return }
        // Of words that bash took apart it wants the last part alone.
        if !words.suffix(2).contains("=") { prefix += begun[...sign] }
        begun = String(begun[begun.index(after: sign)...])
        add(kind, values)
      } else {
        add(option.value.map(Command.OperandKind.init), values)
      }
    } else if begun.hasPrefix("-") {
      candidates = typed.options.map { Candidate(word: "--" + $0.name, meaning: $0.summary) }
    } else {
      addOperands(typed, values)
    }
    candidates = candidates.filter { $0.word.hasPrefix(begun) }.map {
      Candidate(word: prefix + $0.word, meaning: $0.meaning)
    }
  }

  /// The words as they were typed: bash takes `--format=json` and `1st=service` for three. An option
  /// and its value may stay two.
  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    var isOpen = false
    for (index, word) in words.enumerated() {
      if isOpen {
        joined[joined.count - 1] += word
        isOpen = false
      } else if word != "=" {
        joined.append(word)
      } else if let last = joined.last, !last.hasPrefix("--") {
        joined[joined.count - 1] += word
        isOpen = true
      } else if index == words.count - 1 {
        joined.append("")
      }
    }
    return joined
  }

  /// A line for each, a tab before its meaning.
  var lines: String {
    candidates.map { candidate in
      candidate.word + (candidate.meaning.isEmpty ? "" : "\t" + candidate.meaning) + "\n"
    }.joined() + (paths.map { $0.mark + "\n" } ?? "")
  }

  private mutating func addOperands(
    _ typed: TypedWords, _ values: (Command.OperandKind) -> [Candidate]
  ) {
    let name = typed.words.joined(separator: " ")
    candidates = Command.all.filter { command in
      typed.words.isEmpty || command.name.hasPrefix(name + " ")
    }.reduce(into: []) { found, command in
      let rest = typed.words.isEmpty ? command.name[...] : command.name.dropFirst(name.count + 1)
      let word = String(rest.prefix { $0 != " " })
      guard !found.contains(where: { $0.word == word }) else { return }
      found.append(Candidate(word: word, meaning: word == rest ? command.summary : ""))
    }
    guard let command = typed.command, typed.operands < command.operandCount.upperBound else {
      return
    }
    if typed.words == [Command.help.name, Command.export.name] {
      candidates = ExportFormat.all.map { Candidate(word: $0.name, meaning: $0.summary) }
    } else {
      add(command.kind(ofOperand: typed.operands), values)
    }
  }

  private mutating func add(
    _ kind: Command.OperandKind?, _ values: (Command.OperandKind) -> [Candidate]
  ) {
    switch kind {
    case .file: paths = .files
    case .folder: paths = .folders
    case .words(let words): candidates += words.map { Candidate(word: $0, meaning: "") }
    case let kind?:
      candidates += values(kind)
      if kind == .rota { paths = .files }
    case nil: break
    }
  }
}

/// The words before the one that is being typed, told apart.
private struct TypedWords {
  /// Without options and their values.
  private(set) var words: [String] = []
  /// The option whose value comes next.
  private(set) var awaitingValue: Option?
  private(set) var command: Command?
  /// How many operands of the command stand there.
  private(set) var operands = 0
  /// Those that may follow: each once.
  private(set) var options: [Option] = []

  init(_ typed: [String]) {
    var given: [String] = []
    for word in typed {
      if awaitingValue != nil {
        awaitingValue = nil
      } else if word.hasPrefix("--") {
        let name = word.dropFirst(2).prefix { $0 != "=" }
        given.append(String(name))
        let known = (command?.allOptions ?? Option.all).first { $0.name == name }
        if known?.value != nil, !word.contains("=") { awaitingValue = known }
      } else {
        words.append(word)
        find()
      }
    }
    options = (command?.allOptions ?? Option.global + [.version]).filter {
      $0.isRepeatable || !given.contains($0.name)
    }
  }

  /// The longest name that the words begin with.
  private mutating func find() {
    for length in [2, 1] where words.count >= length {
      guard let found = Command.named(words.prefix(length).joined(separator: " ")) else { continue }
      command = found
      operands = words.count - length
      return
    }
  }
}

extension Command {
  /// The last kind is that of all operands from there on.
  fileprivate func kind(ofOperand index: Int) -> OperandKind? {
    operandKinds.isEmpty ? nil : operandKinds[min(index, operandKinds.count - 1)]
  }
}

extension Command.OperandKind {
  /// What may be written for the value of an option.
  init(_ value: Option.Value) {
    self =
      switch value {
      case .file: .file
      case .folder: .folder
      case .date, .days, .number, .text, .meaning: .none
      case .word(let words): .words(words)
      case .rotation: .rotation
      case .engineer: .engineer
      }
  }
}
