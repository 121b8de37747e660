import Diagnostics
import Exchange
import Testing

/// Whom a new team begins with.
@Suite struct NamedPeopleTests {
  /// `id Name e-mail`, of each of the people.
  private func people(_ text: String) throws -> [String] {
    try namedPeople(in: SourceText(path: "people.csv", text: text)).map { person in
      [person.id, person.name, person.email].compactMap(\.self).joined(separator: " ")
    }
  }

  private func refusal(_ text: String) throws -> [String] {
    let thrown = #expect(throws: UnreadablePeople.self) { try people(text) }
    return try #require(thrown).findings.map { $0.id + ": " + $0.message }
  }

  @Test func aListIsOneNameALine() throws {
    #expect(
      try people("Ada Lovelace\nGrace Hopper\n")
        == ["ada Ada Lovelace", "grace Grace Hopper"])
  }

  @Test func whoSharesAFirstNameHasAnIdOfTheWholeName() throws {
    #expect(
      try people("Ada Lovelace\nGrace Hopper\nAda Byron\n")
        == ["ada-lovelace Ada Lovelace", "grace Grace Hopper", "ada-byron Ada Byron"])
  }

  /// Whatever the case and the accents; the first spelling counts.
  @Test func everybodyIsNamedOnce() throws {
    #expect(try people("Zoë Ray\nBo Stone\nzoe ray\n") == ["zoe Zoë Ray", "bo Bo Stone"])
  }

  @Test func theHeaderSaysWhichColumnIsNames() throws {
    #expect(
      try people("Site,Name,E-mail\nOslo,Ada Lee,ada@x.org\nRome,Bo Ray,\n")
        == ["ada Ada Lee ada@x.org", "bo Bo Ray"])
  }

  @Test func aColumnOfAddressesAloneNamesPeopleByThem() throws {
    #expect(
      try people("site,email\nOslo,ann.lee@x.org\nRome,bo_ray2@x.org\n")
        == ["ann Ann Lee ann.lee@x.org", "bo Bo Ray bo_ray2@x.org"])
  }

  /// An address that stands in no column of e-mails is a note.
  @Test func addressesStandInTheirColumnWhereThereIsAHeader() throws {
    #expect(
      try people("name,email,manager\nAda Lee,,eve@x.org\nBo Ray,bo@x.org,eve@x.org\n")
        == ["ada Ada Lee", "bo Bo Ray bo@x.org"])
    #expect(try people("name,manager\nAda Lee,eve@x.org\n") == ["ada Ada Lee"])
  }

  @Test func withoutAHeaderAnAddressMayStandAnywhere() throws {
    #expect(
      try people("Ada Lee,Oslo,ada@x.org\nBo Ray <bo@x.org>,Rome,\n")
        == ["ada Ada Lee ada@x.org", "bo Bo Ray bo@x.org"])
  }

  /// A header may stand below ten rows, not below eleven.
  @Test func aHeaderStandsBelowTenRowsAtTheMost() throws {
    let above = String(repeating: "12\n", count: 10)
    #expect(try people(above + "name\nAda Lee\n") == ["ada Ada Lee"])
    #expect(
      try refusal("12\n" + above + "name\nAda Lee\n").first?.hasPrefix("import-column") == true)
  }

  /// Of three cells two are most, of two cells one is not; an empty one is none.
  @Test func withoutAHeaderTheFirstColumnOfMostlyNamesCounts() throws {
    #expect(
      try people("1,Ada Lee\n2,Bo Ray\n2026-10-05,Cy Oz\n")
        == ["ada Ada Lee", "bo Bo Ray", "cy Cy Oz"])
    #expect(
      try people("7,Ada Lee\nsix,Bo Ray\n") == ["ada Ada Lee", "bo Bo Ray"])
    #expect(
      try people("Ada Lee,x,1\nBo Ray,x,1\n7,x,1\n,x,1\n,x,1\n") == ["ada Ada Lee", "bo Bo Ray"])
    #expect(try refusal("1,2026-10-05\n2,2026-10-12\n").first?.hasPrefix("import-column") == true)
  }

  @Test func namesStandInTheFirstHundredColumns() throws {
    let numbers = String(repeating: "1,", count: 99)
    #expect(try people("\(numbers)Ada Lee\n") == ["ada Ada Lee"])
    #expect(try refusal("1,\(numbers)Ada Lee\n").first?.hasPrefix("import-column") == true)
  }

  @Test func datesAndWordsForNobodyAreNobody() throws {
    #expect(
      try people("name\nAda Lee\nvacant\n2026-10-05\n17\n\nBo Ray\n")
        == ["ada Ada Lee", "bo Bo Ray"])
    #expect(
      try refusal("name\nvacant\n17\n") == ["import-person: this file names nobody"])
  }

  @Test func aFamilyNameBeforeACommaComesLast() throws {
    #expect(
      try people("Lee, Ada\nSaint-Just, Jean O’Neil\n")
        == ["ada Ada Lee", "jean Jean O’Neil Saint-Just"])
    // A second cell that is no name is none, nor is one of a table that has more.
    #expect(try people("Lee, 12\nRay, b@x.org\n") == ["lee Lee", "ray Ray b@x.org"])
    #expect(try people("Lee,Ada,Oslo\nRay,Bo,Rome\n") == ["lee Lee", "ray Ray"])
    #expect(try people("Lee;Ada\nRay;Bo\n") == ["lee Lee", "ray Ray"])
    #expect(
      try people("name,site\n\"Lee, Ada\",Oslo\n\"Ray,\",Rome\n") == ["ada Ada Lee", "ray Ray"])
    #expect(try people("name,site\nLee,Ada\n") == ["lee Lee"])
  }

  @Test func aThousandPeopleAreTheMost() throws {
    let letters = "abcdefghijk".map(String.init)
    func list(_ count: Int) -> String {
      (0..<count).map { "N\(letters[$0 / 100])\(letters[$0 / 10 % 10])\(letters[$0 % 10]) Lee\n" }
        .joined()
    }
    #expect(try people(list(1000)).count == 1000)
    #expect(
      try refusal(list(1001)) == ["import-person: this file names more than 1000 people"])
  }

  @Test func anotherKindOfFileIsNamed() throws {
    #expect(
      try refusal(#"[{"name": "Ada"}]"#)
        == ["import-file: this is JSON, not a list of names or a table"])
  }
}
