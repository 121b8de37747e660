import Dates
import Diagnostics
import RotaModel
import Testing

/// A project from 2027-01-11 to 2027-03-05 in a team that shares on Thursdays at 16:00.
@Suite struct KnowledgeSharingTests {
  let ada = EngineerID("ada")
  let bo = EngineerID("bo")

  func session(
    _ owners: [EngineerSpan], shifts: [Shift] = [], covers: [Cover] = [],
    _ change: (inout Team) throws -> Void = { _ in }
  ) throws -> Day? {
    let team = try team([engineer("ada"), engineer("bo")]) {
      $0.sharing = Sharing(
        weekday: .thursday, time: try time("16:00"), length: 45, withinWeeks: 2)
      $0.projects = [try project("vault") { $0.introduces = "Vault" }]
      try change(&$0)
    }
    let rota = try rota(shifts: shifts, owners: ["vault": owners], covers: covers)
    let sessions = Sessions(of: team, Availability(team), rotas: [rota])
    return sessions.knowledgeSharing(after: team.projects[0])?.day
  }

  @Test func isHeldOnTheFirstSuchWeekdayAfterTheEnd() throws {
    #expect(try session([EngineerSpan(ada)]) == day("2027-03-11"))
  }

  @Test func needsSomethingNewAndATime() throws {
    #expect(try session([]) { $0.sharing = nil } == nil)
    #expect(try session([]) { $0.projects[0].introduces = nil } == nil)
  }

  @Test func isNeverOnTheLastDayItself() throws {
    let end = try day("2027-03-04")
    #expect(end.weekday == .thursday)
    let found = try session([]) {
      $0.projects[0].life = $0.projects[0].life.lowerBound..<end + 1
    }
    #expect(try found == day("2027-03-11"))
  }

  @Test func waitsForOwnersWhoAreAway() throws {
    let found = try session([EngineerSpan(bo)]) {
      $0.engineers[1].away = [try marked("2027-03-11")]
    }
    #expect(try found == day("2027-03-18"))
  }

  @Test func waitsForOwnersOnHoliday() throws {
    let found = try session([EngineerSpan(bo)]) {
      $0.holidayLists = [HolidayList(name: "berlin", days: [try marked("2027-03-11")])]
      $0.engineers[1].holidayList = "berlin"
    }
    #expect(try found == day("2027-03-18"))
  }

  @Test func othersMayBeAway() throws {
    let found = try session([EngineerSpan(bo)]) {
      $0.engineers[0].away = [try marked("2027-03-11")]
    }
    #expect(try found == day("2027-03-11"))
  }

  @Test func waitsForOwnersOnDuty() throws {
    #expect(
      try session([EngineerSpan(ada)], shifts: [shift("2027-03-08", "ada")]) == day("2027-03-18"))
    #expect(
      try session([EngineerSpan(ada)], shifts: [shift("2027-03-08", "bo")]) == day("2027-03-11"))
  }

  @Test func isGivenUpAfterTheWeeksAllowed() throws {
    let shifts = try [shift("2027-03-08", "ada"), shift("2027-03-15", "ada")]
    #expect(try session([EngineerSpan(ada)], shifts: shifts) == nil)
  }

  @Test func aCoverFreesTheHolderAndBindsTheStandIn() throws {
    let shifts = [try shift("2027-03-08", "ada")]
    let covers = [try cover("2027-03-11", "2027-03-11", "bo")]
    #expect(
      try session([EngineerSpan(ada)], shifts: shifts, covers: covers) == day("2027-03-11"))
    #expect(try session([EngineerSpan(bo)], shifts: shifts, covers: covers) == day("2027-03-18"))
  }

  @Test func dutyEndsAtTheHandover() throws {
    for (hour, free) in [("08:00", false), ("09:00", true), ("08:30", false)] {
      let found = try session([EngineerSpan(ada)], shifts: [shift("2027-03-04", "ada")]) {
        $0.handover = Handover(weekday: .thursday, time: try time("09:00"))
        $0.sharing = Sharing(
          weekday: .thursday, time: try time(hour), length: 60, withinWeeks: 2)
      }
      #expect(try found == day(free ? "2027-03-11" : "2027-03-18"), "at \(hour)")
    }
  }

  @Test func dutyThatBeginsDuringTheSessionIsDuty() throws {
    let found = try session([EngineerSpan(ada)], shifts: [shift("2027-03-11", "ada")]) {
      $0.handover = Handover(weekday: .thursday, time: try time("16:30"))
    }
    #expect(found == nil)
  }

  @Test func everyOwnerOfItsLifeIsWaitedForWhoIsStillOnTheTeam() throws {
    let owners = try [
      EngineerSpan(ada, until: day("2027-02-14")), EngineerSpan(bo, from: day("2027-02-15")),
    ]
    let shifts = [try shift("2027-03-08", "ada")]
    #expect(try session(owners, shifts: shifts) == day("2027-03-18"))
    let left = try session(owners, shifts: shifts) {
      $0.engineers[0].leaves = Located(try day("2027-03-10"), at: nowhere)
    }
    #expect(try left == day("2027-03-11"))
  }

  @Test func ownersOfNoTeamAreNotWaitedFor() throws {
    #expect(try session([EngineerSpan(EngineerID("zed"))]) == day("2027-03-11"))
  }
}

