import Testing

@testable import ICalendar

@Suite struct DateFormatTests {
  @Test func writesDatesAndTimes() {
    #expect("\(wall(1969, 12, 31, 23, 59))" == "1969-12-31T23:59:00")
    #expect(wall(33, 4, 5).basicFormat == "00330405T000000")
    #expect(at(2027, 1, 4, 8).basicFormat == "20270104T080000Z")
  }
}
