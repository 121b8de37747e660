import Diagnostics
import TeamFiles
import Testing

@testable import Page

/// Names that are written from right to left do not turn the sentence around them.
struct SentenceTests {
  private func sentence(_ text: String) throws -> String {
    let file = """
      rotations: { service: { name: "תורנות" } }
      engineers:
        ada: { name: Ada }
        dana: { name: "דנה" }
        levi: { name: "דנה לוי" }
      """
    let team = try #require(readTeam(SourceText(path: "t", text: file + "\n"), zones: .utc).team)
    return Markup.sentence(text, of: team).picture
  }

  @Test func namesAreSetApart() throws {
    #expect(
      try sentence("Ada has done 1 more, & Bo less.") == "Ada has done 1 more, &amp; Bo less.")
    #expect(
      try sentence("תורנות: דנה לוי has done 0.74 more, דנה 0.96 less.")
        == "<bdi>תורנות</bdi>: <bdi>דנה לוי</bdi> has done 0.74 more, <bdi>דנה</bdi> 0.96 less.")
    #expect(try sentence("covers שלום, 26 to 28 March") == "covers שלום, 26 to 28 March")
  }
}
