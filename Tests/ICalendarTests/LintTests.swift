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
    ("SUM MARY:x", "9: this is no content line, and is skipped"),
    ("SUMMARY", "9: this is no content line, and is skipped"),
    ("X_A:x", "9: the name of a property is made of letters, digits and `-` (RFC 5545 3.1)"),
    (
      "ATTENDEE;CN=a;b:mailto:a@example.org",
      "9: a parameter is `;NAME=VALUE`: a value with `,`, `:` or `;` stands in quotes (RFC 5545 3.1)"
    ),
    (
      "ATTENDEE;CN=\"a:mailto:a@example.org", "9: the quote of `CN` does not close (RFC 5545 3.1)"
    ),
    (
      "ATTENDEE;CN=a\"b:mailto:a@example.org",
      "9: in `CN`, a quote stands in the middle of a value (RFC 5545 3.1)"
    ),
    (
      "ATTENDEE;MEMBER=\"mailto:a@example.org\",\"b\"c:mailto:a@example.org",
      "9: in `MEMBER`, a quote stands in the middle of a value (RFC 5545 3.1)"
    ),
    ("DURATION:P1W1D", "9: `DURATION` is no duration such as `PT15M` (RFC 5545 3.3.6)"),
    ("DURATION:PT1H5S", "9: `DURATION` is no duration such as `PT15M` (RFC 5545 3.3.6)"),
    ("DURATION:P1DT", "9: `DURATION` is no duration such as `PT15M` (RFC 5545 3.3.6)"),
    ("CREATED:20270104T240000Z", "9: hours of `CREATED` go from 00 to 23 (RFC 5545 3.3.12)"),
    ("RDATE:20270104T240000", "9: hours of `RDATE` go from 00 to 23 (RFC 5545 3.3.12)"),
    ("RRULE:FREQ=YEARLY; COUNT=2", "9: a rule has no blanks (RFC 5545 3.3.10)"),
    ("RRULE:FREQ=YEARLY;", "9: a `;` stands only between two parts of a rule (RFC 5545 3.3.10)"),
    (
      "RRULE:FREQ=YEARLY;INTERVAL=2;INTERVAL=3",
      "9: `INTERVAL` stands only once in a rule (RFC 5545 3.3.10)"
    ),
    (
      "RRULE:FREQ=YEARLY;SKIP=BACKWARD",
      "9: `SKIP` stands only beside `RSCALE` (RFC 7529 4.1) (RFC 5545 3.3.10)"
    ),
    ("COLOR:#ff0000", "9: `COLOR` is a colour's name in CSS 3, such as `steelblue` (RFC 7986 5.9)"),
    ("CONFERENCE:https://example.org/", "9: `CONFERENCE` needs `VALUE=URI` (RFC 7986 5.11)"),
    (
      "IMAGE:https://example.org/a.png",
      "9: `IMAGE` needs `VALUE=URI` or `VALUE=BINARY` (RFC 7986 5.10)"
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

  /// Later standards add to RFC 5545; what they allow is no finding.
  @Test func laterStandards() {
    #expect(
      lint(
        """
        COLOR:SteelBlue
        CONFERENCE;VALUE=URI:https://example.org/meet
        IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/a.png
        RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD
        STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<b>a, b; c</b>
        STRUCTURED-DATA;FMTTYPE=application/json;VALUE=TEXT:{"a":[1,2]}
        LINK;LINKREL=SOURCE;LABEL="a, b";VALUE=URI:https://example.org/
        CONCEPT:https://example.org/concept
        REFID:work
        BEGIN:PARTICIPANT
        UID:2
        PARTICIPANT-TYPE:SPEAKER
        CALENDAR-ADDRESS:mailto:a@example.org
        BEGIN:VLOCATION
        UID:3
        NAME:Room
        LOCATION-TYPE:office,school
        END:VLOCATION
        END:PARTICIPANT
        BEGIN:VRESOURCE
        UID:4
        RESOURCE-TYPE:PROJECTOR
        END:VRESOURCE
        """
      ).isEmpty)
    let availability = """
      BEGIN:VAVAILABILITY
      UID:a
      DTSTAMP:20270101T000000Z
      BUSYTYPE:BUSY-TENTATIVE
      BEGIN:AVAILABLE
      UID:b
      DTSTAMP:20270101T000000Z
      DTSTART:20270104T090000Z
      DTEND:20270104T170000Z
      RRULE:FREQ=WEEKLY
      END:AVAILABLE
      END:VAVAILABILITY

      """
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      TZUNTIL:20300101T000000Z
      TZID-ALIAS-OF:Europe/Bonn
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0000
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(lint("", zones: zone + availability).isEmpty)
  }

  /// Start, end and the end of the rule speak of the same clock (RFC 5545 3.8.2.2, 3.3.10).
  @Test(arguments: [
    ("DTSTART:20270104T090000Z\nDTEND:20270104T100000", "DTEND"),
    ("DTSTART;TZID=X:20270104T090000\nDTEND:20270104T100000", "DTEND"),
    ("DTSTART:20270104T090000\nDTEND;TZID=X:20270104T100000", "DTEND"),
    ("DTSTART;TZID=X:20270104T090000\nDTEND:20270104T100000Z", ""),
    ("DTSTART:20270104T090000\nDTEND:20270104T100000\nRRULE:FREQ=DAILY;UNTIL=20270105T090000", ""),
    ("DTSTART:20270104T090000\nRRULE:FREQ=DAILY;UNTIL=20270105T090000Z", "UNTIL"),
    ("DTSTART:20270104T090000Z\nRRULE:FREQ=DAILY;UNTIL=20270105T090000Z", ""),
  ])
  func clocks(lines: String, subject: String) {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:X
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0100
      END:STANDARD
      END:VTIMEZONE

      """
    let event = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20270101T000000Z\n\(lines)\nEND:VEVENT\nEND:VCALENDAR"
    let found = messages(lintCalendar(file(head, zone, event)))
    #expect(found.count == (subject.isEmpty ? 0 : 1) && found.allSatisfy { $0.contains(subject) })
  }

  @Test func zonesStandOnce() {
    let offsets = "TZOFFSETFROM:-0000\nTZOFFSETTO:+0100\n"
    let observance = "BEGIN:STANDARD\nDTSTART:19700101T000000\n\(offsets)END:STANDARD\n"
    let zone = "BEGIN:VTIMEZONE\nTZID:X\n\(observance)END:VTIMEZONE\n"
    #expect(
      lint("", zones: zone + zone) == [
        "8: `TZOFFSETFROM` is no offset from UTC such as `+0100` (RFC 5545 3.3.14)",
        "13: another `VTIMEZONE` has this `TZID` (RFC 5545 3.8.3.1)",
        "16: `TZOFFSETFROM` is no offset from UTC such as `+0100` (RFC 5545 3.3.14)",
      ])
  }

  /// A published calendar asks nobody to come (RFC 5546 3.2.1).
  @Test func publishedEventsHaveNoGuests() {
    let guest = clean + "ATTENDEE:mailto:a@example.org\nEND:VEVENT\n"
    #expect(
      messages(lintCalendar(file(head, "METHOD:PUBLISH\n", guest, "END:VCALENDAR")))
        == ["9: a published `VEVENT` has no `ATTENDEE` (RFC 5546 3.2.1)"])
    #expect(lintCalendar(file(head, "METHOD:REQUEST\n", guest, "END:VCALENDAR")).isEmpty)
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
