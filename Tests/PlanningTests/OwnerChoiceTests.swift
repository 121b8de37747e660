import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

/// Who can own a project, held against the checker's word on rotas written by hand.
@Suite("Who can own a project")
struct OwnerChoiceTests {
  private func team(needed: Int = 1) -> String {
    """
    rest: 0
    engineers:
      ada: { away: [2027-02-15 to 2027-02-17] }
      grace: { wants: [safe] }
      joan: { leaves: 2027-02-28 }
      mary: { load: 50% }
    projects:
      safe:
        { start: 2027-01-11, end: 2027-02-19, owners: \(needed), protect: all, docs: none }
      edge: { start: 2027-02-22, end: 2027-03-26, docs: none }
    """
  }

  private func rota(_ owners: String) -> String {
    """
    period: 2027-01-04 to 2027-02-21
    shifts:
      2027-01-04: { service: ada }
      2027-01-11: { service: grace }
      2027-01-18: { service: joan }
      2027-01-25: { service: mary }
      2027-02-01: { service: grace }
      2027-02-08: { service: ada }
      2027-02-15: { service: grace }
    owners: { safe: \(owners) }
    """
  }

  private func choice(
    _ owners: String, needed: Int = 1, from: String = "2027-01-01", today: String = "2026-12-01",
    later: [String] = []
  ) throws -> OwnerChoice {
    let situation = try written(team(needed: needed), rotas: [rota(owners)] + later, today: today)
    let project = try #require(situation.team.project(ProjectID("safe")))
    return OwnerChoice(of: project, from: try #require(Day(from)), in: situation)
  }

  private func points(_ owners: String, needed: Int, today: String = "2026-12-01") throws -> Int {
    try written(team(needed: needed), today: today).judged(rota(owners)).points.total
  }

  private func told(_ choice: OwnerChoice) -> [String] {
    choice.can.map { "\($0.engineer) \($0.points.map { "\($0)" } ?? "–")" }
      + choice.cannot.map { "\($0.engineer): \($0.rules.joined(separator: ", "))" }
  }

  @Test("by taking a free place")
  func freePlace() throws {
    let before = try points("[ada]", needed: 2)
    let found = try choice("[ada]", needed: 2)
    #expect(found.owners.map(\.text) == ["ada"])
    for able in found.can where able.engineer.text != "ada" {
      let after = try points("[ada, \(able.engineer)]", needed: 2)
      #expect(able.points == after - before)
    }
    #expect(found.can.first { $0.isOwner }?.points == 0)
    #expect(found.can.count == 4)
    #expect(found.can.map { $0.points ?? 0 } == found.can.map { $0.points ?? 0 }.sorted())
  }

  @Test("else by taking the place of the owner whose going costs least")
  func cheapestPlace() throws {
    let before = try points("[ada, grace]", needed: 2)
    let found = try choice("[ada, grace]", needed: 2)
    for name in ["joan", "mary"] {
      let ways = [
        try points("[\(name), grace]", needed: 2), try points("[ada, \(name)]", needed: 2),
      ]
      #expect(ways[0] != ways[1])
      let able = found.can.first { $0.engineer.text == name }
      #expect(able?.points == min(ways[0], ways[1]) - before)
    }
  }

  @Test("from a day on, the owner before it staying until then")
  func fromADay() throws {
    let before = try points("[ada]", needed: 1)
    let found = try choice("[ada]", from: "2027-02-08")
    let after = try points("[ada until 2027-02-07, joan from 2027-02-08]", needed: 1)
    #expect(found.can.first { $0.engineer.text == "joan" }?.points == after - before)
  }

  @Test("instead of all who take over from each other")
  func chain() throws {
    let owners = "[ada until 2027-01-24, grace from 2027-01-25]"
    let before = try points(owners, needed: 1)
    let found = try choice(owners, from: "2027-01-18")
    #expect(found.owners.count == 2)
    #expect(found.can.allSatisfy { !$0.isOwner })
    for (name, after) in [
      ("ada", "[ada]"), ("grace", "[ada until 2027-01-17, grace from 2027-01-18]"),
      ("mary", "[ada until 2027-01-17, mary from 2027-01-18]"),
    ] {
      let rise = try points(after, needed: 1) - before
      #expect(found.can.first { $0.engineer.text == name }?.points == rise)
    }
  }

  @Test("not where a rule of the rota, or of a later one that goes on with it, would be broken")
  func rules() throws {
    let away = "2027-02-15"
    // On her last five days ada is away for three; from the 18th on she is there.
    #expect(
      told(try choice("[grace]", from: away)).contains("ada: owner-away"))
    #expect(try choice("[grace]", from: "2027-02-18").cannot.isEmpty)
    // Without a new conflict: what is broken already may stay so.
    #expect(
      try choice("[grace, joan]", from: away).can.map(\.engineer.text).contains("mary"))
  }

  @Test("through a later rota that names its owners")
  func laterRota() throws {
    let text = """
      rest: 0
      engineers: { ada: {}, grace: {}, joan: {} }
      projects:
        safe: { start: 2027-01-11, end: 2027-02-19, protect: none, docs: none }
        edge: { start: 2027-02-08, end: 2027-02-19, docs: none }
      """
    let first = "period: 2027-01-04 to 2027-01-31\nowners: { safe: [ada] }"
    let later = "period: 2027-02-01 to 2027-02-28\nowners: { safe: [ada], edge: [joan] }"
    let situation = try written(text, rotas: [first, later])
    let project = try #require(situation.team.project(ProjectID("safe")))
    for day in ["2027-01-11", "2027-01-20"] {
      let found = OwnerChoice(of: project, from: try #require(Day(day)), in: situation)
      #expect(found.can.map(\.engineer.text).sorted() == ["ada", "grace"])
      #expect(told(found).last == "joan: too-many-projects")
    }
  }

  @Test("without points where no rota holds the day")
  func noRota() throws {
    let situation = try written(team(), rotas: [rota("[grace]")])
    let edge = try #require(situation.team.project(ProjectID("edge")))
    let found = OwnerChoice(of: edge, from: situation.today, in: situation)
    #expect(found.from == edge.firstDay)
    #expect(
      told(found) == ["ada –", "grace –", "mary –", "joan: owner-not-employed"])
    #expect(found.period == nil)
  }
}
