import Dates
import Diagnostics
import Testing

@testable import ICalendar

@Suite struct EventSeriesTests {
  @Test func wallTimeIsKeptAcrossTheChangeOfClocks() {
    #expect(
      times(event("DTSTART:20270322T090000", "DTEND:20270322T100000", "RRULE:FREQ=WEEKLY;COUNT=2"))
        == [
          "2027-03-22T08:00 to 2027-03-22T09:00", "2027-03-29T07:00 to 2027-03-29T08:00",
        ])
  }

  @Test func untilOfAllKinds() {
    func days(_ start: String, _ until: String) -> Int {
      times(event("DTSTART:\(start)", "RRULE:FREQ=DAILY;UNTIL=\(until)")).count
    }
    #expect(days("20270104", "20270106") == 3)
    #expect(days("20270104", "20270106T090000Z") == 3)
    // 09:00 in Berlin is 08:00 UTC.
    #expect(days("20270104T090000", "20270106T080000Z") == 3)
    #expect(days("20270104T090000", "20270106T075959Z") == 2)
    #expect(days("20270104T090000", "20270106T090000") == 3)
    // A date for a time is its midnight, as other readers have it.
    #expect(days("20270104T090000", "20270106") == 2)
    #expect(days("20270104", "20270103") == 0)
  }

  /// Exchange writes the last date's local midnight in UTC: 23:00 UTC of the day before in Berlin.
  @Test func untilInUTCOfDatesIsADateOfTheCalendarsZone() {
    func last(_ until: String, zone: String?) -> String? {
      times(
        file(
          "BEGIN:VCALENDAR", zone.map { "X-WR-TIMEZONE:\($0)" } ?? "X-NOTHING:",
          "BEGIN:VEVENT\nDTSTART:20270104\nRRULE:FREQ=DAILY;UNTIL=\(until)",
          "END:VEVENT\nEND:VCALENDAR")
      ).last.map { String($0.prefix(10)) }
    }
    #expect(last("20270105T230000Z", zone: nil) == "2027-01-06")
    #expect(last("20270105T225959Z", zone: nil) == "2027-01-05")
    #expect(last("20270105T150000Z", zone: "UTC+09:00") == "2027-01-06")
    #expect(last("20270106T050000Z", zone: "UTC-05:00") == "2027-01-06")
    #expect(last("20270106T040000Z", zone: "UTC-05:00") == "2027-01-05")
    // A series of one day is not lost.
    #expect(last("20270103T230000Z", zone: nil) == "2027-01-04")
  }

  /// Whole days that are written as times begin on the clock they are written on.
  @Test func untilOfDatesThatAreWrittenAsTimes() {
    let source = event(
      "DTSTART;TZID=\"UTC+09:00\":20270104T000000",
      "DTEND;TZID=\"UTC+09:00\":20270105T000000",
      "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "RRULE:FREQ=DAILY;UNTIL=20270105T150000Z")
    #expect(times(source).map { $0.prefix(10) } == ["2027-01-04", "2027-01-05", "2027-01-06"])
  }

  /// RFC 5545 3.2.13: later instances are moved by the same difference, on the series' clock.
  @Test func thisAndFutureInUTC() {
    let source = file(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20270301T180000",
      "DURATION:PT5H\nRRULE:FREQ=WEEKLY;COUNT=6\nEND:VEVENT",
      "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270315T170000Z",
      "DTSTART:20270315T180000Z\nDURATION:PT5H\nEND:VEVENT\nEND:VCALENDAR")
    #expect(
      times(source).map { $0.prefix(16) } == [
        "2027-03-01T17:00", "2027-03-08T17:00", "2027-03-15T18:00", "2027-03-22T18:00",
        // 19:00 of summer time.
        "2027-03-29T17:00", "2027-04-05T17:00",
      ])
  }

  @Test func aZoneWithEscapesInItsNameIsFound() {
    let source = file(
      "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Head office\\, Vienna\nBEGIN:STANDARD",
      "DTSTART:19700101T000000\nTZOFFSETFROM:-0800\nTZOFFSETTO:-0800\nEND:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT\nDTSTART;TZID=\"Head office, Vienna\":20270111T200000\nEND:VEVENT",
      "BEGIN:VEVENT\nDTSTART;TZID=\"Head office\\, Vienna\":20270111T200000\nEND:VEVENT",
      "END:VCALENDAR")
    #expect(times(source).map { $0.prefix(16) } == ["2027-01-12T04:00", "2027-01-12T04:00"])
  }

  @Test func theStartCountsEvenBesideTheRule() {
    #expect(
      times(event("DTSTART:20270104", "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2")).map { $0.prefix(10) }
        == ["2027-01-04", "2027-01-06", "2027-01-13"])
  }

  @Test func datesAddedAndTakenAway() {
    let source = event(
      "DTSTART:20270104T090000Z\nDTEND:20270104T100000Z", "RRULE:FREQ=DAILY;COUNT=5",
      "RDATE:20270110T090000Z,20270105T090000Z", "RDATE;VALUE=PERIOD:20270111T090000Z/PT3H",
      "RDATE;VALUE=PERIOD:20270112T090000Z/20270112T110000Z",
      "EXDATE:20270105T090000Z", "EXDATE;VALUE=DATE:20270107", "EXDATE:",
      "EXRULE:FREQ=DAILY;INTERVAL=4")
    #expect(
      times(source) == [
        "2027-01-06T09:00 to 2027-01-06T10:00", "2027-01-10T09:00 to 2027-01-10T10:00",
        "2027-01-11T09:00 to 2027-01-11T12:00",
      ])
  }

  @Test func exceptionsWithoutAZoneAreInTheSeriesOne() {
    let source = file(
      "BEGIN:VCALENDAR", TestZoneComponents.newYork,
      "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=America/New_York:20270104T090000\nRRULE:FREQ=DAILY;COUNT=3",
      "EXDATE:20270105T090000\nEND:VEVENT\nEND:VCALENDAR")
    #expect(times(source).map { $0.prefix(16) } == ["2027-01-04T14:00", "2027-01-06T14:00"])
  }

  private func series(_ overrides: String...) -> SourceText {
    file(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:plain\nDTSTART:20270104T090000\nDURATION:PT1H",
      "RRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT",
      overrides.map { "BEGIN:VEVENT\nUID:1\n\($0)\nEND:VEVENT" }.joined(separator: "\n"),
      "END:VCALENDAR")
  }

  private func shownWithSummary(_ source: SourceText) -> [String] {
    events(source).occurrences(in: date(2027, 1, 1)..<date(2028, 1, 1)).occurrences.map {
      "\(shown($0.time).prefix(16)) \($0.event.summary)"
    }
  }

  @Test func overridesReplaceOneInstance() {
    let source = series(
      // In another zone's terms, moved to another day.
      "SUMMARY:moved\nRECURRENCE-ID:20270105T080000Z\nDTSTART:20270120T090000",
      // Named by its date, as Exchange does for whole days.
      "SUMMARY:cancelled\nRECURRENCE-ID;VALUE=DATE:20270106\nDTSTART:20270106T090000\nSTATUS:CANCELLED"
    )
    #expect(
      shownWithSummary(source) == [
        "2027-01-04T08:00 plain", "2027-01-06T08:00 cancelled", "2027-01-07T08:00 plain",
        "2027-01-20T08:00 moved",
      ])
    // Moved into the window from outside of it.
    let window = date(2027, 1, 20)..<date(2027, 1, 21)
    #expect(events(source).occurrences(in: window).occurrences.map(\.event.summary) == ["moved"])
  }

  @Test func thisAndFuture() {
    let source = series(
      "SUMMARY:later\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270105T090000\nDTSTART:20270105T110000\nDURATION:PT2H",
      "SUMMARY:once\nRECURRENCE-ID:20270106T090000\nDTSTART:20270106T150000")
    #expect(
      shownWithSummary(source) == [
        "2027-01-04T08:00 plain", "2027-01-05T10:00 later", "2027-01-06T14:00 once",
        "2027-01-07T10:00 later",
      ])
    #expect(times(source).last == "2027-01-07T10:00 to 2027-01-07T12:00")
  }

  @Test func midnightsForDates() {
    let source = file(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20270104\nRRULE:FREQ=DAILY;COUNT=4",
      "EXDATE:20270105T000000\nEND:VEVENT",
      "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20270105T230000Z\nDTSTART:20270301\nEND:VEVENT\nEND:VCALENDAR"
    )
    // 23:00 UTC of the 5th is midnight of the 6th in Berlin.
    #expect(times(source).map { $0.prefix(10) } == ["2027-01-04", "2027-01-07", "2027-03-01"])
  }

  @Test func higherSequenceCountsAndOfEqualOnesAll() {
    let source = series(
      "SUMMARY:new\nSEQUENCE:2\nRECURRENCE-ID:20270105T090000\nDTSTART:20270105T120000",
      "SUMMARY:old\nSEQUENCE:1\nRECURRENCE-ID:20270105T080000Z\nDTSTART:20270105T130000",
      "SUMMARY:first\nRECURRENCE-ID:20270106T090000\nDTSTART:20270106T120000",
      "SUMMARY:second\nRECURRENCE-ID:20270106T090000\nDTSTART:20270106T130000")
    #expect(
      shownWithSummary(source) == [
        "2027-01-04T08:00 plain", "2027-01-05T11:00 new", "2027-01-06T11:00 first",
        "2027-01-06T12:00 second", "2027-01-07T08:00 plain",
      ])
    #expect(events(source).events.map(\.summary) == ["plain", "new", "first", "second"])
    #expect(
      messages(events(source).diagnostics) == [
        "29: an earlier event has the same UID and SEQUENCE as this one and other times, so all of "
          + "them count"
      ])
  }

  private func ofOneUID(_ contents: String...) -> SourceText {
    file(
      "BEGIN:VCALENDAR",
      contents.map { "BEGIN:VEVENT\nUID:1\n\($0)\nEND:VEVENT" }
        .joined(separator: "\n"), "END:VCALENDAR")
  }

  /// Some exporters give every event one UID.
  @Test func allEventsOfOneUIDCount() {
    let source = ofOneUID(
      "DTSTART:20270104", "DTSTART:20270111\nDTEND:20270116", "DTSTART:20270111\nDTEND:20270113",
      "DTSTART:20270201\nRRULE:FREQ=YEARLY", "DTSTART:20270301",
      "RECURRENCE-ID:20270201\nDTSTART:20270202")
    #expect(
      times(source) == [
        "2027-01-04 to 2027-01-05", "2027-01-11 to 2027-01-16", "2027-01-11 to 2027-01-13",
        "2027-02-02 to 2027-02-03", "2027-03-01 to 2027-03-02",
      ])
    #expect(
      messages(events(source).diagnostics) == [
        "6: an earlier event has the same UID and SEQUENCE as this one and other times, and 3 more "
          + "do, so all of them count"
      ])
    #expect(events(source).endless.count == 1)
  }

  @Test func theSameTimesTwiceAreOneEventAndNoWarning() {
    let source = ofOneUID("SUMMARY:a\nDTSTART:20270104", "SUMMARY:b\nDTSTART:20270104")
    #expect(shownWithSummary(source).map { $0.suffix(1) } == ["b"])
    #expect(events(source).diagnostics.isEmpty)
    // A rule is part of the times.
    let rule = ofOneUID("DTSTART:20270104", "DTSTART:20270104\nRRULE:FREQ=WEEKLY;COUNT=2")
    #expect(times(rule).count == 3)
    #expect(events(rule).diagnostics.count == 1)
    // A move, as clients write it, is no second event.
    let moved = ofOneUID("DTSTART:20270104", "SEQUENCE:1\nDTSTART:20270105")
    #expect(times(moved) == ["2027-01-05 to 2027-01-06"])
    #expect(events(moved).diagnostics.isEmpty)
  }

  @Test func overridesAlone() {
    let source = file(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20270104T090000\nDTSTART:20270104T100000\nEND:VEVENT",
      "BEGIN:VEVENT\nDTSTART:20270105\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20270106\nEND:VEVENT\nEND:VCALENDAR"
    )
    // And events without a UID are nobody's overrides.
    #expect(
      times(source).map { $0.prefix(10) } == ["2027-01-04", "2027-01-05", "2027-01-06"])
  }

  @Test func windowsHoldWhatReachesIntoThem() {
    let source = event("DTSTART:20270101", "DTEND:20270111", "RRULE:FREQ=YEARLY")
    func count(_ first: Day, _ last: Day) -> Int {
      times(source, in: first..<last).count
    }
    #expect(count(date(2030, 1, 10), date(2030, 1, 11)) == 1)
    #expect(count(date(2030, 1, 11), date(2030, 1, 12)) == 0)
    #expect(count(date(2029, 12, 31), date(2030, 1, 1)) == 0)
    #expect(count(date(2030, 1, 5), date(2032, 1, 2)) == 3)
  }

  /// RFC 7529: what becomes of days that a month does not have.
  @Test(arguments: [
    ("20270131", "FREQ=MONTHLY;SKIP=OMIT;COUNT=3", "01-31 03-31 05-31"),
    ("20270131", "FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4", "01-31 02-28 03-31 04-30"),
    ("20270131", "FREQ=MONTHLY;SKIP=FORWARD;COUNT=4", "01-31 03-01 03-31 05-01"),
    ("20270131", "FREQ=MONTHLY;INTERVAL=3;SKIP=FORWARD;COUNT=3", "01-31 05-01 07-31"),
    ("20270131", "FREQ=MONTHLY;SKIP=BACKWARD;UNTIL=20270301", "01-31 02-28"),
    // A day that is given twice is given once, and counts once.
    (
      "20270101", "FREQ=MONTHLY;BYMONTHDAY=1,30,31;SKIP=FORWARD;COUNT=6",
      "01-01 01-30 01-31 02-01 03-01 03-30"
    ),
    (
      "20270130", "FREQ=MONTHLY;BYMONTHDAY=28,30;SKIP=BACKWARD;COUNT=4",
      "01-30 02-28 03-28 03-30"
    ),
    ("20270131", "FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=-1;SKIP=BACKWARD;COUNT=2", "01-31 02-28"),
    ("20240229", "FREQ=YEARLY;SKIP=BACKWARD", "02-28"),
    ("20240229", "FREQ=YEARLY;SKIP=FORWARD", "03-01"),
    ("20240229", "FREQ=YEARLY;SKIP=OMIT", ""),
    ("20270101", "FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31;SKIP=FORWARD", "01-01 03-01 05-01"),
    // BYDAY is asked of the day that stands in: 2027-02-28 is a Sunday, 04-30 a Friday.
    (
      "20270131", "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=SU,FR;SKIP=BACKWARD;COUNT=3",
      "01-31 02-28 04-30"
    ),
  ])
  func daysThatAMonthDoesNotHave(start: String, rule: String, dates: String) {
    let source = event("DTSTART;VALUE=DATE:\(start)", "RRULE:RSCALE=GREGORIAN;\(rule)")
    #expect(
      times(source).map { String($0.prefix(10).dropFirst(5)) }.joined(separator: " ") == dates)
    // A window that begins on a day finds it, though it is of the month before.
    for time in times(source) {
      let parts = time.prefix(10).split(separator: "-").compactMap { Int($0) }
      let day = date(parts[0], parts[1], parts[2])
      #expect(times(source, in: day..<(day + 1)) == [time])
    }
  }
}
