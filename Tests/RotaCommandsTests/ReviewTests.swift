import Foundation
import Testing

/// `check --base` in real git repositories: what each side is judged by, what is said of it, and
/// what a comment takes.
struct ReviewTests {
  private static let team = """
    rest: 0
    engineers:
      ada: { name: Ada Lind }
      bob: { name: Bob Moe }
    rotations:
      service: { name: Service tasks }

    """
  private static let path = "config/rotas/2027-01-04_2027-01-24.yaml"
  private static let rota = """
    period: 2027-01-04 to 2027-01-24
    shifts:
      2027-01-04: { service: ada }
      2027-01-11: { service: bob }
      2027-01-18: { service: ada }

    """

  /// The team with time off of Ada, by a date or a calendar.
  private static func team(away: String) -> String {
    team.replacing("name: Ada Lind", with: "name: Ada Lind, away: [\(away)]")
  }

  private static func calendar(_ day: String, _ title: String) -> String {
    """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//example//EN
    BEGIN:VEVENT
    UID:a
    DTSTAMP:20260101T000000Z
    DTSTART;VALUE=DATE:\(day)
    SUMMARY:\(title)
    END:VEVENT
    END:VCALENDAR

    """
  }

  private static let check = "check --base main --today 2027-01-01"

  private func repository(_ more: [String: String] = [:]) throws -> TemporaryRepository {
    let made = try TemporaryRepository()
    let files = ["config/team.yaml": ReviewTests.team, ReviewTests.path: ReviewTests.rota]
    try made.commit(files.merging(more) { $1 })
    return made
  }

  private func json(_ outcome: FakeEnvironment.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func rules(_ outcome: FakeEnvironment.Outcome, _ side: String) throws -> [String] {
    let conflicts = try json(outcome)["conflicts"] as? [String: [[String: Any]]]
    return (conflicts?[side] ?? []).compactMap { $0["rule"] as? String }
  }

  @Test func nothingNewPassesWhateverStoodBefore() throws {
    let made = try repository(["config/team.yaml": ReviewTests.team(away: "2027-01-05")])
    let same = made.environment.run(line: ReviewTests.check)
    #expect(same.status == 0)
    #expect(same.output == "No new conflicts against main; 1 as before, no rota changed\n")
    #expect(same.errors == "")

    // Lines move and words change: the conflict is the same.
    try made.write([
      "config/team.yaml": "# The team.\n" + ReviewTests.team(away: "2027-01-05, 2027-01-06"),
      ReviewTests.path: "# Our rota.\n" + ReviewTests.rota,
    ])
    let moved = made.environment.run(line: ReviewTests.check)
    #expect(moved.status == 0)
    #expect(
      moved.output.contains("2027-01-04 to 2027-01-24: no difference: the same shifts"))
    #expect(moved.output.contains("  comments and layout alone\n"))
  }

  /// OLD is judged by the commit's team file, NEW by that of the tree.
  @Test func aChangeOfTheTeamFileAlone() throws {
    let made = try repository()
    try made.write(["config/team.yaml": ReviewTests.team(away: "2027-01-05")])
    let outcome = made.environment.run(line: ReviewTests.check + " --format json")
    #expect(outcome.status == 1)
    #expect(try rules(outcome, "new") == ["away"])
    #expect(try (json(outcome)["rotas"] as? [Any])?.isEmpty == true)
    #expect(outcome.errors == "`check` fails: 1 new conflict\n")
  }

