import Testing

@testable import Views

/// How much of a long answer a comment of a merge request takes.
struct ReviewCommentTests {
  private static let opening = "\(ReviewComment.marker)\n****\n"

  /// With the marker and the verdict 1,000 characters long and another 1,000 kept for the last
  /// line, 58 entries of 1,000 make 60,000 just so; a character more, and the last one is left out.
  @Test(arguments: [(1_000, 58), (1_001, 57), (999, 58), (1_999, 57), (2_000, 57), (2_001, 56)])
  func entriesAreKeptWhileTheyFit(_ size: Int, _ kept: Int) {
    let verdict = String(repeating: "v", count: size - ReviewCommentTests.opening.utf16.count)
    let entries = (0..<100).map { _ in String(repeating: "e", count: 1_000 - "- \n".utf16.count) }
    var passage = Passage(nil, .conflict, list: entries)
    passage.isContinued = true
    let text = ReviewComment(verdict, [passage]).text
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- e") } == kept)
    #expect(
      lines.last == "Left out, since a comment takes no more: \(100 - kept) conflicts")
    #expect(text.utf16.count <= 60_000)
  }

  @Test func whatFitsIsLeftAsItIs() {
    let text = ReviewComment("all well", [Passage("New", .conflict, list: ["one", "two"])]).text
    #expect(text == "<!-- rota-review -->\n**all well**\n\n### New\n\n- one\n- two\n")
  }
}
