import ConfigText
import Diagnostics
import Testing

@Suite struct ReadingTests {
  @Test(arguments: [
    ("", "nil"), ("\n  \n# only a comment", "nil"), ("---\n", "nil"), ("\u{FEFF}", "nil"),
    ("a: b", #"{"a": "b"}"#), ("\u{FEFF}a: b\n", #"{"a": "b"}"#),
    ("--- # start\na: b\r\nc: d\r\n", #"{"a": "b", "c": "d"}"#),
    ("a:\nb: # none\n  # comment\nc:\n", #"{"a": "", "b": "", "c": ""}"#),
    ("a:\n  b: c\n  d:\n    e: f\ng: h\n", #"{"a": {"b": "c", "d": {"e": "f"}}, "g": "h"}"#),
    ("a:\n- b\n- c\nd: e\n", #"{"a": ["b", "c"], "d": "e"}"#),
    ("a:\n   - b\n\n   # c\n   - d\n", #"{"a": ["b", "d"]}"#),
    ("- a: b\n  c: d\n-   - e\n    - f\n-\n  g\n", #"[{"a": "b", "c": "d"}, ["e", "f"], "g"]"#),
    ("a:\n  text\nb:\n  'x' # y\nc:\n  [z]\n", #"{"a": "text", "b": "x", "c": ["z"]}"#),
    ("a: {}\nb: []\nc: [d, e ,f,]\n", #"{"a": {}, "b": [], "c": ["d", "e", "f"]}"#),
    ("a: {b: c, \"d\": [e], f : 'g'}", #"{"a": {"b": "c", "d": ["e"], "f": "g"}}"#),
    ("a: [\n  b, # c\n# d\n\n  e\n  ]\n", #"{"a": ["b", "e"]}"#),
    ("[\na,\n{b:\nc}]", #"["a", {"b": "c"}]"#),
    ("a: b c  # d\ne: f#g\nh: i:j\n", #"{"a": "b c", "e": "f#g", "h": "i:j"}"#),
    ("a: 'it''s'\nb: \"x\\ty\\u00e9\\U0001F389\\x41\\\"\"\n", #"{"a": "it\'s", "b": "x\tyé🎉A\""}"#),
    (
      "\"a b\": c\n'd' : e\n2027-01-04: f\n-1: g\n",
      #"{"a b": "c", "d": "e", "2027-01-04": "f", "-1": "g"}"#
    ),
    (
      "a: -b\nc: --\nd: https://x/y?z=1\ne: 09:00\n",
      #"{"a": "-b", "c": "--", "d": "https://x/y?z=1", "e": "09:00"}"#
    ),
    ("a: b?\nc: d, e\nf: g]\n", #"{"a": "b?", "c": "d, e", "f": "g]"}"#),
  ])
  func accepted(text: String, tree: String) {
    #expect(treeText(text) == tree)
  }

  @Test(arguments: [
    ("|\n  b\n  c\n", "b\nc\n"), ("|-\n  b\n\n", "b"), ("|+\n  b\n\n\n", "b\n\n\n"),
    (">\n  b\n  c\n", "b c\n"), (">-\n  b\n\n  c\n   d\n  e\n", "b\nc\n d\ne"),
    ("|\n\n  b\n", "\nb\n"), (">\n\n\n  b\n", "\n\nb\n"), ("| # c\n  # d\n", "# d\n"),
    ("|\r\n  b\r\n  c\r\n", "b\nc\n"), ("|\n    b\n  # c\n", "b\n"),
    (">\n  b\n\n\n  c\n", "b\n\nc\n"),
    ("|\n  b\n  \tc\n", "b\n\tc\n"), ("|\n   b\n \n   c\n", "b\n\nc\n"),
  ])
  func blocks(block: String, text: String) {
    #expect(treeText("a: " + block) == "{\"a\": \(text.debugDescription)}")
    #expect(treeText("a: " + block + "z: y\n") == "{\"a\": \(text.debugDescription), \"z\": \"y\"}")
    #expect(treeText("-\n a:\n  " + block) == "[{\"a\": \(text.debugDescription)}]")
  }

  @Test func placesAndStyles() throws {
    let text = "é:\n  - \"x\"\n  - y\nb: |\n  z\nc: [1]\nd:\n"
    let source = SourceText(path: "t", text: text)
    let root = try #require(readConfig(source).root)
    func written(_ place: Place) -> String {
      String(decoding: source.bytes[place.range], as: UTF8.self)
    }
    #expect(root.entries.map { written($0.keyPlace) } == ["é", "b", "c", "d"])
    #expect(
      root.entries.map { written($0.value.place) } == ["- \"x\"\n  - y", "|\n  z\n", "[1]", ""])
    #expect(root.entries.map(\.value.style) == [.block, .block, .brackets, .empty])
    #expect(root.entries[0].value.items.map(\.style) == [.quoted, .plain])
    #expect(root.entries[3].value.place.column == 3)
    #expect(root.entries[0].value.items[1].place.line == 3)
  }
}
