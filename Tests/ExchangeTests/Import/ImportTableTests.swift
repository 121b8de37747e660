import Diagnostics
import Exchange
import RotaModel
import Testing

@Suite struct ImportTableTests {
  private func two(_ text: String, _ change: (inout ImportRequest) -> Void = { _ in }) throws
    -> Imported
  {
    try imported(text, team: importTeam(["service", "backup"]), change)
  }

  @Test(arguments: [
    "week,engineer\n2026-10-05,ada\n2026-10-12,bo\n",
    "week;engineer\r\n2026-10-05;ada\r\n2026-10-12;bo",
    "week\tengineer\r2026-10-05\tada\r2026-10-12\tbo\r",
    "\u{FEFF}week|engineer\n2026-10-05|ada\n2026-10-12|bo\n",
    "| week | engineer |\n|------|:--:|\n| 2026-10-05 | ada |\n| 2026-10-12 | bo |\n",
    "week|engineer|note\n2026-10-05|\"ada\"|\"a | b\"\n\"2026-10-12\"|bo|c\n",
    "| week | note | engineer |\n|---|---|---|\n| 2026-10-05 | \"x | ada |\n| 2026-10-12 | | bo |\n",
    "| week | note | engineer |\n|---|---|---|\n| 2026-10-05 | a\\||ada |\n| 2026-10-12 | |bo |\n",
    "week,engineer\n\"\t2026-10-05\",\"\tada\"\n\"\n2026-10-12\",\" bo\"\n",
    "2026-10-05 | Ada\n2026-10-12 | Bo\n", "# on call\n\n2026-10-05 | ada\n\n2026-10-12 | bo\n",
    "On call\n\nweek,engineer\n2026-10-05,ada\n2026-10-12,bo\n",
    "week,engineer,note\n2026-10-05,ada,\"over\ntwo lines\"\n\"2026-10-12\",\"bo\",\n",
    "engineer,note,from\nada,x,2026-10-05\nbo,y,2026-10-12\n",
    "Date,Week,On call\n2026-10-05,41,Lovelace\n2026-10-12,42,\"Stone, Bo\"\n",
    "week,Who?\n2026-10-05,ADA LOVELACE\n2026-10-12,@bo\n",
    "week,who\n2026-10-05,Ada Lovelace <a@b.example>\n2026-10-12,[Bo](https://x.example)\n",
    "week,who\n2026-10-05,**Ada**\n2026-10-12,`bo`\n",
    "week,mail\n2026-10-05,ada@example.com\n2026-10-12,pagerduty-1\n",
    "- 2026-10-05: Ada\n- 2026-10-12: Stone, Bo\n",
    "Our list:\n\n* 5 Oct 2026 – ada\n* 12 Oct 2026 – bo\n",
    "2026-10-05 ada\n2026-10-12 @bo\n",
    "Week commencing,Service\n2026-10-05,ada\n2026-10-12,bo\n",
  ])
  func shapes(_ text: String) throws {
    let found = try imported(text)
    #expect(
      found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"], "\(found.messages)")
    #expect(found.mistakes.isEmpty)
    #expect(found.tally.hasPrefix("2 of 2 rows read into 1 rota"))
  }

