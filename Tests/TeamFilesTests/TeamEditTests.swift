import ConfigText
import Dates
import Diagnostics
import Foundation
import RotaModel
import SeededNumbers
import Testing

@testable import TeamFiles

@Suite struct TeamEditTests {
  private func edited(_ text: String, _ edits: TeamEdit...) throws -> String {
    let source = SourceText(path: "team.yaml", text: text)
    switch edit(source, edits, zones: sampleZones) {
    case .text(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .refused(let reasons):
      Issue.record("\(terminalText(of: reasons))")
      return ""
    }
  }

  private let service = RotationID("service")
  private let ada = EngineerID("ada")
  private let bob = EngineerID("bob")

  private func pin(_ week: String, _ engineer: EngineerID) throws -> TeamEdit {
    .pin(ShiftWeek(startingOn: try day(week)), service, engineer)
  }

  private func away(
    _ engineer: EngineerID, _ first: String, _ last: String, _ reason: String? = nil
  )
    throws -> TeamEdit
  {
    .away(engineer, try day(first)..<(day(last) + 1), reason: reason)
  }

  @Test func pinsAreAddedAndReplaced() throws {
    let text = """
      engineers: { ada: {}, bob: {} }
      pins:
        # decided together
        2027-01-06: { service: ada }   # its week is that of the 4th
        2027-W05: { service: ada }

      rest: 1

      """
    #expect(
      try edited(
        text, pin("2027-01-04", bob), pin("2027-01-18", ada), pin("2027-02-08", bob),
        pin("2026-12-28", bob)) == """
          engineers: { ada: {}, bob: {} }
          pins:
            2026-12-28: { service: bob }
            # decided together
            2027-01-06: { service: bob }   # its week is that of the 4th
            2027-01-18: { service: ada }
            2027-W05: { service: ada }
            2027-02-08: { service: bob }

          rest: 1

          """)
    #expect(
      try edited("engineers: { ada: {} } # all", pin("2027-01-04", ada))
        == "engineers: { ada: {} } # all\npins:\n  2027-01-04: { service: ada }\n")
    #expect(
      try edited("engineers:\n  ada:\n  # bob: from May on\n", pin("2027-01-04", ada))
        == "engineers:\n  ada:\n  # bob: from May on\npins:\n  2027-01-04: { service: ada }\n")
    #expect(
      try edited("pins: {}\nengineers: { ada: {} }\n", pin("2027-01-04", ada))
        == "pins: { 2027-01-04: { service: ada } }\nengineers: { ada: {} }\n")
    #expect(
      try edited("{ engineers: { ada: {} } }\n", pin("2027-01-04", ada))
        == "{ engineers: { ada: {} }, pins: { 2027-01-04: { service: ada } } }\n")
  }

  @Test func timeOffIsAddedWithItsReasonAsAComment() throws {
    let text = """
      engineers:
        ada:
          name: Ada
          away:
            - 2027-02-01   # dentist
        bob: { name: Bob }
        cy:
        di:
          name: Di
          away: [2027-03-01]

      """
    let cy = EngineerID("cy")
    let di = EngineerID("di")
    #expect(
      try edited(
        text, away(ada, "2027-02-08", "2027-02-19", "a wedding\nand more"),
        away(bob, "2027-03-01", "2027-03-01", "move"), away(cy, "2027-03-02", "2027-03-02", "move"),
        away(di, "2027-04-01", "2027-04-02", "trip"), away(di, "2027-05-01", "2027-05-01")) == """
          engineers:
            ada:
              name: Ada
              away:
                - 2027-02-01   # dentist
                - 2027-02-08 to 2027-02-19   # a wedding and more
            # 2027-03-01: move
            bob: { name: Bob, away: [2027-03-01] }
            # 2027-03-02: move
            cy: { away: [2027-03-02] }
            di:
              name: Di
              # 2027-04-01 to 2027-04-02: trip
              away: [2027-03-01, 2027-04-01 to 2027-04-02, 2027-05-01]

          """)
    #expect(
      try edited(
        "engineers:\n  ada:\n    name: Ada\n", away(ada, "2027-02-08", "2027-02-08", "trip"))
        == "engineers:\n  ada:\n    name: Ada\n    away: [2027-02-08]   # trip\n")
    #expect(
      try edited("engineers: { ada: {}, bob: {} }\n", away(bob, "2027-02-08", "2027-02-08", "x"))
        == "# 2027-02-08: x\nengineers: { ada: {}, bob: { away: [2027-02-08] } }\n")
  }

  @Test func projectsAreAddedAndEnded() throws {
    let text = """
      engineers: { ada: {}, bob: {} }
      projects:
        vault:
          start: 2027-01-11
          end: 2027-03-05   # or a week later
        mesh: { start: 2027-01-11, end: 2027-03-05 }

      rest: 1

      """
    let new = TeamEdit.addProject(
      ProjectID("dns"),
      [
        .init("end", "2027-02-26"), .init("start", "2027-02-15"), .init("name", "DNS: part 2"),
        .init("owners", ["ada", "bob"]), .init("docs", "none"),
      ])
    #expect(
      try edited(
        text, .endProject(ProjectID("vault"), day("2027-03-12")),
        .endProject(ProjectID("mesh"), day("2027-03-12")), new) == """
          engineers: { ada: {}, bob: {} }
          projects:
            vault:
              start: 2027-01-11
              end: 2027-03-12   # or a week later
            mesh: { start: 2027-01-11, end: 2027-03-12 }
            dns:
              name: "DNS: part 2"
              start: 2027-02-15
              end: 2027-02-26
              owners: [ada, bob]
              docs: none

          rest: 1

          """)
    #expect(
      try edited("engineers: { ada: {}, bob: {} }\n", new).hasSuffix(
        "}\nprojects:\n  dns:\n    name: \"DNS: part 2\"\n    start: 2027-02-15\n"
          + "    end: 2027-02-26\n    owners: [ada, bob]\n    docs: none\n"))
  }

  @Test func whatTheFileDoesNotHaveIsRefused() throws {
    func reasons(_ text: String, _ change: TeamEdit) -> [String] {
      guard
        case .refused(let reasons) = edit(
          SourceText(path: "team.yaml", text: text), [change], zones: .utc)
      else { return [] }
      return reasons.map(\.id)
    }
    let text =
      "engineers: { ada: {} }\nprojects: { vault: { start: 2027-01-11, end: 2027-03-05 } }\n"
    #expect(try reasons(text, away(bob, "2027-01-01", "2027-01-01")) == ["unknown-engineer"])
    #expect(try reasons(text, pin("2027-01-04", bob)) == ["unknown-engineer"])
    #expect(
      try reasons(text, .endProject(ProjectID("valt"), day("2027-01-12"))) == ["unknown-project"])
    #expect(
      try reasons(text, .endProject(ProjectID("vault"), day("2027-01-10"))) == ["ends-before-start"]
    )
    #expect(
      reasons(text, .addProject(ProjectID("vault"), [.init("start", "2027-01-11")])).contains(
        "duplicate-key"))
    #expect(reasons("engineers: [", .addProject(ProjectID("x"), [])).count == 1)
  }

  /// parse(edit(text)) = edit(parse(text)) on the sample team, which people would write so.
  @Test func editingAndReadingAgree() throws {
    let source = try source(of: sampleFolder.appending(path: "team.yaml"))
    let text = String(decoding: source.bytes, as: UTF8.self)
    let before = try team(text)
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<30 {
      let engineer = before.engineers[Int.random(in: 0..<before.engineers.count, using: &numbers)]
      let first = try day("2027-01-01") + Int.random(in: 0..<400, using: &numbers)
      let days = first..<first + Int.random(in: 1..<20, using: &numbers)
      let week = ShiftWeek(holding: first, handover: before.handover.weekday)
      let new = try edited(
        text, .away(engineer.id, days, reason: "a reason"), .pin(week, service, engineer.id))
      let after = try team(new)
      for (old, new) in zip(before.engineers, after.engineers) {
        #expect(
          new.away.map(\.days) == old.away.map(\.days) + (old.id == engineer.id ? [days] : []))
        #expect(new.name == old.name && new.skills == old.skills)
      }
      #expect(after.calendars.map(\.path) == before.calendars.map(\.path))
      let others = before.pins.filter { $0.week != week }.map {
        [$0.week.description, $0.engineer.text]
      }
      let pins = Set(after.pins.map { [$0.week.description, $0.engineer.text] })
      #expect(pins == Set(others + [[week.description, engineer.id.text]]))
      // Every line that was there is there, but the two that hold the new values.
      let old = text.split(separator: "\n")
      let kept = Set(new.split(separator: "\n"))
      #expect(old.count { !kept.contains($0) } <= 2)
    }
  }
}

