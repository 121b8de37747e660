import SeededNumbers
import Testing

@testable import ICalendar

@Suite struct ZoneTests {
  /// Skipped times move later by the gap; of repeated ones the first counts.
  @Test(arguments: [
    (TestZones.berlin, wall(2027, 3, 28, 2, 30), at(2027, 3, 28, 1, 30)),
    (TestZones.berlin, wall(2027, 3, 28, 1, 59), at(2027, 3, 28, 0, 59)),
    (TestZones.berlin, wall(2027, 3, 28, 3, 0), at(2027, 3, 28, 1, 0)),
    (TestZones.berlin, wall(2027, 10, 31, 2, 30), at(2027, 10, 31, 0, 30)),
    (TestZones.berlin, wall(2027, 10, 31, 3, 0), at(2027, 10, 31, 2, 0)),
    (TestZones.newYork, wall(2027, 3, 14, 2, 0), at(2027, 3, 14, 7, 0)),
    (TestZones.lordHowe, wall(2027, 10, 3, 2, 15), at(2027, 10, 2, 15, 45)),
    (TestZones.lordHowe, wall(2027, 4, 4, 1, 45), at(2027, 4, 3, 14, 45)),
    (TestZones.kolkata, wall(2027, 6, 1, 9, 0), at(2027, 6, 1, 3, 30)),
  ])
  func localTimes(zone: Zone, local: LocalDateTime, instant: Instant) {
    #expect(zone.instant(of: local) == instant)
  }

  @Test(arguments: [
    // Nuuk changes at 22:00 on the Saturday before the last Sunday of March.
    (TestZones.nuuk, at(2024, 3, 31, 0, 59), -7200), (TestZones.nuuk, at(2024, 3, 31, 1, 0), -3600),
    // Jerusalem's fourth Thursday at 26:00 is Friday at 02:00.
    (TestZones.jerusalem, at(2029, 3, 22, 23, 59), 7200),
    (TestZones.jerusalem, at(2029, 3, 23, 0, 0), 10_800),
    // The south has daylight saving over the new year.
    (TestZones.easter, at(2027, 1, 1), -18_000), (TestZones.easter, at(2027, 7, 1), -21_600),
    (TestZones.lordHowe, at(2027, 1, 1), 39_600),
    (TestZones.dublin, at(2027, 7, 1), 3600), (TestZones.dublin, at(2027, 12, 1), 0),
    (TestZones.istanbul, at(2014, 1, 1), 7200), (TestZones.istanbul, at(2040, 1, 1), 10_800),
    (TestZones.fatNewYork, at(2006, 4, 1), -18_000),
    (TestZones.fatNewYork, at(2037, 7, 1), -14_400),
  ])
  func offsets(zone: Zone, instant: Instant, seconds: Int) {
    #expect(zone.offset(at: instant).seconds == seconds)
  }

  @Test(arguments: [
    TestZones.berlin, TestZones.newYork, TestZones.lordHowe, TestZones.nuuk, TestZones.jerusalem,
    TestZones.istanbul, TestZones.fatNewYork, TestZones.kolkata,
  ])
  func localAndInstantAgree(zone: Zone) {
    var random = SeededNumbers(seed: 1)
    for _ in 0..<2000 {
      let instant = Instant(secondsSince1970: Int.random(in: 0..<4_000_000_000, using: &random))
      let local = zone.local(at: instant)
      let back = zone.instant(of: local)
      // The same moment, or the first of two that show the same.
      #expect(zone.local(at: back) == local)
      #expect(back <= instant)
      if let change = zone.transition(atOrBefore: instant) {
        #expect(change.after == zone.offset(at: instant))
        #expect(change.before == zone.offset(at: change.instant + -1))
      }
    }
  }

  @Test func fatFilesLoseWhatTheRuleSays() {
    // Not the first change of 2007: the rule alone would end daylight saving in November 2006.
    #expect(TestZones.fatNewYork.transitions.map(\.instant).last == at(2007, 3, 11, 7))
    let span = at(2006, 6, 1)..<at(2009, 1, 1)
    #expect(
      TestZones.fatNewYork.transitions(in: span).map(\.instant) == [
        at(2006, 10, 29, 6), at(2007, 3, 11, 7), at(2007, 11, 4, 6), at(2008, 3, 9, 7),
        at(2008, 11, 2, 6),
      ])
  }

  @Test(arguments: [
    "", "CET", "C-1", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "<CET-1",
    "CET-1CEST,M3.5.0/168,M10.5.0",
    "CET-1CEST,M3.5.0,M10.5.0x", "CET-99999999999999999999",
  ])
  func rulesThatAreNone(text: String) {
    // Short names are no mistake of ours to find: POSIX asks for three letters, files don't matter.
    #expect(POSIXZone.parse(Array(text.utf8)) == nil || text == "C-1")
  }

  @Test func julianDays() throws {
    let zone = TestZones.zone("X", "AAA0BBB,J60/0,300/0")
    let changes = zone.transitions(in: at(2028, 1, 1)..<at(2029, 1, 1)).map(\.wallTimeBefore)
    #expect(changes == [wall(2028, 3, 1), wall(2028, 10, 27)])
  }
}
