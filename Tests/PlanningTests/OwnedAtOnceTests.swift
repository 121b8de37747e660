import Dates
import Diagnostics
import RotaModel
import TeamFiles
import Testing

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
}
