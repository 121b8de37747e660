import Dates
import RotaModel
import SeededNumbers
import Testing

@Suite struct ISOWeekTests {
  @Test(arguments: [
    ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"),
    ("2024-12-30", "2025-W01"), ("2023-01-01", "2022-W52"), ("2020-12-31", "2020-W53"),
    ("2027-12-31", "2027-W52"),
  ])
  func holdsADate(date: String, week: String) throws {
    #expect(try ISOWeek(holding: day(date)).description == week)
  }

  @Test func aYearHasFiftyTwoOrFiftyThree() {
    #expect(ISOWeek.count(ofYear: 2026) == 53)
    #expect(ISOWeek.count(ofYear: 2027) == 52)
    #expect(ISOWeek(year: 2026, week: 53) != nil)
    #expect(ISOWeek(year: 2027, week: 53) == nil)
    #expect(ISOWeek(year: 2027, week: 0) == nil)
    #expect(ISOWeek(year: 0, week: 1) == nil)
    #expect(ISOWeek(year: Int.max, week: 1) == nil)
  }

  /// 400 years have 71 long ones (the Gregorian calendar repeats then).
  @Test func fourHundredYearsHaveSeventyOneLongOnes() {
    #expect((2000..<2400).count { ISOWeek.count(ofYear: $0) == 53 } == 71)
  }

  @Test func startsOnMondayAndHoldsItsSevenDays() throws {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<1000 {
      let date = Day(number: Int.random(in: -700_000...2_900_000, using: &numbers))
      let week = ISOWeek(holding: date)
      #expect(week.monday.weekday == .monday)
      #expect((0..<7).contains(week.monday.distance(to: date)))
      // Of other years none is read, but weeks are counted through all of them.
      let isRead = (1900...2999).contains(week.year)
      #expect(ISOWeek(year: week.year, week: week.week) == (isRead ? week : nil))
      // Its Thursday decides the year.
      #expect((week.monday + 3).year == week.year)
    }
  }
}

@Suite struct ShiftWeekTests {
  @Test func isNamedByTheDateItStartsOn() throws {
    let week = try ShiftWeek(holding: day("2027-01-06"), handover: .monday)
    #expect(week.description == "2027-01-04")
    #expect(try week.days == days("2027-01-04", "2027-01-10"))
    #expect(try week.last == day("2027-01-10"))
  }

  @Test func anISOWeekMeansTheOneThatStartsInIt() throws {
    let week = try #require(ISOWeek(year: 2027, week: 5))
    #expect(ShiftWeek(in: week, handover: .monday).description == "2027-02-01")
    #expect(ShiftWeek(in: week, handover: .wednesday).description == "2027-02-03")
    #expect(ShiftWeek(in: week, handover: .sunday).description == "2027-02-07")
  }

  @Test func holdsTheDatesItIsFoundBy() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<1000 {
      let date = Day(number: Int.random(in: -700_000...2_900_000, using: &numbers))
      for handover in Weekday.allCases {
        let week = ShiftWeek(holding: date, handover: handover)
        #expect(week.days.contains(date))
        #expect(week.start.weekday == handover)
        #expect(ShiftWeek(in: ISOWeek(holding: week.start), handover: handover) == week)
      }
    }
  }

  @Test(arguments: [(0, 0), (7, 1), (6, 0), (13, 1), (-1, -1), (-7, -1), (-8, -2), (-14, -2)])
  func distancesRoundDown(days: Int, weeks: Int) throws {
    let week = try ShiftWeek(startingOn: day("2027-01-04"))
    #expect(week.weeks(to: ShiftWeek(startingOn: week.start + days)) == weeks)
  }
}

@Suite struct PeriodTests {
  @Test func aQuarterIsItsThreeMonths() throws {
    let period = try #require(Period(named: "2027-Q1"))
    #expect(try period.first == day("2027-01-01"))
    #expect(try period.last == day("2027-03-31"))
    #expect(period.name == "2027-Q1")
    #expect(period.fileStem == "2027-Q1")
    #expect(Period(year: 2027, quarter: 1) == period)
    #expect(try Period(quarterHolding: day("2027-03-31")) == period)
  }

