import Testing

@testable import RotaCommands

struct WatchTests {
  private let team = """
    team: Storage
    timezone: Europe/Berlin
    rotations: { service: { name: Service } }
    engineers:
      ada: { name: Ada, joined: 2020-01-01 }
      bo: { name: Bo, joined: 2020-01-01 }

    """

  @Test func aSaveIsCheckedAndPublished() throws {
    let environment = FakeEnvironment(texts: ["config/team.yaml": team])
    environment.variables["ROTA_TODAY"] = "2026-12-01"
    #expect(environment.run(line: "generate 2027-Q1").status == 0)
    let rota = try #require(environment.files["config/rotas/2027-Q1.yaml"])
    environment.pauses = [
      {},
      { environment.files["config/team.yaml"] = Array("team: [\n".utf8) },
      {}, {},
      { environment.files["config/team.yaml"] = Array(team.utf8) },
      // The editor goes on for another moment.
      { environment.files["config/team.yaml"]?.append(0x0A) },
      { environment.files["config/rotas/2027-Q2.yaml"] = rota },
      {},
      { environment.files["config/rotas/2027-Q2.yaml"] = nil },
      {},
    ]
    let run = environment.run(line: "watch --out public")
    #expect(run.status == 0)
    #expect(
      run.errors.split(separator: "\n").filter { $0.hasPrefix("changed: ") } == [
        "changed: config/team.yaml", "changed: config/team.yaml",
        "changed: config/rotas/2027-Q2.yaml", "changed: config/rotas/2027-Q2.yaml",
      ])
    #expect(run.transcript.contains("config/team.yaml:1:7: error"))
    #expect(run.output.contains("nothing wrong\n"))
    #expect(run.errors.contains("wrote public/index.html\n"))
    #expect(environment.files["public/index.html"] != nil)
  }

  /// The files are there by then.
  @Test func whatWasWrittenIsToldWhereItCannotBeSaid() {
    let environment = FakeEnvironment(texts: ["config/team.yaml": team])
    environment.variables["ROTA_TODAY"] = "2026-12-01"
    #expect(environment.run(line: "generate 2027-Q1").status == 0)
    environment.refusedLine = "wrote public/index.html"
    let run = environment.run(line: "watch --out public")
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "`standard error` cannot be written: Input/output error; written before: `public/index.html`"
      ))
  }

  /// What has changed and changed back meanwhile is nothing.
  @Test func nothingNewIsNotSaid() {
    let environment = FakeEnvironment(texts: ["config/team.yaml": team])
    environment.pauses = [
      { environment.files["config/team.yaml"]?.append(0x0A) },
      { environment.files["config/team.yaml"]?.removeLast() },
    ]
    let run = environment.run(line: "watch")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  /// A team file that is not there yet is waited for, wherever it comes to lie.
  @Test(arguments: ["config/team.yaml", "team.yaml"])
  func aMissingTeamFileIsWaitedFor(path: String) {
    let environment = FakeEnvironment()
    environment.pauses = [{ environment.files[path] = Array(team.utf8) }, {}]
    let run = environment.run(line: "watch")
    #expect(run.status == 0)
    #expect(run.transcript.contains("there is no team file `config/team.yaml`"))
    #expect(run.errors.contains("\nchanged: \(path)\n"))
    #expect(run.output.contains("nothing wrong\n"))
  }
}
