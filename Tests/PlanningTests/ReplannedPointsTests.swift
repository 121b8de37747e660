import Dates
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

@Suite("The points of a mended rota")
struct ReplannedPointsTests {
  /// Four owner-weeks over two engineers: P = 200, and m = −3, −1, 1, 3. Ada owns all four weeks,
  /// two of them before the date: B(4) = 0 + 4 for her, and B(0) = 4 for grace.
  @Test("weeks owned before the replanning date count for the balance")
  func balanceOfReplan() throws {
    let situation = try written(
      """
      rest: 0
      engineers: { ada: {}, grace: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-31, protect: none, docs: none }
      """,
      rotas: [
        """
        period: 2027-01-04 to 2027-01-31
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: ada }
          2027-01-25: { service: grace }
        owners:
          safe: [ada]
        """
      ])
    let date = try #require(Day("2027-01-18"))
    guard case .mended(let mended) = replan(situation.rotas[0], from: date, in: situation) else {
      Issue.record("no rota")
      return
    }
    #expect(mended.solution.points[.balance] == 8)
    #expect(mended.changed.isEmpty)
  }

  private func owners(
    _ team: String, onFile: String, from date: String, today: String = "2026-12-01"
  ) throws -> [String: [String]] {
    let situation = try written(team, rotas: [onFile], today: today)
    let outcome = replan(situation.rotas[0], from: try #require(Day(date)), in: situation)
    guard case .mended(let mended) = outcome else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: mended.solution.rota.owners.map {
        ($0.project.text, $0.entries.map(\.engineer.text))
      })
  }

  /// The project begins on Thursday in the week that has begun, and ends in the last one: both are
  /// protected, the first is ada's and stays so, the last is joan's.
  @Test("what a shift that stays costs an owner is part of the choice")
  func protectedWeekThatStays() throws {
    let found = try owners(
      """
      rest: 0
      engineers: { ada: {}, grace: {}, joan: {} }
      projects:
        safe: { start: 2027-01-07, end: 2027-01-24, docs: none }
      """,
      onFile: """
        period: 2027-01-04 to 2027-01-24
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: joan }
        """, from: "2027-01-05", today: "2027-01-05")
    #expect(found == ["safe": ["grace"]])
  }

  /// Grace comes last in the team file; `rest` was raised after the rota was made.
  @Test("rest goes on from the weeks that stay")
  func rest() throws {
    let situation = try written(
      "rest: 1\nengineers: { ada: {}, grace: {} }",
      rotas: [
        """
        period: 2027-01-04 to 2027-01-17
        shifts:
          2027-01-04: { service: grace }
          2027-01-11: { service: grace }
        """
      ])
    let date = try #require(Day("2027-01-11"))
    guard case .mended(let mended) = replan(situation.rotas[0], from: date, in: situation) else {
      Issue.record("no rota")
      return
    }
    #expect(mended.changed.map(\.to.text) == ["ada"])
  }

  /// Ada leaves on the only day of `edge`, which she wants, and has `safe` until then.
  @Test("a leaver's last day fills up what they may own at once")
  func lastDay() throws {
    let found = try owners(
      """
      rest: 0
      engineers:
        ada: { leaves: 2027-01-27, wants: [edge] }
        grace:
      projects:
        safe: { start: 2027-01-04, end: 2027-02-26, protect: none, docs: none }
        edge: { start: 2027-01-27, end: 2027-01-27, protect: none, docs: none }
      """,
      onFile: """
        period: 2027-01-04 to 2027-02-07
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: ada }
          2027-01-25: { service: grace }
          2027-02-01: { service: grace }
        owners:
          safe: [ada]
        """, from: "2027-01-18")
    #expect(found == ["safe": ["ada", "grace"], "edge": ["grace"]])
  }

  /// Nothing else tells the two apart, and ada comes first.
  @Test("an earlier plan's owner stays where nothing speaks against it")
  func ownerOfAnEarlierPlan() throws {
    let situation = try written(
      """
      rest: 0
      engineers: { ada: {}, grace: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-17, protect: none, docs: none }
      """)
    let period = "period: 2027-01-04 to 2027-01-17"
    let base = try writtenRota("\(period)\nowners: { safe: [grace] }", of: situation.team)
    guard case .solved(let best) = plan(base.period, in: situation, base: base) else {
      Issue.record("no rota")
      return
    }
    #expect(best.rota.owners.flatMap(\.entries).map(\.engineer.text) == ["grace"])
  }
}
