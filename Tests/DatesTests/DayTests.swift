import Dates
import SeededNumbers
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2027-01-04", 20_822),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func countsFromTheEpoch(text: String, number: Int) throws {
    #expect(try day(text).number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
    "0000-01-01", "2026-1-01", "2026-01-1", "20260101", "2026/01/01", "+026-01-01", "2026-01-01 ",
    "２０２６-01-01", "", "-",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(Day(anyYear: text) == nil)
  }

  @Test func refusesNumbersOutsideTheCalendar() {
    #expect(Day(year: Int.max, month: 1, day: 1) == nil)
    #expect(Day(year: 2026, month: Int.min, day: 1) == nil)
    #expect(Day(year: 2026, month: 1, day: Int.max) == nil)
  }

  @Test func knowsItsWeekday() throws {
    #expect(try day("1970-01-01").weekday == .thursday)
    #expect(try day("2027-01-04").weekday == .monday)
    #expect(try day("0001-01-01").weekday == .monday)
  }

  /// Every day of 800 years: a date is one day after the last, a month follows a month, and the
  /// weekday moves on.
  @Test func followsTheCalendarDayByDay() throws {
    var expected = (year: 1700, month: 1, day: 1)
    var weekday = try day("1700-01-01").weekday
    for date in try day("1700-01-01")...day("2499-12-31") {
      guard
        (date.year, date.month, date.dayOfMonth) == expected,
        date.weekday == weekday,
        Day(year: expected.year, month: expected.month, day: expected.day) == date
      else {
        Issue.record("\(date) is not \(expected), a \(weekday)")
        return
      }
      expected.day += 1
      if expected.day > Day.count(ofMonth: expected.month, year: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      weekday = try #require(Weekday(rawValue: weekday.rawValue % 7 + 1))
    }
  }

  @Test func leapYearsAreThoseOfTheGregorianCalendar() {
    let leap = [1600, 1996, 2000, 2004, 2024, 2400]
    let common = [1700, 1900, 2023, 2026, 2100]
    #expect(leap.allSatisfy { Day.count(ofMonth: 2, year: $0) == 29 })
    #expect(common.allSatisfy { Day.count(ofMonth: 2, year: $0) == 28 })
  }

  @Test func theEndsOfOpenSpansLieOutsideEveryFile() throws {
    #expect(try Day.distantPast < day("0001-01-01"))
    #expect(try Day.distantFuture > day("9999-12-31"))
  }

  /// As rules of calendars count: the 32nd of January is the first of February, and so on.
  @Test func countsOnBeyondAMonth() throws {
    #expect(try Day(validYear: 2027, month: 1, day: 32) == day("2027-02-01"))
    #expect(try Day(validYear: 2027, month: 3, day: 0) == day("2027-02-28"))
    #expect(try day("2028-12-31").dayOfYear == 366)
    #expect(try day("2027-03-01").dayOfYear == 60)
  }

  @Test func addsAndSubtractsDays() throws {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<1000 {
      let date = Day(number: Int.random(in: -700_000...2_900_000, using: &numbers))
      let step = Int.random(in: -10_000...10_000, using: &numbers)
      #expect(date.distance(to: date + step) == step)
      #expect(date + step - step == date)
      #expect((date < date + step) == (step > 0))
      #expect(Day(anyYear: date.description) == date)
    }
  }
}

/// A date of the years 1 to 9999.
private func day(_ text: String) throws -> Day { try #require(Day(anyYear: text), "\(text)") }
