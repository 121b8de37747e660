import Dates
import Testing

@Suite struct WeekdayTests {
  @Test(arguments: ["Monday", "MONDAY", "mon", "Mon"])
  func isNamedInFullOrWithThreeLetters(text: String) {
    #expect(Weekday(named: text) == .monday)
  }

  @Test(arguments: ["", "Mo", "Mond", "Moonday", "1", " Monday", "Montag"])
  func isNothingElse(text: String) {
    #expect(Weekday(named: text) == nil)
  }

  @Test func goesRoundTheWeek() {
    #expect(Weekday(daysFromMonday: -1) == .sunday)
    #expect(Weekday(daysFromMonday: 0) == .monday)
    #expect(Weekday(daysFromMonday: 13) == .sunday)
  }

  @Test func aSetKeepsTheOrderOfTheWeek() {
    let set = WeekdaySet([.sunday, .monday, .thursday, .monday])
    #expect(set.days == [.monday, .thursday, .sunday])
    #expect(set.contains(.sunday) && !set.contains(.friday))
    #expect(WeekdaySet([]).isEmpty)
    #expect(WeekdaySet.mondayToFriday.days == [.monday, .tuesday, .wednesday, .thursday, .friday])
  }
}
