import ICalendar
import Testing

@testable import RotaCommands

/// What is said of the zone data that the answers rest on.
@Suite struct ZoneDataTests {
  private func world(_ release: String?, zone: String = "Europe/Berlin") -> FakeEnvironment {
    let environment = FakeEnvironment(files: [
      "team.yaml": Array("timezone: \(zone)\nengineers:\n  ada:\n  bob:\n".utf8),
      "rotas/2027-01-04_2027-01-17.yaml": Array(
        """
        period: 2027-01-04 to 2027-01-17
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: bob }

        """.utf8),
    ])
    environment.zoneRelease = release.flatMap { ZoneRelease($0) }
    return environment
  }

  private let check = "check --team team.yaml --today 2027-01-05"

  @Test(arguments: [("2025b", true), ("2024a", true), ("2026a", false), ("2027a", false)])
  func dataOfTwoYearsBeforeTheRotasEndIsOld(_ release: String, _ isOld: Bool) {
    let outcome = world(release).run(line: check)
    #expect(outcome.output.contains("[old-zones]") == isOld)
    #expect(outcome.output.contains("`tzdata`") == isOld)
    #expect(outcome.status == 0)
  }

  @Test func whatCannotBeToldAndUTCAreNotOld() {
    #expect(!world(nil).run(line: check).output.contains("old-zones"))
    for zone in ["UTC", "Etc/UTC"] {
      #expect(!world("2020a", zone: zone).run(line: check).output.contains("old-zones"))
    }
  }

  @Test func theReleaseIsNamed() {
    #expect(world("2026b").run(line: "--version").output.hasSuffix("\ntime zone data 2026b\n"))
    #expect(world(nil).run(line: "--version").output.contains("of unknown release"))
    let verbose = world("2026b").run(line: check + " --verbose").output
    #expect(verbose.contains("time zone data 2026b\n"))
  }

  @Test(arguments: [
    ("BST", "Europe/London"), ("bst", "Europe/London"), ("PST", "America/Los_Angeles"),
    ("Europe/Munich", "Europe/Berlin"), ("Europe/Berlim", "Europe/Berlin"),
  ])
  func wrongNamesGetTheZoneThatIsMeant(_ name: String, _ zone: String) {
    let outcome = world("2026b", zone: name).run(line: check)
    #expect(outcome.output.contains("did you mean `\(zone)`?"))
    #expect(outcome.status == 2)
  }
}
