import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

@Suite("What stops somebody")
struct StopsTests {
  /// Ada is named as the owner of `safe`, which joan lacks the skill for; of `edge` nobody is.
  @Test("from keeping a project: a rule, or else that the team file names others")
  func owners() throws {
    let situation = try written(
      """
      engineers: { ada: { skills: [vault] }, grace: { skills: [vault] }, joan: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-29, skills: [vault], owners: [ada], docs: none }
        edge: { start: 2027-01-04, end: 2027-01-29, docs: none }
      """)
    let frame = Frame(situation, period: try #require(Period(named: "2027-Q1")))
    func stops(_ owner: String, _ project: Int) -> [String] {
      let framed = frame.projects[project]
      return frame.stops(EngineerID(owner), from: framed, on: framed.daysToDecide).map(\.id)
    }
    #expect(stops("ada", 0) == [])
    #expect(stops("grace", 0) == ["pin-broken"])
    #expect(stops("joan", 0) == ["owner-skill"])
    #expect(stops("joan", 1) == [])
    #expect(stops("olga", 1) == ["unknown-engineer"])
  }

  @Test("from a shift: the skill that is missing, or else the membership")
  func members() throws {
    let found = try written(
      """
      rotations: { service: { skills: [vault] }, backup: { members: [ada] } }
      engineers: { ada: { skills: [vault] }, joan: {} }
      """
    ).findings(
      "period: 2027-Q1\nshifts:\n  2027-01-04: { service: joan, backup: joan }", of: "not-a-member")
    #expect(
      found.map(\.message) == [
        "`joan` lacks `vault`, which `service` asks for", "`joan` is not a member of `backup`",
      ])
  }

  /// Two weeks stay as they are; the third is asked for.
  @Test("from another shift: as many in the weeks that stay as they may hold")
  func limit() throws {
    let situation = try written(
      "rest: 0\nengineers: { ada: { max_shifts: 1 }, grace: { max_shifts: 2 }, joan: {} }")
    let rota = try writtenRota(
      """
      period: 2027-01-04 to 2027-01-24
      shifts:
        2027-01-04: { service: ada }
        2027-01-11: { service: grace }
      """, of: situation.team)
    let frame = situation.frame(of: rota)
    let frozen = FrozenShifts(Roster(rota, in: frame), weeks: 2)
    let stops = frame.engineers.map { engineer in
      frame.stops(Cell(engineer: engineer, rotation: 0, week: 2), after: frozen).map(\.rule.id)
    }
    #expect(stops == [["too-many-shifts"], [], []])
  }

  /// Nobody works in backup's only week; grace has a shift of her own.
  @Test("from standing in: whether it is for another shift or cover of theirs")
  func covers() throws {
    let situation = try written(
      """
      rotations: { service: { members: [ada, grace] }, backup: { members: [joan] }, late: {} }
      engineers: { ada: {}, grace: {}, joan: { away: [2027-01-04 to 2027-01-10] } }
      """)
    let rota = try writtenRota(
      """
      period: 2027-01-04 to 2027-01-10
      shifts:
        2027-01-04: { service: ada, late: grace }
      covers:
        - { from: 2027-01-05, to: 2027-01-05, rotation: service, engineer: olga }
        - { from: 2027-01-06, to: 2027-01-06, rotation: service, engineer: grace }
        - { from: 2027-01-07, to: 2027-01-07, rotation: late, engineer: joan }
      """, of: situation.team)
    let roster = Roster(rota, in: situation.frame(of: rota))
    #expect(
      rota.covers.map { roster.stops($0).map(\.hangsOnOthers) } == [[false], [true], [false]])
  }
}
