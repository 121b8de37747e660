import Testing

/// What a change that breaks a rule of a rota on file advises.
@Suite("Advice")
struct AdviceTests {
  private func advice(today: String) -> String {
    let team = "engineers:\n  ada:\n  bob:\n"
    let rota = """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: ada }
        2027-01-11: { service: bob }

      """
    let world = FakeEnvironment(files: [
      "team.yaml": Array(team.utf8), "rotas/2027-01-04_2027-01-17.yaml": Array(rota.utf8),
    ])
    return world.run(line: "away bob 2027-01-12 to 2027-01-15 --today \(today)").transcript
  }

  @Test("a week that begins today has begun: somebody stands in, and nothing is replanned")
  func weekOfToday() {
    let cover = "`rota cover 2027-01-11 --rotation service --days 2027-01-12 to 2027-01-15`"
    let begun = advice(today: "2027-01-11")
    #expect(begun.contains("that week has begun: \(cover) says who can stand in"), "\(begun)")
    #expect(!begun.contains("rota replan"))
    let ahead = advice(today: "2027-01-10")
    #expect(ahead.contains("`rota replan --from 2027-01-11` mends"), "\(ahead)")
    #expect(!ahead.contains("rota cover"))
  }
}
