import Diagnostics
import Testing

@testable import Views

/// What becomes of a table where it is too wide.
struct TableLayoutTests {
  private func table(_ notes: String = "unpopular, pinned, covers 8 Feb – 10 Feb") -> TextTable {
    var table = TextTable([
      .whole("week"), .spare("dates"), .name("holder"), .words("notes"), .number("n"),
    ])
    table.add(["2027-02-08", "8 Feb – 14 Feb", "Maximiliane Feldkamp", notes, "12"])
    table.add(["2027-02-15", "15 Feb – 21 Feb", "Maximilian Zielony", "", "3"])
    return table
  }

  @Test func whatFitsStays() {
    let whole = table().text(width: nil)
    #expect(
      table().text(width: whole.split(separator: "\n").map { String($0).terminalWidth }.max())
        == whole)
    #expect(table().text(width: 200) == whole)
  }

  @Test func wordsGoOnBelowFirst() {
    #expect(
      table().text(width: 80) == """
        week        dates            holder                notes                       n
        2027-02-08  8 Feb – 14 Feb   Maximiliane Feldkamp  unpopular, pinned, covers  12
                                                           8 Feb – 10 Feb
        2027-02-15  15 Feb – 21 Feb  Maximilian Zielony                                3

        """)
  }

  @Test func thenWhatIsSaidTwiceIsLeftOut() {
    #expect(
      table().text(width: 64) == """
        week        holder                notes                        n
        2027-02-08  Maximiliane Feldkamp  unpopular, pinned, covers   12
                                          8 Feb – 10 Feb
        2027-02-15  Maximilian Zielony                                 3

        """)
  }

  /// Words keep 24 columns beside it: there are just so many, as soon as what is said twice is gone.
  @Test(arguments: [false, true])
  func namesStayWholeAsLongAsTheWordsHaveRoom(saysTwice: Bool) {
    var table = TextTable(
      [.name("holder"), .words("notes")] + (saysTwice ? [.spare("dates")] : []))
    table.add(
      ["Maximiliane Feldkamp-Oyelaran", "unpopular, pinned, covers 8 Feb – 10 Feb"]
        + (saysTwice ? ["8 Feb – 14 Feb"] : []))
    #expect(
      table.text(width: 29 + 2 + 24) == """
        holder                         notes
        Maximiliane Feldkamp-Oyelaran  unpopular, pinned,
                                       covers 8 Feb – 10 Feb

        """)
    #expect(
      table.text(width: 29 + 2 + 23) == """
        holder                      notes
        Maximiliane Feldkamp-Oyel…  unpopular, pinned, covers
                                    8 Feb – 10 Feb

        """)
  }

  @Test func thenNamesAreCutWhileTheyDiffer() {
    #expect(
      table().text(width: 46) == """
        week        holder        notes              n
        2027-02-08  Maximiliane…  unpopular,        12
                                  pinned, covers 8
                                  Feb – 10 Feb
        2027-02-15  Maximilian…                      3

        """)
    // Up to the last column before the end.
    var nearly = TextTable([.name("name"), .number("n")])
    nearly.add(["Annegret Mai Ost", "1"])
    nearly.add(["Annegret Mai Alt", "2"])
    #expect(
      nearly.text(width: 15 + 2 + 1) == """
        name             n
        Annegret Mai O…  1
        Annegret Mai A…  2

        """)
    var alike = TextTable([.name("name"), .number("n")])
    alike.add(["Anna-Katharina Wagner", "1"])
    alike.add(["Anna-Katharina Wagnes", "2"])
    #expect(
      alike.text(width: 20) == """
        name
          Anna-Katharina
            Wagner
            n: 1
          Anna-Katharina
            Wagnes
            n: 2

        """)
  }

  @Test func thenRowsAreStacked() {
    #expect(
      table().text(width: 30) == """
        week
          2027-02-08
            dates: 8 Feb – 14 Feb
            holder: Maximiliane
              Feldkamp
            notes: unpopular, pinned,
              covers 8 Feb – 10 Feb
            n: 12
          2027-02-15
            dates: 15 Feb – 21 Feb
            holder: Maximilian Zielony
            n: 3

        """)
  }

  /// Also where a word is longer than its column, and where characters are wide.
  @Test(arguments: [20, 24, 30, 37, 46, 55, 64, 72, 80, 120])
  func noLineIsWiderThanTheTerminal(width: Int) {
    for notes in [
      "config/rotas/2027-Q1.yaml:12 is dropped, config/team.yaml:8", "春の引き継ぎ週間、夏の引き継ぎ週間、秋の引き継ぎ週間",
    ] {
      for line in table(notes).text(width: width).split(separator: "\n") {
        #expect(String(line).terminalWidth <= width, "\(line)")
      }
    }
  }
}
