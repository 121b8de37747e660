import SeededNumbers
import Testing

@testable import RotaCommands

/// Every exit status but 0 comes with its reason on standard error, whatever the files and words.
struct ReasonTests {
  private static let team = """
    engineers:
      ada: { name: Ada Lind, away: [2027-01-11] }
      ben: { name: Ben Okoro }
      cleo: { name: Cleo Marsh }
    projects:
      dns: { start: 2027-01-05, end: 2027-01-20, docs: none }

    """
  private static let rota = """
    period: 2027-01-04 to 2027-01-31
    shifts:
      2027-01-04: { service: ada }
      2027-01-11: { service: ada }
      2027-01-25: { service: cleo }

    """
  private static let rotaPath = "config/rotas/2027-01-04_2027-01-31.yaml"

  /// Worlds in which something is wrong, and one in which little is.
  private static let worlds: [(name: String, files: [String: String])] = [
    ("nothing", [:]),
    ("a team", ["config/team.yaml": team]),
    ("a rota with conflicts", ["config/team.yaml": team, rotaPath: rota]),
    ("a broken team file", ["config/team.yaml": "engineers: [\n", rotaPath: rota]),
    ("an empty team file", ["config/team.yaml": "", rotaPath: rota]),
    ("a folder for a team file", ["config/team.yaml/x": ""]),
    ("a broken rota", ["config/team.yaml": team, rotaPath: "period: 2027-Q9\n"]),
    ("a text for a rota", ["config/team.yaml": team, rotaPath: "Dear diary\n"]),
    (
      "several rotations",
      ["config/team.yaml": team + "rotations: { service: {}, backup: {} }\n", rotaPath: rota]
    ),
    (
      "a calendar that is missing",
      ["config/team.yaml": team + "holidays: { default: [calendar: no.ics] }\n", rotaPath: rota]
    ),
    ("an unknown zone", ["config/team.yaml": "timezone: Mars/Base\n" + team, rotaPath: rota]),
    ("a text", ["notes.txt": "Dear diary", "config/team.yaml": team, rotaPath: rota]),
  ]

  private static let words = [
    "", "x", "ada", "2027-01-11", "2027-W02", "2027-Q1", "2027-Q9", "2027-W54", "2027-02-30",
    "0001-01-01", "9999-12-31", "2027-01-04_2027-01-31", "config/team.yaml", "config", "notes.txt",
    "no.ics", rotaPath, "1", "2", "99", "dns", "service", "backup", "\u{1B}[2J", "é", "team",
    "json",
  ]

  /// Seeded command lines of one command: its operands and options with words that mostly do not
  /// fit them.
  private static func lines(of command: Command, from numbers: inout SeededNumbers) -> [[String]] {
    (0..<24).map { _ in
      var line = command.name.split(separator: " ").map(String.init)
      let most = min(command.operandCount.upperBound, 2) + 1
      for _ in 0..<Int.random(in: 0..<most + 1, using: &numbers) {
        line.append(words[Int.random(in: 0..<words.count, using: &numbers)])
      }
      for option in command.options
      where option.isRequired || Int.random(in: 0..<4, using: &numbers) == 0 {
        line.append("--" + option.name)
        if case .word(let choices) = option.value, Int.random(in: 0..<4, using: &numbers) > 0 {
          line.append(choices[Int.random(in: 0..<choices.count, using: &numbers)])
        } else if option.value != nil {
          line.append(words[Int.random(in: 0..<words.count, using: &numbers)])
        }
      }
      return line + ["--today", "2027-01-12"]
    }
  }

  @Test(arguments: Command.all.map(\.name))
  func everyStatusButZeroHasItsReason(_ name: String) throws {
    let command = try #require(Command.named(name))
    for (index, world) in ReasonTests.worlds.enumerated() {
      var numbers = SeededNumbers(seed: UInt64(index))
      for line in ReasonTests.lines(of: command, from: &numbers) {
        let fake = FakeEnvironment(texts: world.files)
        let outcome = fake.run(line)
        #expect(ExitStatus(rawValue: outcome.status) != nil, "\(world.name): \(line)")
        #expect(outcome.status != ExitStatus.internalError.rawValue, "\(world.name): \(line)")
        if outcome.status == 0 { continue }
        #expect(!outcome.errors.isEmpty, "\(world.name): \(line) gives \(outcome.status)")
        let asksForJSON = zip(line, line.dropFirst()).contains { $0 == ("--format", "json") }
        if outcome.status == 2, asksForJSON {
          // The output of `export` is the body of a call and nothing else.
          let isSaid = outcome.output.contains(#""status": "unusable""#)
          #expect(
            command.formatsMistakes ? isSaid : outcome.output.isEmpty, "\(world.name): \(line)")
        }
      }
    }
  }

  /// What cannot be written has a reason as well.
  @Test(arguments: [
    "init", "init config", "away ada 2027-03-01", "pin 2027-02-01 ben", "generate 2027-Q2",
    "calendar --out config", "publish --out site",
  ])
  func whatCannotBeWrittenIsSaid(_ line: String) {
    let fake = FakeEnvironment(texts: ["config/team.yaml": ReasonTests.team])
    fake.files[ReasonTests.rotaPath] = Array(ReasonTests.rota.utf8)
    for path in ["config/team.yaml", "config/rotas/2027-Q2.yaml", "config/team.ics", "site/now.js"]
    {
      fake.unwritable.insert(path)
    }
    let outcome = fake.run(line: line + " --today 2027-01-12")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains(line.hasPrefix("init") ? "is there already" : "cannot be written"))
  }

  @Test(arguments: [
    "show FILE", "stress FILE", "check FILE", "calendar FILE --out c",
    "generate 2027-Q2 --base FILE",
  ])
  func aFileThatIsNoRotaIsCalledSo(_ command: String) {
    for (file, words) in [
      ("config/team.yaml", "is the team file, not a rota"), ("notes.yaml", "this is no rota"),
      ("other/team.yaml", "this is a team file, not a rota"),
    ] {
      let fake = FakeEnvironment(texts: [
        "config/team.yaml": ReasonTests.team, "notes.yaml": "dear: diary\n",
        "other/team.yaml": ReasonTests.team,
      ])
      let line = command.replacing("FILE", with: file)
      let outcome = fake.run(line: line)
      #expect(outcome.status == 2, "\(line)")
      #expect(outcome.transcript.contains(words), "\(line)")
    }
  }
}
