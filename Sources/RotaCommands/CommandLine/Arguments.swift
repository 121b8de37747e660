import Dates
import RotaModel
import TeamFiles

/// The arguments of a command as they were given, checked against its options.
struct Arguments: Sendable {
  static let standardTeamFile = "config/team.yaml"
  /// Taken where the standard one is not there.
  static let otherTeamFile = "team.yaml"

  let operands: [String]
  /// By the option's name; more than one value only of those that may be repeated.
  private var values: [String: [String]] = [:]

  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The text after an option.
  func text(_ option: Option) -> String? { values[option.name]?.last }

  /// The texts after an option that may be repeated, in their order.
  func texts(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// The date after an option; it was checked.
  func day(_ option: Option) -> Day? { text(option).flatMap { Day($0) } }

  /// The days of `--days`; they were checked.
  var days: Range<Day>? { text(.days).flatMap { try? OneText($0).days() } }

  /// The number after an option; it was checked.
  func number(_ option: Option) -> Int? { text(option).flatMap { Int($0) } }

  /// The word after `--format`, or nil for the command's own.
  var format: String? { values["format"]?.last }

  var teamFile: String { text(.team) ?? Arguments.standardTeamFile }

  /// With the team file that is there, where none is named.
  func findingTeamFile(in environment: any Environment) -> Arguments {
    guard !has(.team), !environment.has(Arguments.standardTeamFile),
      environment.has(Arguments.otherTeamFile)
    else { return self }
    var found = self
    found.set(.team, to: Arguments.otherTeamFile)
    return found
  }

  /// Without operands, and of the options those that a command has.
  func options(of command: Command) -> Arguments {
    var arguments = Arguments(operands: [])
    let names = Set(command.allOptions.map(\.name))
    arguments.values = values.filter { names.contains($0.key) }
    return arguments
  }

  init(operands: [String]) { self.operands = operands }

  mutating func set(_ option: Option, to text: String) { values[option.name] = [text] }

  /// Beside the values that a repeatable option has already.
  mutating func add(_ text: String, to option: Option) {
    values[option.name, default: []].append(text)
  }
}
