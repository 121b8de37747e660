import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Testing

/// A region gives up its clock changes: 09:00 on the wall is another moment in winter.
@Suite struct ZoneChangeTests {
  /// Two hours ahead of UTC all year, as its zone was in summer alone.
  let summerForEver = Zone(
    name: "Europe/Berlin",
    offset: Zone.Offset(seconds: 2 * 3600, isDaylight: false, abbreviation: "EET"))

  /// Of the first quarter of 2027; clocks were to change on 28 March.
  func quarter() throws -> Rota { try rota("2027-Q1", Array(repeating: ada, count: 13)) }

  func versions(_ folder: Folder, _ path: String = "team.ics") throws -> [String: [String?]] {
    let events = try folder.events(path)
    return Dictionary(
      uniqueKeysWithValues: events.map { event in
        (
          event.text("UID") ?? "",
          ["SEQUENCE", "DTSTAMP", "LAST-MODIFIED"].map { event.raw($0) }
        )
      })
  }

  @Test func whatMovesInTheWorldIsANewVersion() throws {
    let before = try run(team(), [quarter()])
    let after = try run(
      team(), [quarter()], today: "2027-01-20", zone: summerForEver, on: before)
    for (index, week) in try period("2027-Q1").weeks(handover: .monday).enumerated() {
      let slot = "shift.\(week.start).service"
      let (old, new) = try (before.event("team.ics", slot), after.event("team.ics", slot))
      // Two weeks are over; the twelfth ends on 29 March, in the summer of either reading.
      let isMoved = (2..<12).contains(index)
      #expect(new.raw("SEQUENCE") == (isMoved ? "1" : "0"), "\(week)")
      #expect(new.raw("DTSTAMP") == (isMoved ? "20270120T000000Z" : "20261201T000000Z"))
      #expect(new.raw("LAST-MODIFIED") == new.raw("DTSTAMP"))
      for name in ["DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"] { #expect(new[name] == old[name]) }
    }
    let again = try run(
      team(), [quarter()], today: "2027-01-21", zone: summerForEver, on: after)
    #expect(try again.text("team.ics") == after.text("team.ics"))
  }

  @Test func otherPeriodsMoveTooButNotWhatOthersPutThere() throws {
    var before = try run(team(), [quarter()])
    let foreign =
      "BEGIN:VEVENT\r\nUID:lunch@example.com\r\nDTSTAMP:20261201T000000Z\r\n"
      + "SEQUENCE:0\r\nDTSTART;TZID=Europe/Berlin:20270201T120000\r\nEND:VEVENT\r\n"
    before.files["team.ics"] = SourceText(
      path: "team.ics",
      text: try before.text("team.ics").replacing("END:VCALENDAR", with: foreign + "END:VCALENDAR"))
    let rotas = [try quarter(), try rota("2027-Q2", [bo])]
    let after = try run(team(), rotas, periods: ["2027-Q2"], zone: summerForEver, on: before)
    let changed = try versions(after).filter { $0.value[0] == "1" }
    #expect(changed.count == 12)
    #expect(try after.text("team.ics").contains(foreign))
  }

  @Test func anotherTextOfTheSameClocksChangesNoEvent() throws {
    let before = try run(team(), [quarter()])
    // The rules of each year as one observance each, under other names.
    let byHand = """
      BEGIN:VTIMEZONE\r
      TZID:Europe/Berlin\r
      BEGIN:STANDARD\r
      DTSTART:20261025T030000\r
      TZOFFSETFROM:+0200\r
      TZOFFSETTO:+0100\r
      TZNAME:winter\r
      END:STANDARD\r
      BEGIN:DAYLIGHT\r
      DTSTART:20270328T020000\r
      TZOFFSETFROM:+0100\r
      TZOFFSETTO:+0200\r
      TZNAME:summer\r
      END:DAYLIGHT\r
      END:VTIMEZONE\r\n
      """
    let folder = try before.with(zone: byHand)
    let after = try run(team(), [quarter()], today: "2027-01-20", on: folder)
    #expect(try after.text("team.ics") == before.text("team.ics"))
    // Without a VTIMEZONE nobody knows what moved.
    let without = try run(team(), [quarter()], today: "2027-01-20", on: before.with(zone: ""))
    #expect(try without.text("team.ics") == before.text("team.ics"))
  }

  @Test func theDifferenceInWords() throws {
    let before = try run(team(), [quarter()])
    func changes(_ rota: Rota, on folder: Folder) throws -> [CalendarChange] {
      let made = try calendars(
        of: team(), rotas: [rota], periods: [rota.period], zone: summerForEver,
        today: day("2027-01-20"), folder: folder.files)
      return calendarChanges(writing: made.files, to: folder.files).filter { $0.path == "team.ics" }
    }
    let moves = try changes(quarter(), on: before)
    let reason = "1 hour earlier, as the data of Europe/Berlin changed"
    #expect(
      moves.map(\.text)
        == ["01-18", "01-25", "02-01", "02-08", "02-15", "02-22", "03-01", "03-08", "03-15"].map {
          "moves `Service tasks: Ada Lindqvist`, 2027-\($0) 09:00, \(reason)"
        } + ["moves `Service tasks: Ada Lindqvist`, 2027-03-22 09:00, its start \(reason)"])
    #expect(moves.allSatisfy { $0.action == .move && $0.zoneMove?.start == -3600 })
    #expect(moves.map { $0.zoneMove?.end } == Array(repeating: -3600, count: 9) + [0])
    // What changes hands besides says both; what is cancelled already is not cancelled again.
    let swapped = try rota("2027-Q1", [ada, ada, ada, bo])
    let both = try changes(swapped, on: before).map(\.text)
    #expect(
      both.contains(
        "moves `Service tasks: Ada Lindqvist` to `Service tasks: Bo Chen`, 2027-01-25 09:00, "
          + reason))
    #expect(both.contains("cancels `Service tasks: Ada Lindqvist`, 2027-02-01 09:00"))
    let cancelled = try run(team(), [swapped], today: "2027-01-18", on: before)
    #expect(
      try changes(swapped, on: cancelled).map(\.text).contains(
        "moves the cancelled `Service tasks: Ada Lindqvist`, 2027-02-01 09:00, " + reason))
  }

  /// Winter time in summer, half an hour, Ramadan, a change before midnight, two hours, none.
  @Test(arguments: [
    "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca", "Africa/Cairo", "America/Nuuk",
    "Antarctica/Troll", "Asia/Gaza", "Asia/Kolkata", "Africa/Abidjan", "Pacific/Apia",
  ])
  func theSameDataMoveNothing(_ name: String) throws {
    let team = team { $0.zone = name }
    let rotas = [try quarter(), try rota("2027-Q4", [bo, cy, bo, cy, bo, cy])]
    let before = try run(team, rotas)
    let after = try run(team, rotas, today: "2026-12-02", on: before)
    #expect(try after.text("team.ics") == before.text("team.ics"))
  }

  @Test func allDayEventsNeverMove() throws {
    let options = CalendarOptions(allDay: true)
    let before = try run(team(), [quarter()], options: options)
    let after = try run(
      team(), [quarter()], today: "2027-01-20", zone: summerForEver, options: options, on: before
    )
    #expect(try after.text("team.ics") == before.text("team.ics"))
  }
}

extension Folder {
  /// With another text in the place of the team calendar's VTIMEZONE.
  fileprivate func with(zone text: String) throws -> Folder {
    var folder = self
    let old = try self.text("team.ics")
    let start = try #require(old.firstRange(of: "BEGIN:VTIMEZONE")).lowerBound
    let end = try #require(old.firstRange(of: "END:VTIMEZONE\r\n")).upperBound
    folder.files["team.ics"] = SourceText(
      path: "team.ics", text: String(old[..<start]) + text + String(old[end...]))
    return folder
  }
}
