import Calendars
import Dates
import ICalendar
import RotaModel
import Testing

@Suite struct CalendarTextTests {
  /// The whole of a calendar with one shift, read by eye against RFC 5545 once.
  @Test func aWholeCalendar() throws {
    let folder = try run(
      team { $0.name = "Plattform, Öst; \"1\"" }, [rota("2027-01-04 to 2027-01-10", [ada])])
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Rota//Rota//EN
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      NAME:Plattform\\, Öst\\; "1"
      X-WR-CALNAME:Plattform\\, Öst\\; "1"
      REFRESH-INTERVAL;VALUE=DURATION:PT12H
      X-PUBLISHED-TTL:PT12H
      X-WR-TIMEZONE:Europe/Berlin
      COLOR:olivedrab
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      BEGIN:STANDARD
      DTSTART:19961027T030000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      TZNAME:CET
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:19970330T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      TZNAME:CEST
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:shift.2027-01-04.service@plattform-st-1.rota
      DTSTAMP:20261201T000000Z
      LAST-MODIFIED:20261201T000000Z
      SEQUENCE:0
      DTSTART;TZID=Europe/Berlin:20270104T090000
      DTEND;TZID=Europe/Berlin:20270111T090000
      SUMMARY:Service tasks: Ada Lindqvist
      CATEGORIES:Shift
      STATUS:CONFIRMED
      TRANSP:TRANSPARENT
      X-MICROSOFT-CDO-BUSYSTATUS:FREE
      END:VEVENT
      END:VCALENDAR

      """
    let text = try folder.text("team.ics")
    #expect(
      text.split(separator: "\r\n", omittingEmptySubsequences: false)
        == expected.split(separator: "\n", omittingEmptySubsequences: false))
  }

  @Test func filesAreThoseThatHoldAnEvent() throws {
    let plain = try run(team(), [rota("2027-Q1", [ada, bo])])
    #expect(
      plain.files.keys.sorted() == [
        "engineers/ada.ics", "engineers/bo.ics", "rotations/service.ics", "team.ics",
      ])
    #expect(try run(team(), []).files.isEmpty)
    let projects = try run(
      team { $0.projects = [try project("vault", "2027-02-01", "2027-02-05")] },
      [rota("2027-Q1", [])])
    #expect(projects.files.keys.sorted() == ["projects.ics"])
  }

  @Test func handoversKeepTheirWallTimeOverTheChangeOfClocks() throws {
    let folder = try run(team(), [rota("2027-03-22 to 2027-04-04", [ada, bo])])
    let list = readEvents(
      readCalendar(try #require(folder.files["team.ics"])), zones: zones, zone: .utc)
    let window = Day(number: 0)..<Day(number: 50_000)
    let times = list.occurrences(in: window).occurrences.map { occurrence -> String in
      guard case .instants(let span) = occurrence.time else { return "" }
      return "\(span.lowerBound) \(span.upperBound)"
    }
    // 08:00 UTC before the change on 28 March, 07:00 after it.
    #expect(
      times == [
        "2027-03-22T08:00:00Z 2027-03-29T07:00:00Z", "2027-03-29T07:00:00Z 2027-04-05T07:00:00Z",
      ])
  }

  @Test func aHandoverThatTheClockSkipsIsLaterByTheGap() throws {
    let team = try team {
      $0.handover = Handover(weekday: .sunday, time: try time("02:30"))
    }
    let week = ShiftWeek(startingOn: try day("2027-03-21"))
    var sunday = try rota("2027-03-21 to 2027-03-27", [])
    sunday.shifts = [Shift(week: week, rotation: service, engineer: ada)]
    let event = try run(team, [sunday]).event("team.ics", "shift.2027-03-21.service")
    #expect(event.raw("DTSTART") == "20270321T023000")
    #expect(event.raw("DTEND") == "20270328T033000")
  }

  @Test func utcNeedsNoZone() throws {
    let folder = try run(team { $0.zone = "UTC" }, [rota("2027-Q1", [ada])])
    let event = try folder.event("team.ics", "shift.2027-01-04.service")
    #expect(event.raw("DTSTART") == "20270104T090000Z")
    #expect(event["DTSTART"]?.parameters == [])
    #expect(try !folder.text("team.ics").contains("VTIMEZONE"))
  }

  @Test func allDayShiftsEndOnTheDayAfter() throws {
    let folder = try run(
      team(), [rota("2027-Q1", [ada], covers: [cover("2027-01-05", "2027-01-06", bo)])],
      options: CalendarOptions(allDay: true))
    let shift = try folder.event("team.ics", "shift.2027-01-04.service")
    #expect(shift["DTSTART"]?.parameter("VALUE") == "DATE")
    #expect(shift.raw("DTSTART") == "20270104")
    #expect(shift.raw("DTEND") == "20270111")
    let cover = try folder.event("engineers/bo.ics", "cover.2027-01-05.service.bo.bo")
    #expect(cover.raw("DTSTART") == "20270105")
    #expect(cover.raw("DTEND") == "20270107")
    #expect(try !folder.text("team.ics").contains("VTIMEZONE"))
  }

  @Test func zonesOfHalfHoursAndOfTheSouth() throws {
    for (name, offsets) in [
      ("Asia/Kolkata", ["+0530"]), ("Australia/Adelaide", ["+0930", "+1030"]),
      ("America/St_Johns", ["-0230", "-0330"]), ("Asia/Tokyo", ["+0900"]),
    ] {
      let folder = try run(team { $0.zone = name }, [rota("2027-Q1", [ada])])
      let reading = readCalendar(try #require(folder.files["team.ics"]))
      let zone = try #require(
        reading.calendars.first?.components.first { $0.name == "VTIMEZONE" })
      #expect(zone.text("TZID") == name)
      #expect(Set(zone.components.compactMap { $0.raw("TZOFFSETTO") }).sorted() == offsets)
    }
  }
}
