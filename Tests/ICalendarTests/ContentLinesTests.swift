import SeededNumbers
import Testing

@testable import ICalendar

@Suite struct ContentLinesTests {
  private func written(_ property: Property) -> String {
    var lines = ContentLines()
    lines.append(property)
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  /// By scalars: a fold and an accent after it are one `Character`.
  private func unfolded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      scalars.append(contentsOf: scalars.isEmpty ? line[...] : line.dropFirst())
      if scalars.last == "\r" { scalars.removeLast() }
    }
    return String(scalars)
  }

  @Test func texts() {
    #expect(
      written(.text("SUMMARY", "a\\b;c,d\ne\r\nf\rg\u{7}\u{85}\th"))
        == "SUMMARY:a\\\\b\\;c\\,d\\ne\\nf\\ng\th\r\n")
    #expect(written(.text("SUMMARY", "a\u{1F}b")) == "SUMMARY:ab\r\n")
    #expect(written(.texts("CATEGORIES", ["On call", "a,b"])) == "CATEGORIES:On call,a\\,b\r\n")
    #expect(written(.uri("URL", "https://x.example/a,b;c\n")) == "URL:https://x.example/a,b;c\r\n")
    #expect(written(.text("SUMMARY", "<b>&amp;</b>")) == "SUMMARY:<b>&amp\\;</b>\r\n")
  }

  @Test func parameters() {
    let property = Property(
      "ATTENDEE",
      [Parameter("CN", "Ada \"the\n^\" O'Neil; x, y:z"), Parameter("MEMBER", "a:b", "c")],
      rawValue: "mailto:ada@example.org")
    #expect(
      unfolded(written(property))
        == "ATTENDEE;CN=\"Ada ^'the^n^^^' O'Neil; x, y:z\";MEMBER=\"a:b\",c:mailto:ada@example.org"
    )
    #expect(property.parameters.map(\.name) == ["CN", "MEMBER"])
    #expect(property.parameter("CN") == "Ada \"the\n^\" O'Neil; x, y:z")
    #expect(property.parameters[1].values == ["a:b", "c"])
    #expect(property.parameter("ROLE") == nil)
  }

  @Test func dates() {
    #expect(written(.date("DTSTART", date(2027, 1, 4))) == "DTSTART;VALUE=DATE:20270104\r\n")
    #expect(
      written(.local("DTSTART", wall(2027, 1, 4, 9), zone: "Europe/Berlin"))
        == "DTSTART;TZID=Europe/Berlin:20270104T090000\r\n")
    #expect(written(.utc("DTSTAMP", at(2026, 12, 1))) == "DTSTAMP:20261201T000000Z\r\n")
  }

  @Test func linesOf75OctetsStay() {
    let just = String(repeating: "x", count: 73)
    #expect(written(.text("A", just)) == "A:\(just)\r\n")
    #expect(written(.text("A", just + "y")) == "A:\(just)\r\n y\r\n")
  }

  @Test func foldsKeepEscapesAndGraphemesWhole() {
    let filler = String(repeating: "x", count: 72)
    #expect(written(.text("A", filler + "\nb")) == "A:\(filler)\r\n \\nb\r\n")
    #expect(written(.text("A", filler + "\\b")) == "A:\(filler)\r\n \\\\b\r\n")
    // A family of four is one grapheme of 25 octets, é two scalars of three octets.
    let family = "👨‍👩‍👧‍👦"
    #expect(
      written(.text("A", filler.dropLast(10) + family))
        == "A:\(filler.dropLast(10))\r\n \(family)\r\n")
    #expect(written(.text("A", filler + "e\u{301}")) == "A:\(filler)\r\n e\u{301}\r\n")
    // One that is longer than a line is broken between characters.
    let zalgo = "e" + String(repeating: "\u{301}", count: 80)
    let text = written(.text("A", zalgo))
    #expect(text.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
    #expect(unfolded(text) == "A:\(zalgo)")
  }

  @Test func anyTextUnfoldsToItself() {
    var random = SeededNumbers(seed: 3)
    let alphabet: [String] = ["a", " ", "\\", "\n", ";", ",", "ä", "€", "🎉", "👩‍🚀", "e\u{301}", "🇩🇪"]
    for _ in 0..<400 {
      let length = Int.random(in: 0..<200, using: &random)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let lines = written(.text("DESCRIPTION", text))
      for line in lines.utf8.split(separator: 0x0A) {
        #expect(line.count <= 76)
        #expect(String(validating: line.dropLast(), as: UTF8.self) != nil)
      }
      let value = unfolded(lines).utf8.dropFirst("DESCRIPTION:".utf8.count)
      #expect(EscapedText.unescape(value) == text)
    }
  }

  @Test func componentsNest() {
    var lines = ContentLines()
    lines.begin("VCALENDAR")
    lines.append(
      Component("VEVENT", properties: [.text("UID", "1")], components: [Component("VALARM")]))
    lines.append(verbatim: Array("X-KEPT:as it was\n".utf8)[...])
    lines.end("VCALENDAR")
    #expect(
      String(decoding: lines.bytes, as: UTF8.self)
        == "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n"
        + "X-KEPT:as it was\nEND:VCALENDAR\r\n")
  }

  /// No text means them, and some readers take them for line ends or turn the line around.
  @Test func controlsOfUnicodeAreRemoved() {
    let text = "a\u{85}b\u{2028}c\u{202E}d\u{2067}–e\u{2069}f\u{200F}"
    #expect(Property.text("SUMMARY", text).rawValue == "abcd–ef\u{200F}")
    #expect(Parameter("CN", text).text == ";CN=abcd–ef\u{200F}")
  }
}
