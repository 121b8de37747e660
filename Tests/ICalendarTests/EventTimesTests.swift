import Dates
import Diagnostics
import Testing

@testable import ICalendar

@Suite struct EventTimesTests {
  @Test(arguments: [
    // Dates, with or without saying so; a TZID on them means nothing.
    ("DTSTART;VALUE=DATE:20270104\nDTEND;VALUE=DATE:20270106", "2027-01-04 to 2027-01-06"),
    ("DTSTART:20270104\nDTEND:20270106", "2027-01-04 to 2027-01-06"),
    ("DTSTART;TZID=Nowhere;VALUE=DATE:20270104", "2027-01-04 to 2027-01-05"),
    ("DTSTART;VALUE=DATE:20270104\nDTEND;VALUE=DATE:20270104", "2027-01-04 to 2027-01-05"),
    ("DTSTART:20270104\nDURATION:PT86400S", "2027-01-04 to 2027-01-05"),
    ("DTSTART:20270104\nDURATION:P1W", "2027-01-04 to 2027-01-11"),
    ("DTSTART:20270104\nDTEND:20270104T235959Z", "2027-01-04 to 2027-01-05"),
    ("DTSTART:20270104\nDTEND:20270106T000000", "2027-01-04 to 2027-01-06"),
    ("DTSTART;VALUE=DATE:20270104T000000\nDTEND:", "2027-01-04 to 2027-01-05"),
    // What says it is a date and has a time of day means the time, unless it has no end.
    (
      "DTSTART;VALUE=DATE:20270103T230000Z\nDTEND;VALUE=DATE:20270104T230000Z",
      "2027-01-03T23:00 to 2027-01-04T23:00"
    ),
    (
      "DTSTART;VALUE=DATE:20270104T090000\nDTEND;VALUE=DATE:20270104T170000",
      "2027-01-04T08:00 to 2027-01-04T16:00"
    ),
    ("DTSTART;VALUE=DATE:20270104T090000", "2027-01-04 to 2027-01-05"),
    ("DTSTART;VALUE=DATE:20270103T230000Z", "2027-01-04 to 2027-01-05"),
    // Times in UTC, in the team's zone, in the file's zone.
    ("DTSTART:20270104T080000Z\nDTEND:20270104T090000Z", "2027-01-04T08:00 to 2027-01-04T09:00"),
    ("DTSTART:20270104T090000\nDURATION:PT1H30M", "2027-01-04T08:00 to 2027-01-04T09:30"),
    (
      "DTSTART;TZID=America/New_York:20270104T090000\nDTEND;TZID=America/New_York:20270104T100000",
      "2027-01-04T14:00 to 2027-01-04T15:00"
    ),
    ("DTSTART:20270104t090000", "2027-01-04T08:00 to 2027-01-04T08:00"),
    ("DTSTART:20270104T235960Z", "2027-01-04T23:59 to 2027-01-04T23:59"),
    ("DTSTART:20270104T090000\nDTEND:20270104T240000", "2027-01-04T08:00 to 2027-01-04T23:00"),
    ("DTSTART:20270104T090000\nDTEND;VALUE=DATE:20270106", "2027-01-04T08:00 to 2027-01-05T23:00"),
    // A nominal day over the change of clocks has 23 hours, 24 hours are 24.
    ("DTSTART:20270327T120000\nDURATION:P1D", "2027-03-27T11:00 to 2027-03-28T10:00"),
    ("DTSTART:20270327T120000\nDURATION:PT24H", "2027-03-27T11:00 to 2027-03-28T11:00"),
    // Skipped by the clocks, and shown by them twice.
    ("DTSTART:20270328T023000", "2027-03-28T01:30 to 2027-03-28T01:30"),
    ("DTSTART:20271031T023000", "2027-10-31T00:30 to 2027-10-31T00:30"),
    // Exchange's whole days.
    (
      "DTSTART:20270104T000000\nDTEND:20270106T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
      "2027-01-04 to 2027-01-06"
    ),
  ])
  func startsAndEnds(lines: String, time: String) {
    let source = file(
      "BEGIN:VCALENDAR", TestZoneComponents.newYork, "BEGIN:VEVENT", lines,
      "END:VEVENT\nEND:VCALENDAR")
    #expect(times(source) == [time])
    #expect(messages(events(source).diagnostics).isEmpty)
  }

