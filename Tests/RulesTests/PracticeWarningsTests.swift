import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

@Suite("Two owners away at once")
struct BothAwayTests {
  /// What is said of a project of 11 January (a Monday) to 12 February with two owners.
  private func found(
    _ ada: String, _ grace: String, owners: String = "[ada, grace]", today: String = "2026-12-01"
  ) throws -> [String] {
    let team = """
      holidays: { default: [2027-01-18] }
      engineers:
        ada: { away: \(ada) }
        grace: { away: \(grace) }
        joan: { away: [2027-01-04 to 2027-03-31] }
      projects:
        safe: { start: 2027-01-11, end: 2027-02-12, owners: 2, docs: none }
      """
    return try written(team, today: today).findings(
      "period: 2027-01-04 to 2027-01-31\nowners: { safe: \(owners) }", of: "both-away"
    ).map { String($0.message.split(separator: "on ", maxSplits: 1)[1]) }
  }

  @Test("for three days in a row, weekends and holidays between them")
  func threeDays() throws {
    // 15 January is a Friday, the 18th a holiday.
    let long = "[2027-01-15 to 2027-01-20]"
    #expect(
      try found("[2027-01-15 to 2027-01-20]", long) == [
        "3 working days in a row, from 2027-01-15 to 2027-01-20"
      ])
    #expect(try found("[2027-01-15 to 2027-01-19]", long) == [])
    #expect(try found("[2027-01-15, 2027-01-20]", long) == [])
  }

  @Test("a day of which one would not have worked counts, one there ends it")
  func oneDayOff() throws {
    let ada = "[2027-01-25 to 2027-01-27], workdays: [Mon, Tue, Thu]"
    #expect(
      try found(ada, "[2027-01-25 to 2027-01-29]") == [
        "3 working days in a row, from 2027-01-25 to 2027-01-27"
      ])
  }

  @Test("from today on, within the rota's weeks")
  func bounds() throws {
    let away = "[2027-01-12 to 2027-01-15, 2027-01-28 to 2027-02-05]"
    #expect(
      try found(away, away) == ["4 working days in a row, from 2027-01-12 to 2027-01-15"])
    #expect(
      try found(away, away, today: "2027-01-13") == [
        "3 working days in a row, from 2027-01-13 to 2027-01-15"
      ])
    #expect(try found(away, away, today: "2027-01-14") == [])
  }

  /// The rota ends on Sunday, 31 January.
  @Test("up to the rota's last day")
  func lastDay() throws {
    let away = "[2027-01-29 to 2027-02-03], workdays: [Mon, Fri, Sat, Sun]"
    #expect(
      try found(away, away) == ["3 working days in a row, from 2027-01-29 to 2027-01-31"])
  }

  @Test("whoever has left is not at work")
  func leaver() throws {
    let ada = "[2027-01-25 to 2027-01-27]"
    #expect(
      try found(ada, "[], leaves: 2027-01-24") == [
        "3 working days in a row, from 2027-01-25 to 2027-01-27"
      ])
    #expect(try found(ada, "[], leaves: 2027-01-25") == [])
  }

  @Test("are named, each once, with their time off")
  func named() throws {
    let team = """
      engineers:
        ada: { away: [2027-01-11 to 2027-01-13] }
        grace: { away: [2027-01-11 to 2027-01-13] }
      projects:
        safe: { start: 2027-01-11, end: 2027-02-12, owners: 2, docs: none }
      """
    let found = try written(team).findings(
      "period: 2027-01-04 to 2027-01-31\nowners: { safe: [grace, ada] }", of: "both-away")
    #expect(found.map { $0.about?.people } == [["grace", "ada"]])
    #expect(found.flatMap(\.related).map(\.place.line) == [3, 2])
  }

  @Test("not where one owner follows the other")
  func inTurn() throws {
    let away = "[2027-01-11 to 2027-01-29]"
    #expect(
      try found(away, away, owners: "[ada until 2027-01-17, grace from 2027-01-18]") == [])
    #expect(try found(away, "[]", owners: "[ada, joan]").count == 1)
  }
}

@Suite("Projects for a customer")
struct CustomerWarningTests {
  private func found(_ head: String, end: String = "2027-01-29") throws -> [String] {
    let team = """
      \(head)
      engineers: { ada: {} }
      projects:
        safe: { start: 2026-11-02, end: \(end), customer: Checkout, docs: none }
        edge: { start: 2026-11-02, end: 2027-01-29, docs: none }
      """
    return judgeTeam(in: try written(team)).map { "\($0.id) \($0.place?.line ?? 0)" }
  }

  @Test("are told until they have ended, feedback once at the team's name")
  func places() throws {
    #expect(try found("rest: 0\nteam: Platform") == ["pairing-missing 5", "feedback-missing 2"])
    #expect(try found("rest: 0") == ["pairing-missing 4", "feedback-missing 1"])
    #expect(try found("rest: 0", end: "2026-12-01").count == 2)
    #expect(try found("rest: 0", end: "2026-11-30") == [])
  }
}

@Suite("Projects that end")
struct EndingProjectTests {
  /// The project ends on 2027-01-18.
  @Test(
    "say when their documentation is due",
    arguments: [("2027-01-18", "today"), ("2027-01-17", "tomorrow"), ("2027-01-16", "in 2 days")])
  func documentation(today: String, when: String) throws {
    let team = "engineers:\n  ada:\nprojects:\n  safe: { start: 2026-10-05, end: 2027-01-18 }"
    #expect(
      judgeTeam(in: try written(team, today: today)).map(\.message) == [
        "`safe` ends \(when) and its documentation is still due"
      ])
  }

  /// Within two weeks of 2027-01-29, a Friday, are the days up to 2027-02-12; ada is off on all.
  @Test(
    "lack a session as long as there could be one, where they introduce something",
    arguments: [("2027-02-12", 1), ("2027-02-13", 0)])
  func sharing(today: String, count: Int) throws {
    let team = """
      engineers: { ada: { away: [2027-01-30 to 2027-02-28] } }
      projects:
        safe: { start: 2027-01-11, end: 2027-01-29, introduces: Vault, docs: none }
        edge: { start: 2027-01-11, end: 2027-01-29, docs: none }
      sharing: { at: Friday 16:00, for: 45 minutes, within: 2 weeks }
      """
    let found = try written(team, today: today).findings(
      "period: 2027-Q1\nowners: { safe: [ada], edge: [ada] }", of: "sharing-unplanned")
    #expect(found.count == count)
  }
}
