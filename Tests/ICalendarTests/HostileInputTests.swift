import Dates
import Diagnostics
import SeededNumbers
import Testing

@testable import ICalendar

/// Files made to crash, hang or bloat a reader end with an error at a line or a bounded result.
@Suite struct HostileInputTests {
  private func reading(_ text: String) -> CalendarReading {
    readCalendar(SourceText(path: "bad.ics", text: text))
  }

  @Test func nestedAThousandDeep() {
    let deep = String(repeating: "BEGIN:X\n", count: 1000)
    #expect(
      messages(reading("BEGIN:VCALENDAR\n" + deep + "END:VCALENDAR").diagnostics)
        == ["33: components are nested more than 32 deep"])
  }

  @Test func aLineOfAMillionOctets() {
    let long = String(repeating: "x", count: 1_000_000)
    let source = event("DTSTART:20270104", "SUMMARY:\(long)", "X-\(long):1", "Y;\(long)=1:2")
    #expect(times(source).count == 1)
    #expect(events(source).events.first?.summary.utf8.count == 1_000_000)
    let quotes = String(repeating: "\"", count: 500_001)
    #expect(reading("BEGIN:VCALENDAR\nA;B=\(quotes)\nEND:VCALENDAR").diagnostics.count == 1)
    let broken = events(event("DTSTART:\(long)"))
    #expect((broken.diagnostics.first?.message.utf8.count ?? 0) < 200)
  }

  @Test func twoHundredThousandEvents() {
    let one = "BEGIN:VEVENT\nDTSTART:20270104\nEND:VEVENT\n"
    let allowed = reading(
      "BEGIN:VCALENDAR\n" + String(repeating: one, count: 200_000) + "END:VCALENDAR\n")
    #expect(allowed.diagnostics.isEmpty)
    let list = readEvents(allowed, zones: ZoneDirectory(path: "/nonexistent"), zone: .utc)
    #expect(list.occurrences(in: date(2027, 1, 1)..<date(2028, 1, 1)).occurrences.count == 200_000)
    let more = reading(
      "BEGIN:VCALENDAR\n" + String(repeating: one, count: 200_001) + "END:VCALENDAR\n")
    #expect(messages(more.diagnostics) == ["600002: the file has more than 200000 events"])
    #expect(more.isRefused)
  }

  @Test(arguments: [
    ("20270101T000000Z", "FREQ=SECONDLY", "this rule gives more than 100000 instances"),
    ("20270101T000000Z", "FREQ=MINUTELY", "this rule gives more than 100000 instances"),
    (
      "20270101T000000Z",
      "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5;BYSECOND=0,1,2,3,4,5,6,7;BYMINUTE=1,2,3,4,5,6,7,8;BYDAY=MO,TU,WE,TH,FR,SA,SU",
      "this rule gives more than 100000 instances"
    ),
    (
      "19000101T000000Z", "FREQ=SECONDLY;COUNT=1000000000",
      "to expand this file's rules takes more than 10000000 steps"
    ),
  ])
  func rulesWithoutAnEnd(start: String, rule: String, reason: String) {
    let found = events(event("DTSTART:\(start)", "RRULE:\(rule)"))
      .occurrences(in: date(2027, 1, 1)..<date(2028, 1, 1))
    #expect(found.occurrences.isEmpty)
    #expect(
      messages(found.broken.map { $0.diagnostic(.error) })
        == ["4: \(reason) from 2027-01-01 to 2027-12-31, so the event is left out"])
  }

  @Test(arguments: [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;INTERVAL=1000000000;BYSECOND=1", "FREQ=WEEKLY;INTERVAL=1000000000",
    "FREQ=MONTHLY;INTERVAL=1000000000;BYSETPOS=366",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYYEARDAY=1;INTERVAL=99",
  ])
  func rulesThatNeverCome(rule: String) {
    let found = events(event("DTSTART:20270104T000000Z", "RRULE:\(rule)"))
      .occurrences(in: date(2027, 1, 1)..<date(9999, 1, 1))
    #expect(found.occurrences.count == 1)
    #expect(found.broken.isEmpty)
  }

  @Test func manyRulesShareTheSteps() {
    let one =
      "BEGIN:VEVENT\nDTSTART:20270101T000000Z\nRRULE:FREQ=MINUTELY;COUNT=90000\nEND:VEVENT\n"
    let list = events(
      SourceText(
        path: "bad.ics",
        text: "BEGIN:VCALENDAR\n" + String(repeating: one, count: 2000) + "END:VCALENDAR"))
    let found = list.occurrences(in: date(2027, 1, 1)..<date(2028, 1, 1))
    #expect(found.occurrences.count < 1_000_000)
    #expect(found.broken.count > CalendarLimits.findings)
  }

  @Test func everythingAtTheEdgesOfTheCalendar() {
    for start in ["00000101", "99991231", "00010101T000000Z", "99991231T235959", "99991231T240000"]
    {
      for rule in ["FREQ=DAILY", "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO", "FREQ=HOURLY;COUNT=3"] {
        let list = events(event("DTSTART:\(start)", "DURATION:P3652500D", "RRULE:\(rule)"))
        _ = list.occurrences(in: date(0, 1, 1)..<date(1, 1, 1))
        _ = list.occurrences(in: date(9999, 12, 1)..<date(9999, 12, 31))
        _ = list.occurrences(in: date(2027, 1, 1)..<date(2027, 1, 1))
      }
    }
  }

  @Test(arguments: ["00000101T000000", "99991231T235959"])
  func zonesAtTheEdgesOfTheCalendar(start: String) throws {
    let lines = TestZoneComponents.newYork.replacing("20070311T020000", with: start)
      .replacing("20071104T020000", with: start).replacing("RRULE:FREQ=YEARLY;", with: "X-RULE:")
    let calendar = readCalendar(file("BEGIN:VCALENDAR", lines, "END:VCALENDAR")).calendars.first
    let component = try #require(calendar?.components.first)
    var budget = ExpansionBudget()
    let zone = try #require(try Zone(component, named: TestZones.newYork, budget: &budget))
    for date in [date(0, 1, 1), date(2027, 1, 1), date(9999, 12, 31)] {
      let span = Instant(utc: LocalDateTime(date))..<Instant(utc: LocalDateTime(date + 400))
      #expect(abs(zone.offset(at: span.lowerBound).seconds) <= 86_400)
      #expect(!zone.component(for: span).components.isEmpty)
    }
  }

  /// Clocks that change every second are nobody's: the zone that the TZID names counts instead.
  @Test func zonesWithoutEndOfChanges() {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:UTC
      BEGIN:STANDARD
      DTSTART:19700101T000000
      RRULE:FREQ=SECONDLY
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:STANDARD
      END:VTIMEZONE
      """
    let list = events(
      file(
        "BEGIN:VCALENDAR", zone, "BEGIN:VEVENT", "DTSTART;TZID=UTC:20270104T000000",
        "END:VEVENT", "END:VCALENDAR"))
    let found = list.occurrences(in: date(2027, 1, 1)..<date(2028, 1, 1)).occurrences
    let start = Instant(utc: LocalDateTime(date(2027, 1, 4)))
    #expect(found.map(\.time) == [.instants(start..<start)])
  }

  @Test func tooManyPropertiesAndBytes() {
    let many = String(repeating: "A:\n", count: 10_001)
    #expect(
      messages(reading("BEGIN:VCALENDAR\n\(many)END:VCALENDAR").diagnostics)
        == ["10002: a component has more than 10000 properties"])
    let large = SourceText(
      path: "bad.ics", bytes: [UInt8](repeating: 0x0A, count: CalendarLimits.bytes + 1))
    #expect(messages(readCalendar(large).diagnostics) == ["1: the file is larger than 32 MiB"])
  }

  @Test func findingsAreCapped() {
    let many = String(repeating: "nonsense\n", count: 50_000)
    let found = reading("BEGIN:VCALENDAR\n\(many)END:VCALENDAR").diagnostics
    #expect(found.count == CalendarLimits.findings + 1)
    #expect(found.last?.message == "1000 findings are reported of this file, and it has more")
  }

  /// Binary files, and calendars with bytes changed at random, are read or refused.
  @Test func noiseNeverCrashes() {
    var random = SeededNumbers(seed: 99)
    let calendar = """
      BEGIN:VCALENDAR
      \(TestZoneComponents.newYork)
      BEGIN:VEVENT
      UID:1
      DTSTART;TZID=America/New_York:20270104T090000
      DTEND;TZID=America/New_York:20270104T100000
      RRULE:FREQ=WEEKLY;BYDAY=MO,-1FR;UNTIL=20270601T000000Z;INTERVAL=2;BYSETPOS=-1
      RDATE;VALUE=PERIOD:20270201T090000Z/PT2H
      EXDATE;TZID="America/New_York":20270118T090000
      END:VEVENT
      BEGIN:VEVENT
      UID:1
      RECURRENCE-ID;RANGE=THISANDFUTURE:20270201T140000Z
      DTSTART;VALUE=DATE:20270202
      DURATION:P1DT2H
      END:VEVENT
      END:VCALENDAR

      """
    let whole = Array(calendar.utf8)
    let window = date(2027, 1, 1)..<date(2027, 7, 1)
    for round in 0..<3000 {
      var bytes = whole
      for _ in 0...(round % 8) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch round % 3 {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = whole[Int.random(in: 0..<whole.count, using: &random)]
        default: bytes.remove(at: place)
        }
      }
      let source = SourceText(path: "bad.ics", bytes: bytes)
      _ = events(source).occurrences(in: window)
      _ = lintCalendar(source)
    }
    for _ in 0..<200 {
      let noise = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(readCalendar(SourceText(path: "bad.ics", bytes: noise)).isRefused)
    }
  }
}
