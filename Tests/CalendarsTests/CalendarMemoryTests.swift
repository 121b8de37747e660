import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Testing

@Suite struct CalendarMemoryTests {
  let first = "2026-12-01"
  let later = "2027-01-02"

  func stamp(_ event: Component) -> [String?] {
    [event.raw("SEQUENCE"), event.raw("DTSTAMP"), event.raw("LAST-MODIFIED"), event.raw("STATUS")]
  }

  let new = ["0", "20261201T000000Z", "20261201T000000Z", "CONFIRMED"]
  func next(_ sequence: Int, _ status: String = "CONFIRMED") -> [String] {
    ["\(sequence)", "20270102T000000Z", "20270102T000000Z", status]
  }

  @Test func unchangedInputChangesNoByte() throws {
    let before = try run(busyTeam(), [busyRota()], today: first)
    let after = try run(busyTeam(), [busyRota()], today: later, on: before)
    #expect(
      try before.files.keys.sorted().map(before.text)
        == after.files.keys.sorted().map(after.text))
  }

  @Test func aSwapUpdatesTheTeamsEventsAndMovesOwnOnes() throws {
    let before = try run(team(), [rota("2027-Q1", [ada, bo, cy, ada, bo])], today: first)
    let after = try run(
      team(), [rota("2027-Q1", [ada, cy, bo, ada, bo])], today: later, on: before)
    // The two shifts, and those beside them, whose descriptions name the holders.
    let weeks = ["2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25", "2027-02-01"]
    for (index, week) in weeks.enumerated() {
      for path in ["team.ics", "rotations/service.ics"] {
        let event = try after.event(path, "shift.\(week).service")
        #expect(stamp(event) == (index == 4 ? new : next(1)))
      }
    }
    #expect(try after.events("team.ics").count == 5)
    #expect(
      try stamp(after.event("engineers/bo.ics", "shift.2027-01-11.service.bo"))
        == next(1, "CANCELLED"))
    #expect(
      try stamp(after.event("engineers/bo.ics", "shift.2027-01-18.service.bo"))
        == ["0", "20270102T000000Z", "20270102T000000Z", "CONFIRMED"])
    #expect(try stamp(after.event("engineers/bo.ics", "shift.2027-02-01.service.bo")) == new)
  }

  @Test func aShiftThatComesBackIsTheSameEvent() throws {
    let original = [try rota("2027-Q1", [ada])]
    let swapped = [try rota("2027-Q1", [bo])]
    var folder = try run(team(), original, today: first)
    folder = try run(team(), swapped, today: "2026-12-02", on: folder)
    folder = try run(team(), swapped, today: "2026-12-03", on: folder)
    folder = try run(team(), original, today: later, on: folder)
    let events = try folder.events("engineers/ada.ics")
    #expect(events.map(stamp) == [next(2)])
    #expect(
      try folder.event("team.ics", "shift.2027-01-04.service").text("SUMMARY")
        == "Service tasks: Ada Lindqvist")
  }

  @Test func aCancelledEventSaysWhatItSaidWithoutAnAlarm() throws {
    let reminders = CalendarOptions(reminders: true)
    let before = try run(team(), [rota("2027-Q1", [ada])], today: first, options: reminders)
    let after = try run(
      team(), [rota("2027-Q1", [])], today: later, options: reminders, on: before)
    let old = try before.event("engineers/ada.ics", "shift.2027-01-04.service.ada")
    let event = try after.event("engineers/ada.ics", "shift.2027-01-04.service.ada")
    #expect(stamp(event) == next(1, "CANCELLED"))
    #expect(event.components.isEmpty && !old.components.isEmpty)
    for name in ["DTSTART", "DTEND", "SUMMARY", "TRANSP"] { #expect(event[name] == old[name]) }
  }

  @Test func cancelledEventsStayUntilNinetyDaysAfterTheirEnd() throws {
    let before = try run(team(), [rota("2027-Q1", [ada, bo])], today: first)
    let holes = [try rota("2027-Q1", []), try rota("2027-Q2", [cy])]
    // The first shift ends on 11 January, 90 days before 11 April.
    var folder = try run(team(), holes, today: "2027-04-10", on: before)
    #expect(try folder.hasEvent("team.ics", "shift.2027-01-04.service"))
    folder = try run(team(), holes, today: "2027-04-11", on: folder)
    #expect(try !folder.hasEvent("team.ics", "shift.2027-01-04.service"))
    #expect(try folder.hasEvent("team.ics", "shift.2027-01-11.service"))
    // The last event of a calendar stays.
    folder = try run(team(), holes, today: "2029-01-01", on: folder)
    #expect(try folder.events("engineers/ada.ics").map { $0.raw("STATUS") } == ["CANCELLED"])
    #expect(try folder.events("team.ics").count == 1)
  }

  @Test func otherPeriodsAreKeptByteForByte() throws {
    let quarters = [
      try rota("2026-Q4", [ada, bo]), try rota("2027-Q1", [cy, ada]), try rota("2027-Q2", [bo]),
    ]
    let before = try run(team(), quarters, today: first)
    // Everything changes, but only the second quarter is given.
    let changed = [
      try rota("2026-Q4", [bo, ada]), try rota("2027-Q1", [ada, cy]), try rota("2027-Q2", []),
    ]
    let after = try run(
      team { $0.engineers[1].name = "Robert Chen" }, changed, periods: ["2027-Q1"], today: later,
      on: before)
    #expect(
      try after.event("team.ics", "shift.2027-01-04.service").text("SUMMARY")
        == "Service tasks: Ada Lindqvist")
    for path in ["team.ics", "rotations/service.ics", "engineers/bo.ics"] {
      for slot in ["shift.2026-10-05.service", "shift.2027-04-05.service"] {
        let uid = slot + (path.hasPrefix("eng") ? ".bo" : "")
        guard try before.hasEvent(path, uid) else { continue }
        #expect(try lines(of: uid, in: after.text(path)) == lines(of: uid, in: before.text(path)))
      }
    }
    // Nothing of a period that is not given is added.
    #expect(try !after.hasEvent("engineers/bo.ics", "shift.2026-10-05.service.bo"))
  }

  /// The lines of the event with a UID.
  func lines(of slot: String, in text: String) throws -> [Substring] {
    let events = text.split(separator: "BEGIN:VEVENT\r\n")
    return try #require(events.first { $0.hasPrefix("UID:\(slot)@") })
      .split(separator: "END:VEVENT").first.map { [$0] } ?? []
  }

  @Test func aCoverBelongsToThePeriodOfItsShiftWeek() throws {
    // The week of 29 March reaches into the second quarter.
    let holders = Array(repeating: ada, count: 13)
    let q1 = try rota("2027-Q1", holders, covers: [cover("2027-04-01", "2027-04-02", bo)])
    let q2 = try rota("2027-Q2", [cy])
    let folder = try run(team(), [q1, q2], periods: ["2027-Q2"], today: first)
    #expect(try !folder.text("team.ics").contains("cover."))
    let both = try run(team(), [q1, q2], periods: ["2027-Q1"], today: first, on: folder)
    #expect(try both.hasEvent("team.ics", "cover.2027-04-01.service.bo"))
    let gone = try run(
      team(), [rota("2027-Q1", holders), q2], periods: ["2027-Q1"], today: later, on: both)
    #expect(try gone.event("team.ics", "cover.2027-04-01.service.bo").raw("STATUS") == "CANCELLED")
  }

  @Test func aProjectBelongsToEveryPeriodItTouches() throws {
    let long = try team { $0.projects = [try project("vault", "2026-12-01", "2027-02-05")] }
    let rotas = [try rota("2026-Q4", []), try rota("2027-Q1", []), try rota("2027-Q2", [])]
    let before = try run(long, rotas, today: first)
    let renamed = try team {
      $0.projects = [try project("vault", "2026-12-01", "2027-02-05") { $0.name = "Vault" }]
    }
    let untouched = try run(renamed, rotas, periods: ["2027-Q2"], today: later, on: before)
    #expect(try stamp(untouched.event("projects.ics", "project.vault")) == new)
    for period in ["2026-Q4", "2027-Q1"] {
      let touched = try run(renamed, rotas, periods: [period], today: later, on: before)
      #expect(try stamp(touched.event("projects.ics", "project.vault")) == next(1))
    }
    let removed = try run(team(), rotas, periods: ["2026-Q4"], today: later, on: before)
    #expect(try stamp(removed.event("projects.ics", "project.vault")) == next(1, "CANCELLED"))
  }

  @Test func eventsOfOthersStay() throws {
    var folder = try run(team(), [rota("2027-Q1", [ada])], today: first)
    let lunch =
      "BEGIN:VEVENT\r\nUID:1@example.com\r\nDTSTART;TZID=My Zone:20270105T120000\r\n"
      + "SUMMARY:Lunch\r\nEND:VEVENT\r\n"
    let zone =
      "BEGIN:VTIMEZONE\r\nTZID:My Zone\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
      + "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    let text = try folder.text("team.ics").replacing(
      "END:VCALENDAR", with: zone + lunch + "END:VCALENDAR")
    folder.files["team.ics"] = SourceText(path: "team.ics", text: text)
    let after = try run(team(), [rota("2027-Q1", [bo])], today: later, on: folder)
    #expect(try after.text("team.ics").contains(lunch))
    #expect(try after.text("team.ics").contains(zone))
  }

  @Test func calendarsOfThoseWhoLeftTheTeamFileAreCancelled() throws {
    let before = try run(team(), [rota("2027-Q1", [ada, bo])], today: first)
    let without = team { $0.engineers.remove(at: 1) }
    let after = try run(without, [rota("2027-Q1", [ada, ada])], today: later, on: before)
    #expect(try after.events("engineers/bo.ics").map(stamp) == [next(1, "CANCELLED")])
    #expect(try after.text("engineers/bo.ics").contains("NAME:Platform: Bo Chen\r\n"))
  }

  @Test func filesOfOthersAreNotTouched() throws {
    let foreign = SourceText(
      path: "engineers/zed.ics",
      text: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    let made = try calendars(
      of: team(), rotas: [rota("2027-Q1", [ada])], periods: [period("2027-Q1")],
      zone: zone("Europe/Berlin"), today: day(first),
      folder: ["engineers/zed.ics": foreign, "notes.ics": foreign, "engineers/../x.ics": foreign])
    #expect(!made.files.contains { $0.path == "engineers/zed.ics" || $0.path.contains("x.ics") })
    #expect(!made.files.contains { $0.path == "notes.ics" })
  }

  @Test func aBrokenFileIsRefusedNotOverwritten() throws {
    let cut = try run(team(), [rota("2027-Q1", [ada])]).text("team.ics").dropLast(30)
    let made = try calendars(
      of: team(), rotas: [rota("2027-Q1", [bo])], periods: [period("2027-Q1")],
      zone: zone("Europe/Berlin"), today: day(first),
      folder: ["team.ics": SourceText(path: "out/team.ics", text: String(cut))])
    #expect(!made.files.contains { $0.path == "team.ics" })
    #expect(made.files.contains { $0.path == "engineers/bo.ics" })
    #expect(made.diagnostics.map(\.severity) == [.error])
    #expect(made.diagnostics.first?.place?.file == "out/team.ics")
  }

  /// Tools such as git may have changed the line ends of the folder's files.
  @Test func otherLineEndsAreMendedAndAreNoChange() throws {
    let before = try run(team(), [rota("2027-Q1", [ada])], today: first)
    var folder = before
    for (path, file) in before.files {
      folder.files[path] = SourceText(path: path, bytes: file.bytes.filter { $0 != 0x0D })
    }
    let after = try run(team(), [rota("2027-Q1", [ada])], today: later, on: folder)
    #expect(try after.text("team.ics") == before.text("team.ics"))
    // Also of events that are kept because their period is not given.
    let kept = try run(
      team(), [rota("2027-Q1", [ada]), rota("2027-Q2", [bo])], periods: ["2027-Q2"], today: later,
      on: folder)
    let bytes = try kept.bytes("team.ics")
    #expect(bytes.indices.allSatisfy { bytes[$0] != 0x0A || bytes[$0 - 1] == 0x0D })
  }

  @Test func numbersOfOtherToolsDoNotOverflow() throws {
    var folder = try run(team(), [rota("2027-Q1", [ada])], today: first)
    for number in ["2147483647", "99999999999999999999", "-5", ""] {
      let text = try folder.text("team.ics").replacing("SEQUENCE:0", with: "SEQUENCE:\(number)")
      folder.files["team.ics"] = SourceText(path: "team.ics", text: text)
      let after = try run(team(), [rota("2027-Q1", [bo])], today: later, on: folder)
      let sequence = try after.event("team.ics", "shift.2027-01-04.service").raw("SEQUENCE")
      let value = try #require(sequence.flatMap { Int($0) })
      #expect((1...2_147_483_647).contains(value))
      folder.files["team.ics"] = SourceText(
        path: "team.ics", text: text.replacing("SEQUENCE:\(number)", with: "SEQUENCE:0"))
    }
  }

  @Test func keptEventsOfAnEarlierZoneKeepTheirZone() throws {
    let before = try run(team(), [rota("2026-Q4", [ada])], today: first)
    let moved = team { $0.zone = "Asia/Tokyo" }
    let after = try run(
      moved, [rota("2026-Q4", [ada]), rota("2027-Q1", [bo])], periods: ["2027-Q1"], today: later,
      on: before)
    let reading = readCalendar(try #require(after.files["team.ics"]))
    let zoneNames = reading.calendars.flatMap(\.components).filter { $0.name == "VTIMEZONE" }
      .compactMap { $0.text("TZID") }
    #expect(zoneNames == ["Asia/Tokyo", "Europe/Berlin"])
    #expect(
      try after.event("team.ics", "shift.2026-10-05.service")["DTSTART"]?.parameter("TZID")
        == "Europe/Berlin")
  }

  @Test func pairingSessionsThatWereHeldStayOnTheirDay() throws {
    let before = try run(busyTeam(), [busyRota()], today: first)
    let onFridays = try busyTeam {
      $0.projects[0].pairing = Pairing(weekday: .friday, time: try time("14:00"), length: 90)
    }
    let after = try run(onFridays, [busyRota()], today: "2027-01-26", on: before)
    for path in ["team.ics", "engineers/ada.ics"] {
      let sessions = try after.events(path).filter {
        $0.text("UID")?.hasPrefix("pairing.") ?? false
      }
      let isPast = { (event: Component) in (event.raw("DTSTART") ?? "") < "20270126" }
      let old = try before.events(path).filter {
        $0.text("UID")?.hasPrefix("pairing.") ?? false && isPast($0)
      }
      #expect(!old.isEmpty)
      #expect(sessions.filter(isPast).map(\.properties) == old.map(\.properties), "\(path)")
    }
    let team = try after.events("team.ics").filter {
      $0.text("UID")?.hasPrefix("pairing.") ?? false && ($0.raw("DTSTART") ?? "") > "20270126"
    }
    #expect(
      team.filter { $0.raw("STATUS") == "CONFIRMED" }.allSatisfy {
        ["20270122", "20270129", "20270205"].contains($0.raw("DTSTART")?.prefix(8) ?? "")
      })
    #expect(team.contains { $0.raw("STATUS") == "CANCELLED" })
  }

  @Test func aSessionThatMovesIntoAnotherPeriodIsOneEvent() throws {
    let team = try busyTeam { $0.projects[0].life = try days("2027-02-15", "2027-03-19") }
    let holders = Array(repeating: cy, count: 13)
    func rotas(_ last: EngineerID) throws -> [Rota] {
      [
        try rota(
          "2027-Q1", Array(holders.prefix(11)) + [last, last],
          owners: ["vault": [EngineerSpan(ada)]]),
        try rota("2027-Q2", holders),
      ]
    }
    let before = try run(team, rotas(cy), today: first)
    #expect(try before.event("team.ics", "sharing.vault").raw("DTSTART") == "20270325T160000")
    // Ada takes over the last shifts of the quarter.
    for period in ["2027-Q1", "2027-Q2"] {
      let after = try run(team, rotas(ada), periods: [period], today: later, on: before)
      let event = try after.event("team.ics", "sharing.vault")
      #expect(event.raw("DTSTART") == "20270408T160000")
      #expect(stamp(event) == next(1))
    }
  }
}
