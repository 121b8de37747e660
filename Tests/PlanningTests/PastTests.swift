import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

/// A week is past when its last day lies before today; what has begun is not moved any more.
@Suite("What is past")
struct PastTests {
  private let twoWeeks = """
    rest: 0
    engineers:
      ada:
      grace: { away: [2027-01-11 to 2027-01-17] }
      joan:
    """

  /// The week of 2027-01-04 ends on 2027-01-10, that of 2027-01-11 on 2027-01-17.
  @Test(
    "unknown names of past weeks are warnings, of others conflicts",
    arguments: [
      ("2027-01-10", [Severity.conflict, .conflict]), ("2027-01-11", [.warning, .conflict]),
      ("2027-01-18", [.warning, .warning]),
    ])
  func names(today: String, severities: [Severity]) throws {
    let found = try written(twoWeeks, today: today).findings(
      """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: grce }
        2027-01-11: { servce: ada }
      """, of: "unknown-engineer", "unknown-rotation")
    #expect(found.map(\.id) == ["unknown-engineer", "unknown-rotation"])
    #expect(found.map(\.severity) == severities)
  }

  /// Two shifts in a row with a rest of one week: past when the later one is, on 2027-01-18.
  @Test(
    "shifts too close are past with the later one",
    arguments: [("2027-01-17", 1), ("2027-01-18", 0)])
  func rest(today: String, count: Int) throws {
    let team = "rest: 1\nengineers:\n  ada:\n  grace:"
    let found = try written(team, today: today).findings(
      """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: ada }
        2027-01-11: { service: ada }
      """, of: "rest")
    #expect(found.count == count)
  }

  /// Nobody owned the project before 2027-01-11: on that day nothing of it is left to judge.
  @Test(
    "days that nobody owned are judged from today on",
    arguments: [("2027-01-10", 1), ("2027-01-11", 0)])
  func unowned(today: String, count: Int) throws {
    let team = """
      engineers:
        ada:
      projects:
        safe: { start: 2027-01-04, end: 2027-01-29, docs: none }
      """
    let found = try written(team, today: today).findings(
      """
      period: 2027-01-04 to 2027-01-31
      owners:
        safe: [ada from 2027-01-11]
      """, of: "unowned")
    #expect(found.count == count)
  }

  /// The project ends on 2027-01-18: 15, 14 and 0 days from today, and yesterday.
  @Test(
    "documentation is due for fourteen days, and then missing",
    arguments: [
      ("2027-01-03", []), ("2027-01-04", ["docs-due"]), ("2027-01-18", ["docs-due"]),
      ("2027-01-19", ["docs-missing"]),
    ])
  func documentation(today: String, ids: [String]) throws {
    let team = """
      engineers:
        ada:
      projects:
        safe: { start: 2026-10-05, end: 2027-01-18 }
      """
    #expect(judgeTeam(in: try written(team, today: today)).map(\.id) == ids)
  }

  /// Grace is away in the week of 2027-01-11, which stays hers once it has begun.
  @Test(
    "a week that begins today stays as it is", arguments: [("2027-01-10", 1), ("2027-01-11", 0)])
  func frozen(today: String, changes: Int) throws {
    let situation = try written(
      twoWeeks,
      rotas: [
        """
        period: 2027-01-04 to 2027-01-24
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: joan }
        """
      ], today: today)
    let date = try #require(Day("2027-01-11"))
    guard case .mended(let mended) = replan(situation.rotas[0], from: date, in: situation) else {
      Issue.record("no rota")
      return
    }
    #expect(mended.changed.count == changes)
    let holder = mended.solution.rota.shifts.first { $0.week.start == date }?.engineer
    #expect((holder == EngineerID("grace")) == (changes == 0))
  }

  /// Grace cannot hold the week of 2027-01-11. Who would like it, and would save 15 points by it,
  /// has held the one shift allowed in the frozen week.
  @Test("frozen shifts count against `max_shifts`", arguments: [("joan", "ada"), ("ada", "joan")])
  func limit(holder: String, other: String) throws {
    let situation = try written(
      """
      rest: 0
      weights: { fair: 0, spacing: 0 }
      engineers:
        \(holder): { max_shifts: 1, prefer: [2027-01-11] }
        grace: { away: [2027-01-11 to 2027-01-17] }
        \(other): { max_shifts: 1 }
      """,
      rotas: [
        """
        period: 2027-01-04 to 2027-01-17
        shifts:
          2027-01-04: { service: \(holder) }
          2027-01-11: { service: grace }
        """
      ])
    let date = try #require(Day("2027-01-11"))
    guard case .mended(let mended) = replan(situation.rotas[0], from: date, in: situation) else {
      Issue.record("no rota")
      return
    }
    #expect(mended.changed.map(\.to) == [EngineerID(other)])
  }
}