  /// A cover in a cell is no row of its own, and is counted all the same.
  @Test func coversAreCounted() throws {
    let found = try imported(
      "week,who\n2026-10-05,ada (bo on 2026-10-07)\n2026-10-12,bo (Ghost on 2026-10-13)\n")
    #expect(
      found.shifts.tally.text(rotas: 1)
        == "2 of 2 rows read into 1 rota with 1 cover; 1 cover left out")
  }

  @Test(arguments: [true, false])
  func utf16(isLittle: Bool) throws {
    let text = "week;engineer\n2026-10-05;Søren Ångström\n"
    let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try imported(bytes).weeks == ["2026-10-05 service soren"])
    let found = try imported(Array(bytes.dropFirst(2)))
    #expect(found.messages.contains("UTF-16 without a byte order mark"))
  }

  @Test(arguments: ["soren angstrom", "Soeren", "Ångström", "SØREN", "Angstrom, Soren", "lucky"])
  func accents(_ name: String) throws {
    let found = try imported("week;engineer\n2026-10-05;\(name)\n")
    #expect(found.weeks.isEmpty == (name == "Soeren"), "\(found.messages)")
  }

  @Test func whoIsMeantTwiceIsNobody() throws {
    var team = try importTeam()
    team.engineers[1].name = "Bo Young"
    let found = try imported("week,who\n2026-10-05,Young\n2026-10-12,Cy\n", team: team)
    #expect(found.weeks == ["2026-10-12 service cy"])
    #expect(found.messages.contains("it fits `bo` and `cy`"))
  }

  @Test func textsMeanWhomTheArgumentsSay() throws {
    let text = "week,who\n2026-10-05,Ann  LEE\n2026-10-12,Intern\n2026-10-19,bo\n"
    let found = try imported(text) {
      $0.people = [("ann lee", EngineerID("ada")), ("intern", nil)]
    }
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-19 service bo"])
    #expect(found.tally == "2 of 2 rows read into 1 rota; no rows: 1 of a person left out")
  }

  @Test func strangersAreToldOnceWithTheirRows() throws {
    let found = try imported(
      "week,who\n2025-10-06,Ann Lee\n2025-10-13,ada\n2025-10-20,ann lee\n2025-10-27,Bo Stine\n")
    #expect(found.mistakes == ["2:12 import-person", "5:12 import-person"])
    #expect(found.messages.contains("`Ann Lee` is nobody of the team, in 2 rows"))
    #expect(found.messages.contains("`ann-lee: { name: Ann Lee, leaves: 2025-10-26 }`"))
    #expect(found.messages.contains("did you mean `Bo Stone`?"))
    #expect(found.tally == "1 of 4 rows read into 1 rota; 3 left out: 3 unknown people")
  }

  // MARK: Rotations

  @Test func aColumnARotation() throws {
    let found = try two("week,SERVICE,second-line\n2026-10-05,ada,bo\n2026-10-12,bo,\n")
    #expect(
      found.weeks == [
        "2026-10-05 service ada", "2026-10-05 backup bo", "2026-10-12 service bo",
      ])
    #expect(found.tally == "3 of 3 rows read into 1 rota; no rows: 1 empty cell")
  }

  @Test func primaryAndSecondary() throws {
    let found = try two("week,Secondary on call,Primary on call\n2026-10-05,ada,bo\n")
    #expect(found.weeks == ["2026-10-05 service bo", "2026-10-05 backup ada"])
    #expect(found.shifts.said.count == 2)
    let turned = try imported(
      "week,Secondary on call,Primary on call\n2026-10-05,ada,bo\n",
      team: importTeam(["secondary-line", "primary-line"]))
    #expect(turned.weeks == ["2026-10-05 secondary-line ada", "2026-10-05 primary-line bo"])
    let one = try imported("week,Primary,Secondary\n2026-10-05,ada,bo\n")
    #expect(one.mistakes == ["1:6 import-column", "1:14 import-column"])
  }

  @Test func columnsAreWhatTheArgumentsSay() throws {
    let text = "week,1st,2nd,notes\n2026-10-05,ada,bo,cy\n"
    #expect(try two(text).mistakes.count == 3)
    let found = try two(text) {
      $0.columns = [("1st", service), ("2ND", backup), ("notes", nil)]
    }
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-05 backup bo"])
    #expect(found.tally.hasSuffix("no rows: 1 cell of a column left out"))
    let wrong = try two(text) { $0.columns = [("3rd", service)] }
    #expect(wrong.messages.contains("no column is called `3rd`"))
  }

  @Test func theColumnThatNamesNoRotationIsOfTheOneAskedFor() throws {
    let text = "week,On call,backup\n2026-10-05,ada,bo\n"
    #expect(try two(text).mistakes == ["1:6 import-column"])
    let found = try two(text) { $0.rotation = service }
    #expect(found.weeks == ["2026-10-05 service ada"])
    #expect(found.tally == "1 of 1 row read into 1 rota; no rows: 1 of another rotation")
  }

  @Test func rowsNameTheirRotation() throws {
    let text = """
      week,rotation,engineer
      2026-10-05,service,ada
      2026-10-05,Second line,bo
      2026-10-12,third,ada
      2026-10-12,,cy

      """
    let found = try two(text) { $0.rotation = service }
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service cy"])
    #expect(found.tally == "2 of 2 rows read into 1 rota; no rows: 2 of other rotations")
    let all = try two(text)
    #expect(all.mistakes == ["4:12 import-rotation", "5:13 import-rotation"])
  }

  @Test func coversStandInTheCellOfTheirShift() throws {
    let found = try imported(
      """
      week,service
      2026-10-05,"Ada Lovelace (Bo on 2026-10-07, Cy on 2026-10-08 to 2026-10-09)"
      2026-10-12,Bo (Ann Lee on 2026-10-14)

      """)
    #expect(
      found.weeks == [
        "2026-10-05 service ada +bo 2026-10-07 1 +cy 2026-10-08 2", "2026-10-12 service bo",
      ])
    #expect(found.mistakes == ["3:12 import-person"])
  }

  @Test func theColumnWithMoreDatesCounts() throws {
    let found = try imported(
      "week,start,who\n2026-10-06,2026-10-05,ada\nx,2026-10-12,bo\n")
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"])
    #expect(
      found.shifts.said == [
        "column `week` has dates, too, and is not used: rows begin by column `start`"
      ])
  }

  /// By their words, which are kept for the last: most lines of a list begin with dates.
  @Test func aListIsOneOfWhichMostLinesBeginWithDates() throws {
    let lines = "2026-10-05 ada\n2026-10-12 bo\n"
    #expect(try imported("On call\n" + lines).weeks.count == 2)
    #expect(try imported("On call\nin Oslo\nso far\n" + lines).weeks.isEmpty)
  }

  /// Three of five rows begin on a Wednesday, and stand in for somebody unknown.
  @Test func whoStandsInForStrangersBeginsNoWeek() throws {
    let found = try imported(
      """
      start,end,who,stands_in_for
      2026-10-05,2026-10-11,ada,
      2026-10-07,2026-10-07,bo,Ghost
      2026-10-12,2026-10-18,cy,
      2026-10-14,2026-10-14,bo,Ghost
      2026-10-21,2026-10-21,bo,Ghost

      """)
    #expect(found.mistakes == ["3:26 import-person"])
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service cy"])
  }

  /// Of the second week two days are Ada's, and five somebody's whom nobody knows.
  @Test func aRowOfAStrangerIsLeftOutForThatAlone() throws {
    let found = try imported(
      """
      start,end,who
      2026-10-05,2026-10-11,ada
      2026-10-12,2026-10-13,ada
      2026-10-14,2026-10-18,Ghost
      2026-10-19,2026-10-25,bo

      """)
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-19 service bo"])
    #expect(
      found.tally
        == "2 of 4 rows read into 1 rota; 2 left out: 1 unknown person, "
        + "1 in a week of which too few days are given")
  }

  // MARK: What is no table

  @Test(arguments: [
    ("", "the file is empty"), ("\n \n", "the file is empty"),
    ("week,engineer\u{0}", "it has a zero byte"),
    ("PK\u{3}\u{4}[Content_Types].xml", "an Excel workbook (.xlsx)"),
    ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "(.ods)"),
    ("%PDF-1.7", "this is a PDF"), ("<!DOCTYPE html><html></html>", "a web page (HTML)"),
    ("name,age\nada,3\n", "no column of it holds dates"),
    ("week,engineer\n\"2026-10-05,ada\n", "this quote has no end"),
    ("week,note\n2026-10-05,x\n2026-10-12,\n", "`x` is nobody of the team"),
    ("week,x,y\n2026-10-05,1,2\n", "no column of this table names engineers"),
  ])
  func refusals(_ text: String, _ words: String) throws {
    let found = try imported(text)
    #expect(found.weeks.isEmpty)
    #expect(found.messages.contains(words), "\(found.messages)")
  }

  @Test func windows1252IsToldAtItsFirstByte() throws {
    let bytes = Array("week;engineer\n2026-10-05;S".utf8) + [0xF8] + Array("ren\n".utf8)
    let found = try imported(bytes)
    #expect(found.mistakes == ["2:13 import-file"])
    #expect(found.messages.contains("probably Windows-1252"))
  }

  @Test func rowsAreCountedOnceEach() throws {
    let found = try imported(
      "Our rota\n\n# a comment\nweek,who\n2026-10-05,ada\n\n2026-10-12,bo\nx,cy\n")
    #expect(
      found.tally
        == "2 of 3 rows read into 1 rota; 1 left out: 1 date; "
        + "no rows: 2 blank lines, 1 comment, 1 title")
  }
}
