import Dates
import Diagnostics
import RotaModel
import TeamFiles

/// The mistakes of a command line: they have no file to point at.
extension Diagnostic {
  static func usage(_ id: String, _ message: String, help: [String] = []) -> Diagnostic {
    Diagnostic(id, .error, message, at: nil, help: help)
  }

  static func usage(_ id: String, _ message: String, of command: Command) -> Diagnostic {
    usage(
      id, message,
      help: ["write `rota \(command.usage)`"]
        + command.examples.prefix(1).map { "for example `rota \($0.line)`" })
  }

  static var missingCommand: Diagnostic {
    usage("missing-command", "no command is named", help: ["`rota help` lists the commands"])
  }

  static func unknownCommand(_ word: String) -> Diagnostic {
    usage(
      "unknown-command", "there is no command `\(word)`",
      help: [
        nearestCommand(to: word).map { "did you mean `\($0)`?" }
          ?? "`rota help` lists the commands"
      ])
  }

  /// Half of a command of two words is near to the whole of it.
  private static func nearestCommand(to word: String) -> String? {
    let names = Command.all.map(\.name)
    return names.first { $0.hasPrefix(word + " ") } ?? nearest(to: word, among: names)
  }

  static func unknownOption(_ token: String, of command: Command) -> Diagnostic {
    let names = command.allOptions.map { "--" + $0.name }
    return usage(
      "unknown-option", "`\(command.name)` has no option `\(token)`",
      help: [
        nearest(to: token, among: names).map { "did you mean `\($0)`?" }
          ?? "it has " + names.map { "`\($0)`" }.joined(separator: ", ")
      ])
  }
}

extension Option {
  /// What is wrong with the value that was given.
  func mistakes(in text: String?) -> [Diagnostic] {
    guard let value else {
      guard text != nil else { return [] }
      return [.usage("unexpected-value", "`--\(name)` takes no value", help: ["write `\(usage)`"])]
    }
    guard let text, !text.isEmpty else {
      return [.usage("missing-value", "`--\(name)` has no value", help: ["write `\(usage)`"])]
    }
    switch value {
    case .file, .folder, .text, .meaning, .rotation, .engineer:
      return []
    case .days:
      return misread { () throws(OneText.Mistakes) in _ = try OneText(text).days() }
    case .date:
      return misread { () throws(OneText.Mistakes) in _ = try OneText(text).day() }
    case .number(let range):
      let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if digits, let number = Int(text), range.contains(number) { return [] }
      return [
        .usage(
          "bad-number", "`\(text)` after `--\(name)` is not a number that it takes",
          help: ["write a whole number from \(range.lowerBound) to \(range.upperBound)"])
      ]
    case .word(let words):
      guard !words.contains(text) else { return [] }
      return [
        .usage(
          "unknown-\(name)", "`--\(name)` has no `\(text)`",
          help: ["it has " + words.map { "`\($0)`" }.joined(separator: ", ")]
            + (nearest(to: text, among: words).map { ["did you mean `\($0)`?"] } ?? []))
      ]
    }
  }

  private func misread(_ read: () throws(OneText.Mistakes) -> Void) -> [Diagnostic] {
    do throws(OneText.Mistakes) {
      try read()
      return []
    } catch {
      return error.findings.map {
        .usage($0.id, "`--\(name)`: \($0.message)", help: $0.help)
      }
    }
  }
}