@Suite struct FlowTextTests {
  /// Whatever text is written, reading gives it back.
  @Test(arguments: [
    "Ada", "陈 Chen Wei", "Emeka \"Mek\" Obi", "O'Brien", "a: b", "a #b", "[x]", "{x}", "true",
    "1.10",
    "2027-02-08", "80%", "no", "~", " x ", "x ", "- x", "?", "@x", "`x`", "a\\b", "tab\there",
    "line\nend", "a,b", "x:", "https://example.com/a?b=c#d", "\u{202E}evil", "e\u{301}", "NULL",
    "Dora Kim <dora@example.com>", "09:00", "12:30:45", "1_000", "0x1F", ".inf", "a\u{00A0}b", "😀",
  ])
  func textsComeBack(text: String) throws {
    for wrap in ["engineers: { ada: { name: %, load: 80% } }", "engineers:\n  ada:\n    name: %\n"]
    {
      let file = wrap.replacing("%,", with: writtenScalar(text) + ",").replacing(
        ": %\n", with: ": \(writtenScalar(text))\n")
      #expect(try team(file).engineers[0].name.unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test func ordinaryTextsStayPlain() {
    for text in [
      "Ada Lovelace", "2027-02-08 to 2027-02-19", "2027-W12", "Tuesday 14:00",
      "90 minutes", "80%", "Dora Kim <dora@example.com>", "docs/vault.md", "https://example.com/x",
      "ada until 2027-01-01",
    ] {
      #expect(writtenScalar(text) == text)
    }
    for text in ["", "true", "12", "1.5", "a: b", "~", "null", "a #b"] {
      #expect(writtenScalar(text) != text)
    }
  }
}
