import Testing

@testable import ICalendar

@Suite struct ZoneComponentTests {
  private func lines(_ zone: Zone, _ span: Range<Instant>) -> [String] {
    var lines = ContentLines()
    lines.append(zone.component(for: span))
    return String(decoding: lines.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func aRuleIsWrittenAsOne() {
    #expect(
      lines(TestZones.fatNewYork, at(2027, 1, 4)..<at(2027, 4, 5)) == [
        "BEGIN:VTIMEZONE", "TZID:America/New_York",
        "BEGIN:STANDARD", "DTSTART:20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "TZNAME:EST", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:20080309T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "TZNAME:EDT", "END:DAYLIGHT",
        "END:VTIMEZONE",
      ])
  }

  @Test func rulesThatChangeWithinTheSpan() {
    let text = lines(TestZones.fatNewYork, at(2006, 1, 1)..<at(2008, 1, 1))
    #expect(
      text.filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("RRULE") } == [
        "DTSTART:20051030T020000", "DTSTART:20060402T020000", "DTSTART:20061029T020000",
        "DTSTART:20070311T020000", "DTSTART:20071104T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
      ])
  }

  @Test func zonesWithoutDaylightSaving() {
    #expect(
      lines(TestZones.kolkata, at(2027, 1, 1)..<at(2027, 2, 1)) == [
        "BEGIN:VTIMEZONE", "TZID:Asia/Kolkata", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530", "TZNAME:IST", "END:STANDARD", "END:VTIMEZONE",
      ])
    #expect(
      lines(TestZones.istanbul, at(2027, 1, 1)..<at(2027, 2, 1)) == [
        "BEGIN:VTIMEZONE", "TZID:Europe/Istanbul", "BEGIN:STANDARD", "DTSTART:20160907T000000",
        "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "TZNAME:+03", "END:STANDARD", "END:VTIMEZONE",
      ])
  }

  @Test func daysBesideTheWeekdayOfTheRule() {
    #expect(
      lines(TestZones.jerusalem, at(2027, 1, 1)..<at(2027, 2, 1)).contains(
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR"))
    #expect(
      lines(TestZones.nuuk, at(2027, 1, 1)..<at(2027, 2, 1)).contains(
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA"))
    // Julian days have no RRULE here: every change is written.
    let julian = TestZones.zone("X", "AAA0BBB,J60/0,300/0")
    #expect(
      lines(julian, at(2027, 1, 1)..<at(2028, 1, 1)).filter { $0.hasPrefix("DTSTART") } == [
        "DTSTART:20261028T000000", "DTSTART:20270301T000000", "DTSTART:20271028T000000",
      ])
  }

  @Test func daylightIsTheOneAhead() {
    let text = lines(TestZones.dublin, at(2027, 1, 1)..<at(2027, 2, 1))
    let index = text.firstIndex(of: "BEGIN:DAYLIGHT") ?? 0
    #expect(text[index...].contains("TZOFFSETTO:+0100"))
    #expect(text[index + 1].hasPrefix("DTSTART:197003"))
  }
}
