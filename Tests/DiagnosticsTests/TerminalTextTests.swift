import Diagnostics
import Testing

/// The place of the only `needle` in `source`.
private func place(of needle: String, in source: SourceText) -> Place {
  let bytes = Array(needle.utf8)
  let starts = source.bytes.indices.filter { source.bytes[$0...].starts(with: bytes) }
  precondition(starts.count == 1, "\(needle) is not unique")
  return Place(source, starts[0]..<starts[0] + bytes.count)
}

@Suite struct TerminalTextTests {
  @Test func theExampleOfTheFormat() {
    let head = "team: A\n\n\n\n\n\n\nengineers:\n  bob:\n"
    let source = SourceText(
      path: "config/team.yaml",
      text: head + String(repeating: "\n", count: 12) + "    members: [bop]\n")
    let diagnostic = Diagnostic(
      "unknown-engineer", "no engineer is called `bop`", at: place(of: "bop", in: source),
      label: "not in `engineers`",
      related: [Located("a similar name is defined here", at: place(of: "bob", in: source))],
      help: ["did you mean `bob`?"])
    #expect(
      terminalText(of: [diagnostic]) == """
        config/team.yaml:22:15: error: no engineer is called `bop` [unknown-engineer]
           |
         9 |   bob:
           |   --- a similar name is defined here
        ...|
        22 |     members: [bop]
           |               ^^^ not in `engineers`
           |
           = help: did you mean `bob`?

        """)
  }

  @Test func theLineBeforeIsShownWhereNothingElseExplains() {
    let source = SourceText(path: "t.yaml", text: "a: 1\nb: x\n")
    let diagnostic = Diagnostic("id", .warning, "message", at: place(of: "x", in: source))
    #expect(
      terminalText(of: [diagnostic, diagnostic]) == """
        t.yaml:2:4: warning: message [id]
           |
         1 | a: 1
         2 | b: x
           |    ^

        t.yaml:2:4: warning: message [id]
           |
         1 | a: 1
         2 | b: x
           |    ^

        """)
  }

  @Test func relatedPlacesOfOtherFiles() {
    let team = SourceText(path: "team.yaml", text: "ada:\n")
    let rota = SourceText(path: "rota.yaml", text: "\n\nservice: ada\n")
    let diagnostic = Diagnostic(
      "id", .conflict, "message", at: place(of: "ada", in: rota),
      related: [Located("declared here", at: place(of: "ada", in: team))], help: ["one", "two"])
    #expect(
      terminalText(of: [diagnostic]) == """
        rota.yaml:3:10: conflict: message [id]
           |
         3 | service: ada
           |          ^^^
           ::: team.yaml:1:1
           |
         1 | ada:
           | --- declared here
           |
           = help: one
           = help: two

        """)
  }

  @Test func withoutAPlace() {
    let diagnostic = Diagnostic("no-file", "there is no team file", at: nil, help: ["run `init`"])
    #expect(
      terminalText(of: [diagnostic]) == """
        error: there is no team file [no-file]
           = help: run `init`

        """)
  }

  @Test(arguments: [
    ("名前: x", "       ^"),  // wide
    ("é: x", "    ^"),  // composed
    ("e\u{301}: x", "    ^"),  // one column
    ("\t\"a\" x", "         ^"),  // a tab is four spaces
    ("🎉 x", "    ^"),
    ("\u{1B}[31m x", "       ^"),  // an escape character is shown, not sent
  ])
  func theCaretStandsUnderItsToken(line: String, caret: String) {
    let source = SourceText(path: "t", text: line)
    let shown = terminalText(of: [Diagnostic("id", "m", at: place(of: "x", in: source))])
    let last = shown.split(separator: "\n").last.map(String.init)
    #expect(last == "   |" + caret)
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func controlCharactersOfMessagesNeverReachTheTerminal() {
    let source = SourceText(path: "a\u{1B}b", text: "x\u{202E}\u{9B}\u{7F}")
    let bad = "\u{1B}]0;title\u{7}\u{202E}\r\n"
    let diagnostic = Diagnostic(
      "id", "m" + bad, at: Place(source, 0..<1), label: bad,
      related: [Located(bad, at: Place(source, 1..<2))], help: [bad])
    let shown = terminalText(of: [diagnostic])
    let steering = shown.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
    }
    #expect(steering.isEmpty)
  }

  @Test func aLongLineIsCutAroundItsPlace() {
    let source = SourceText(
      path: "t",
      text: String(repeating: "a", count: 5000) + "HERE" + String(repeating: "b", count: 5000))
    let lines = terminalText(of: [Diagnostic("id", "m", at: place(of: "HERE", in: source))])
      .split(separator: "\n").map(String.init)
    #expect(lines[2].count <= 110)
    #expect(lines[2].hasPrefix(" 1 | …aaa") && lines[2].hasSuffix("bbb…"))
    let caret = lines[3].firstIndex(of: "^").map {
      lines[3].distance(from: lines[3].startIndex, to: $0)
    }
    let here = lines[2].firstIndex(of: "H").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(caret == here)
    #expect(lines[3].hasSuffix("^^^^"))
  }

  @Test func aMarkLongerThanAnyLineIsCutToo() {
    let source = SourceText(path: "t", text: String(repeating: "a", count: 3000))
    let shown = terminalText(of: [Diagnostic("id", "m", at: Place(source, 0..<3000))])
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test func pointsAtTheEndOfALineAndOfTheFile() {
    let source = SourceText(path: "t", text: "ab\n")
    #expect(
      terminalText(of: [Diagnostic("id", "m", at: Place(source, 2..<2))]).hasSuffix("|   ^\n"))
    #expect(
      terminalText(of: [Diagnostic("id", "m", at: Place(source, 3..<3))]) == """
        t:2:1: error: m [id]
           |
         1 | ab
         2 |
           | ^

        """)
  }

  @Test func colourOnlyWhereAsked() {
    let source = SourceText(path: "t", text: "ab")
    let diagnostic = Diagnostic("id", "m", at: Place(source, 0..<1), help: ["h"])
    let plain = terminalText(of: [diagnostic])
    let coloured = terminalText(of: [diagnostic], colour: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
