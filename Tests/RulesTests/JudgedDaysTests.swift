import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// Which of a project's days a rota answers for, and what is said of shifts that are none.
@Suite("Judged days and shifts")
struct JudgedDaysTests {
  /// A project of both quarters; the second begins on 2027-04-05.
  private let team = """
    engineers:
      ada:
      grace: { leaves: 2027-04-30 }
    projects:
      safe: { start: 2027-03-01, end: 2027-05-28, docs: none }
    """
  private let rules = [
    "unowned", "too-many-owners", "owner-not-employed", "pin-broken", "owner-changed",
    "unknown-engineer",
  ]

  private func found(
    _ owners: String, next: [String], today: String = "2027-03-01"
  ) throws -> [String] {
    let situation = try written(team, rotas: next, today: today)
    return try situation.judged("period: 2027-Q1\nowners: { safe: \(owners) }").findings
      .filter { rules.contains($0.id) }.map { "\($0.severity) \($0.id)" }
  }

  @Test("a rota answers for a project up to the next rota that has it")
  func nextRota() throws {
    let second = "period: 2027-Q2\nowners: { safe: [ada] }"
    #expect(try found("[grace]", next: []) == ["conflict owner-not-employed"])
    #expect(try found("[grace]", next: [second]) == [])
    #expect(try found("[grace until 2027-04-04]", next: [second]) == [])
    #expect(try found("[grace until 2027-04-03]", next: [second]) == ["conflict unowned"])
    // What the next rota decides it answers for itself, also where it names nobody.
    #expect(try found("[grace]", next: ["period: 2027-Q2"]) == [])
  }

  @Test("a later rota without the project takes nothing over")
  func rotaAfterItsEnd() throws {
    #expect(
      try found("[grace]", next: ["period: 2027-Q3"]) == ["conflict owner-not-employed"])
  }

  @Test("unknown owners are past where the next rota takes over")
  func unknownOwner() throws {
    let second = "period: 2027-Q2\nowners: { safe: [ada] }"
    #expect(
      try found("[grce]", next: [second], today: "2027-04-04") == ["conflict unknown-engineer"])
    #expect(
      try found("[grce]", next: [second], today: "2027-04-05") == ["warning unknown-engineer"])
    #expect(try found("[grce]", next: [], today: "2027-04-05") == ["conflict unknown-engineer"])
  }

  /// The second quarter's last week ends on 2027-07-04, the day before the project begins.
  @Test("a rota that ends before a project begins takes nothing over")
  func rotaBeforeItsStart() throws {
    let team = """
      engineers: { ada: {} }
      projects:
        edge: { start: 2027-07-05, end: 2027-08-27, docs: none }
      """
    let situation = try written(team, rotas: ["period: 2027-Q2"], today: "2027-04-05")
    let found = try situation.findings(
      "period: 2027-Q1\nowners: { edge: [grce] }", of: "unknown-engineer")
    #expect(found.map(\.severity) == [.conflict])
  }

  /// From 2027-03-15 on ada is away on 5 of 10 days and more, of the whole life on fewer than half.
  @Test(
    "an owner who may own all of it is not judged by what is left",
    arguments: [("2027-02-01", 0), ("2027-03-15", 0), ("2027-03-22", 0)])
  func mostlyAwayAtTheEnd(today: String, count: Int) throws {
    let team = """
      engineers:
        ada: { away: [2027-03-17 to 2027-03-26] }
      projects:
        safe: { start: 2027-02-01, end: 2027-03-26, owners: [ada], docs: none }
      """
    let situation = try written(team, today: today)
    let rota = "period: 2027-Q1\nowners: { safe: [ada] }"
    #expect(try situation.findings(rota, of: "owner-away").count == count)
    #expect(judgeTeam(in: situation).filter { $0.id == "owner-away" }.count == count)
  }

  /// Away for most of its life: a conflict only while most of what is left is time off, too.
  @Test(
    "an owner who was mostly away is judged by what is left",
    arguments: [("2027-03-01", 1), ("2027-03-22", 0)])
  func mostlyAwayAtTheStart(today: String, count: Int) throws {
    let team = """
      engineers:
        ada: { away: [2027-03-01 to 2027-03-19] }
      projects:
        safe: { start: 2027-03-01, end: 2027-03-26, owners: [ada], docs: none }
      """
    let situation = try written(team, today: today)
    let rota = "period: 2027-Q1\nowners: { safe: [ada] }"
    #expect(try situation.findings(rota, of: "owner-away").count == count)
    #expect(judgeTeam(in: situation).filter { $0.id == "owner-away" }.count == count)
  }

  @Test("whoever holds an unknown rotation is judged no further")
  func unknownRotation() throws {
    let team = """
      rest: 1
      engineers:
        ada: { max_shifts: 1 }
        grace:
      """
    let rota = """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: grace, servce: ada }
        2027-01-11: { service: ada, servce: ada }
      covers:
        - { from: 2027-01-04, to: 2027-01-04, rotation: service, engineer: ada }
      """
    #expect(
      try written(team).judged(rota).findings.filter { $0.severity == .conflict }.map(\.id)
        == ["unknown-rotation", "unknown-rotation"])
  }

  @Test("what lies before or after the period, or begins no week, is told where it stands")
  func outside() throws {
    let found = try written("rest: 0\nengineers: { ada: {}, grace: {} }").findings(
      """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2026-12-28: { service: ada }
        2027-01-04: { service: ada }
        2027-01-12: { service: ada }
        2027-01-18: { service: ada }
      covers:
        - { from: 2026-12-29, to: 2026-12-29, rotation: service, engineer: grace }
        - { from: 2027-01-05, to: 2027-01-06, rotation: service, engineer: grace }
        - { from: 2027-01-19, to: 2027-01-19, rotation: service, engineer: grace }
      """, of: "outside-period")
    #expect(found.compactMap { $0.place?.line } == [3, 5, 6, 8, 10])
  }
}
