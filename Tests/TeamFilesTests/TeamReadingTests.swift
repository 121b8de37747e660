import Dates
import Diagnostics
import RotaModel
import Testing

@testable import TeamFiles

@Suite struct TeamReadingTests {
  @Test func anIDAloneMakesATeam() throws {
    let team = try team("engineers:\n  ada:\n")
    #expect(team.name == "Team")
    #expect(team.zone == "UTC")
    #expect(team.handover == .standard)
    #expect(team.rest == 1)
    #expect(team.awayDaysAllowed == 0)
    #expect(team.rotasFolder == "rotas")
    #expect(team.rotations.map(\.id) == [RotationID("service")])
    #expect(team.rotations[0].name == "Service tasks")
    #expect(team.rotations[0].members == nil)
    #expect(team.rotations[0].place == nil)
    let ada = try #require(team.engineer(EngineerID("ada")))
    #expect(ada.name == "ada")
    #expect(ada.load == 100)
    #expect(ada.workdays == .mondayToFriday)
    #expect(ada.holidayList == nil)
    #expect(ada.projectsAtOnce == 1)
    #expect(ada.place.line == 2 && ada.place.column == 3)
  }

  @Test func aRotationMayBeAnIDAlone() throws {
    let team = try team("rotations:\n  service:\n  standby:\nengineers:\n  ada:\n")
    #expect(team.rotations.map(\.name) == ["service", "standby"])
  }

  @Test func valuesThatAreNotSetCountAsLeftOut() throws {
    let team = try team(
      "team:\nrest: ~\nprojects: null\npins: {}\nengineers: { ada: { load: null } }\n")
    #expect(team.name == "Team" && team.rest == 1)
  }

