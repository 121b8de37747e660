import Dates
import Diagnostics
import RotaModel
import Testing

@testable import RotaCommands

struct ArgumentTests {
  private func arguments(_ line: String) throws -> (String, Arguments) {
    let request = try ArgumentParser.parse(line.split(separator: " ").map(String.init))
    guard case .run(let command, let arguments) = request else {
      throw Unexpected(description: line)
    }
    return (command.name, arguments)
  }

  private func mistakes(_ line: String) -> [String] {
    do throws(ArgumentParser.Mistakes) {
      _ = try ArgumentParser.parse(line.split(separator: " ").map(String.init))
      return []
    } catch {
      return error.findings.map { "\($0.id): \($0.message)" }
    }
  }

  @Test(arguments: [
    "generate 2027-Q1 --team a.yaml --today 2026-12-01",
    "--team a.yaml generate --today=2026-12-01 2027-Q1",
    "--today 2026-12-01 generate --team=a.yaml -- 2027-Q1",
  ])
  func optionsStandAnywhere(_ line: String) throws {
    let (command, arguments) = try arguments(line)
    #expect(command == "generate")
    #expect(arguments.operands == ["2027-Q1"])
    #expect(arguments.teamFile == "a.yaml")
    #expect(arguments.day(.today)?.description == "2026-12-01")
  }

  @Test func afterTwoDashesNothingIsAnOption() throws {
    #expect(try arguments("check -- --strict -x").1.operands == ["--strict", "-x"])
  }

  @Test func anOptionsValueMayBeginWithADash() throws {
    #expect(try arguments("check --team -odd.yaml").1.teamFile == "-odd.yaml")
  }

  @Test(arguments: [
    ("generat", "unknown-command: there is no command `generat`"),
    ("--team x", "missing-command: no command is named"),
    ("show --fromat json", "unknown-option: `show` has no option `--fromat`"),
    ("show -f json", "unknown-option: `show` has no option `-f`"),
    ("show --format yaml", "unknown-format: `--format` has no `yaml`"),
    ("show --format", "missing-value: `--format` has no value"),
    ("check --strict=yes", "unexpected-value: `--strict` takes no value"),
    (
      "who --today 2027-02-30",
      "bad-date: `--today`: `2027-02-30` does not exist: February 2027 has 28 days"
    ),
    ("generate --weeks 0", "bad-number: `0` after `--weeks` is not a number that it takes"),
    ("generate --weeks +5", "bad-number: `+5` after `--weeks` is not a number that it takes"),
    (
      "generate --effort 99999999999999999999",
      "bad-number: `99999999999999999999` after `--effort` is not a number that it takes"
    ),
    ("show --team a --team b", "repeated-option: `--team` stands twice"),
    ("show 2027-Q1 2027-Q2", "unexpected-operand: `show` has no use for `2027-Q2`"),
  ])
  func mistake(_ line: String, _ message: String) {
    #expect(mistakes(line).contains(message))
  }

  /// A shell may write a folder's files out.
  @Test(arguments: ["check", "export", "calendar --out x", "calendar diff", "calendar lint", "fmt"])
  func aListOfFilesMayGoOnAndOn(_ command: String) {
    let files = String(repeating: " a.yaml", count: 1001)
    #expect(!mistakes(command + files).contains { $0.hasPrefix("unexpected-operand") })
  }

  @Test func allMistakesAreReportedAtOnce() {
    #expect(mistakes("show a b --fromat json --today never").count == 3)
  }

  @Test func commandsAndOptionsAreGuessed() {
    let fake = FakeEnvironment()
    #expect(fake.run(line: "chek").errors.contains("did you mean `check`?"))
    #expect(fake.run(line: "check --strickt").errors.contains("did you mean `--strict`?"))
  }

  @Test func helpIsAskedForInManyWays() {
    let fake = FakeEnvironment()
    let whole = fake.run(line: "help").output
    #expect(whole == fake.run([]).output)
    #expect(whole == fake.run(line: "--help").output)
    #expect(whole == fake.run(line: "-h").output)
    #expect(fake.run(line: "help show").output == fake.run(line: "show --help").output)
    #expect(fake.run(line: "help show").output == fake.run(line: "--help show --format").output)
  }
}

struct Unexpected: Error { let description: String }

/// What the table of commands keeps to.
struct CommandTableTests {
  @Test(arguments: Command.all.map(\.name))
  func everyCommandHasExamplesThatParse(_ name: String) throws {
    let command = try #require(Command.named(name))
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      let request = try ArgumentParser.parse(example.line.split(separator: " ").map(String.init))
      guard case .run(let parsed, _) = request else {
        Issue.record("\(example.line) runs nothing")
        continue
      }
      #expect(parsed.name == name)
    }
  }

  @Test func namesAndOptionsAreUnique() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    for command in Command.all {
      let names = command.allOptions.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
    }
  }

  /// The reader knows before the command whether an option has a value.
  @Test func anOptionHasAValueInAllCommandsOrNone() {
    for option in Option.all {
      #expect(
        Option.all.allSatisfy {
          $0.name != option.name || ($0.value == nil) == (option.value == nil)
        })
    }
  }

  @Test(arguments: Command.all.map(\.name))
  func helpFitsATerminal(_ name: String) throws {
    let text = HelpText.command(try #require(Command.named(name)))
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }
}
