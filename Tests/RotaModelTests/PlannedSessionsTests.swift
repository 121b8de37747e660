import Dates
import Diagnostics
import RotaModel
import Testing

@Suite struct PlannedSessionsTests {
  func planned(
    _ first: String, _ last: String, _ change: (inout Team) throws -> Void = { _ in }
  ) throws -> [String] {
    let team = try team([
      engineer("ada"), engineer("bo") { $0.joined = Located(try day("2027-02-01"), at: nowhere) },
    ]) {
      $0.sharing = Sharing(
        weekday: .thursday, time: try time("16:00"), length: 45, withinWeeks: 2)
      $0.feedback = Feedback(
        ordinal: 1, weekday: .thursday, time: try time("15:30"), thanks: 30, improvements: 40,
        guests: [], agenda: nil)
      $0.projects = [
        try project("vault", from: "2027-01-11", to: "2027-01-29") {
          $0.introduces = "Secrets"
          $0.pairing = Pairing(weekday: .thursday, time: try time("15:30"), length: 60)
        }
      ]
      try change(&$0)
    }
    let rota = try rota(owners: ["vault": [EngineerSpan(EngineerID("ada"))]])
    return try Sessions(of: team, Availability(team), rotas: [rota])
      .planned(in: days(first, last)).map {
        let people = $0.engineers.map(\.text).joined(separator: " ")
        return "\($0.session.day) \($0.session.time) \($0.session.minutes) \($0.title): \(people)"
      }
  }

  @Test func allKindsComeByDayAndTime() throws {
    #expect(
      try planned("2027-01-21", "2027-02-28") == [
        "2027-01-21 15:30 60 Pairing: vault: ada", "2027-01-28 15:30 60 Pairing: vault: ada",
        "2027-02-04 15:30 30 Feedback: thanks: ada bo",
        "2027-02-04 16:00 45 Knowledge sharing: Secrets: ada",
        "2027-02-04 16:00 40 Feedback: improvements: ada bo",
      ])
    #expect(
      try planned("2027-01-01", "2027-01-07") == [
        "2027-01-07 15:30 30 Feedback: thanks: ada",
        "2027-01-07 16:00 40 Feedback: improvements: ada",
      ])
  }

  @Test func improvementsMayBeginAfterMidnight() throws {
    let found = try planned("2027-01-01", "2027-01-10") {
      $0.feedback = Feedback(
        ordinal: 1, weekday: .thursday, time: try time("23:30"), thanks: 45, improvements: 40,
        guests: [], agenda: nil)
    }
    #expect(
      found == [
        "2027-01-07 23:30 45 Feedback: thanks: ada",
        "2027-01-08 00:15 40 Feedback: improvements: ada",
      ])
  }

  @Test func whatLastsNoTimeIsNoSession() throws {
    let found = try planned("2027-01-01", "2027-01-10") {
      $0.feedback = Feedback(
        ordinal: 1, weekday: .thursday, time: try time("15:30"), thanks: 0, improvements: 40,
        guests: [], agenda: nil)
    }
    #expect(found == ["2027-01-07 15:30 40 Feedback: improvements: ada"])
  }
}
