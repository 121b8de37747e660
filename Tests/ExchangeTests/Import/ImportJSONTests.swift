import Diagnostics
import Exchange
import RotaModel
import Testing

@Suite struct ImportJSONTests {
  @Test(arguments: [
    #"[{"start":"2026-10-05","user":"ada"},{"start":"2026-10-12","user":"bo"}]"#,
    "{\"starts_at\":\"2026-10-05\",\"userEmail\":\"ada@example.com\"}\n"
      + "{\"starts_at\":\"2026-10-12\",\"user_email\":\"bo@example.com\"}\n",
    #"{"rota":{"2026-10-05":"Ada","2026-10-12":{"person":"Bo"}}}"#,
    #"{"a":{"b":[{"date":"20261005","users":[{"summary":"Ada"}]},{"week":"2026-W42","users":[{"id":"pagerduty-1"}]}]}}"#,
    #"[{"start":1791183600,"on-call":"ada"},{"start":"1791788400","onCall":"bo"}]"#,
    #"[{"start":"2026-10-05","user":"nobody known","name":"\u0041da"},{"date":"2026-10-12","login":"b\u006f"}]"#,
  ])
  func shapes(_ text: String) throws {
    let found = try imported(text, path: "x.json")
    #expect(
      found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"], "\(found.messages)")
    #expect(found.mistakes.isEmpty)
  }

  private static let layers = #"""
    {"schedule": {"name": "x",
      "layers": [{"entries": [{"start": "2026-10-05", "user": {"summary": "Bo Stone"}}]}],
      "final_schedule": {"entries": [{"start": "2026-10-05", "user": {"summary": "Ada Lovelace"}}]},
      "other": [{"start": "2026-10-05", "title": "x"}]}}
    """#

  @Test func theFinalListCounts() throws {
    let found = try imported(Self.layers, path: "x.json")
    #expect(found.weeks == ["2026-10-05 service ada"])
    #expect(
      found.shifts.said == [
        "of 2 lists of shifts the one at `schedule.final_schedule.entries` is read"
      ])
    let picked = try imported(Self.layers, path: "x.json") { $0.list = "schedule.layers.entries" }
    #expect(picked.weeks == ["2026-10-05 service bo"])
    let other = try imported(Self.layers.replacing("final", with: "last"), path: "x.json")
    #expect(
      other.shifts.errors.flatMap(\.help) == [
        "`--list schedule.layers.entries`: 1 entry, 2026-10-05 to 2026-10-05",
        "`--list schedule.last_schedule.entries`: 1 entry, 2026-10-05 to 2026-10-05",
      ])
  }

  @Test func listsWithinListsArePickedByTheirKeys() throws {
    let text = #"""
      [{"start": "2026-10-05", "user": "ada",
        "overrides": [{"start": "2026-10-07", "user": "bo"}]}]
      """#
    #expect(try imported(text, path: "x.json").mistakes == ["1:1 import-list"])
    let found = try imported(text, path: "x.json") { $0.list = "." }
    #expect(found.weeks == ["2026-10-05 service ada"])
    let others = try imported(text, path: "x.json") {
      $0.list = "."
      $0.columns = [("x", service)]
    }
    #expect(others.mistakes == ["1:1 import-option"])
  }

  @Test func twoPeopleAtOnceAreNobody() throws {
    let found = try imported(
      #"[{"start":"2026-10-05","user":"ada"},{"start":"2026-10-12","users":["ada","bo"]}]"#)
    #expect(found.mistakes == ["1:38 import-person"])
    #expect(found.messages.contains("`ada, bo` is nobody of the team"))
  }

  /// All of an entry whose date may be read in two ways; the byte at which reading ends.
  @Test func mistakesAreMarked() throws {
    func marked(_ text: String) throws -> [String] {
      try imported(text, path: "x.json").shifts.errors.compactMap(\.place).map {
        String(decoding: $0.source.bytes[$0.range], as: UTF8.self)
      }
    }
    let entry = #"{"start":"06/10/2026","user":"ada"}"#
    #expect(try marked(#"[\#(entry), {"start":"07/10/2026","user":"bo"}]"#) == [entry])
    #expect(try marked("[1 2]") == ["2"])
  }

  @Test func nobodyIsNobody() throws {
    let found = try imported(
      #"[{"start":"2026-10-05","user":"ada"},{"start":"2026-10-12","user":null}]"#)
    #expect(found.weeks == ["2026-10-05 service ada"])
    #expect(found.tally == "1 of 1 row read into 1 rota; no rows: 1 empty cell")
  }

  @Test(arguments: [
    ("{\"a\":", "ends too early"), ("{\"a\" 1}", "a colon"), ("[1 2]", "a comma or `]`"),
    ("{a:1}", "a key is missing"), ("[\"a", "this text has no end"),
    (String(repeating: "[", count: 65), "more than 64 levels"), ("[tru]", "no value of JSON"),
    ("[]", "no list in this JSON"), ("{\"x\":[{\"y\":1}]}", "no list in this JSON"),
  ])
  func refusals(_ text: String, _ words: String) throws {
    let found = try imported(text, path: "x.json")
    #expect(found.messages.contains(words), "\(found.messages)")
    #expect(found.weeks.isEmpty)
  }
}
