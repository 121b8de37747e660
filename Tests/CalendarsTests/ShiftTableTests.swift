import Calendars
import Diagnostics
import RotaModel
import Testing

@Suite struct ShiftTableTests {
  func read(
    _ text: String, to team: Team = team(), rotation: RotationID? = nil, period: Period? = nil
  ) -> ShiftImport {
    importShifts(
      fromTable: SourceText(path: "shifts.csv", text: text), to: team, rotation: rotation,
      period: period)
  }

  func shifts(_ imported: ShiftImport) -> [String] {
    imported.rotas.flatMap(\.shifts).map { "\($0.week) \($0.rotation) \($0.engineer)" }
  }

  let rows = ["2027-01-04 service ada", "2027-01-11 service bo"]

  @Test(arguments: [
    "week,rotation,engineer,name\n2027-01-04,service,ada,Ada Lindqvist\n2027-01-11,service,bo,\n",
    // Any date of the week, any order of columns and lines, spreadsheets' marks and line ends.
    "\u{FEFF}Name;Week\r\nBo Chen;2027-01-17\r\nAda Lindqvist;2027-01-06\r\n",
    "note\tengineer\tweek\n\tada\t2027-01-04\n\n\tbo@example.com\t 2027-01-11 \n",
    "week,note,name\r2027-01-04,\"a, \"\"b\"\"\nc\",\"Lindqvist, Ada; Ada Lindqvist\"\r2027-01-11,,bo",
  ])
  func tablesOfAnySpreadsheetAreRead(text: String) {
    let imported = read(text)
    #expect(shifts(imported) == rows)
    #expect(imported.diagnostics.map(\.message) == [])
    #expect(imported.matched == 2)
    #expect(imported.rotas.map(\.period.name) == ["2027-Q1"])
  }

  @Test func rotationsAreNamedOrGiven() {
    let two = team {
      $0.rotations.append(Rotation(id: RotationID("backup"), name: "Second line", place: nil))
    }
    let text = """
      week,rotation,engineer
      2027-01-04,Second line,ada
      2027-01-04,service,bo
      2027-01-11,,bo
      2027-01-11,third,cy
      """
    let imported = read(text, to: two)
    #expect(shifts(imported) == ["2027-01-04 service bo", "2027-01-04 backup ada"])
    #expect(imported.diagnostics.compactMap { $0.place?.line } == [4, 5])
    #expect(imported.diagnostics.first?.help == ["rotations: `service`, `backup`"])
    let given = read("week,engineer\n2027-01-11,cy\n", to: two, rotation: RotationID("backup"))
    #expect(shifts(given) == ["2027-01-11 backup cy"])
  }

  @Test func whatCannotBeMatchedIsListed() {
    let text = """
      week,engineer
      4.1.2027,ada
      2027-01-11,aad
      2027-01-18,zoe
      2027-01-25
      2027-02-01,bo
      2027-02-02,cy
      """
    let imported = read(text)
    #expect(shifts(imported) == ["2027-02-01 service bo"])
    #expect(
      imported.diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)" }
        == [
          "2:1 this line does not say which shift week it is of, and is left out",
          "3:12 this line does not say which engineer of the team it is of, and is left out",
          "4:12 this line does not say which engineer of the team it is of, and is left out",
          "5:1 this line does not say which engineer of the team it is of, and is left out",
          "7:12 this line contradicts one above, which names `bo`, and is left out",
        ])
  }

  @Test func aPeriodTakesItsOwnShifts() throws {
    let text = "week,engineer\n2027-01-04,ada\n2027-04-05,bo\n"
    #expect(read(text).rotas.map(\.period.name) == ["2027-Q1", "2027-Q2"])
    #expect(shifts(read(text, period: try period("2027-Q2"))) == ["2027-04-05 service bo"])
  }

  @Test(arguments: [
    ("", "the file is empty", 1, 1), (" \n\n", "the file is empty", 1, 1),
    ("a,b\n1,2\n", "this is no table of shifts: it has no columns `week` and `engineer`", 1, 1),
    ("week,engineer\n2027-01-04,\"ada\n", "this quote has no end", 2, 12),
    ("week,engineer\n2027-01-04,\0", "this is no text: it has a zero byte", 2, 12),
  ])
  func whatIsNoTableIsRefused(text: String, message: String, line: Int, column: Int) {
    let imported = read(text)
    #expect(imported.rotas.isEmpty)
    #expect(imported.diagnostics.map(\.severity) == [.error])
    #expect(imported.diagnostics.first?.message == message)
    #expect(imported.diagnostics.first?.place?.line == line)
    #expect(imported.diagnostics.first?.place?.column == column)
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let file = SourceText(path: "shifts.csv", bytes: Array("week,engineer\n".utf8) + [0xFF, 0x0A])
    let imported = importShifts(fromTable: file, to: team())
    #expect(imported.diagnostics.map(\.message) == ["this text is not in UTF-8"])
  }
}
