import Diagnostics
import Testing

@testable import ICalendar

@Suite struct CalendarReadingTests {
  private func reading(_ text: String) -> CalendarReading {
    readCalendar(SourceText(path: "test.ics", text: text))
  }

  private let small = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Müsli\nEND:VEVENT\nEND:VCALENDAR\n"

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n"])
  func anyLineEnd(end: String) {
    let reading = reading(small.split(separator: "\n").joined(separator: end))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.calendars.first?.components.first?["SUMMARY"]?.text == "Müsli")
  }

  @Test func byteOrderMarkAndLowerCase() {
    let reading = reading(
      "\u{FEFF}begin:vcalendar\nbegin:vevent\ndtstart;value=date:20270104\nend:vevent\nend:vcalendar"
    )
    #expect(reading.diagnostics.isEmpty)
    let event = reading.calendars.first?.components.first
    #expect(event?.name == "VEVENT")
    #expect(event?["DTSTART"]?.parameter("VALUE") == "date")
  }

  @Test func foldsAnywhere() {
    let bytes =
      Array("BEGIN:VCALENDAR\nX-A:M".utf8) + [0xC3, 0x0D, 0x0A, 0x20, 0xBC]
      + Array("s\n\tli;\n  x\nX-B\n\n :1\nEND:VCALENDAR\n".utf8)
    let reading = readCalendar(SourceText(path: "test.ics", bytes: bytes))
    #expect(reading.calendars.first?["X-A"]?.rawValue == "Müsli; x")
    #expect(reading.calendars.first?["X-B"]?.rawValue == "1")
  }

  @Test func parametersOfAllKinds() {
    let reading = reading(
      """
      BEGIN:VCALENDAR
      A;CN="x:y;z,w";B=1,"2,3",4;C;D=a^nb^^^'^x:value:with;all
      E;CN="never closed:mailto:e
      END:VCALENDAR
      """)
    let property = reading.calendars.first?["A"]
    #expect(property?.rawValue == "value:with;all")
    #expect(
      property?.parameters == [
        Parameter("CN", "x:y;z,w"), Parameter("B", values: ["1", "2,3", "4"]), Parameter("C", ""),
        Parameter("D", "a\nb^\"^x"),
      ])
    #expect(reading.calendars.first?["E"]?.rawValue == "mailto:e")
  }

  @Test func severalCalendarsAndUnknownComponents() {
    let reading = reading(small + small.replacing("VEVENT", with: "X-THING") + "\n  \n")
    #expect(reading.calendars.map { $0.components.map(\.name) } == [["VEVENT"], ["X-THING"]])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func placesAndBytesOfComponents() {
    let source = SourceText(path: "test.ics", text: small)
    let event = readCalendar(source).calendars[0].components[0]
    #expect(source.line(at: event.range.lowerBound) == 2)
    #expect(
      String(decoding: source.bytes[event.range], as: UTF8.self)
        == "BEGIN:VEVENT\nSUMMARY:Müsli\nEND:VEVENT\n")
    #expect(source.line(at: event["SUMMARY"]?.range.lowerBound ?? 0) == 3)
  }

  @Test func linesThatAreNoneAreSkipped() {
    let reading = reading(
      "METHOD:X\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nno line\n;x:1\nSUMMARY:a\nEND:VTODO\nEND:VEVENT\nEND:VCALENDAR"
    )
    #expect(
      messages(reading.diagnostics) == [
        "1: `METHOD` stands outside of any component, and is skipped",
        "4: this is no content line, and is skipped", "5: this is no content line, and is skipped",
        "7: `END:VTODO` ends nothing, and is skipped",
      ])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(reading.calendars.first?.components.first?["SUMMARY"]?.text == "a")
  }

  @Test func eventsWithoutTheirEndAreLeftOut() {
    let reading = reading(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      SUMMARY:a
      BEGIN:VEVENT
      SUMMARY:b
      END:VEVENT
      BEGIN:VEVENT
      BEGIN:VALARM
      END:VEVENT
      BEGIN:VEVENT
      END:VCALENDAR
      """)
    #expect(
      messages(reading.diagnostics) == [
        "2: this `VEVENT` has no `END:VEVENT` before the next `BEGIN:VEVENT`, and is left out",
        "8: this `VALARM` has no `END:VALARM` before this `END:VEVENT`, and is left out",
        "10: this `VEVENT` has no `END:VEVENT` before this `END:VCALENDAR`, and is left out",
      ])
    #expect(reading.calendars.first?.components.map { $0["SUMMARY"]?.text } == ["b", nil])
  }

  @Test func eventsOutsideOfACalendar() {
    let reading = reading("BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\n")
    #expect(messages(reading.diagnostics) == ["1: this `VEVENT` stands outside of a VCALENDAR"])
    #expect(reading.calendars.first?.components.count == 1)
  }

  @Test(arguments: [
    ("", "1: the file is empty"), (" \n", "1: the file is empty"),
    ("hello", "1: this is no calendar: it has no `BEGIN:VCALENDAR`"),
    ("one\n\ntwo\nEND:VEVENT\n", "1: this is no calendar: it has no `BEGIN:VCALENDAR`"),
    ("MZ\u{1}\0\n\u{2}\n", "1: this is no calendar but a binary file"),
    ("{\"a\":1}", "1: this is no calendar: it has no `BEGIN:VCALENDAR`"),
    (
      "\n<!DOCTYPE html>\n<html><body>Sign in</body></html>",
      "1: this is a web page and no calendar, perhaps a sign-in page"
    ),
    ("<?xml version=\"1.0\"?><a/>", "1: this is no calendar but XML or HTML"),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\n",
      "1: the file ends before `END:VCALENDAR`: it is cut off"
    ),
    (
      "BEGIN:VCALENDAR\nX:1\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
      "3: `VCALENDAR` of line 1 has no end before the next calendar"
    ),
  ])
  func filesThatAreRefused(text: String, message: String) {
    let reading = reading(text)
    #expect(reading.isRefused)
    #expect(messages(reading.diagnostics) == [message])
    #expect(reading.diagnostics.last?.id == "calendar-file")
    #expect(reading.diagnostics.last?.severity == .error)
  }

  @Test func textInUTF16() {
    let reading = readCalendar(SourceText(path: "test.ics", bytes: [0xFF, 0xFE, 0x42, 0x00]))
    #expect(messages(reading.diagnostics) == ["1: this text is in UTF-16"])
  }

  /// Cut anywhere before its last line, a calendar is refused: none of it is silently lost.
  @Test func everyCutIsNoticed() {
    let bytes = Array(small.utf8)
    for length in 0..<(bytes.count - 1) {
      let reading = readCalendar(SourceText(path: "test.ics", bytes: Array(bytes[..<length])))
      #expect(reading.isRefused, "\(length)")
    }
  }
}
