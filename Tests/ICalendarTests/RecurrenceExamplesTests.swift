import Dates
import Testing

@testable import ICalendar

/// All examples of RFC 5545 3.8.5.3, in its order. Those it says are endless are compared as far
/// as it lists them.
@Suite struct RecurrenceExamplesTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let rule: String
    let start: String
    /// `19970902 0903 04`: what is left out is that of the date before.
    let dates: String

    init(_ rule: String, _ start: String, _ dates: String) {
      self.rule = rule
      self.start = start
      self.dates = dates
    }

    var testDescription: String { rule }
  }

  @Test(arguments: byDay)
  func examples(_ example: Example) throws {
    let expected = expanded(example.dates)
    let instances = try instances(of: example.rule, from: "\(example.start)T090000")
    let isEndless = !example.rule.contains("COUNT") && !example.rule.contains("UNTIL")
    let shown = isEndless ? Array(instances.prefix(expected.count)) : instances
    #expect(shown.map(\.date.basicFormat) == expected)
    #expect(shown.allSatisfy { $0.secondOfDay == 9 * 3600 })
  }

  @Test(arguments: [
    Example("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000", "19970902", "0900 1200 1500"),
    Example("FREQ=MINUTELY;INTERVAL=15;COUNT=6", "19970902", "0900 0915 0930 0945 1000 1015"),
    Example("FREQ=MINUTELY;INTERVAL=90;COUNT=4", "19970902", "0900 1030 1200 1330"),
  ])
  func withinADay(_ example: Example) throws {
    let instances = try instances(of: example.rule, from: "\(example.start)T090000")
    #expect(
      instances.map { $0.basicFormat.dropFirst(9).prefix(4) }.joined(separator: " ")
        == example.dates)
    #expect(instances.allSatisfy { $0.date == date(1997, 9, 2) })
  }

  @Test(arguments: [
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
  ])
  func everyTwentyMinutesOfTheDay(rule: String) throws {
    let instances = try instances(of: rule, from: "19970902T090000").prefix(25)
    #expect(instances.first == wall(1997, 9, 2, 9))
    #expect(
      instances.dropFirst(22).map(\.basicFormat) == [
        "19970902T162000", "19970902T164000", "19970903T090000",
      ])
  }

  /// Long lists the RFC writes as spans.
  @Test func spans() throws {
    let untilChristmas = try instances(
      of: "FREQ=DAILY;UNTIL=19971224T000000", from: "19970902T090000")
    #expect(untilChristmas.count == 113)
    #expect(untilChristmas.last == wall(1997, 12, 23, 9))

    for rule in [
      "FREQ=YEARLY;UNTIL=20000131T140000;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
      "FREQ=DAILY;UNTIL=20000131T140000;BYMONTH=1",
    ] {
      let januaries = try instances(of: rule, from: "19980101T090000")
      #expect(januaries.count == 93)
      #expect(Set(januaries.map(\.date.civil.month)) == [1])
      #expect(januaries.last == wall(2000, 1, 31, 9))
    }
  }

  @Test func fridayThe13thWithoutItsStart() {
    let source = event(
      "DTSTART:19970902T090000Z", "EXDATE:19970902T090000Z",
      "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")
    let window = date(1997, 1, 1)..<date(2000, 12, 1)
    let days = times(source, in: window).map { $0.prefix(10) }
    #expect(days == ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"])
  }

  private static let byDay = [
    Example("FREQ=DAILY;COUNT=10", "19970902", "19970902 03 04 05 06 07 08 09 10 11"),
    Example(
      "FREQ=DAILY;INTERVAL=2", "19970902", "19970902 04 06 08 10 12 14 16 18 20 22 24 26 28 30 1002"
    ),
    Example("FREQ=DAILY;INTERVAL=10;COUNT=5", "19970902", "19970902 12 22 1002 12"),
    Example("FREQ=WEEKLY;COUNT=10", "19970902", "19970902 09 16 23 30 1007 14 21 28 1104"),
    Example(
      "FREQ=WEEKLY;UNTIL=19971224T000000", "19970902",
      "19970902 09 16 23 30 1007 14 21 28 1104 11 18 25 1202 09 16 23"),
    Example(
      "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "19970902",
      "19970902 16 30 1014 28 1111 25 1209 23 19980106 20 0203 17"),
    Example(
      "FREQ=WEEKLY;UNTIL=19971007T000000;WKST=SU;BYDAY=TU,TH", "19970902",
      "19970902 04 09 11 16 18 23 25 30 1002"),
    Example(
      "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "19970902",
      "19970902 04 09 11 16 18 23 25 30 1002"),
    Example(
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000;WKST=SU;BYDAY=MO,WE,FR", "19970901",
      "19970901 03 05 15 17 19 29 1001 03 13 15 17 27 29 31 1110 12 14 24 26 28 1208 10 12 22"),
    Example(
      "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "19970902",
      "19970902 04 16 18 30 1002 14 16"),
    Example(
      "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "19970905",
      "19970905 1003 1107 1205 19980102 0206 0306 0403 0501 0605"),
    Example("FREQ=MONTHLY;UNTIL=19971224T000000;BYDAY=1FR", "19970905", "19970905 1003 1107 1205"),
    Example(
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "19970907",
      "19970907 28 1102 30 19980104 25 0301 29 0503 31"),
    Example("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "19970922", "19970922 1020 1117 1222 19980119 0216"),
    Example("FREQ=MONTHLY;BYMONTHDAY=-3", "19970928", "19970928 1029 1128 1229 19980129 0226"),
    Example(
      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "19970902",
      "19970902 15 1002 15 1102 15 1202 15 19980102 15"),
    Example(
      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "19970930",
      "19970930 1001 31 1101 30 1201 31 19980101 31 0201"),
    Example(
      "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "19970910",
      "19970910 11 12 13 14 15 19990310 11 12 13"),
    Example(
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "19970902",
      "19970902 09 16 23 30 1104 11 18 25 19980106 13 20 27 0303 10 17 24 31"),
    Example(
      "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "19970610",
      "19970610 0710 19980610 0710 19990610 0710 20000610 0710 20010610 0710"),
    Example(
      "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "19970310",
      "19970310 19990110 0210 0310 20010110 0210 0310 20030110 0210 0310"),
    Example(
      "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "19970101",
      "19970101 0410 0719 20000101 0409 0718 20030101 0410 0719 20060101"),
    Example("FREQ=YEARLY;BYDAY=20MO", "19970519", "19970519 19980518 19990517"),
    Example("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "19970512", "19970512 19980511 19990517"),
    Example(
      "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "19970313",
      "19970313 20 27 19980305 12 19 26 19990304 11 18 25"),
    Example(
      "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "19970605",
      """
      19970605 12 19 26 0703 10 17 24 31 0807 14 21 28 19980604 11 18 25 0702 09 16 23 30 0806 13 \
      20 27
      """),
    Example(
      "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "19970913",
      "19970913 1011 1108 1213 19980110 0207 0307 0411 0509 0613"),
    Example(
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "19961105",
      "19961105 20001107 20041102"),
    Example("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904", "19970904 1007 1106"),
    Example(
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929",
      "19970929 1030 1127 1230 19980129 0226 0330"),
    Example("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805", "19970805 10 19 24"),
    Example("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805", "19970805 17 19 31"),
    Example(
      "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115", "20070115 30 0215 0315 30"),
  ]

  private func expanded(_ dates: String) -> [String] {
    var last = ""
    return dates.split(separator: " ").map { part in
      last = String(last.dropLast(part.utf8.count)) + part
      return last
    }
  }

  private func instances(of rule: String, from start: String) throws -> [LocalDateTime] {
    let rule = try RecurrenceRule(rule)
    guard case .local(let start)? = WrittenDate(start) else { return [] }
    var until: LocalDateTime?
    if case .local(let end)? = rule.until { until = end }
    var budget = ExpansionBudget()
    var found: [LocalDateTime] = []
    try RecurrenceExpansion(rule, start: start, until: until)
      .forEach(in: wall(1990, 1, 1)..<wall(2010, 1, 1), budget: &budget) { instance, _ in
        found.append(instance)
      }
    return found
  }
}
