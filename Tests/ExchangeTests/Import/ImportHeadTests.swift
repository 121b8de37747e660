import Testing

/// Where a table begins whose head is made of words that nobody knows.
@Suite struct ImportHeadTests {
  @Test(arguments: [0, 1, 10])
  func theHeadStandsAboveTheFirstDate(titles: Int) throws {
    let found = try imported(
      String(repeating: "Our rota\n", count: titles)
        + "Foo,Bar\n2026-10-05,ada\n2026-10-12,bo\n")
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"])
    #expect(found.mistakes == [], "\(found.messages)")
    #expect(found.tally.hasPrefix("2 of 2 rows"), "\(found.tally)")
  }
}
