import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@Suite struct AvailabilityTests {
  /// Monday 2027-01-04 to Sunday.
  let week = ShiftWeek(startingOn: Day(number: 20_822))

  @Test func workingDaysAreWorkdaysWithoutHolidays() throws {
    let holidays = try HolidayList(name: "default", days: [marked("2027-01-06")])
    let team = team([
      engineer("ada") { $0.holidayList = "default" },
      engineer("bo") { $0.workdays = WeekdaySet([.monday, .sunday]) },
    ]) { $0.holidayLists = [holidays] }
    let availability = Availability(team)
    #expect(availability.workingDays(of: 0, in: week) == 0b0011011)
    #expect(availability.workingDays(of: 1, in: week) == 0b1000001)
    #expect(try availability.hasHoliday(0, on: day("2027-01-06")))
    #expect(try !availability.works(0, on: day("2027-01-06")))
    #expect(try availability.works(1, on: day("2027-01-10")))
  }

  @Test func bitsCountFromTheHandover() throws {
    let availability = Availability(team([engineer("ada")]))
    let thursday = try ShiftWeek(startingOn: day("2027-01-07"))
    #expect(availability.workingDays(of: 0, in: thursday) == 0b1110011)
  }

  @Test func awayDaysAreWorkingDays() throws {
    let availability = Availability(
      try team([engineer("ada") { $0.away = [try marked("2027-01-08", "2027-01-12")] }]))
    #expect(availability.awayDays(of: 0, in: week) == 0b0010000)
    #expect(try availability.isAway(0, on: day("2027-01-09")))
    let count = try availability.count(of: 0, in: days("2027-01-04", "2027-01-13"))
    #expect(count.working == 8)
    #expect(count.away == 3)
  }

  @Test func someAwayDaysMayBeAllowed() throws {
    let away = try engineer("ada") { $0.away = [try marked("2027-01-04", "2027-01-05")] }
    #expect(!Availability(team([away]) { $0.awayDaysAllowed = 1 }).isAvailable(0, in: week))
    #expect(Availability(team([away]) { $0.awayDaysAllowed = 2 }).isAvailable(0, in: week))
  }

  @Test func aWorkingDayMustBeLeft() throws {
    let away = try engineer("ada") { $0.away = [try marked("2027-01-04", "2027-01-10")] }
    #expect(!Availability(team([away]) { $0.awayDaysAllowed = 7 }).isAvailable(0, in: week))
    let idle = engineer("ada") { $0.workdays = WeekdaySet([]) }
    #expect(!Availability(team([idle])).isAvailable(0, in: week))
  }

  @Test func newcomersStartWithTheirFirstFullWeek() throws {
    let availability = Availability(
      try team([
        engineer("ada") { $0.joined = Located(try day("2027-01-04"), at: nowhere) },
        engineer("bo") { $0.joined = Located(try day("2027-01-05"), at: nowhere) },
        engineer("cy") { $0.leaves = Located(try day("2027-01-10"), at: nowhere) },
        engineer("di") { $0.leaves = Located(try day("2027-01-09"), at: nowhere) },
      ]))
    #expect((0..<4).map { availability.isAvailable($0, in: week) } == [true, false, true, false])
  }

  @Test func membershipCountsAllSpansTogether() throws {
    let service = RotationID("service")
    let availability = Availability(
      try team([engineer("ada"), engineer("bo"), engineer("cy")]) {
        $0.rotations[0].members = [
          EngineerSpan(EngineerID("ada"), from: try day("2027-01-08")),
          EngineerSpan(EngineerID("ada"), until: try day("2027-01-07")),
          EngineerSpan(EngineerID("bo"), until: try day("2027-01-09")),
        ]
      })
    #expect(availability.index(of: service) == 0)
    #expect(
      (0..<3).map { availability.isMember($0, of: 0, on: week.days) } == [true, false, false])
    #expect((0..<3).map { availability.isEligible($0, for: 0) } == [true, true, false])
    #expect((0..<3).map { availability.isEligible($0, for: 0, in: week) } == [true, false, false])
  }

  @Test func aRotationAsksForAllItsSkills() {
    let availability = Availability(
      team([
        engineer("ada") { $0.skills = ["aws", "vault"] }, engineer("bo") { $0.skills = ["aws"] },
      ]) {
        $0.rotations[0].skills = [Located("aws", at: nowhere), Located("vault", at: nowhere)]
      })
    #expect((0..<2).map { availability.isEligible($0, for: 0) } == [true, false])
    #expect(availability.isMember(1, of: 0, on: week.days))
  }

  @Test func aWeekIsClosedWhenNobodyOnTheTeamWorks() throws {
    let holidays = try HolidayList(name: "default", days: [marked("2027-01-01", "2027-01-10")])
    func closed(_ engineers: [Engineer], _ change: (inout Team) -> Void = { _ in }) -> Bool {
      Availability(
        team(engineers) {
          $0.holidayLists = [holidays]
          change(&$0)
        }
      ).isClosed(0, in: week)
    }
    let resting = engineer("ada") { $0.holidayList = "default" }
    let working = engineer("bo")
    #expect(closed([resting]))
    #expect(!closed([resting, working]))
    // Somebody who is not on the team in the whole week does not keep it open.
    let leaver = try engineer("bo") { $0.leaves = Located(try day("2027-01-09"), at: nowhere) }
    #expect(closed([resting, leaver]))
    // Without anybody on the team there is no break: the week is open and unfilled.
    #expect(!closed([leaver]))
    // Skills don't matter, membership does.
    #expect(closed([resting]) { $0.rotations[0].skills = [Located("aws", at: nowhere)] })
    #expect(
      closed([resting, working]) { $0.rotations[0].members = [EngineerSpan(EngineerID("ada"))] })
    // Time off is not a holiday.
    let away = try engineer("bo") { $0.away = [try marked("2027-01-04", "2027-01-10")] }
    #expect(!closed([resting, away]))
  }

  /// The bits of a week agree with looking at every date alone, whatever is marked.
  @Test func weeksAgreeWithTheirDays() {
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<300 {
      func someDays() -> [MarkedDays] {
        (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
          let first = week.start + Int.random(in: -20...40, using: &numbers)
          return MarkedDays(first..<first + Int.random(in: 0...9, using: &numbers), at: nowhere)
        }
      }
      let away = someDays()
      let holidays = someDays()
      let workdays = WeekdaySet(Weekday.allCases.filter { _ in Bool.random(using: &numbers) })
      let availability = Availability(
        team([
          engineer("ada") {
            $0.away = away
            $0.workdays = workdays
            $0.holidayList = "default"
          }
        ]) { $0.holidayLists = [HolidayList(name: "default", days: holidays)] })
      for offset in -21..<42 {
        let start = week.start + offset
        let dates = ShiftWeek(startingOn: start).days
        let working = dates.map { date in
          workdays.contains(date.weekday) && !holidays.contains { $0.days.contains(date) }
        }
        let missed = zip(dates, working).map { date, works in
          works && away.contains { $0.days.contains(date) }
        }
        let week = ShiftWeek(startingOn: start)
        #expect(availability.workingDays(of: 0, in: week) == bits(working))
        #expect(availability.awayDays(of: 0, in: week) == bits(missed))
        let count = availability.count(of: 0, in: dates)
        #expect(count == (working.count { $0 }, missed.count { $0 }))
      }
    }
  }

  private func bits(_ days: [Bool]) -> UInt8 {
    days.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt8($1.offset) : $0 }
  }

  @Test func calendarsAddDays() throws {
    var team = team([engineer("ada") { $0.holidayList = "default" }]) {
      $0.holidayLists = [HolidayList(name: "default", days: [])]
    }
    team.add(timeOff: [try marked("2027-01-04")], of: EngineerID("ada"))
    team.add(timeOff: [try marked("2027-01-04")], of: EngineerID("nobody"))
    team.add(holidays: [try marked("2027-01-05")], toList: "default")
    let availability = Availability(team)
    #expect(availability.awayDays(of: 0, in: week) == 0b0000001)
    #expect(availability.workingDays(of: 0, in: week) == 0b0011101)
  }
}