@Suite struct PairingTests {
  func sessions(
    shifts: [Shift] = [], _ change: (inout Team) throws -> Void = { _ in }
  ) throws -> [String] {
    let team = try team([engineer("ada"), engineer("bo")]) {
      $0.projects = [
        try project("vault", from: "2027-01-11", to: "2027-02-02") {
          $0.pairing = Pairing(weekday: .tuesday, time: try time("14:00"), length: 90)
        }
      ]
      try change(&$0)
    }
    let owners = try [
      EngineerSpan(EngineerID("ada"), until: day("2027-01-20")),
      EngineerSpan(EngineerID("bo"), from: day("2027-01-21")),
    ]
    let rota = try rota(shifts: shifts, owners: ["vault": owners])
    return Sessions(of: team, Availability(team), rotas: [rota])
      .pairing(of: team.projects[0]).map(\.day.description)
  }

  @Test func isHeldEveryWeekOfTheLifeBothEndsIncluded() throws {
    #expect(try sessions() == ["2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02"])
    #expect(try sessions { $0.projects[0].pairing = nil } == [])
  }

  @Test func leavesOutTheDaysOnWhichThatDaysOwnerCannot() throws {
    let found = try sessions(shifts: [
      shift("2027-01-11", "ada"), shift("2027-01-18", "bo"), shift("2027-01-25", "ada"),
    ]) {
      $0.engineers[1].away = [try marked("2027-02-01", "2027-02-05")]
    }
    #expect(found == ["2027-01-19", "2027-01-26"])
  }
}

@Suite struct FeedbackTests {
  func meetings(
    _ ordinal: Int, _ weekday: Weekday = .thursday, _ change: (inout Team) throws -> Void = { _ in }
  ) throws -> [String] {
    let team = try team([engineer("ada"), engineer("bo"), engineer("cy")]) {
      $0.feedback = Feedback(
        ordinal: ordinal, weekday: weekday, time: try time("15:00"), thanks: 20, improvements: 40,
        guests: [], agenda: nil)
      try change(&$0)
    }
    return try Sessions(of: team, Availability(team), rotas: [])
      .feedback(in: days("2027-01-01", "2027-03-31")).map { "\($0.month): \($0.day)" }
  }

  func holiday(_ first: String, _ last: String, for count: Int) throws -> (inout Team) -> Void {
    let list = HolidayList(name: "some", days: [try marked(first, last)])
    return { team in
      team.holidayLists = [list]
      for index in 0..<count { team.engineers[index].holidayList = "some" }
    }
  }

  @Test func isHeldEveryMonth() throws {
    #expect(
      try meetings(1) == ["2027-01: 2027-01-07", "2027-02: 2027-02-04", "2027-03: 2027-03-04"])
    #expect(try meetings(-1, .sunday).first == "2027-01: 2027-01-31")
    #expect(try meetings(5, .friday) == ["2027-01: 2027-01-29"])
    #expect(try meetings(1) { $0.feedback = nil } == [])
  }

  @Test func movesOffAHolidayOfMoreThanHalfOfTheTeam() throws {
    let one = try meetings(1, change(holiday("2027-01-07", "2027-01-08", for: 1)))
    #expect(one[0] == "2027-01: 2027-01-07")
    // Two of three; the next workday that is no holiday is Monday.
    let two = try meetings(1, change(holiday("2027-01-07", "2027-01-08", for: 2)))
    #expect(two[0] == "2027-01: 2027-01-11")
  }

  @Test func exactlyHalfOfTheTeamIsNotMore() throws {
    let holiday = try holiday("2027-01-07", "2027-01-07", for: 1)
    let found = try meetings(1) {
      holiday(&$0)
      // Who has not joined yet does not count.
      $0.engineers[2].joined = Located(try day("2027-02-01"), at: nowhere)
    }
    #expect(found[0] == "2027-01: 2027-01-07")
  }

  @Test func holidaysMayPushItIntoTheNextMonthAndPeriod() throws {
    let found = try meetings(-1, change(holiday("2026-12-31", "2027-01-02", for: 3)))
    #expect(found[0] == "2026-12: 2027-01-04")
  }

  @Test func endlessHolidaysLeaveNone() throws {
    #expect(try meetings(1, change(holiday("2026-01-01", "2028-01-01", for: 3))) == [])
  }

  private func change(_ change: @escaping (inout Team) -> Void) -> (inout Team) throws -> Void {
    { change(&$0) }
  }

  private func meetings(_ ordinal: Int, _ change: (inout Team) throws -> Void) throws -> [String] {
    try meetings(ordinal, .thursday, change)
  }
}