  @Test func aRangeHasBothNames() throws {
    let period = try #require(try Period(from: day("2027-01-04"), weeks: 13))
    #expect(period.name == "2027-01-04 to 2027-04-04")
    #expect(period.fileStem == "2027-01-04_2027-04-04")
    #expect(Period(named: period.name) == period)
    #expect(Period(named: period.fileStem) == period)
  }

  @Test(arguments: [
    "", "2027", "2027-Q0", "2027-Q5", "2027Q1", "0000-Q1", "2027-W01", "2027-Q1 ", "2027-1-Q1",
    "2027-01-04 to 2027-01-03", "2027-01-04_2027-02-30", "2027-01-04", "2027-01-04 2027-04-04",
    "e\u{301}027-Q1", "2027\u{301}-Q1",
  ])
  func nothingElseIsAPeriod(text: String) {
    #expect(Period(named: text) == nil)
  }

  @Test func refusesWhatHasNoDays() throws {
    let first = try day("2027-01-04")
    #expect(Period(from: first, to: first - 1) == nil)
    #expect(Period(from: first, weeks: 0) == nil)
    #expect(Period(from: first, weeks: Int.max) == nil)
    #expect(Period(year: 2027, quarter: 5) == nil)
    #expect(Period(year: Int.max, quarter: 1) == nil)
  }

  @Test func hasTheWeeksThatStartInIt() throws {
    let period = try #require(Period(named: "2026-Q4"))
    let weeks = period.weeks(handover: .monday)
    #expect(weeks.count == 13)
    #expect(weeks.first?.description == "2026-10-05")
    #expect(weeks.last?.description == "2026-12-28")
    #expect(period.weeks(handover: .thursday).first?.description == "2026-10-01")
  }

  @Test func mayHaveNoWeek() throws {
    let period = try #require(try Period(from: day("2027-01-05"), to: day("2027-01-10")))
    #expect(period.weeks(handover: .monday).isEmpty)
    #expect(period.weeks(handover: .tuesday).count == 1)
  }

  /// Each week belongs to one quarter, and to no other.
  @Test func theQuartersShareOutEveryWeek() throws {
    for handover in Weekday.allCases {
      var quarter = try #require(Period(named: "2020-Q1"))
      var expected: Day?
      for _ in 0..<60 {
        for week in quarter.weeks(handover: handover) {
          #expect(quarter.holds(week.start))
          #expect(expected == nil || week.start == expected)
          expected = week.start + 7
        }
        quarter = Period(quarterHolding: quarter.last + 1)
      }
    }
  }
}

/// What is refused at every door is said in the same words.
@Suite struct LimitsTests {
  @Test func yearsAreFourDigitsWithRoomOnBothSides() throws {
    for text in ["1899-12-31", "3000-01-01", "0001-01-01", "9999-12-31"] {
      #expect(Day(text) == nil)
      #expect(Limits.refusal(ofYearIn: text)?.hasPrefix("`\(text)` is out of range") == true)
    }
    for text in ["1900-01-01", "2999-12-31"] {
      #expect(Day(text) != nil)
      #expect(Limits.refusal(ofYearIn: text) == nil)
    }
  }

  @Test(arguments: [
    "9999-Q4", "9999-W01", "2027-01-01 to 9999-12-31", "2027-01-01_9999-12-31", "9999-12-31T09:00",
  ])
  func theYearIsFoundInWhateverHoldsADate(_ text: String) {
    #expect(Limits.refusal(ofYearIn: text) != nil)
  }

  @Test(arguments: ["", "ada", "9999-13-45", "0000-01-01", "3000", "3000-service", "2027-01-01"])
  func otherTextsAreNotForLimitsToRefuse(_ text: String) {
    #expect(Limits.refusal(ofYearIn: text) == nil)
  }

