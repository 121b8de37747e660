import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Testing

@Suite struct EventContentTests {
  @Test func aShiftNamesWhoComesBeforeAndAfterAndItsCovers() throws {
    let folder = try run(
      team(),
      [
        rota("2026-12-28 to 2027-01-03", [cy]),
        rota(
          "2027-Q1", [ada, bo],
          covers: [
            cover("2027-01-08", "2027-01-08", cy), cover("2027-01-05", "2027-01-06", bo),
          ]),
      ])
    let event = try folder.event("team.ics", "shift.2027-01-04.service")
    #expect(event.text("SUMMARY") == "Service tasks: Ada Lindqvist")
    #expect(
      event.text("DESCRIPTION") == """
        Before: Cy Okafor
        After: Bo Chen
        Cover: Bo Chen from 2027-01-05 to 2027-01-06
        Cover: Cy Okafor on 2027-01-08
        """)
    let own = try folder.event("engineers/ada.ics", "shift.2027-01-04.service.ada")
    #expect(own.text("SUMMARY") == "Service tasks")
    #expect(own.text("DESCRIPTION") == event.text("DESCRIPTION"))
  }

  @Test func aCoverIsAnEventOfTheStandIn() throws {
    let folder = try run(
      team(), [rota("2027-Q1", [ada], covers: [cover("2027-01-05", "2027-01-06", bo)])])
    let event = try folder.event("rotations/service.ics", "cover.2027-01-05.service.bo")
    #expect(event.raw("DTSTART") == "20270105T090000")
    #expect(event.raw("DTEND") == "20270107T090000")
    #expect(event.text("DESCRIPTION") == "Stands in for: Ada Lindqvist")
    #expect(try folder.hasEvent("engineers/bo.ics", "cover.2027-01-05.service.bo.bo"))
    #expect(try folder.events("engineers/ada.ics").count == 1)
    let whole = try folder.event("engineers/ada.ics", "shift.2027-01-04.service.ada")
    #expect(whole.raw("DTEND") == "20270111T090000")
  }

  @Test func shiftsAndProjectsAreFreeAndCeremoniesBusy() throws {
    let folder = try run(busyTeam(), [busyRota()])
    for event in try folder.events("engineers/ada.ics") {
      let isDuty = ["Shift", "Cover", "Project"].contains(event.text("CATEGORIES"))
      #expect(event.raw("TRANSP") == (isDuty ? "TRANSPARENT" : "OPAQUE"))
      #expect(event.raw("X-MICROSOFT-CDO-BUSYSTATUS") == (isDuty ? "FREE" : "BUSY"))
    }
    #expect(
      Set(try folder.events("engineers/ada.ics").compactMap { $0.text("CATEGORIES") }) == [
        "Shift", "Project", "Knowledge sharing", "Pairing", "Feedback",
      ])
  }

  @Test func aProjectHasAllOwnersAndEachOwnerTheirDays() throws {
    let folder = try run(busyTeam(), [busyRota()])
    let whole = try folder.event("projects.ics", "project.vault")
    #expect(whole.text("SUMMARY") == "Move secrets: Ada Lindqvist, Bo Chen")
    #expect(whole.raw("DTSTART") == "20270111")
    #expect(whole.raw("DTEND") == "20270206")
    #expect(whole.raw("URL") == "https://wiki.example.com/a;b,c%20d")
    #expect(
      whole.text("DESCRIPTION") == """
        Owners: Ada Lindqvist until 2027-01-20, Bo Chen from 2027-01-21
        For: Checkout
        Introduces: HashiCorp Vault
        Documentation: https://wiki.example.com/a;b,c d
        """)
    let own = try folder.event("engineers/ada.ics", "project.vault.ada")
    #expect(own.text("SUMMARY") == "Move secrets")
    #expect(own.raw("DTSTART") == "20270111")
    #expect(own.raw("DTEND") == "20270121")
    #expect(try folder.event("engineers/bo.ics", "project.vault.bo").raw("DTSTART") == "20270121")
    #expect(try !folder.hasEvent("engineers/cy.ics", "project.vault.cy"))
    #expect(try !folder.hasEvent("team.ics", "project.vault"))
  }

  @Test func docsThatAreNoLinkAreNoURL() throws {
    for docs in ["docs/vault.md", "javascript://x/%0aalert(1)"] {
      let team = try busyTeam { $0.projects[0].docs = .written(docs) }
      let event = try run(team, [busyRota()]).event("projects.ics", "project.vault")
      #expect(event["URL"] == nil)
    }
  }

  @Test func ceremoniesAreWhereTheyBelong() throws {
    let folder = try run(busyTeam(), [busyRota()])
    // Ada is on duty in the week of 11 January, Bo in that of 25 January.
    let pairing = try folder.events("team.ics").compactMap { $0.text("UID") }
      .filter { $0.hasPrefix("pairing") }
    #expect(
      pairing == [
        "pairing.vault.2027-01-19@platform.rota", "pairing.vault.2027-02-02@platform.rota",
      ])
    #expect(try folder.hasEvent("engineers/ada.ics", "pairing.vault.2027-01-19.ada"))
    #expect(try folder.hasEvent("engineers/bo.ics", "pairing.vault.2027-02-02.bo"))
    let sharing = try folder.event("projects.ics", "sharing.vault")
    #expect(sharing.raw("DTSTART") == "20270211T160000")
    #expect(sharing.raw("DTEND") == "20270211T164500")
    #expect(sharing.text("SUMMARY") == "Knowledge sharing: HashiCorp Vault")
    #expect(
      sharing.text("DESCRIPTION") == """
        Held by: Ada Lindqvist, Bo Chen
        For: the team
        Project: Move secrets
        """)
    #expect(try folder.hasEvent("team.ics", "sharing.vault"))
    #expect(try folder.hasEvent("engineers/ada.ics", "sharing.vault.ada"))
    #expect(try !folder.hasEvent("engineers/cy.ics", "sharing.vault.cy"))
  }

  @Test func feedbackHasTwoPartsForEveryoneOnTheTeam() throws {
    let team = try busyTeam {
      $0.engineers[2].joined = Located(try day("2027-02-01"), at: nowhere)
    }
    let folder = try run(team, [busyRota()])
    let thanks = try folder.event("team.ics", "feedback.2027-01.thanks")
    let improvements = try folder.event("team.ics", "feedback.2027-01.improvements")
    #expect(thanks.raw("DTSTART") == "20270107T150000")
    #expect(thanks.raw("DTEND") == improvements.raw("DTSTART"))
    #expect(improvements.raw("DTEND") == "20270107T160000")
    #expect(thanks.text("DESCRIPTION") == "For: everyone\nAgenda: What is your goal?")
    #expect(
      improvements.text("DESCRIPTION")
        == "For: the team and em@example.com\nAgenda: What is your goal?")
    #expect(try !folder.hasEvent("engineers/cy.ics", "feedback.2027-01.thanks.cy"))
    #expect(try folder.hasEvent("engineers/cy.ics", "feedback.2027-02.thanks.cy"))
  }

  @Test func remindersComeOneWorkingDayBefore() throws {
    let team = try team {
      $0.engineers[0].workdays = WeekdaySet([.monday, .tuesday])
      $0.engineers[1].holidayList = "some"
      $0.holidayLists = [
        HolidayList(
          name: "some", days: [MarkedDays(try days("2027-01-08", "2027-01-08"), at: nowhere)])
      ]
    }
    let rotas = [try rota("2027-Q1", [ada, bo])]
    func trigger(_ options: CalendarOptions, _ engineer: EngineerID, _ week: String) throws
      -> String?
    {
      let event = try run(team, rotas, options: options)
        .event("engineers/\(engineer).ics", "shift.\(week).service.\(engineer)")
      #expect(event.components.map(\.name) == ["VALARM"])
      #expect(event.components.first?.raw("ACTION") == "DISPLAY")
      return event.components.first?.raw("TRIGGER")
    }
    let timed = CalendarOptions(reminders: true)
    #expect(try trigger(timed, ada, "2027-01-04") == "-P6D")
    #expect(try trigger(timed, bo, "2027-01-11") == "-P4D")
    // Of a date the alarm counts back from midnight: 09:00 two days and 15 hours before.
    let allDay = CalendarOptions(allDay: true, reminders: true)
    #expect(try trigger(allDay, bo, "2027-01-11") == "-P3DT15H")
    #expect(try !run(team, rotas, options: timed).text("team.ics").contains("VALARM"))
  }

  @Test func peopleAreWrittenOnlyWhenAskedFor() throws {
    let plain = try run(busyTeam(), [busyRota()])
    #expect(try !plain.text("team.ics").contains("mailto:"))
    let folder = try run(
      busyTeam(), [busyRota()], options: CalendarOptions(attendees: true))
    let event = try folder.event("team.ics", "pairing.vault.2027-01-19")
    #expect(
      event.all("ATTENDEE").map(\.rawValue) == [
        "mailto:ada@example.com", "mailto:dora@example.com",
      ])
    #expect(event.all("ATTENDEE").map { $0.parameter("CN") } == ["Ada Lindqvist", "Dora Kim"])
    #expect(event.raw("ORGANIZER") == "mailto:ada@example.com")
  }

  /// A published event has no guests (RFC 5546 3.2.1); those of another period stay in the file.
  @Test func aCalendarWithGuestsIsNotPublished() throws {
    let rotas = [try busyRota()]
    let published = "METHOD:PUBLISH"
    #expect(try run(busyTeam(), rotas).text("team.ics").contains(published))
    let asked = try run(busyTeam(), rotas, options: CalendarOptions(attendees: true))
    for path in asked.files.keys { #expect(try !asked.text(path).contains(published)) }
    let later = try run(busyTeam(), rotas, periods: ["2031-Q1"], on: asked)
    #expect(try !later.text("team.ics").contains(published))
    #expect(try run(busyTeam(), rotas, on: asked).text("team.ics").contains(published))
  }

  @Test func reasonsForTimeOffNeverAppear() throws {
    let secret = SourceText(path: "ada.ics", text: "SUMMARY:Surgery")
    let team = try busyTeam {
      $0.engineers[0].away = [
        MarkedDays(try days("2027-02-15", "2027-02-19"), at: Place(secret, 0..<15))
      ]
    }
    let folder = try run(team, [busyRota()])
    for path in folder.files.keys { #expect(try !folder.text(path).contains("Surgery")) }
  }

  @Test func namesAreEscapedAndControlsRemoved() throws {
    let team = team {
      $0.engineers[0].name = "Ada; \"L\\\", 陈\u{7}\u{85}\r\nBEGIN:VEVENT"
    }
    let folder = try run(team, [rota("2027-Q1", [ada, bo])])
    #expect(try folder.events("team.ics").count == 2)
    #expect(
      try folder.event("team.ics", "shift.2027-01-04.service").raw("SUMMARY")
        == "Service tasks: Ada\\; \"L\\\\\"\\, 陈\\nBEGIN:VEVENT")
  }
}

