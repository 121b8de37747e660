import Calendars
import RotaModel
import Testing

/// What stands in the UIDs of a team's events.
@Suite struct UIDSpellingTests {
  @Test(arguments: [("Zz 9", "zz-9"), ("az09", "az09"), ("-A_", "a"), ("Ä", "team")])
  func theTeamsNameInLettersAndDigits(name: String, domain: String) throws {
    let folder = try run(team { $0.name = name }, [rota("2027-Q1", [ada])])
    let uids = try folder.events("team.ics").map { $0.text("UID") }
    #expect(uids == ["shift.2027-01-04.service@\(domain).rota"])
  }

  /// Empty parts are no spelling of ours.
  @Test(arguments: [
    "shift..2027-01-04.service@team.rota", "shift.2027-01-04.service.@team.rota",
    "shift.2027-01-04.service..ada@team.rota",
  ])
  func anEmptyPartIsNotOurs(uid: String) {
    #expect(EventUID(uid) == nil)
  }
}