  @Test func aPeriodHasAtMostTenYearsOfWeeks() throws {
    let first = try day("2027-01-04")
    #expect(Period(from: first, to: first + (7 * 520 - 1)) != nil)
    #expect(Period(from: first, to: first + 7 * 520) == nil)
    #expect(Limits.refusal(ofPeriodFrom: first, to: first + (7 * 520 - 1)) == nil)
    #expect(
      Limits.refusal(ofPeriodFrom: first, to: first + 7 * 520)
        == "a period has at most 520 weeks, and 2027-01-04 to 2036-12-22 are 521")
    #expect(Period(from: first, weeks: 520)?.weeks(handover: .monday).count == 520)
    #expect(Period(from: first, weeks: 521) == nil)
  }
}

/// A handover that changes, with the dates counted by hand.
@Suite struct HandoverChangeTests {
  private func rota(_ period: String, _ starts: [String]) throws -> Rota {
    let shifts = try starts.map {
      Shift(
        week: ShiftWeek(startingOn: try day($0)), rotation: RotationID("service"),
        engineer: EngineerID("ada"))
    }
    return Rota(period: try #require(Period(named: period)), shifts: shifts)
  }

  @Test func aRotasWeekdayIsThatOfAllItsShifts() throws {
    #expect(try rota("2027-Q1", ["2027-01-05", "2027-01-12"]).handover(.monday) == .tuesday)
    #expect(try rota("2027-Q1", ["2027-01-05", "2027-01-11"]).handover(.friday) == .friday)
    #expect(try rota("2027-Q1", []).handover(.friday) == .friday)
    let weeks = try rota("2027-Q1", ["2027-03-02"]).weeks(handover: .monday)
    #expect(try weeks.first?.start == day("2027-01-05"))
    #expect(try weeks.last?.start == day("2027-03-30"))
  }

  /// The last shift of the quarter began on Monday 29 March.
  @Test(arguments: [
    ("2027-03-30", "2027-03-30"), ("2027-04-04", "2027-04-04"), ("2027-04-06", "2027-04-06"),
    ("2027-04-11", "2027-04-11"),
    // Two weeks later, and the same weekday: seven days.
    ("2027-04-13", "2027-04-05"), ("2027-04-05", "2027-04-05"), ("2027-04-12", "2027-04-05"),
  ])
  func theLastShiftLastsUntilTheNextHandover(_ first: String, _ end: String) throws {
    let next = try rota("\(first)_2027-06-30", [first])
    let rotas = try [next, rota("2027-Q1", ["2027-03-22", "2027-03-29"])]
      .following(handover: .monday)
    #expect(rotas.map(\.period.name).first == "2027-Q1")
    let last = ShiftWeek(startingOn: try day("2027-03-29"))
    #expect(try rotas[0].days(of: last) == last.start..<day(end))
    let before = ShiftWeek(startingOn: try day("2027-03-22"))
    #expect(rotas[0].days(of: before) == before.days)
    for date in last.start..<last.start + 15 {
      let held = rotas[0].week(holding: date, handover: .monday)
      #expect(try (held == last) == (date < day(end)), "\(date)")
    }
  }

  @Test func aCoverMayLieInTheAddedDays() throws {
    var quarter = try rota("2027-Q1", ["2027-03-29"])
    let days = try day("2027-04-05")..<day("2027-04-06")
    quarter.covers = [
      Cover(days: days, rotation: RotationID("service"), engineer: EngineerID("bob"))
    ]
    let rotas = try [quarter, rota("2027-Q2", ["2027-04-07"])].following(handover: .wednesday)
    let duties = rotas[0].duties(of: rotas[0].shifts[0])
    #expect(duties.map(\.engineer.text) == ["ada", "bob", "ada"])
    #expect(
      try duties.map(\.days.lowerBound) == [day("2027-03-29"), days.lowerBound, days.upperBound])
    #expect(try duties.last?.days.upperBound == day("2027-04-07"))
  }
}