  @Test func everythingOfAnEngineerIsRead() throws {
    let team = try team(
      """
      workdays: [Mon, tuesday, WED]
      holidays:
        default: [2027-01-01]
        berlin: [2027-03-08, 2027-12-24 to 2027-12-31, { calendar: holidays/b.ics }]
      engineers:
        ada:
          name: Ada Lovelace
          email: ada@example.com
          joined: 2024-03-01
          leaves: 2027-06-30
          load: 80%
          workdays: [Mon, Thu]
          holidays: berlin
          skills: [terraform, aws]
          away:
            - 2027-02-08 to 2027-02-19
            - calendar: time-off/ada.ics
          avoid: [2027-02-15]
          prefer: [2027-W12]
          max_shifts: 0
          projects_at_once: 3
          wants: [vault]
        bob: { holidays: none }
        cy:
      projects:
        vault: { start: 2027-01-11, end: 2027-03-05 }
      """)
    let ada = team.engineers[0]
    #expect(ada.name == "Ada Lovelace")
    #expect(ada.email == "ada@example.com")
    #expect(try ada.joined?.value == day("2024-03-01"))
    #expect(try ada.leaves?.value == day("2027-06-30"))
    #expect(ada.load == 80)
    #expect(ada.workdays.days == [.monday, .thursday])
    #expect(ada.holidayList == "berlin")
    #expect(ada.skills == ["terraform", "aws"])
    #expect(try ada.away.map(\.days) == [day("2027-02-08")..<day("2027-02-20")])
    #expect(try ada.avoid.map(\.days) == [day("2027-02-15")..<day("2027-02-16")])
    #expect(try ada.prefer.map(\.days) == [day("2027-03-22")..<day("2027-03-29")])
    #expect(ada.maxShifts?.value == 0)
    #expect(ada.projectsAtOnce == 3)
    #expect(ada.wants.map(\.value) == [ProjectID("vault")])
    #expect(team.engineers[1].holidayList == nil)
    #expect(team.engineers[2].holidayList == "default")
    #expect(team.engineers[2].workdays.days == [.monday, .tuesday, .wednesday])
    #expect(team.holidayLists.map(\.name) == ["default", "berlin"])
    #expect(team.holidayLists[1].days.count == 2)
    #expect(team.calendars.map(\.path) == ["holidays/b.ics", "time-off/ada.ics"])
    #expect(
      team.calendars.map(\.use) == [.holidays(list: "berlin"), .timeOff(EngineerID("ada"))])
  }

  @Test func everythingOfAProjectIsRead() throws {
    let team = try team(
      """
      engineers: { ada: { skills: [vault] }, bob: {} }
      projects:
        vault:
          name: Move secrets
          start: 2027-01-11
          end: 2027-03-05
          owners: [bob, ada]
          skills: [vault]
          protect: [2027-01-12, 2027-02-01 to 2027-02-03]
          customer: Checkout
          pair_with: [Dora Kim <dora@example.com>, kim@example.com, Lee]
          pairing: { at: Tuesday 14:00, for: 2 hours }
          introduces: HashiCorp Vault
          share_with: everyone
          docs: docs/vault.md
        small: { start: 2027-01-11, end: 2027-01-11, owners: 2, docs: none }
      """)
    let vault = team.projects[0]
    #expect(try vault.life == day("2027-01-11")..<day("2027-03-06"))
    #expect(vault.ownersNeeded == 2)
    #expect(vault.namedOwners.map(\.value.text) == ["bob", "ada"])
    #expect(vault.skills.map(\.value) == ["vault"])
    guard case .days(let protected) = vault.protect else {
      Issue.record("days are protected")
      return
    }
    #expect(protected.count == 2)
    #expect(vault.pairWith.map(\.name) == ["Dora Kim", "kim@example.com", "Lee"])
    #expect(vault.pairWith.map(\.email) == ["dora@example.com", "kim@example.com", nil])
    #expect(vault.pairing?.length == 120 && vault.pairing?.weekday == .tuesday)
    #expect(vault.introduces == "HashiCorp Vault" && vault.customer == "Checkout")
    #expect(vault.shareWith == .everyone)
    #expect(vault.docs == .written("docs/vault.md"))
    let small = team.projects[1]
    #expect(small.name == "small" && small.ownersNeeded == 2 && small.namedOwners.isEmpty)
    #expect(small.life.count == 1 && small.protect == .edges && small.docs == .none)
  }

  @Test func ceremoniesAndWeightsAreRead() throws {
    let team = try team(
      """
      engineers: { ada: {} }
      sharing: { at: Thu 16:00, for: 1 hour, within: 1 week }
      feedback: { at: last Friday 15:30, guests: [em@example.com], agenda: "Goals?" }
      weights: { fair: 0, change_owner: 1000 }
      away: [{ calendar: everyone.ics }]
      """)
    #expect(
      team.sharing.map { [$0.length, $0.withinWeeks, $0.time.minutes] } == [60, 1, 960])
    let feedback = try #require(team.feedback)
    #expect([feedback.ordinal, feedback.thanks, feedback.improvements] == [-1, 20, 40])
    #expect(feedback.weekday == .friday && feedback.agenda == "Goals?")
    #expect(team.weights[.fair] == 0 && team.weights[.changeOwner] == 1000)
    #expect(team.weights[.spacing] == 4)
    #expect(team.calendars.map(\.use) == [.teamTimeOff])
  }

  /// The handover may stand anywhere in the file.
  @Test func isoWeeksAndPinsMeanShiftWeeks() throws {
    let team = try team(
      """
      unpopular: [2026-W52]
      pins:
        2027-01-05: { service: ada }
        2027-W03: { service: bob }
      engineers: { ada: {}, bob: {} }
      handover: Wed 14:00
      """)
    #expect(try team.unpopular[0].days.lowerBound == day("2026-12-23"))
    #expect(team.pins.map(\.week.description) == ["2026-12-30", "2027-01-20"])
    #expect(team.pins.map(\.engineer.text) == ["ada", "bob"])
    #expect(team.pins[0].place.line == 3)
  }

  @Test func spansOfMembersAreRead() throws {
    let team = try team(
      """
      rotations:
        service: { members: [ada until 2026-10-01, bob from 2026-10-02 until 2026-11-01, ada from 2026-11-01] }
      engineers: { ada: {}, bob: {} }
      """)
    #expect(
      team.rotations[0].members?.map(\.text) == [
        "ada until 2026-10-01", "bob from 2026-10-02 until 2026-11-01", "ada from 2026-11-01",
      ])
  }

  /// What can be read is there all the same, so that the rotas are found.
  @Test func aFileWithMistakesGivesADraft() {
    let reading = readTeam(
      SourceText(
        path: "team.yaml",
        text: "handover: Wed 09:00\nrotas: plans\nrest: 99\nengineers: { ada: {} }\n"), zones: .utc)
    #expect(reading.team == nil)
    #expect(reading.diagnostics.map(\.id) == ["out-of-range"])
    #expect(reading.draft.rotasFolder == "plans")
    #expect(reading.draft.handover.weekday == .wednesday)
    #expect(reading.draft.engineers.count == 1)
  }

  /// A misspelt section is one mistake, not one for every name it would have declared.
  @Test func oneMistakeIsToldOnce() {
    let reading = readTeam(
      SourceText(
        path: "team.yaml",
        text: """
          enginers: { ada: {} }
          rotations: { service: { members: [ada], skills: [aws] } }
          pins: { 2027-01-04: { service: ada } }
          """), zones: .utc)
    #expect(reading.diagnostics.map(\.id) == ["unknown-key"])
  }

  @Test func mistakesStandInTheOrderOfTheFile() throws {
    let reading = readTeam(
      SourceText(
        path: "team.yaml",
        text: "rest: 99\nhandover: Monday\nengineers: { ada: { load: 0% } }\ntimezone: Nowhere/At\n"
      ),
      zones: .utc)
    #expect(reading.diagnostics.compactMap(\.place?.line) == [1, 2, 3, 4])
  }
}
