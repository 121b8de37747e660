import Dates
import RotaModel
import Testing

@testable import RotaCommands

struct NamingTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func rotas(_ names: String) throws -> [Rota] {
    try names.split(separator: " ").map { Rota(period: try #require(Period(named: String($0)))) }
  }

  @Test(arguments: [
    // Nothing on file: the quarter after the current one.
    ("2026-12-01", "", "2027-Q1"),
    ("2026-12-31", "", "2027-Q1"),
    // The week of 28 December belongs to the old quarter, also in January.
    ("2027-01-03", "", "2027-Q1"),
    ("2027-01-04", "", "2027-Q2"),
    // The current one is on no rota, and earlier ones are: it comes first.
    ("2027-01-04", "2026-Q4", "2027-Q1"),
    ("2027-02-15", "2026-Q2 2026-Q3", "2027-Q1"),
    ("2027-02-15", "2026-Q4 2027-Q1", "2027-Q2"),
    // One week of it is on file.
    ("2027-02-15", "2026-Q4 2027-03-22_2027-04-11", "2027-Q2"),
    // Only later ones are on file.
    ("2027-02-15", "2027-Q3", "2027-Q2"),
  ])
  func standardPeriod(_ today: String, _ onFile: String, _ period: String) throws {
    let made = Period.toGenerate(
      today: try day(today), handover: .monday, onFile: try rotas(onFile))
    #expect(made?.name == period)
  }

  @Test(arguments: ["1900-01-01", "2999-12-31"])
  func theEndsOfTimeHaveNoStandardPeriod(_ today: String) throws {
    #expect(Period.toGenerate(today: try day(today), handover: .sunday, onFile: []) == nil)
  }

  @Test(arguments: [
    ("2026-11-20", "2026-Q4"),
    ("2027-01-01", "2026-Q4"),
    ("2027-01-04", "2027-Q2"),
    ("2027-08-01", "2027-Q2"),
    ("2025-01-01", "2026-Q4"),
  ])
  func standardRota(_ today: String, _ name: String) throws {
    let rota = try rotas("2026-Q4 2027-Q2").standard(today: try day(today), handover: .monday)
    #expect(rota?.period.name == name)
  }

  @Test func whenIsADateATimeOrAWeek() throws {
    func when(_ text: String) throws -> When { try When(text, handover: .wednesday) }
    #expect(try when("2027-01-11") == .date(try day("2027-01-11")))
    #expect(
      try when("2027-01-11T09:30") == .time(try day("2027-01-11").at(hour: 9, minute: 30)))
    #expect(try when("2027-W02") == .week(ShiftWeek(startingOn: try day("2027-01-13"))))
    for text in [
      "", "2027-01-11T24:00", "2027-01-11 09:30", "2027-01-11T9:30", "2027-02-30", "now",
      "2027-W54", "2027W02",
    ] {
      #expect(throws: (any Error).self, "\(text)") { try when(text) }
    }
  }

  @Test(arguments: [
    ("config/team.yaml", "config"), ("team.yaml", ""), ("/team.yaml", "/"), ("/a/b/c", "/a/b"),
  ])
  func folderOfAPath(_ path: String, _ folder: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.join(folder, FilePath.name(of: path)) == path)
  }

  @Test func pathsCompareWhateverTheirSpelling() {
    #expect(FilePath.normal("./config//rotas/./a.yaml") == "config/rotas/a.yaml")
    #expect(FilePath.path("config/rotas/a.yaml", from: "config") == "rotas/a.yaml")
    #expect(FilePath.path("drafts/a.yaml", from: "./config") == "../drafts/a.yaml")
    #expect(FilePath.path("rotas/a.yaml", from: "") == "rotas/a.yaml")
    #expect(FilePath.path("/srv/a.yaml", from: "config") == "/srv/a.yaml")
    #expect(FilePath.normal("/config/../a") == "/config/../a")
  }
}
