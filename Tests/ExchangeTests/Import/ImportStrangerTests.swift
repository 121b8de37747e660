import Dates
import RotaModel
import Testing

/// What is said of a text that names nobody of the team.
@Suite struct ImportStrangerTests {
  /// Only who had their last shift before today may have left.
  @Test(arguments: [("2026-10-05", false), ("2026-10-12", true)])
  func whoHasLeftIsOfThePast(today: String, hasLeft: Bool) throws {
    let found = try imported(
      "week,engineer\n2026-09-28,ada\n2026-10-05,Zoë Quux\n", today: today)
    #expect(found.messages.contains("`Zoë Quux` is nobody of the team"))
    #expect(found.messages.contains("leaves: 2026-10-11") == hasLeft, "\(found.messages)")
  }

  @Test func whoMayBeTwoOfTheTeamHasNotLeft() throws {
    var team = try importTeam()
    for (index, name) in ["Kim Lovelace", "Kim Stone"].enumerated() {
      team.engineers[index].name = name
    }
    let found = try imported("week,engineer\n2026-10-05,Kim\n2026-10-12,cy\n", team: team)
    #expect(found.messages.contains("`Kim` may be more than one of the team"), "\(found.messages)")
    #expect(!found.messages.contains("leaves:"))
  }

  /// In UTF-16 every second byte of a table is zero; one of four is no text at all.
  @Test(arguments: [(1, "UTF-16 without a byte order mark"), (3, "it has a zero byte")])
  func zeroBytes(letters: Int, words: String) throws {
    let text = String(repeating: String(repeating: "a", count: letters) + "\0", count: 100)
    #expect(try imported(text).messages.contains(words))
  }
}
