import Foundation
import Testing

/// The workflow files of `config/ci/`: their `rota` commands run in a real repository, as a pull
/// request or merge request finds it.
struct WorkflowFileTests {
  private static let path = "config/rotas/2027-01-04_2027-01-17.yaml"
  private static let team = "rest: 0\nengineers:\n  ada: { away: [2027-01-12] }\n  bob:\n"
  private static let rota = """
    period: 2027-01-04 to 2027-01-17
    shifts:
      2027-01-04: { service: ada }
      2027-01-11: { service: bob }

    """

  /// With another comment.
  private static let sameRota = "# As it was.\n" + rota

  /// A change merged into `main`, as both services check it out; `HEAD^1` is what it goes to.
  private func merged(_ rota: String) throws -> TemporaryRepository {
    let made = try TemporaryRepository()
    let files = ["config/team.yaml": WorkflowFileTests.team]
    try made.commit(files.merging([WorkflowFileTests.path: WorkflowFileTests.rota]) { $1 })
    try made.git(["checkout", "--quiet", "-b", "change"])
    try made.commit([WorkflowFileTests.path: rota], "A change")
    try made.git(["checkout", "--quiet", "--detach", "main"])
    try made.git([
      "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false",
      "merge", "--quiet", "--no-ff", "--message", "Merge", "change",
    ])
    return made
  }

  /// The commands of a workflow file that call Rota, without what the shell does with their output.
  private func commands(_ name: String) throws -> [[String]] {
    let text = try Folder.text(Folder.checkout.appending(path: "config/ci/" + name))
    return text.lines.map { line in
      let trimmed = line.drop { $0 == " " || $0 == "-" }
      return trimmed.split(separator: " ").map(String.init)
    }.filter { $0.first == "rota" }.map { words in
      Array(words.dropFirst().prefix { $0 != ">" && $0 != "||" })
    }
  }

  private func run(_ name: String, in made: TemporaryRepository) throws -> [FakeEnvironment.Outcome]
  {
    let base = try made.git(["rev-parse", "main"]).trimmingCharacters(in: .newlines)
    let world = made.environment
    return try commands(name).map { words in
      let words = words.map { $0 == "\"$BASE\"" ? base : $0 }
      #expect(!words.contains { $0.contains("$") }, "\(words)")
      return world.run(words + ["--today", "2027-01-01"])
    }
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func aChangeWithANewConflict(_ name: String) throws {
    let broken = WorkflowFileTests.rota.replacing("bob", with: "ada")
    let outcomes = try run(name, in: merged(broken))
    #expect(outcomes.count == 2)
    let findings = try #require(outcomes.first)
    #expect(findings.status == 1)
    #expect(findings.output.contains(WorkflowFileTests.path))
    let review = try #require(outcomes.last)
    #expect(review.status == 1)
    #expect(review.output.hasPrefix("<!-- rota-review -->\n**1 new conflict against "))
    #expect(review.output.contains("- 2027-01-11: bob → ada\n"))
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func aChangeWithoutOne(_ name: String) throws {
    let outcomes = try run(name, in: merged(WorkflowFileTests.sameRota))
    #expect(outcomes.map(\.status) == [0, 0])
    #expect(outcomes.last?.output.contains("**No new conflicts against ") == true)
    #expect(outcomes.allSatisfy { $0.errors.isEmpty })
  }

  /// What GitLab takes: an array of findings with a fingerprint and a place from the top.
  @Test func theCodeQualityReportIsAnArray() throws {
    let broken = WorkflowFileTests.rota.replacing("bob", with: "ada")
    let outcome = try #require(try run("gitlab-ci.yml", in: merged(broken)).first)
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let findings = try #require(report as? [[String: Any]])
    #expect(findings.contains { $0["check_name"] as? String == "away" })
    #expect(Set(findings.compactMap { $0["fingerprint"] as? String }).count == findings.count)
    let paths = findings.map { ($0["location"] as? [String: Any])?["path"] as? String }
    #expect(Set(paths) == [WorkflowFileTests.path])
  }

  /// The bot finds its comment by the marker that Rota writes, and by nothing else.
  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func theMarkerIsTheOneThatIsLookedFor(_ name: String) throws {
    let outcome = try #require(try run(name, in: merged(WorkflowFileTests.sameRota)).last)
    let marker = try #require(outcome.output.lines.first)
    let text = try Folder.text(Folder.checkout.appending(path: "config/ci/" + name))
    #expect(text.contains("startswith(\"\(marker)\")"))
  }

  /// They lie in the folder of the team file, and are none of its files.
  @Test func workflowFilesAreNoFilesOfTheTeam() throws {
    let sample = try Folder.sample()
    let without = FakeEnvironment(files: sample.filter { !$0.key.hasPrefix("config/ci/") })
    let with = FakeEnvironment(files: sample)
    #expect(with.files.count == without.files.count + 2)
    for line in ["check --today 2026-12-01", "fmt --check", "show --today 2026-12-01"] {
      #expect(with.run(line: line).transcript == without.run(line: line).transcript, "\(line)")
    }
  }
}
