import Diagnostics
import Testing

@testable import RotaCommands

/// What every command prints on terminals of four widths, for teams whose names are long.
struct TerminalWidthTests {
  /// Names of thirty letters: of one column each, and of two.
  enum Script: CaseIterable {
    case latin, eastAsian

    func name(_ number: Int) -> String {
      let beginning = ["Annegret", "Bernadette", "Cornelia", "Dorothea", "Edeltraud"][number]
      switch self {
      case .latin: return String((beginning + "-Maximiliane von Hohenberg-Rosenblatt").prefix(30))
      case .eastAsian: return "一二三四五".map(String.init)[number] + "日部かすかべの当番を受け持つ基盤技術者の長い名前の人達"
      }
    }
  }

  private static let today = "--today 2026-12-15"

  /// Two short rotas on file, the second still to come.
  private func world(_ script: Script, rotations: Int) -> FakeEnvironment {
    func name(_ number: Int) -> String { "\"\(script.name(number))\"" }
    let team = """
      team: \(name(0))
      handover: Monday 09:30
      rest: 0
      rotations:
      \((1...rotations).map { "  r\($0): { name: \(name($0)), members: all }\n" }.joined())
      engineers:
      \((0..<5).map { "  e\($0): { name: \(name($0)), avoid: [2027-01-1\($0)] }\n" }.joined())
      projects:
        p1: { name: \(name(1)), start: 2026-12-07, end: 2027-01-22, owners: 2, docs: none }
        p2: { name: \(name(2)), start: 2027-01-11, end: 2027-01-29, introduces: \(name(3)) }
      feedback: { at: first Thursday 15:00, guests: [\(name(4))], agenda: What helped }
      pins: { 2027-01-11: { r1: e0 } }

      """
    let world = FakeEnvironment(texts: ["config/team.yaml": team])
    for period in ["--from 2026-11-30 --weeks 5", "--from 2027-01-04 --weeks 4"] {
      let outcome = world.run(line: "generate \(period) --today 2026-11-01")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    return world
  }

  private static let commands =
    [
      "show", "show 2027-01-04_2027-01-31 --explain", "show --projects", "check", "check --explain",
      "who", "who 2026-12-21", "who e1", "why 2027-01-18 --rotation r1", "owners",
      "fairness", "fairness --trace e1", "fairness --sort balance", "report",
      "diff 2026-11-30_2027-01-03 2027-01-04_2027-01-31",
      "cover 2027-01-18 --rotation r1", "swap e1 e2 --rotation r1",
      "cover 2027-01-18 --rotation r1 --days 2027-01-19 to 2027-01-20",
      "stress 2027-01-04_2027-01-31", "generate --from 2027-02-01 --weeks 3 --dry-run",
      "generate --from 2027-02-01 --weeks 3 --options 3",
      "replan --from 2027-01-11 --dry-run", "calendar diff --out calendars",
      "calendar --out calendars",
    ]

  /// A line that may be wider: the first line of a finding, by which editors find its place, with
  /// the label under its line; a path or link, which is copied; and a line that shows how a search
  /// goes, which is taken back.
  private func mayBeWider(_ line: String) -> Bool {
    line.firstMatch(of: #/^\S+:\d+:\d+: |^ +\| +[\^\-]+ /#) != nil
      || line.split(separator: " ").count == 1 || line.contains("\r")
  }

  private func expectFits(_ outcome: FakeEnvironment.Outcome, _ width: Int, _ command: String) {
    for line in outcome.transcript.plain.split(separator: "\n").map(String.init) {
      #expect(line.terminalWidth <= width || mayBeWider(line), "\(command), \(width): \(line)")
    }
  }

  @Test(arguments: Script.allCases, [2, 3])
  func everyLineFits(script: Script, rotations: Int) {
    let world = world(script, rotations: rotations)
    world.isTerminal = true
    for command in TerminalWidthTests.commands {
      let outcomes = [60, 80, 120, 200].map { width in
        world.columns = width
        let files = world.files
        defer { world.files = files }
        let outcome = world.run(line: "\(command) \(TerminalWidthTests.today)")
        #expect(outcome.status < 2, "\(command): \(outcome.errors)")
        expectFits(outcome, width, command)
        return outcome
      }
      #expect(outcomes.contains { !$0.transcript.isEmpty })
    }
  }

  @Test(arguments: [60, 80, 120, 200]) func everyHelpFits(width: Int) {
    let world = FakeEnvironment()
    world.isTerminal = true
    world.columns = width
    let lines =
      ["help", "help config", "rules", "--version"] + Command.all.map { "help \($0.name)" }
    for line in lines { expectFits(world.run(line: line), width, line) }
  }

  /// Of `rota help export FORMAT` the call is copied, of `rota rules ID` the files are.
  @Test func whatIsCopiedStaysWhole() {
    let world = FakeEnvironment()
    let whole = world.run(line: "help export pagerduty").output
    world.isTerminal = true
    world.columns = 60
    let narrow = world.run(line: "help export pagerduty").output
    #expect(whole.contains("The call:\n"))
    #expect(narrow.split(separator: "The call:").last == whole.split(separator: "The call:").last)
    #expect(narrow.split(separator: "The call:").first != whole.split(separator: "The call:").first)
  }

  /// What programs read is the same at every width.
  @Test func formatsDoNotDependOnTheWidth() throws {
    let world = FakeEnvironment(files: try Folder.sample())
    for command in [
      "show --format json", "show --format markdown", "show --format csv", "fairness --format csv",
      "report --format markdown", "who --format slack", "schema team", "completions bash",
      "help --man", "config tree config/team.yaml", "export --format json", "check --format gitlab",
    ] {
      world.isTerminal = false
      let piped = world.run(line: "\(command) --today 2026-12-01").output
      world.isTerminal = true
      world.columns = 60
      #expect(!piped.isEmpty)
      #expect(world.run(line: "\(command) --today 2026-12-01").output == piped, "\(command)")
    }
  }

  @Test func aDumbTerminalGetsNoCodes() {
    let world = FakeEnvironment()
    world.isTerminal = true
    world.columns = 80
    #expect(world.run(line: "check").transcript.contains("\u{1B}"))
    #expect(!world.run(line: "TERM=dumb check").transcript.contains("\u{1B}"))
    #expect(world.run(line: "TERM=dumb check --color always").transcript.contains("\u{1B}"))
  }
}

extension String {
  /// Without colours.
  fileprivate var plain: String { replacing(/\u{1B}\[[0-9;]*m/, with: "") }
}
