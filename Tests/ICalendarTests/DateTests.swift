import Testing

@testable import ICalendar

@Suite struct DateTests {
  @Test func everyDayOfFourCenturiesHasItsPlace() {
    var expected = (year: 1899, month: 12, day: 31)
    var day = DateOnly(validYear: 1899, month: 12, day: 31)
    let last = DateOnly(validYear: 2300, month: 1, day: 1)
    while day < last {
      #expect(day.yearMonthDay == expected)
      #expect(DateOnly(year: expected.year, month: expected.month, day: expected.day) == day)
      day = day + 1
      expected.day += 1
      if expected.day > DateOnly.length(ofMonth: expected.month, year: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
  }

  @Test(arguments: [(2027, 2, 29), (2100, 2, 29), (2027, 4, 31), (2027, 13, 1), (2027, 1, 0)])
  func daysThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(DateOnly(year: year, month: month, day: day) == nil)
  }

  @Test func weekdaysAndFormats() {
    #expect(date(2027, 1, 4).weekday == .monday)
    #expect(date(1969, 12, 31).weekday == .wednesday)
    #expect(date(2000, 2, 29).weekday == .tuesday)
    #expect(date(2028, 12, 31).dayOfYear == 366)
    #expect("\(wall(1969, 12, 31, 23, 59))" == "1969-12-31T23:59:00")
    #expect(wall(33, 4, 5).basicFormat == "00330405T000000")
    #expect(at(2027, 1, 4, 8).basicFormat == "20270104T080000Z")
  }
}
