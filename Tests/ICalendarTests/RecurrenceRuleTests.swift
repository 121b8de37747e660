import Dates
import SeededNumbers
import Testing

@testable import ICalendar

@Suite struct RecurrenceRuleTests {
  @Test func anyOrderAndAnyCase() throws {
    let rule = try RecurrenceRule("byday=-1fr,mo;interval=2;Freq=monthly;count=3;x-note=1;wkst=su")
    #expect(rule.frequency == .monthly)
    #expect(rule.interval == 2)
    #expect(rule.count == 3)
    #expect(rule.weekStart == .sunday)
    #expect(
      rule.days == [.init(ordinal: -1, weekday: .friday), .init(ordinal: 0, weekday: .monday)])
  }

  @Test(arguments: [
    ("", "`FREQ` is missing"),
    ("FREQ", "`FREQ` has no `=`"),
    ("FREQ=FORTNIGHTLY", "`FREQ` is `FORTNIGHTLY`, which is none of SECONDLY to YEARLY"),
    ("FREQ=DAILY;INTERVAL=0", "`INTERVAL` is `0`, and it goes from 1 to 1000000000"),
    (
      "FREQ=DAILY;COUNT=99999999999999999999",
      "`COUNT` is `99999999999999999999`, and it goes from 1 to 1000000000"
    ),
    ("FREQ=DAILY;UNTIL=tomorrow", "`UNTIL` is `TOMORROW`, which is no date or time"),
    ("FREQ=YEARLY;BYMONTH=13", "`BYMONTH` is `13`, and it goes from 1 to 12"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "`BYMONTHDAY` is `0`, and it counts from 1 or from -1"),
    ("FREQ=MONTHLY;BYDAY=0MO", "`BYDAY` is `0MO`, and it counts from 1 or from -1"),
    ("FREQ=MONTHLY;BYDAY=MOO", "`BYDAY` is `MOO`, which is no weekday"),
    ("FREQ=MONTHLY;BYDAY=54MO", "`BYDAY` is `54`, and it goes from -53 to 53"),
    ("FREQ=DAILY;BYHOUR=,", "`BYHOUR` is empty"),
    ("FREQ=DAILY;WKST=XX", "`WKST` is `XX`, which is no weekday"),
    ("RSCALE=CHINESE;FREQ=YEARLY", "`RSCALE` is not known here"),
    ("FREQ=YEARLY;SKIP=ON", "`SKIP` is `ON`, which is none of OMIT, BACKWARD and FORWARD"),
    (
      "FREQ=MONTHLY;BYMONTHDAY=1,-30;SKIP=FORWARD",
      "day `-30` beside `SKIP=FORWARD` is not known here"
    ),
    (
      "FREQ=YEARLY;SKIP=BACKWARD;BYYEARDAY=366",
      "day `366` beside `SKIP=BACKWARD` is not known here"
    ),
  ])
  func rulesThatAreNone(text: String, reason: String) {
    #expect {
      _ = try RecurrenceRule(text)
    } throws: {
      ($0 as? RecurrenceRule.Invalid)?.reason == reason
    }
  }

  /// A window gives what the whole rule gives within it, wherever it starts.
  @Test func windowsAreSlicesOfTheWhole() throws {
    var random = SeededNumbers(seed: 11)
    let rules = [
      "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU",
      "FREQ=MONTHLY;BYDAY=-1WE", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1",
      "FREQ=HOURLY;INTERVAL=7;BYDAY=TU", "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=9,17",
      "FREQ=MINUTELY;INTERVAL=50;BYHOUR=3;BYMINUTE=0,10,20", "FREQ=DAILY;COUNT=500",
      "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,31;BYHOUR=9,17;SKIP=FORWARD",
      "FREQ=MONTHLY;BYMONTHDAY=29,31;SKIP=BACKWARD",
    ]
    for text in rules {
      let whole = try instances(text, wall(2020, 1, 1)..<wall(2026, 1, 1))
      #expect(whole.count > 2, "\(text)")
      for _ in 0..<20 {
        let first = Int.random(in: 0..<2100, using: &random)
        let start = LocalDateTime(date(2020, 1, 1) + first, secondOfDay: first * 37 % 86_400)
        let end = LocalDateTime(date(2020, 1, 1) + first + 60)
        let window = start..<max(start, end)
        #expect(try instances(text, window) == whole.filter(window.contains), "\(text) \(window)")
      }
    }
  }

  private func instances(_ text: String, _ window: Range<LocalDateTime>) throws -> [LocalDateTime] {
    var budget = ExpansionBudget()
    var found: [LocalDateTime] = []
    try RecurrenceExpansion(try RecurrenceRule(text), start: wall(2020, 1, 1, 3), until: nil)
      .forEach(in: window, budget: &budget) { instance, _ in found.append(instance) }
    return found
  }
}
