import Diagnostics

/// What a command line asks for.
enum Request: Sendable {
  case run(Command, Arguments)
  /// The help of a command, or of the program.
  case help(Command?)
  case version
}

/// Reads a command line by the table of commands and options.
///
/// Options may stand before, between and after the operands, as `--name VALUE` or `--name=VALUE`;
/// `--` ends them. All mistakes are collected, so that one run reports them all.
struct ArgumentParser {
  /// The mistakes of a command line, and the format in which it asks to hear of them.
  struct Mistakes: Error {
    var findings: [Diagnostic] = []
    var format: String?
  }

  /// An option as it stands on the command line.
  private struct Given {
    /// With its dashes.
    let token: String
    let value: String?

    var name: String { token.hasPrefix("--") ? String(token.dropFirst(2)) : token }
  }

  private var words: [String] = []
  private var given: [Given] = []

  static func parse(_ tokens: [String]) throws(Mistakes) -> Request {
    let parser = ArgumentParser(tokens)
    let (command, operands) = parser.command()
    if parser.asks(for: .help) || parser.given.contains(where: { $0.token == "-h" }) {
      return .help(command)
    }
    if parser.asks(for: .version) { return .version }
    if parser.words.isEmpty, parser.given.isEmpty { return .help(nil) }
    return try parser.check(command, operands)
  }

  /// Parts the words from the options and their values. Before the command is known, the table of
  /// all options tells whether a value follows.
  private init(_ tokens: [String]) {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if token == "--" {
        words += tokens[index...]
        return
      }
      guard token.hasPrefix("-"), token != "-" else {
        words.append(token)
        if let end = ArgumentParser.end(ofRangeFrom: token, tokens[index...]) {
          words[words.count - 1] += " to " + end
          index += 2
        }
        continue
      }
      let parts = token.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      var value = parts.count == 2 ? String(parts[1]) : nil
      let known = Option.all.first { "--" + $0.name == parts[0] }
      // Another option is no value: `--out --today 2027-01-04` lacks one.
      let isValueNext =
        index < tokens.count && !Option.all.contains { "--" + $0.name == tokens[index] }
      if value == nil, known?.value != nil, isValueNext {
        value = tokens[index]
        index += 1
      }
      if case .days = known?.value, let start = value,
        let end = ArgumentParser.end(ofRangeFrom: start, tokens[index...])
      {
        value = start + " to " + end
        index += 2
      }
      given.append(Given(token: String(parts[0]), value: value))
    }
  }

  /// The end of a range that was given as three words, `DATE to DATE`: one operand or value.
  private static func end(ofRangeFrom start: String, _ rest: ArraySlice<String>) -> String? {
    guard let first = start.utf8.first, (0x30...0x39).contains(first), rest.count > 1,
      rest.first == "to"
    else { return nil }
    return rest[rest.startIndex + 1]
  }

  private func asks(for option: Option) -> Bool { given.contains { $0.name == option.name } }

  /// The command that the first words name, two before one, and its operands.
  private func command() -> (Command?, operands: [String]) {
    for length in [2, 1] where words.count >= length {
      if let command = Command.named(words.prefix(length).joined(separator: " ")) {
        return (command, Array(words.dropFirst(length)))
      }
    }
    return (nil, words)
  }

  private func check(_ command: Command?, _ operands: [String]) throws(Mistakes) -> Request {
    var mistakes = Mistakes(format: given.last { $0.name == "format" }?.value)
    guard let command else {
      mistakes.findings = [words.first.map(Diagnostic.unknownCommand) ?? .missingCommand]
      throw mistakes
    }
    if !command.formatsMistakes { mistakes.format = nil }
    var arguments = Arguments(operands: operands)
    for option in given {
      let known = command.allOptions.first { "--" + $0.name == option.token }
      guard let known else {
        mistakes.findings.append(.unknownOption(option.token, of: command))
        continue
      }
      let wrong = known.mistakes(in: option.value)
      mistakes.findings += wrong
      if wrong.isEmpty {
        if arguments.has(known), !known.isRepeatable {
          mistakes.findings.append(.usage("repeated-option", "`--\(known.name)` stands twice"))
        }
        arguments.add(option.value ?? "", to: known)
      }
    }
    for option in command.options
    where option.isRequired && !given.contains(where: { $0.name == option.name }) {
      mistakes.findings.append(
        .usage("missing-option", "`\(command.name)` needs `\(option.usage)`", of: command))
    }
    mistakes.findings += command.mistakes(in: operands)
    guard mistakes.findings.isEmpty else { throw mistakes }
    return .run(command, arguments)
  }
}

extension Command {
  /// What is wrong with the number of operands.
  fileprivate func mistakes(in words: [String]) -> [Diagnostic] {
    if words.count < operandCount.lowerBound {
      return [.usage("missing-operand", "`\(name)` needs \(operands)", of: self)]
    }
    if words.count > operandCount.upperBound {
      let extra = words[operandCount.upperBound]
      return [.usage("unexpected-operand", "`\(name)` has no use for `\(extra)`", of: self)]
    }
    return []
  }
}
