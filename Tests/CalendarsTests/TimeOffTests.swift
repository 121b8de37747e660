import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Testing

/// Why an event does not count that takes too little of a working day.
private let short = "with less than 4 of the hours from 08:00 to 18:00"

@Suite struct TimeOffTests {
  /// Days as `ada: 2027-02-08 to 2027-02-09`, holidays without a name.
  func read(
    _ events: [String], as use: CalendarEntry.Use = .timeOff(ada), header: String = "",
    choice: CalendarEntry.Choice = .init(), of team: Team = team()
  ) throws -> (days: [String], reading: TimeOff) {
    let text = """
      BEGIN:VCALENDAR
      VERSION:2.0
      \(header)
      \(events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }.joined(separator: "\n"))
      END:VCALENDAR

      """
    let reading = try timeOff(
      reading: SourceText(path: "time-off/ada.ics", text: text),
      for: CalendarEntry(path: "time-off/ada.ics", use: use, choice: choice, place: nowhere),
      of: team,
      zone: zone(team.zone), zones: zones,
      dates: CalendarDates(window: days("2027-01-01", "2027-12-31"), today: day("2027-01-01")))
    func written(_ marked: MarkedDays) -> String {
      marked.days.count == 1
        ? "\(marked.days.lowerBound)"
        : "\(marked.days.lowerBound) to \(marked.days.upperBound - 1)"
    }
    return (
      reading.away.flatMap { away in away.days.map { "\(away.engineer): \(written($0))" } }
        + reading.holidays.map(written), reading
    )
  }

