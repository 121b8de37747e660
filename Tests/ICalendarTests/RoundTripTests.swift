import Dates
import Diagnostics
import SeededNumbers
import Testing

@testable import ICalendar

@Suite struct RoundTripTests {
  private func written(_ reading: CalendarReading) -> [UInt8] {
    var lines = ContentLines()
    for calendar in reading.calendars { lines.append(calendar) }
    return lines.bytes
  }

  /// Seeded calendars with all kinds of texts, parameters and dates: what is written is read as it
  /// was made, and writing that again gives the same bytes.
  @Test func writtenIsReadAsItWas() {
    var random = SeededNumbers(seed: 2027)
    for _ in 0..<200 {
      let calendar = randomCalendar(&random)
      var lines = ContentLines()
      lines.append(calendar)
      let reading = readCalendar(SourceText(path: "test.ics", bytes: lines.bytes))
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.calendars == [calendar])
      #expect(written(reading) == lines.bytes)
    }
  }

  /// Whatever is read, written and read again is the same, however odd the file.
  @Test func readWrittenReadIsAFixedPoint() {
    var random = SeededNumbers(seed: 6868)
    let pieces = [
      "A", "SUMMARY", ":", ";", "=", ",", "\"", "^", "^n", "\\", "\\n", " ", "\t", "ä", "👩‍🚀",
      "\u{FFFD}",
      "\r\n ", "\n\t", "\n", "CN", "x", "\u{1}", "BEGIN:VEVENT\n", "END:VEVENT\n",
    ]
    for _ in 0..<500 {
      let middle = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let source = SourceText(path: "test.ics", text: "BEGIN:VCALENDAR\n\(middle)\nEND:VCALENDAR\n")
      let first = readCalendar(source)
      let bytes = written(first)
      let second = readCalendar(SourceText(path: "again.ics", bytes: bytes))
      #expect(second.calendars == first.calendars)
      #expect(written(second) == bytes)
    }
  }

  @Test func whatTheLintWouldSayOfUs() {
    var lines = ContentLines()
    lines.begin("VCALENDAR")
    for property: Property in [
      Property("VERSION", rawValue: "2.0"), .text("PRODID", "-//Rota//Test//EN"),
      .text("NAME", "A; B, C\\ D"), .text("X-WR-CALNAME", "A; B, C\\ D"),
      Property("REFRESH-INTERVAL", [Parameter("VALUE", "DURATION")], rawValue: "PT12H"),
    ] {
      lines.append(property)
    }
    for zone in [TestZones.berlin, TestZones.nuuk, TestZones.istanbul, TestZones.kolkata] {
      lines.append(zone.component(for: at(2027, 1, 4)..<at(2027, 4, 5)))
    }
    let name = "Ada \"the Countess\" Lovelace; née Byron, of a family with a long name"
    lines.append(
      Component(
        "VEVENT",
        properties: [
          .text("UID", "shift.2027-01-04.service@team.rota"), .utc("DTSTAMP", at(2026, 12, 1)),
          .local("DTSTART", wall(2027, 1, 4, 9), zone: "Europe/Berlin"),
          .local("DTEND", wall(2027, 1, 11, 9), zone: "Europe/Berlin"),
          .text("SUMMARY", "Service tasks: \(name)\n"), .texts("CATEGORIES", ["a,b", "c;d"]),
          .uri("URL", "https://example.org/a,b;c?d=e"), .integer("SEQUENCE", 0),
          .uri("ATTENDEE", "mailto:ada@example.org", [Parameter("CN", name)]),
        ]))
    lines.end("VCALENDAR")
    #expect(messages(lintCalendar(SourceText(path: "team.ics", bytes: lines.bytes))).isEmpty)
  }

  private func randomCalendar(_ random: inout SeededNumbers) -> Component {
    Component(
      "VCALENDAR",
      components: (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Component(
          "VEVENT",
          properties: (0..<Int.random(in: 1...8, using: &random)).map { _ in
            randomProperty(&random)
          }, components: Bool.random(using: &random) ? [Component("VALARM")] : [])
      })
  }

  private func randomProperty(_ random: inout SeededNumbers) -> Property {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .date("DTSTART", date(2027, 1, 1) + Int.random(in: -9999...9999, using: &random))
    case 1: .utc("DTSTAMP", Instant(secondsSince1970: Int.random(in: 0..<1 << 32, using: &random)))
    case 2: .texts("CATEGORIES", [randomText(&random), randomText(&random)])
    case 3:
      .text("SUMMARY", randomText(&random), [Parameter("X-P", values: [randomText(&random), "b"])])
    default: .text("DESCRIPTION", randomText(&random))
    }
  }

  private func randomText(_ random: inout SeededNumbers) -> String {
    let alphabet = [
      "a", "Z", " ", ",", ";", ":", "\\", "\"", "^", "\n", "ü", "日", "🇩🇪", "e\u{301}", "'",
    ]
    return (0..<Int.random(in: 0..<90, using: &random))
      .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
  }
}
