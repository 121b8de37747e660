import Diagnostics
import FoundationEssentials
import Testing

@Suite struct JSONTests {
  let value: JSON = [
    "a": [1, -2, true, nil, "x"], "b": [:], "c": [], "d": ["e": ["f": [[]]]],
  ]

  @Test func compact() {
    #expect(
      value.rendered(.compact)
        == #"{"a":[1,-2,true,null,"x"],"b":{},"c":[],"d":{"e":{"f":[[]]}}}"#)
  }

  @Test func pretty() {
    #expect(
      value.rendered() == """
        {
          "a": [
            1,
            -2,
            true,
            null,
            "x"
          ],
          "b": {},
          "c": [],
          "d": {
            "e": {
              "f": [
                []
              ]
            }
          }
        }
        """)
  }

  /// What would steer a terminal or turn the direction of writing is seen, and means the same.
  @Test func whatIsUnseenIsEscaped() throws {
    let text = "a\u{1B}[1m\u{9B}b\u{202E}c\u{2066}–é\u{FEFF}€\u{61C}d\u{2028}"
    let json = JSON.string(text).rendered()
    #expect(
      json == #""a\u001b[1m\u009bb\u202ec\u2066–é\ufeff€\u061cd\u2028""#)
    #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
  }

  @Test func escapes() {
    let text = JSON.string("\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}é\u{1F389}").rendered()
    #expect(text == #""\"\\/\b\t\n\f\r\u0000\u001f\u007fé🎉""#)
  }

  @Test func everyScalarReadsBack() throws {
    let scalars = (0...0x10FFFF).lazy.filter { $0 < 0x3000 || $0 % 997 == 0 }
      .compactMap { Unicode.Scalar(UInt32($0)) }
    let string = String(String.UnicodeScalarView(scalars))
    let text = JSON.array([.string(string)]).rendered(.compact)
    let read = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    #expect(Array(read[0].unicodeScalars) == Array(string.unicodeScalars))
  }

  @Test func findings() {
    let source = SourceText(path: "a.yaml", text: "x\n  ab\n")
    let full = Diagnostic(
      "rest", .conflict, "m", at: Place(source, 4..<6), label: "l",
      related: [Located("here", at: Place(source, 0..<1))], help: ["h"])
    #expect(
      full.finding.rendered(.compact)
        == #"{"rule":"rest","severity":"conflict","message":"m","file":"a.yaml","line":2,"column":3,"#
        + #""help":["h"],"related":[{"message":"here","file":"a.yaml","line":1,"column":1}]}"#)
    #expect(
      Diagnostic("x", .warning, "m", at: nil).finding.rendered(.compact)
        == #"{"rule":"x","severity":"warning","message":"m","file":null,"line":null,"column":null}"#
    )
  }

  @Test func readingOrder() {
    let a = SourceText(path: "a", text: "12345")
    let b = SourceText(path: "b", text: "12345")
    func at(_ id: String, _ source: SourceText, _ offset: Int) -> Diagnostic {
      Diagnostic(id, "m", at: Place(source, offset..<offset))
    }
    let mixed = [
      Diagnostic("none", "m", at: nil), at("a2", a, 2), at("b1", b, 1), at("a1", a, 1),
      at("a1b", a, 1),
    ]
    #expect(mixed.inReadingOrder(of: [b, a]).map(\.id) == ["b1", "a1", "a1b", "a2", "none"])
    #expect(mixed.inReadingOrder(of: []).map(\.id) == ["a1", "a1b", "a2", "b1", "none"])
  }
}
