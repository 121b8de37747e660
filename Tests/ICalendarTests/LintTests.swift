import Diagnostics
import Testing

@testable import ICalendar

@Suite struct LintTests {
  private let head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Rota//Test//EN\n"
  private let clean = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20270101T000000Z\nDTSTART;VALUE=DATE:20270104\n"

  private func lint(_ event: String, zones: String = "") -> [String] {
    messages(lintCalendar(file(head, zones, clean + event, "END:VEVENT\nEND:VCALENDAR")))
  }

  @Test func nothingToSay() {
    #expect(
      lint(
        """
        DTEND;VALUE=DATE:20270105
        SUMMARY:a\\, b\\; c\\\\ d\\n
        CATEGORIES:a,b
        URL:https://example.org/a;b,c
        ATTENDEE;CN="a, b":mailto:a@example.org
        RRULE:FREQ=YEARLY;UNTIL=20300104
        EXDATE;VALUE=DATE:20280104
        X-ANY:1;2,3
        GEO:52.5;13.4
        PRIORITY:5
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:d
        TRIGGER:-P1D
        END:VALARM
        """
      ).isEmpty)
    #expect(lint("DURATION:P1D", zones: TestZoneComponents.newYork).isEmpty)
  }

  @Test(arguments: [
    ("SUMMARY:a;b", "9: in `SUMMARY`, a `;` is not escaped (RFC 5545 3.3.11)"),
    (
      "SUMMARY:a\\b",
      "9: in `SUMMARY`, a backslash stands before none of `\\`, `;`, `,`, `n` (RFC 5545 3.3.11)"
    ),
    ("SUMMARY:a\nSUMMARY:b", "10: `SUMMARY` stands only once in a `VEVENT` (RFC 5545 3.6.1)"),
    ("URL:nowhere", "9: `URL` is no URI such as `https://example.org/` (RFC 5545 3.3.13)"),
    (
      "ORGANIZER:Ada", "9: `ORGANIZER` is no URI such as `mailto:ada@example.org` (RFC 5545 3.3.13)"
    ),
    ("STATUS:DONE", "9: `STATUS` is one of TENTATIVE, CONFIRMED, CANCELLED (RFC 5545 3.8.1.11)"),
    ("PRIORITY:10", "9: `PRIORITY` is a number from 0 to 9 (RFC 5545 3.8.1.9)"),
    (
      "CREATED:20270104",
      "9: `CREATED` is no time in UTC such as `20270104T080000Z` (RFC 5545 3.8.7.1)"
    ),
    ("DTEND;VALUE=DATE:20270104", "9: `DTEND` is not later than `DTSTART` (RFC 5545 3.8.2.2)"),
    ("DTEND:20270105", "9: `DTEND` is a date and needs `VALUE=DATE` (RFC 5545 3.8.2.2)"),
    (
      "DTEND:20270105T000000Z",
      "9: `DTEND` and `DTSTART` are both dates or both times (RFC 5545 3.8.2.2)"
    ),
    (
      "DTEND;VALUE=DATE:20270105\nDURATION:P1D",
      "10: `DTEND` and `DURATION` do not stand together (RFC 5545 3.6.1)"
    ),
    (
      "DURATION:PT24H",
      "9: the duration of an event of whole dates is in days or weeks (RFC 5545 3.6.1)"
    ),
    ("DURATION:1 day", "9: `DURATION` is no duration such as `PT15M` (RFC 5545 3.3.6)"),
    (
      "RRULE:FREQ=YEARLY;COUNT=1;UNTIL=20280104",
      "9: `COUNT` and `UNTIL` do not stand together (RFC 5545 3.3.10)"
    ),
    (
      "RRULE:FREQ=YEARLY;UNTIL=20280104T000000Z",
      "9: `UNTIL` is a date where `DTSTART` is one (RFC 5545 3.3.10)"
    ),
    ("RRULE:FREQ=WEEKLY;BYDAY=1MO", "9: `BYDAY` has no numbers in a WEEKLY rule (RFC 5545 3.3.10)"),
    (
      "RRULE:FREQ=DAILY;BYHOUR=9",
      "9: a rule of whole dates has no `BYHOUR`, `BYMINUTE` or `BYSECOND` (RFC 5545 3.3.10)"
    ),
    (
      "RRULE:FREQ=WEEKLY;BYMONTH=13",
      "9: in `RRULE`, `BYMONTH` is `13`, and it goes from 1 to 12 (RFC 5545 3.3.10)"
    ),
    (
      "EXDATE:20270104T000000Z",
      "9: `EXDATE` and `DTSTART` are both dates or both times (RFC 5545 3.8.5.1)"
    ),
    (
      "RDATE;TZID=Europe/Berlin:20270104T090000",
      "9: the calendar has no `VTIMEZONE` called `Europe/Berlin` (RFC 5545 3.2.19)"
    ),
    ("RDATE;TZID=Europe/Berlin;VALUE=DATE:20270105", "9: a date has no `TZID` (RFC 5545 3.2.19)"),
    (
      "FROB:1", "9: no standard knows `FROB`; names of one's own start with `X-` (RFC 5545 3.8.8.2)"
    ),
    ("TZOFFSETTO:+0100", "9: `TZOFFSETTO` does not belong into `VEVENT` (RFC 5545 3.6.1)"),
    (
      "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P1D\nEND:VALARM",
      "9: an alarm of action DISPLAY has a `DESCRIPTION` (RFC 5545 3.6.6)"
    ),
    (
      "BEGIN:STANDARD\nEND:STANDARD", "9: `STANDARD` does not belong into `VEVENT` (RFC 5545 3.6.5)"
    ),
  ])
  func findings(lines: String, message: String) {
    // Line 8 is the end of the fixed lines; the event's own start at 8.
    let expected = message.drop { $0 != ":" }
    let found = lint(lines)
    #expect(found.contains { $0.drop { $0 != ":" } == expected }, "\(found)")
  }

  @Test func linesAndCharacters() {
    let long = "X-A:" + String(repeating: "x", count: 72)
    let bytes = Array(
      "BEGIN:VCALENDAR\nVERSION:2.0\r\nPRODID:x\u{7}\r\n\(long)\r\n\r\nEND:VCALENDAR".utf8)
    #expect(
      messages(lintCalendar(SourceText(path: "test.ics", bytes: bytes))) == [
        "1: lines end with CR LF, and this one does not (RFC 5545 3.1)",
        "1: a calendar has at least one component (RFC 5545 3.6)",
        "3: this line has a control character (RFC 5545 3.1)",
        "4: this line has 76 octets; longer ones than 75 are folded (RFC 5545 3.1)",
        "5: this line is empty (RFC 5545 3.1)", "6: the last line has no end (RFC 5545 3.1)",
      ])
  }

  @Test func whatIsMissing() {
    let found = messages(
      lintCalendar(
        file(
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\nEND:VCALENDAR"
        )))
    #expect(
      Set(found) == [
        "1: this `VCALENDAR` has no `PRODID` (RFC 5545 3.6)",
        "1: this `VCALENDAR` has no `VERSION` (RFC 5545 3.6)",
        "2: this `VEVENT` has no `DTSTAMP` (RFC 5545 3.6.1)",
        "2: this `VEVENT` has no `UID` (RFC 5545 3.6.1)",
        "2: a `VEVENT` of a calendar without `METHOD` has a `DTSTART` (RFC 5545 3.6.1)",
        "4: a `VTIMEZONE` has at least one `STANDARD` or `DAYLIGHT` (RFC 5545 3.6.5)",
      ])
  }

  @Test func uidsStandOnce() {
    let event = clean + "END:VEVENT\n"
    #expect(
      messages(lintCalendar(file(head, event, event, "END:VCALENDAR")))
        == ["10: another `VEVENT` has this `UID` (RFC 5545 3.8.4.7)"])
  }

  @Test func refusedFilesAreOneFinding() {
    let page = SourceText(path: "x.ics", text: "<html>")
    #expect(lintCalendar(page).map(\.id) == ["calendar-file"])
  }
}
