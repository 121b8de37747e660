import Diagnostics
import Testing

/// Warnings that repeat are one for people, and each its own for programs.
@Suite struct FoldedFindingsTests {
  private let source = SourceText(path: "t.yaml", text: "1\n2\n3\n4\n5\n6\n7\n8\n9\n")

  private func finding(
    _ line: Int, _ id: String = "lone-skill", _ severity: Severity = .warning,
    in source: SourceText? = nil
  ) -> Diagnostic {
    let start = 2 * (line - 1)
    return Diagnostic(
      id, severity, "week \(line)", at: Place(source ?? self.source, start..<start + 1))
  }

  private func told(_ findings: [Diagnostic]) -> [String] {
    findings.folded(listedBy: "check").map { ([$0.message] + $0.others).joined(separator: "; ") }
  }

  @Test func theFirstIsToldWithTheNextThreeAndTheRestAreCounted() {
    #expect(
      told((1...9).map { finding($0) }) == [
        "week 1; week 2 (2:1); week 3 (3:1); week 4 (4:1); and 5 more: `check` lists all 9"
      ])
    #expect(
      told((1...4).map { finding($0) }) == ["week 1; week 2 (2:1); week 3 (3:1); week 4 (4:1)"])
    #expect(told((1...3).map { finding($0) }) == ["week 1; week 2 (2:1); week 3 (3:1)"])
  }

  @Test func twoAreToldApart() {
    #expect(told([finding(1), finding(2)]) == ["week 1", "week 2"])
  }

  @Test func otherRulesBetweenThemKeepTheirOrder() {
    #expect(
      told([finding(1), finding(2, "unfair"), finding(3), finding(4), finding(5, "docs-due")]) == [
        "week 1; week 3 (3:1); week 4 (4:1)", "week 2", "week 5",
      ])
  }

  @Test func errorsAndConflictsAndOtherFilesStay() {
    #expect(told((1...5).map { finding($0, "rest", .conflict) }).count == 5)
    #expect(told((1...5).map { finding($0, "bad-date", .error) }).count == 5)
    let other = SourceText(path: "u.yaml", text: "1\n2\n3\n")
    #expect(told([finding(1), finding(2), finding(3, in: other)]).count == 3)
  }

  @Test func theOthersStandBelowTheFirstInText() {
    let text = terminalText(of: (1...5).map { finding($0) }.folded(listedBy: "check"))
    #expect(
      text == """
        t.yaml:1:1: warning: week 1 [lone-skill]
           |
         1 | 1
           | ^
           |
           = also: week 2 (2:1)
           = also: week 3 (3:1)
           = also: week 4 (4:1)
           = also: and 1 more: `check` lists all 5

        """)
  }
}
