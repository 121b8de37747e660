import Dates
import Diagnostics
import RotaModel
import TeamFiles
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

@Suite("Projects owned at once")
struct OwnedAtOnceTests {
  /// Twelve projects that all run in the same week, so that three of them can be chosen in more
  /// ways than are told apart; ada wants them all.
  @Test("stay within their number where more sets may run than are told apart")
  func staysWithin() throws {
    let projects = (0..<12).map { "p\($0)" }
    var text = """
      weights: { balance: 0, want: 50 }
      engineers:
        ada: { projects_at_once: 3, wants: [\(projects.joined(separator: ", "))] }

      """
    for index in 1...4 { text += "  e\(index): { projects_at_once: 3 }\n" }
    text += "projects:\n"
    for (index, project) in projects.enumerated() {
      let start = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      text += "  \(project): { start: 2027-02-\(start), end: 2027-02-20, protect: none }\n"
    }
    let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: .utc)
    let team = try #require(reading.team, "\(reading.diagnostics.map(\.message))")
    let today = try #require(Day("2026-12-01"))
    let situation = Situation(team: team, rotas: [], today: today)
    let quarter = try #require(Period(named: "2027-Q1"))
    guard case .solved(let solution) = plan(quarter, in: situation) else {
      Issue.record("no rota was found")
      return
    }
    let judgement = judge(solution.rota, in: situation)
    let conflicts = judgement.findings.filter { $0.severity == .conflict }
    #expect(conflicts.map(\.message) == [])
    #expect(solution.isOptimal)
    // Ada owns three, and misses every other one.
    #expect(judgement.points[.want] == 50 * (projects.count - 3))
  }

  /// Both began before today.
  @Test("may be too many on file, and a shift is explained all the same")
  func explained() throws {
    let situation = try written(
      """
      rest: 0
      engineers: { ada: { projects_at_once: 1 }, grace: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-29, docs: none }
        edge: { start: 2027-01-04, end: 2027-01-29, docs: none }
      """,
      rotas: [
        """
        period: 2027-01-04 to 2027-01-17
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
        owners: { safe: [ada], edge: [ada] }
        """
      ], today: "2027-01-06")
    let shift = situation.rotas[0].shifts[1]
    let found = try explain(shift.week, shift.rotation, in: situation.rotas[0], situation)
    #expect(found?.options.count == 2)
  }
}