  /// The same calendar file says something else in the commit.
  @Test func calendarsAreThoseOfEachSide() throws {
    let team = ReviewTests.team(away: "{ calendar: time-off/ada.ics }")
    let path = "config/time-off/ada.ics"
    let made = try repository([
      "config/team.yaml": team, path: ReviewTests.calendar("20270105", "Court"),
    ])
    try made.write([path: ReviewTests.calendar("20270119", "Hospital")])
    let outcome = made.environment.run(line: ReviewTests.check + " --format json")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("week of 2027-01-18"))
    #expect(outcome.output.contains("week of 2027-01-04"))
    #expect(try rules(outcome, "new") == ["away"])
    #expect(try rules(outcome, "gone") == ["away"])
    for format in ["text", "markdown", "json"] {
      let said = made.environment.run(line: ReviewTests.check + " --format " + format)
      #expect(!said.transcript.contains("Court") && !said.transcript.contains("Hospital"))
    }
  }

  @Test func aCalendarThatTheCommitLacksIsReadFromTheTreeAndSaid() throws {
    let team = ReviewTests.team(away: "{ calendar: time-off/ada.ics }")
    let made = try repository(["config/team.yaml": team])
    try made.write(["config/time-off/ada.ics": ReviewTests.calendar("20270105", "Out")])
    let note = "main has no `time-off/ada.ics`: the calendar is read from the work tree for both"
    let text = made.environment.run(line: ReviewTests.check)
    #expect(text.status == 0)
    #expect(text.output.contains("1 as before"))
    #expect(text.output.contains(note))
    let json = made.environment.run(line: ReviewTests.check + " --format json")
    #expect(json.errors == note + "\n")
  }

  @Test func withoutATeamFileNothingStoodBefore() throws {
    let made = try TemporaryRepository()
    try made.commit(["README.md": "A team.\n"])
    try made.write([
      "config/team.yaml": ReviewTests.team(away: "2027-01-05"), ReviewTests.path: ReviewTests.rota,
    ])
    let outcome = made.environment.run(line: ReviewTests.check + " --format json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("main has no `config/team.yaml`: nothing stood before\n"))
    #expect(try rules(outcome, "new") == ["away"])
    let rotas = try #require(try json(outcome)["rotas"] as? [[String: Any]])
    let rota = try #require(rotas.first)
    #expect(rota["old"] is NSNull)
    #expect(rota["new"] as? String == ReviewTests.path)
    #expect(rota["only_new"] as? [String] == ["2027-01-04", "2027-01-11", "2027-01-18"])
    for key in ["shifts", "owners", "covers", "only_old"] {
      #expect((rota[key] as? [Any])?.isEmpty == true)
    }
    let points = try #require(rota["points"] as? [String: Any])
    #expect(points["old"] is NSNull)
    #expect(points["new"] is Int)
    let terms = try #require(rota["terms"] as? [String: [String: Any]])
    #expect(terms.count == 10)
    #expect(terms.values.allSatisfy { $0["old"] is NSNull && $0["new"] is Int })
  }

  @Test func aRotaThatIsGone() throws {
    let made = try repository()
    try made.write([ReviewTests.path: nil])
    let outcome = made.environment.run(line: ReviewTests.check + " --format json")
    #expect(outcome.status == 0)
    let rotas = try #require(try json(outcome)["rotas"] as? [[String: Any]])
    let rota = try #require(rotas.first)
    #expect(rota["old"] as? String == "main:" + ReviewTests.path)
    #expect(rota["new"] is NSNull)
    #expect(rota["only_old"] as? [String] == ["2027-01-04", "2027-01-11", "2027-01-18"])
    #expect((rota["points"] as? [String: Any])?["new"] is NSNull)
  }

  @Test func newWarningsFailWithStrictAlone() throws {
    let made = try repository()
    let lopsided = ReviewTests.rota.replacing("bob", with: "ada")
    try made.write([ReviewTests.path: lopsided])
    let line = ReviewTests.check + " --format markdown"
    #expect(made.environment.run(line: line).status == 0)
    let strict = made.environment.run(line: line + " --strict")
    #expect(strict.status == 1)
    #expect(strict.output.contains("### New warnings"))
    #expect(strict.errors.contains("new warning"))
    try made.commit([:], "What stood before counts for nothing")
    #expect(made.environment.run(line: line + " --strict").status == 0)
  }

  /// At exit status 2 the bot still finds its comment, which says what is wrong and quotes nothing.
  @Test func filesThatCannotBeUsed() throws {
    let made = try repository()
    let secret = "      cat: { joined: soon } # In prison.\n"
    let broken = ReviewTests.team.replacing("rotations:\n", with: secret + "rotations:\n")
      .replacing("      cat", with: "  cat")
    try made.write(["config/team.yaml": broken])
    for format in ["text", "markdown", "json"] {
      let outcome = made.environment.run(line: ReviewTests.check + " --format " + format)
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("config/team.yaml") && outcome.output.contains("soon"))
      #expect(!outcome.transcript.contains("prison"))
      #expect(!outcome.errors.isEmpty)
      if format == "markdown" { #expect(outcome.output.hasPrefix("<!-- rota-review -->\n")) }
    }
    // The commit's files are read by the same rules, and told apart.
    try made.commit([:], "Broken")
    try made.write(["config/team.yaml": ReviewTests.team])
    let outcome = made.environment.run(line: ReviewTests.check + " --format markdown")
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("<!-- rota-review -->\n"))
    #expect(outcome.output.contains("at \\`main\\`: "))
    #expect(!outcome.transcript.contains("prison"))
  }

  /// A revision that is none is said, and nothing is run or written for it.
  @Test func revisionsAreNeverOptions() throws {
    let made = try repository()
    for base in ["--output=made", "nothing", "main:config", ""] {
      let outcome = made.environment.run(["check", "--base=" + base, "--format", "markdown"])
      #expect(outcome.status == 2, "\(base)")
    }
    #expect(try made.git(["status", "--porcelain"]) == "")
  }

  /// The team's folder may be any of the repository, and Rota may run in it.
  @Test func fromAFolderInTheRepository() throws {
    let made = try TemporaryRepository()
    try made.commit([
      "ops/config/team.yaml": ReviewTests.team, "ops/" + ReviewTests.path: ReviewTests.rota,
    ])
    let world = FakeEnvironment(texts: [
      "config/team.yaml": ReviewTests.team,
      ReviewTests.path: ReviewTests.rota.replacing(
        "11: { service: bob", with: "11: { service: ada"),
    ])
    world.repository = made.folder + "/ops"
    let outcome = world.run(line: ReviewTests.check + " --format json")
    let rota = try #require((try json(outcome)["rotas"] as? [[String: Any]])?.first)
    #expect(rota["old"] as? String == "main:ops/" + ReviewTests.path)
    #expect((rota["shifts"] as? [[String: Any]])?.count == 1)
    let operands = try ["old", "new"].map { try #require(rota[$0] as? String) }
    let diff = world.run(["diff"] + operands + ["--format", "json", "--today", "2027-01-01"])
    #expect(try json(diff)["shifts"] as? NSArray == rota["shifts"] as? NSArray)
  }

  /// Links in a commit lead to its own files, never to those of the machine.
  @Test func linksOfACommitStayInIt() throws {
    let made = try repository()
    try made.git(["rm", "--quiet", "--cached", "config/team.yaml"])
    let manager = FileManager.default
    try manager.moveItem(
      atPath: made.folder + "/config/team.yaml", toPath: made.folder + "/config/real.yaml")
    try manager.createSymbolicLink(
      atPath: made.folder + "/config/team.yaml", withDestinationPath: "real.yaml")
    try manager.createSymbolicLink(
      atPath: made.folder + "/config/out.yaml", withDestinationPath: "/etc/hostname")
    try made.commit([:], "Links")
    let world = made.environment
    let outcome = world.run(line: ReviewTests.check)
    #expect(outcome.output == "No new conflicts against main; no rota changed\n")
    #expect(world.run(["diff", "main:config/out.yaml", ReviewTests.path]).status == 2)
  }

  /// A shift a week for ten years, all of them changed, and conflicts without end.
  @Test func whatAReviewerNeedsLastIsCutFirstAndCounted() throws {
    let many = 900
    func rota(_ engineer: String) -> String {
      var text = "period: 2027-01-04 to 2027-03-28\nshifts:\n"
      for week in 0..<12 {
        let day =
          ["01-04", "01-11", "01-18", "01-25", "02-01", "02-08", "02-15", "02-22"] + [
            "03-01", "03-08", "03-15", "03-22",
          ]
        let names = (0..<many / 12).map { "r\($0): \(engineer)" }
        text += "  2027-\(day[week]): { \(names.joined(separator: ", ")) }\n"
      }
      return text
    }
    let rotations = (0..<many / 12).map { "  r\($0): { members: [ada, bob] }\n" }.joined()
    let team = "engineers:\n  ada:\n  bob:\nrotations:\n" + rotations
    let path = "config/rotas/2027-01-04_2027-03-28.yaml"
    let made = try TemporaryRepository()
    try made.commit(["config/team.yaml": team, path: rota("ada")])
    try made.write([path: rota("nobody-we-know")])
    let outcome = made.environment.run(line: ReviewTests.check + " --format markdown")
    #expect(outcome.status == 1)
    let text = outcome.output
    #expect(text.utf16.count <= 60_000)
    #expect(text.utf16.count > 55_000)
    let lines = text.lines
    let shown = lines.count { $0.hasPrefix("- ") && $0.contains("unknown-engineer") }
    let tail = try #require(
      lines.last { $0.hasPrefix("Left out, since a comment takes no more: ") })
    let left = try #require(tail.split(separator: ": ").last)
    let counts = left.split(separator: ", ")
    let firstWord = try #require(counts.first?.split(separator: " ").first)
    #expect(counts.first?.hasSuffix("new conflicts") == true)
    #expect(shown + (Int(firstWord) ?? 0) == many)
    #expect(left.contains("12 changed weeks"))
    let verdict = try #require(lines.dropFirst().first)
    let gone = try #require(verdict.split(separator: " ").firstIndex { $0 == "gone," })
    let count = verdict.split(separator: " ")[gone - 1]
    #expect(left.hasSuffix(", \(count) conflicts gone"))
  }
}
