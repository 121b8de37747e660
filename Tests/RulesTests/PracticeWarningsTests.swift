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
