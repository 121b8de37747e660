import Testing

/// What a report takes from git: how the rota and the team file were when the rota was added.
struct ReportTests {
  private static let team = """
    engineers:
      ada:
      bob:
    projects:
      safe: { start: 2026-10-05, end: END, docs: none }

    """
  private static let rota = """
    period: 2026-10-05 to 2026-10-25
    shifts:
      2026-10-05: { service: ada }
      2026-10-12: { service: bob }
      2026-10-19: { service: ada }
    owners:
      safe: [bob]

    """

  private func repository() throws -> TemporaryRepository {
    let made = try TemporaryRepository()
    let path = "config/rotas/2026-10-05_2026-10-25.yaml"
    let team = ReportTests.team
    try made.commit([
      "config/team.yaml": team.replacing("END", with: "2026-10-16"), path: ReportTests.rota,
    ])
    try made.commit([
      "config/team.yaml": team.replacing("END", with: "2026-10-23"),
      path: ReportTests.rota.replacing("19: { service: ada }", with: "19: { service: bob }"),
    ])
    return made
  }

  @Test func whatChangedSinceTheRotaWasAdded() throws {
    let made = try repository()
    let outcome = made.environment.run(line: "report --today 2026-11-02")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("  2026-10-19: ada → bob\n"))
    #expect(outcome.output.contains("  safe: planned for 2026-10-16, ended 2026-10-23\n"))
  }

  /// Rotas to come are on file, though none can be reported on unasked.
  @Test func beforeTheFirstRotaTheErrorNamesIt() {
    let world = FakeEnvironment(texts: [
      "config/team.yaml": ReportTests.team.replacing("END", with: "2026-10-16"),
      "config/rotas/2026-10-05_2026-10-25.yaml": ReportTests.rota,
    ])
    let outcome = world.run(line: "report --today 2026-10-01")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        error: no rota on file has begun by 2026-10-01 [no-rota-begun]
           = help: `rota report 2026-10-05_2026-10-25` reports on the first one

        """)
    let named = world.run(line: "report 2026-10-05_2026-10-25 --part thanks --today 2026-10-01")
    #expect(named.status == 0)
  }

  @Test func aShallowCloneLeavesHistoryOutAndSaysSo() throws {
    let made = try repository()
    let shallow = try TemporaryRepository()
    try shallow.git(["fetch", "--quiet", "--depth", "1", "file://" + made.folder, "main"])
    try shallow.git(["reset", "--quiet", "--hard", "FETCH_HEAD"])
    let environment = made.environment
    environment.repository = shallow.folder
    let outcome = environment.run(line: "report --format json --today 2026-11-02")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "without history: the clone is shallow\n")
    #expect(outcome.output.contains("\"changed_hands\": null"))
    #expect(outcome.output.contains("\"ended_later\": null"))
  }
}
