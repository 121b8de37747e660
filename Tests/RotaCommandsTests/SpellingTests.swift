import Testing

@testable import RotaCommands

/// The same spellings are understood, and the same fixes proposed, in files and on the command line.
struct SpellingTests {
  private static let engineers = "engineers: { ada: {}, ben: {}, cleo: {} }\n"

  private func run(_ words: [String], _ files: [String: String]) -> FakeEnvironment.Outcome {
    FakeEnvironment(texts: files).run(words + ["--today", "2026-12-01"])
  }

  /// The messages of findings and what helps, without their places; nil where there are no errors.
  private func told(_ text: String) -> [String]? {
    let lines = text.split(separator: "\n").map(String.init)
    let told = lines.compactMap { line -> String? in
      if let start = line.firstRange(of: "error: ") { return String(line[start.upperBound...]) }
      guard let start = line.firstRange(of: "= help: ") else { return nil }
      return String(line[start.upperBound...])
    }
    return told.isEmpty ? nil : told
  }

  /// What the command line and the file say of a text.
  private func expectTheSame(
    _ text: String, command: [String], in team: String = engineers, file: String,
    _ path: String = "config/team.yaml"
  ) {
    let world = ["config/team.yaml": team]
    let typed = run(command, world)
    let read = run(["check"], world.merging([path: file]) { $1 })
    let (words, inFile) = (told(typed.errors), told(read.output))
    #expect((words == nil) == (inFile == nil), "`\(text)`")
    // Under the caret of a file stands what else helps on the command line.
    if let words, let inFile {
      #expect(Set(inFile).isSubset(of: words), "`\(text)`: \(words), \(inFile)")
    }
  }

  @Test(arguments: [
    "2027-02-08", "2027-W05", "2027-w05", "2027-W5", "2027W05", "W05 2027", "KW 5/2027", "2027-W54",
    "2027-02-30", "2027-13-01", "2027/2/8", "8.2.2027", "8 Feb 2027", "Febuary 8 2027", "soon",
    "2027-Q1", "0000-01-01", "5", "2027-2-8", "20270208",
  ])
  func aWeek(_ text: String) {
    expectTheSame(
      text, command: ["pin", text, "ada"],
      file: SpellingTests.engineers + "pins: { \"\(text)\": { service: ada } }\n")
  }

  @Test(arguments: [
    "2027-02-08", "2027-02-08 to 2027-02-10", "2027-02-08..2027-02-10", "2027-02-08 - 2027-02-10",
    "2027-02-08/2027-02-10", "2027-02-08_2027-02-10", "2027-02-10 to 2027-02-08",
    "2027-02-30 to 2027-03-40", "2027-W05", "2027-w5", "2027-W54", "8.2.2027", "tomorrow",
  ])
  func days(_ text: String) {
    expectTheSame(
      text, command: ["away", "ada", text],
      file: "engineers: { ada: { away: [\"\(text)\"] }, ben: {}, cleo: {} }\n")
  }

  @Test(arguments: [
    "2027-02-08", "2027-02-30", "2027/2/8", "8.2.2027", "Feb 8, 2027", "soon", "2027-00-10",
  ])
  func aDate(_ text: String) {
    expectTheSame(
      text, command: ["project", "end", "dns", text],
      in: SpellingTests.engineers
        + "projects: { dns: { start: 2026-12-01, end: 2026-12-18 } }\n",
      file: SpellingTests.engineers
        + "projects: { dns: { start: 2026-12-01, end: \"\(text)\" } }\n")
  }

  @Test(arguments: [
    "2027-Q5", "Q1 2027", "2027Q1", "2027 q1", "1st quarter", "2027-01-04..2027-04-04",
    "2027-04-04 to 2027-01-04", "2027-01-40 to 2027-02-30", "2027-W02", "next",
  ])
  func aPeriod(_ text: String) {
    expectTheSame(
      text, command: ["generate", text, "--dry-run"], file: "period: \"\(text)\"\n",
      "config/rotas/2027-Q1.yaml")
  }

  @Test(arguments: [
    "2027-Q1", "2027-q1", "2027-01-04 to 2027-02-07", "2027-01-04_2027-02-07",
  ])
  func aPeriodThatIsUnderstood(_ text: String) {
    let world = ["config/team.yaml": SpellingTests.engineers]
    #expect(run(["generate", text, "--dry-run"], world).status == 0)
    let rota = ["d.yaml": "period: \(text)\n"].merging(world) { $1 }
    #expect(run(["show", "d.yaml"], rota).status == 0)
  }

  /// A range may stand as three words, wherever one is taken.
  @Test func rangesMayBeThreeWords() {
    let world = ["config/team.yaml": SpellingTests.engineers]
    for line in [
      "generate 2027-01-04 to 2027-02-07", "away ada 2027-01-04 to 2027-02-07",
    ] {
      #expect(run(line.split(separator: " ").map(String.init), world).status == 0, "\(line)")
    }
  }
}
