import RotaModel
import Testing

@Suite struct EngineerSpanTests {
  let ada = EngineerID("ada")

  @Test func bothDatesAreIncluded() throws {
    let span = try EngineerSpan(ada, from: day("2027-01-04"), until: day("2027-02-14"))
    #expect(try span.days == days("2027-01-04", "2027-02-14"))
  }

  @Test func openEndsHoldEveryDateOfAFile() throws {
    #expect(try EngineerSpan(ada).days.contains(day("0001-01-01")))
    #expect(try EngineerSpan(ada).days.contains(day("9999-12-31")))
    #expect(try !EngineerSpan(ada, from: day("2027-01-04")).days.contains(day("2027-01-03")))
    #expect(try !EngineerSpan(ada, until: day("2027-01-04")).days.contains(day("2027-01-05")))
  }

  @Test func anEndBeforeTheStartLeavesNothing() throws {
    #expect(try EngineerSpan(ada, from: day("2027-01-04"), until: day("2027-01-01")).days.isEmpty)
  }

  @Test func isWrittenAsItIsRead() throws {
    let from = try day("2027-01-04")
    let until = try day("2027-02-14")
    #expect(EngineerSpan(ada).text == "ada")
    #expect(EngineerSpan(ada, from: from).text == "ada from 2027-01-04")
    #expect(EngineerSpan(ada, until: until).text == "ada until 2027-02-14")
    #expect(
      EngineerSpan(ada, from: from, until: until).text == "ada from 2027-01-04 until 2027-02-14")
  }
}

@Suite struct IdentifierTests {
  @Test(arguments: ["ada", "a", "7", "ada-2", "a--b", "a-", String(repeating: "a", count: 64)])
  func allowed(text: String) {
    #expect(EngineerID.allows(text))
  }

  @Test(arguments: [
    "", "-ada", "Ada", "ada.l", "ada lindqvist", "ada_l", "dóra", "a\u{301}", "ada\n", "a/b",
    String(repeating: "a", count: 65),
  ])
  func refused(text: String) {
    #expect(!EngineerID.allows(text))
  }
}