  @Test(arguments: [
    // A date's end is excluded; without an end it is its day.
    ("DTSTART;VALUE=DATE:20270208\nDTEND;VALUE=DATE:20270210", "2027-02-08 to 2027-02-09"),
    ("DTSTART;VALUE=DATE:20270208", "2027-02-08"),
    ("DTSTART:20270208", "2027-02-08"),
    // Four hours are half a working day.
    (
      "DTSTART;TZID=Europe/Berlin:20270208T090000\nDTEND;TZID=Europe/Berlin:20270208T130000",
      "2027-02-08"
    ),
    ("DTSTART:20270208T090000\nDURATION:PT4H", "2027-02-08"),
    // Hours are those of the team's zone: 23:30 UTC is half past midnight in Berlin.
    ("DTSTART:20270208T233000Z\nDTEND:20270209T110000Z", "2027-02-09"),
    // Midnight to midnight in Tokyo is 16:00 to 16:00 in Berlin: one day.
    (
      "DTSTART;TZID=Asia/Tokyo:20270209T000000\nDTEND;TZID=Asia/Tokyo:20270210T000000",
      "2027-02-09"
    ),
    // 00:00 to 23:59:59 in UTC.
    ("DTSTART:20270208T000000Z\nDTEND:20270208T235959Z", "2027-02-08"),
    // Five hours of either date: the earlier, and both where it is longer than 24 hours.
    ("DTSTART:20270208T130000\nDTEND:20270209T130000", "2027-02-08"),
    ("DTSTART:20270208T140000\nDTEND:20270209T140000", "2027-02-09"),
    ("DTSTART:20270208T130000\nDTEND:20270209T130001", "2027-02-08 to 2027-02-09"),
    // Four hours are enough, a second less is not.
    ("DTSTART:20270208T140000\nDTEND:20270210T120000", "2027-02-08 to 2027-02-10"),
    ("DTSTART:20270208T140001\nDTEND:20270210T115959", "2027-02-09"),
    (
      "DTSTART;TZID=W. Europe Standard Time:20270205T180000\nDURATION:P2DT15H",
      "2027-02-06 to 2027-02-07"
    ),
    // The clocks go forward in the night of the 28th: the hours of the day are as many as ever.
    ("DTSTART:20270328T000000\nDTEND:20270329T000000", "2027-03-28"),
  ])
  func countsForTheDatesWhoseHoursItTakes(event: String, expected: String) throws {
    let (days, reading) = try read([event])
    #expect(days == ["ada: \(expected)"])
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.tally.text == "1 of 1 events count")
  }

  @Test(arguments: [
    ("DTSTART:20270208T090000\nDTEND:20270208T125900", short),
    ("DTSTART:20270208T090000", short),
    // Evenings and nights take none of a working day.
    ("DTSTART:20270208T180000\nDTEND:20270209T000000", short),
    ("DTSTART:20270208T150000\nDTEND:20270209T110000", short),
    ("DTSTART:20270208T150000\nDTEND:20270209T113000", short),
    ("DTSTART:20270208\nSTATUS:CANCELLED", "cancelled"),
    ("DTSTART:20270208\nTRANSP:TRANSPARENT", "free or transparent"),
    ("DTSTART:20270208\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", "free or transparent"),
    ("DTSTART:20270208\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", "free or transparent"),
    ("DTSTART:20270208\nATTENDEE;PARTSTAT=DECLINED:mailto:ADA@example.com", "declined"),
    ("DTSTART:20270208\nATTENDEE;CN=Ada Lindqvist;PARTSTAT=DECLINED:urn:uuid:1", "declined"),
    ("DTSTART:20260208", "outside the dates that matter"),
  ])
  func doesNotCount(event: String, reason: String) throws {
    let (days, reading) = try read([event])
    #expect(days == [])
    #expect(reading.tally.text == "0 of 1 events count (1 \(reason))")
  }

  @Test func othersMayDecline() throws {
    let (days, _) = try read([
      "DTSTART:20270208\nATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.com",
      "DTSTART:20270209\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com",
      "DTSTART:20270210\nX-MICROSOFT-CDO-BUSYSTATUS:OOF",
    ])
    #expect(days == ["ada: 2027-02-08", "ada: 2027-02-09", "ada: 2027-02-10"])
  }

  @Test func holidaysCountHoweverTheyAreMarked() throws {
    let (days, reading) = try read(
      [
        "DTSTART;VALUE=DATE:20270101\nTRANSP:TRANSPARENT",
        "DTSTART;VALUE=DATE:20270405\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "DTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY",
        "DTSTART:20271224T140000\nDURATION:PT2H",
        "DTSTART:20271231\nSTATUS:CANCELLED",
      ], as: .holidays(list: "default"))
    #expect(days.sorted() == ["2027-01-01", "2027-04-05", "2027-05-01"])
    #expect(reading.tally.counted == 3)
    #expect(reading.tally.left == [.short: 1, .cancelled: 1])
  }

  @Test func anEventThatRepeatsCountsEachTimeWithinTheWindow() throws {
    let (days, reading) = try read([
      "UID:1\nDTSTART:20261204\nRRULE:FREQ=WEEKLY;UNTIL=20270122\nEXDATE:20270108",
      "UID:1\nRECURRENCE-ID:20270115\nDTSTART:20270116\nSTATUS:CANCELLED",
    ])
    #expect(days == ["ada: 2027-01-01", "ada: 2027-01-22"])
    #expect(reading.tally.text == "1 of 2 events count (1 cancelled)")
  }

  @Test func placesPointIntoTheCalendar() throws {
    let (_, reading) = try read(["SUMMARY:Off\nDTSTART:20270208"])
    let place = try #require(reading.away.first?.days.first?.place)
    #expect(place.file == "time-off/ada.ics")
    #expect(place.line == 6)
  }

  @Test func brokenEventsAreReportedAndTheRestIsRead() throws {
    let (days, reading) = try read(["DTSTART:2027-02-08", "DTSTART:20270209"])
    #expect(days == ["ada: 2027-02-09"])
    #expect(reading.diagnostics.map(\.severity) == [.error])
    #expect(reading.tally.text == "1 of 2 events count (1 broken)")
  }

  @Test func aFileThatIsNoCalendarIsRefused() throws {
    let reading = try timeOff(
      reading: SourceText(path: "ada.ics", text: "<!DOCTYPE html><html>Sign in</html>"),
      for: CalendarEntry(path: "ada.ics", use: .timeOff(ada), place: nowhere), of: team(),
      zone: .utc, zones: zones,
      dates: CalendarDates(window: days("2027-01-01", "2027-12-31"), today: day("2027-01-01")))
    #expect(reading.away.isEmpty)
    #expect(reading.diagnostics.map(\.severity) == [.error])
  }

  // MARK: The team's feed

  @Test(arguments: [
    // The title names them, all of them.
    ("SUMMARY:[Vacation] Ada Lindqvist", ["ada"]),
    ("SUMMARY:Ada Lindqvist\\, Bo Chen: offsite", ["ada", "bo"]),
    ("SUMMARY:Lindqvist\\, Ada", ["ada"]), ("SUMMARY:Ada Lindqvist's leave", ["ada"]),
    ("SUMMARY:off: bo@example.com", ["bo"]), ("SUMMARY:Vacation A. L. (Ada)", ["ada"]),
    // An id is a whole part of it.
    ("SUMMARY:cy: vacation", ["cy"]), ("SUMMARY:vacation-cy", ["cy"]), ("SUMMARY:CY", ["cy"]),
    ("SUMMARY:Vacation [bo / cy]", ["bo", "cy"]), ("SUMMARY:bo will miss cy", []),
    // Where it names somebody, approvers and guests are not away.
    (
      "SUMMARY:Ada Lindqvist\nATTENDEE:mailto:bo@example.com\nORGANIZER;CN=Cy Okafor:mailto:h@x.y",
      ["ada"]
    ),
    ("SUMMARY:Cy Okafor\nDESCRIPTION:approved by Bo Chen", ["cy"]),
    // Else the one who is invited, else who invites, else whom the description alone names.
    ("SUMMARY:Off\nATTENDEE:mailto:Bo@Example.com\nORGANIZER:mailto:ada@example.com", ["bo"]),
    ("SUMMARY:Off\nATTENDEE;CN=\"Okafor, Cy\":mailto:c@x.y", ["cy"]),
    (
      "SUMMARY:Off\nATTENDEE:mailto:bo@example.com\nATTENDEE:mailto:ada@example.com\n"
        + "ORGANIZER;CN=CY  OKAFOR:mailto:hr@example.com", ["cy"]
    ),
    ("SUMMARY:Out\nDESCRIPTION:leave of Cy Okafor", ["cy"]),
    ("SUMMARY:Out\nDESCRIPTION:cy", []),
  ])
  func anEventIsAbout(_ lines: String, people: [String]) throws {
    let named = team { $0.engineers[0].aliases = [Located("A. L.", at: nowhere)] }
    let (days, _) = try read(["DTSTART:20270208\n\(lines)"], as: .teamTimeOff, of: named)
    #expect(days == people.map { "\($0): 2027-02-08" })
  }

  @Test(arguments: [
    "Adam Lindqvister", "Canada", "ada@elsewhere.example.com", "nada", "ada_2", "Somebody Else", "",
    "Ada Lindqvist-Berg", "Anna-Ada Lindqvist", "O'Ada Lindqvist", "Ada Maria", "x.ada@example.org",
    "Ada. A biography",
  ])
  func strangersAreCounted(summary: String) throws {
    let (days, reading) = try read(["DTSTART:20270208\nSUMMARY:\(summary)"], as: .teamTimeOff)
    #expect(days == [])
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.strangers.map(\.value) == [summary])
    #expect(reading.tally.left == [.unnamed: 1])
  }

  @Test(arguments: [
    ("Ada Lindquist", "Ada Lindqvist"), ("Adda Lindqvist off", "Ada Lindqvist"),
    ("A. Lindqvist", "Ada Lindqvist"), ("Ada Maria Lindqvist", "Ada Lindqvist"),
    ("Ada: vacation", "Ada Lindqvist"), ("Lindqvist", "Ada Lindqvist"),
    ("bo@exmaple.com", "bo@example.com"),
  ])
  func aNameThatIsNearIsAWarning(summary: String, near: String) throws {
    let others = team { team in
      let ada = team.engineers[0]
      var renamed = Engineer(
        id: EngineerID("alv"), name: ada.name, workdays: ada.workdays, place: nowhere)
      renamed.email = ada.email
      team.engineers[0] = renamed
    }
    let (days, reading) = try read(
      ["DTSTART:20270208\nSUMMARY:\(summary)"], as: .teamTimeOff, of: others)
    #expect(days == [])
    #expect(
      reading.diagnostics.map(\.message)
        == ["this event names nobody on the team, but nearly `\(near)`"])
    #expect(reading.diagnostics.first?.place?.line == 6)
  }

  @Test(arguments: [
    ("Ada O\u{308}st", "Ada Öst off"), ("陈伟", "陈伟休假"), ("Emeka \"Mek\" Obi", "EMEKA MEK OBI"),
    ("İpek", "İpek"), ("김 민수", "김 민수 휴가"), ("Renée-Anne O’Neil", "(Renée-Anne O’Neil)"),
  ])
  func namesOfAllScriptsAreFound(name: String, summary: String) throws {
    let (days, _) = try read(
      ["DTSTART:20270208\nSUMMARY:\(summary)"], as: .teamTimeOff,
      of: team { $0.engineers[0].name = name })
    #expect(days == ["ada: 2027-02-08"])
  }

  @Test func aNameThatFitsTwoCountsForNeither() throws {
    let twins = team {
      $0.engineers[0].name = "Kim Lee"
      $0.engineers[1].name = "Kim Lee"
      $0.engineers[2].name = "Kim Lee Wong"
    }
    let (days, reading) = try read(
      [
        "DTSTART:20270208\nSUMMARY:Kim Lee",
        "DTSTART:20270209\nSUMMARY:Kim Lee Wong",
        "DTSTART:20270210\nSUMMARY:Kim Lee\nATTENDEE:mailto:bo@example.com",
      ], as: .teamTimeOff, of: twins)
    #expect(days == ["bo: 2027-02-10", "cy: 2027-02-09"])
    #expect(
      reading.diagnostics.map(\.message) == [
        "a name in this event fits `ada` and `bo`, so it counts for none of them"
      ])
    #expect(reading.strangers.isEmpty)
    #expect(reading.tally.left == [.unnamed: 1])
  }

  @Test func whoDeclinesIsNotAway() throws {
    let (days, _) = try read(
      [
        "DTSTART:20270208\nSUMMARY:Ada Lindqvist\\, Bo Chen: offsite\nATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com\n"
          + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.com"
      ], as: .teamTimeOff)
    #expect(days == ["bo: 2027-02-08"])
  }

  @Test func aDescriptionThatNamesTwoIsAWarning() throws {
    let (days, reading) = try read(
      ["DTSTART:20270208\nSUMMARY:Out\nDESCRIPTION:Bo Chen\\, Cy Okafor"], as: .teamTimeOff)
    #expect(days == [])
    #expect(
      reading.diagnostics.map(\.message)
        == ["the description of this event names `bo` and `cy`, so it counts for none of them"])
  }

  // MARK: Which events count

  @Test func wordsOfTheEntrySayWhatCounts() throws {
    var choice = CalendarEntry.Choice()
    choice.only = ["Vacation", "sick"]
    choice.except = ["half"]
    let (days, reading) = try read(
      [
        "DTSTART:20270208\nSUMMARY:VACATION",
        "DTSTART:20270209\nSUMMARY:Off\nCATEGORIES:x,Sick leave",
        "DTSTART:20270210\nSUMMARY:Training", "DTSTART:20270211\nSUMMARY:vacation (Half day)",
      ], choice: choice)
    #expect(days == ["ada: 2027-02-08", "ada: 2027-02-09"])
    #expect(reading.tally.text == "2 of 4 events count (2 left out by `only` and `except`)")
  }

  @Test func freeEventsCountWhereTheEntrySaysSo() throws {
    var all = CalendarEntry.Choice()
    all.includesFree = true
    let events = [
      "DTSTART:20270208\nTRANSP:TRANSPARENT",
      "DTSTART:20270209\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
      "DTSTART:20270210\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
    ]
    #expect(try read(events).days == [])
    #expect(try read(events, choice: all).days == ["ada: 2027-02-08", "ada: 2027-02-09"])
  }

  @Test(arguments: [
    // Today is 2027-01-01.
    (["DTSTART:20270208\nTRANSP:TRANSPARENT"], true), (["DTSTART:20270208"], false),
    (["DTSTART:20270208\nSTATUS:CANCELLED", "DTSTART:20270301"], false), ([], true),
    (["DTSTART:20250208\nTRANSP:TRANSPARENT"], false),
    (["DTSTART:20270208T190000\nDURATION:PT2H"], true),
  ])
  func aCalendarOfWhichNothingCountsIsAWarning(events: [String], isWarned: Bool) throws {
    let ids = try read(events).reading.diagnostics.map(\.id)
    #expect(ids == (isWarned ? ["nothing-counts"] : []))
  }

  @Test func aFeedOfStrangersIsNoMistake() throws {
    let (_, reading) = try read(["DTSTART:20270208\nSUMMARY:Else"], as: .teamTimeOff)
    #expect(reading.diagnostics.isEmpty)
    let free = "DTSTART:20270208\nSUMMARY:Bo Chen\nTRANSP:TRANSPARENT"
    #expect(try read([free], as: .teamTimeOff).reading.diagnostics.map(\.id) == ["nothing-counts"])
    let empty = try read([], as: .holidays(list: "default")).reading.diagnostics
    #expect(empty.map(\.id) == ["nothing-counts"])
  }

  @Test(arguments: [
    // Of somebody on the team, at a time that matters or that cannot be told.
    ("SUMMARY:Ada Lindqvist\nDTSTART:20270210\nDTEND:20270101", Severity.error),
    ("SUMMARY:Ada Lindqvist\nDTSTART:soon", .error),
    ("SUMMARY:Ada Lindqvist\nDTSTART:20190105\nRRULE:FREQ=OFTEN", .error),
    ("SUMMARY:Ada Lindquist\nDTSTART:soon", .error),
    // Of a stranger, or long ago.
    ("SUMMARY:Somebody Else\nDTSTART:20270210\nDTEND:20270101", .warning),
    ("SUMMARY:Ada Lindqvist\nDTSTART:20190105\nDTEND:20190104", .warning),
    ("SUMMARY:Ada Lindqvist\nDTSTART:20190105\nDURATION:long", .warning),
  ])
  func aBrokenEventStopsOnlyWhomItMayConcern(event: String, severity: Severity) throws {
    let fine = "DTSTART:20270208\nSUMMARY:Bo Chen"
    let (days, reading) = try read([event, fine], as: .teamTimeOff)
    #expect(days == ["bo: 2027-02-08"])
    #expect(reading.diagnostics.map(\.severity) == [severity])
    #expect(reading.tally.left == [.broken: 1])
  }

  // MARK: The team with its calendars

  @Test func aTeamGetsTheDaysOfItsCalendars() throws {
    let base = team {
      $0.holidayLists = [HolidayList(name: "default", days: [])]
      $0.engineers[0].holidayList = "default"
      $0.calendars = [
        CalendarEntry(path: "h.ics", use: .holidays(list: "default"), place: nowhere),
        CalendarEntry(path: "ada.ics", use: .timeOff(ada), place: nowhere),
        CalendarEntry(path: "all.ics", use: .teamTimeOff, place: nowhere),
        CalendarEntry(path: "gone.ics", use: .timeOff(bo), place: nowhere),
      ]
    }
    let bodies = [
      "h.ics": "DTSTART:20270208", "ada.ics": "DTSTART:20270209",
      "all.ics": "DTSTART:20270210\nSUMMARY:Bo Chen",
    ]
    let filled = try addingCalendars(
      to: base, zone: zone("Europe/Berlin"), zones: zones,
      dates: CalendarDates(window: days("2027-01-01", "2027-12-31"), today: day("2027-01-01"))
    ) { entry in
      guard let body = bodies[entry.path] else {
        return .unreadable(
          Diagnostic("missing-file", .error, "there is no `\(entry.path)`", at: entry.place))
      }
      return .read(
        SourceText(
          path: entry.path,
          text: "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(body)\nEND:VEVENT\nEND:VCALENDAR\n"))
    }
    #expect(try filled.team.holidayLists[0].days.map(\.days) == [days("2027-02-08", "2027-02-08")])
    #expect(try filled.team.engineers[0].away.map(\.days) == [days("2027-02-09", "2027-02-09")])
    #expect(try filled.team.engineers[1].away.map(\.days) == [days("2027-02-10", "2027-02-10")])
    #expect(filled.diagnostics.map(\.id) == ["missing-file"])
    #expect(filled.calendars.map(\.tally.counted) == [1, 1, 1])
  }

  @Test(arguments: [
    (["20250101", "20260101"], "2027-Q1", true), (["20260101"], "2027-Q1", false),
    (["20260101", "20261225"], "2027-Q1", true), (["20250101", "20251225"], "2027-Q1", false),
    (["20250101", "20260101", "20271231"], "2027-Q1", false),
    (["20250101", "20260101", "20270101"], "2028-Q1", true),
    // A rota that has ended is past.
    (["20240101", "20250101"], "2026-Q4", false),
  ])
  func publicHolidaysThatEndAreAWarning(events: [String], period: String, isWarned: Bool) throws {
    let base = team {
      $0.holidayLists = [HolidayList(name: "default", days: [])]
      $0.calendars = [CalendarEntry(path: "h.ics", use: .holidays(list: "default"), place: nowhere)]
    }
    let bodies = events.map { "BEGIN:VEVENT\nDTSTART:\($0)\nEND:VEVENT\n" }.joined()
    let file = SourceText(path: "h.ics", text: "BEGIN:VCALENDAR\n\(bodies)END:VCALENDAR\n")
    let filled = try addingCalendars(
      to: base, zone: .utc, zones: zones,
      dates: CalendarDates(window: days("2025-01-08", "2029-03-31"), today: day("2027-01-01"))
    ) { _ in .read(file) }
    let warnings = try warningsOfEndedHolidays(
      in: filled.calendars, periods: [#require(Period(named: period))], today: day("2027-01-01"))
    #expect(warnings.map(\.id) == (isWarned ? ["holidays-end"] : []))
  }
}