/// A team with a project and all ceremonies.
func busyTeam(_ change: (inout Team) throws -> Void = { _ in }) throws -> Team {
  try team {
    $0.sharing = Sharing(weekday: .thursday, time: try time("16:00"), length: 45, withinWeeks: 4)
    $0.feedback = Feedback(
      ordinal: 1, weekday: .thursday, time: try time("15:00"), thanks: 20, improvements: 40,
      guests: [Contact(name: "", email: "em@example.com")], agenda: "What is your goal?")
    $0.projects = [
      try project("vault", "2027-01-11", "2027-02-05") {
        $0.name = "Move secrets"
        $0.introduces = "HashiCorp Vault"
        $0.customer = "Checkout"
        $0.docs = .written("https://wiki.example.com/a;b,c d")
        $0.pairWith = [Contact(name: "Dora Kim", email: "dora@example.com")]
        $0.pairing = Pairing(weekday: .tuesday, time: try time("14:00"), length: 90)
      }
    ]
    try change(&$0)
  }
}

/// Ada owns the project, from 21 January on Bo does.
func busyRota() throws -> Rota {
  try rota(
    "2027-Q1", [cy, ada, cy, bo, ada, cy],
    owners: [
      "vault": [
        EngineerSpan(ada, until: try day("2027-01-20")),
        EngineerSpan(bo, from: try day("2027-01-21")),
      ]
    ])
}
