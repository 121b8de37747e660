import Testing

/// Files and folders that the system gives only in part, or that lead elsewhere.
struct UnreadableTests {
  private let team = """
    engineers:
      ada:
        away:
          - calendar: ada.ics
      bob:

    """
  private let calendar = """
    BEGIN:VCALENDAR\r
    VERSION:2.0\r
    PRODID:x\r
    BEGIN:VEVENT\r
    UID:1\r
    DTSTAMP:20261101T000000Z\r
    DTSTART;VALUE=DATE:20270105\r
    SUMMARY:Vacation\r
    END:VEVENT\r
    END:VCALENDAR\r

    """

  private func check(_ world: FakeEnvironment, _ options: String = "") -> String {
    Transcript(running: ["$ rota check --today 2026-12-01" + options], in: world).text
  }

  @Test func aLinkLeadsOutOfTheFolderOnlyWhereThatIsAllowed() {
    let world = FakeEnvironment(texts: ["config/team.yaml": team, "config/ada.ics": calendar])
    #expect(check(world).contains("nothing wrong"))
    world.links["config/ada.ics"] = "config/calendars/ada.ics"
    #expect(check(world).contains("nothing wrong"))
    world.links["config/ada.ics"] = "configuration/ada.ics"
    #expect(check(world).contains("`ada.ics` lies outside of the team file's folder"))
    #expect(check(world).contains("(exit status 2)"))
    #expect(check(world, " --allow-outside").contains("nothing wrong"))
  }

  @Test func aFolderThatCannotBeListedWholeIsNotTakenForOne() {
    let world = FakeEnvironment(texts: [
      "config/team.yaml": "engineers:\n  ada:\n  bob:\n",
      "config/rotas/2027-Q1.yaml": "",
    ])
    world.refusals["config/rotas"] = "Input/output error"
    let said = check(world)
    #expect(
      said.contains("the folder of the rotas `config/rotas` cannot be read: Input/output error"))
    #expect(said.contains("(exit status 2)"))
  }
}