  @Test(arguments: [
    ("SUMMARY:a", "2: this event has no `DTSTART`, so the event is left out"),
    (
      "DTSTART:20270230",
      "3: `DTSTART` is `20270230`, which is no date or time, so the event is left out"
    ),
    (
      "DTSTART:20270104T250000Z",
      "3: `DTSTART` is `20270104T250000Z`, which is no date or time, so the event is left out"
    ),
    (
      "DTSTART:20270104\nDTEND:20270103",
      "4: this event ends before it starts, so the event is left out"
    ),
    (
      "DTSTART:20270104\nDURATION:-P1D",
      "4: `DURATION` is `-P1D`, which is no length of time, so the event is left out"
    ),
    (
      "DTSTART:20270104\nDURATION:P99999999999W",
      "4: `DURATION` is `P99999999999W`, which is no length of time, so the event is left out"
    ),
    (
      "DTSTART:20270104\nRRULE:FREQ=DAILY;BYMONTH=0",
      "4: in `RRULE`, `BYMONTH` is `0`, and it goes from 1 to 12, so the event is left out"
    ),
    (
      "DTSTART:20270104\nEXDATE:soon",
      "4: `EXDATE` is `soon`, which is no date or time, so the event is left out"
    ),
  ])
  func brokenEvents(lines: String, message: String) {
    let list = events(event(lines))
    #expect(messages(list.broken.map { $0.diagnostic(.error) }) == [message])
    #expect(list.broken.count == 1)
    #expect(list.events.isEmpty)
  }

  @Test func floatingTimes() {
    let source = file(
      "BEGIN:VCALENDAR\nX-WR-TIMEZONE:America/New_York", TestZoneComponents.newYork,
      "BEGIN:VEVENT\nDTSTART:20270104T090000\nEND:VEVENT\nEND:VCALENDAR")
    #expect(times(source) == ["2027-01-04T14:00 to 2027-01-04T14:00"])
    #expect(
      times(event("DTSTART:20270104T090000"), zone: TestZones.newYork)
        == ["2027-01-04T14:00 to 2027-01-04T14:00"])
  }

  @Test func datesThatATimeTouches() {
    func dates(_ first: Instant, _ last: Instant) -> Range<Day> {
      EventTime.instants(first..<last).dates(in: TestZones.berlin)
    }
    // 23:00 UTC is midnight in Berlin.
    #expect(dates(at(2027, 1, 4, 9), at(2027, 1, 4, 23)) == date(2027, 1, 4)..<date(2027, 1, 5))
    #expect(dates(at(2027, 1, 4, 9), at(2027, 1, 4, 23, 1)) == date(2027, 1, 4)..<date(2027, 1, 6))
    #expect(dates(at(2027, 1, 4, 23), at(2027, 1, 4, 23)) == date(2027, 1, 5)..<date(2027, 1, 6))
    #expect(EventTime.instants(at(2027, 1, 4, 9)..<at(2027, 1, 4, 13)).seconds == 14_400)
    #expect(EventTime.dates(date(2027, 1, 4)..<date(2027, 1, 5)).seconds == nil)
  }

  @Test func whatAnEventSays() throws {
    let source = event(
      "UID:u-1", "SUMMARY:Vacation\\, Ada", "DESCRIPTION:Line 1\\nLine 2", "LOCATION:Home",
      "DTSTART:20270104", "STATUS: cancelled", "TRANSP:transparent", "SEQUENCE:4",
      "X-MICROSOFT-CDO-BUSYSTATUS:oof", "CATEGORIES:Leave,Team\\,All", "CATEGORIES:Third",
      "ORGANIZER;CN=Lead:MAILTO:lead@example.org",
      "ATTENDEE;CN=\"Lindqvist, Ada\";PARTSTAT=declined:mailto:ada@example.org",
      "ATTENDEE:urn:uuid:1")
    let event = try #require(events(source).events.first)
    #expect(event.uid == "u-1")
    #expect(event.summary == "Vacation, Ada")
    #expect(event.description == "Line 1\nLine 2")
    #expect(event.location == "Home")
    #expect(event.isCancelled && event.isTransparent)
    #expect(event.busyStatus == "OOF")
    #expect(event.sequence == 4)
    #expect(event.categories == ["Leave", "Team,All", "Third"])
    #expect(event.organizer?.address == "lead@example.org")
    #expect(event.attendees.map(\.address) == ["ada@example.org", "urn:uuid:1"])
    #expect(event.attendees.map(\.name) == ["Lindqvist, Ada", ""])
    #expect(event.attendees.map(\.participation) == ["DECLINED", "NEEDS-ACTION"])
    #expect(event.place.line == 2)
    #expect(event.startPlace.line == 7)
  }
}
