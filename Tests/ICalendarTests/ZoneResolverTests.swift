import Dates
import Diagnostics
import Testing

@testable import ICalendar

@Suite struct ZoneResolverTests {
  private static let system = ZoneDirectory.system(tzdir: nil)

  private func resolved(_ tzid: String) -> Zone? {
    var resolver = ZoneResolver(ZoneResolverTests.system, calendars: [])
    if case .zone(let zone) = resolver.resolve(tzid, calendar: 0) { return zone }
    return nil
  }

  @Test(
    .enabled(if: !ZoneDirectory.system(tzdir: nil).names().isEmpty),
    arguments: [
      ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"),
      ("AMERICA/NEW_YORK", "America/New_York"), ("America/New York", "America/New_York"),
      ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
      ("/mozilla.org/20050126_1/America/Argentina/Salta", "America/Argentina/Salta"),
      (" \"Europe/Berlin\" ", "Europe/Berlin"), ("/UTC", "UTC"), ("Z", "UTC"), ("utc", "UTC"),
      ("W. Europe Standard Time", "Europe/Berlin"), ("w. europe standard time", "Europe/Berlin"),
      ("Central Standard Time (Mexico)", "America/Mexico_City"), ("UTC-11", "Etc/GMT+11"),
      ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
      ("(GMT+01:00) Amsterdam, Bern, Rom", "Europe/Berlin"),
      ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Warsaw"),
      ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
      ("(UTC) Coordinated Universal Time", "Etc/UTC"),
    ])
  func names(tzid: String, name: String) {
    #expect(resolved(tzid)?.name == name)
  }

  @Test(arguments: [
    ("UTC+01:00", 3600), ("GMT-5", -18_000), ("+0530", 19_800), ("(UTC+03:00) Nowhere", 10_800),
    ("(GMT) Nowhere at all", 0),
  ])
  func offsets(tzid: String, seconds: Int) {
    #expect(resolved(tzid)?.offset(at: at(2027, 1, 1)).seconds == seconds)
  }

  @Test(arguments: ["", "Nowhere", "Europe/Nowhere", "../../etc/passwd", "+99", "(", "Europe/"])
  func unknownNames(tzid: String) {
    #expect(resolved(tzid) == nil)
  }

  /// The file's own zone goes before IANA's of the same name, from its first change on.
  @Test func ownZonesFirst() {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      BEGIN:STANDARD
      DTSTART:20200101T000000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0545
      END:STANDARD
      END:VTIMEZONE
      """
    let source = file(
      "BEGIN:VCALENDAR", zone,
      "BEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20270704T090000\nEND:VEVENT",
      "END:VCALENDAR")
    #expect(times(source) == ["2027-07-04T03:15 to 2027-07-04T03:15"])
  }

  /// Lists of changes that end are gone on with from the zone they name, here New York's of 2027.
  @Test func listsThatEnd() throws {
    let list = """
      BEGIN:VTIMEZONE
      TZID:America/New_York
      BEGIN:STANDARD
      DTSTART:20201101T020000
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20210314T020000
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      END:DAYLIGHT
      END:VTIMEZONE
      """
    let component = try #require(
      readCalendar(file("BEGIN:VCALENDAR", list, "END:VCALENDAR"))
        .calendars.first?.components.first)
    var budget = ExpansionBudget()
    let zone = try #require(
      try Zone(component, named: TestZones.newYork, budget: &budget))
    for (year, month) in [(2015, 1), (2015, 7), (2021, 1), (2021, 7), (2027, 1), (2027, 7)] {
      let instant = at(year, month, 1)
      #expect(zone.offset(at: instant).seconds == TestZones.newYork.offset(at: instant).seconds)
    }
    let alone = try #require(try Zone(component, named: nil, budget: &budget))
    #expect(alone.offset(at: at(2027, 1, 1)).seconds == -14_400)
  }

  /// Exchange starts its rules in 1601, and names zones as it likes.
  @Test func zonesOfExchange() {
    let source = file(
      """
      BEGIN:VCALENDAR
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      DTSTART;TZID="Customized Time Zone":20270704T090000
      RRULE:FREQ=MONTHLY;COUNT=6;BYMONTHDAY=4
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(
      times(source).map { $0.dropFirst(5).prefix(8) }
        == ["07-04T07", "08-04T07", "09-04T07", "10-04T07", "11-04T08", "12-04T08"])
  }

  @Test func zonesNobodyKnowsAreSaidOnce() {
    let source = file(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Mars/Base:20270104T090000",
      "DTEND;TZID=Mars/Base:20270104T100000\nEND:VEVENT\nEND:VCALENDAR")
    let list = readEvents(
      readCalendar(source), zones: ZoneResolverTests.system, zone: TestZones.berlin)
    if ZoneResolverTests.system.names().isEmpty { return }
    #expect(
      messages(list.diagnostics) == [
        "3: no time zone is called `Mars/Base`: its times are taken as Europe/Berlin time"
      ])
    #expect(times(source).isEmpty == false || list.broken.count == 0)
  }

  @Test func withoutZoneDataTheFixIsSaid() {
    let list = events(event("DTSTART;TZID=Asia/Tokyo:20270104T090000"))
    #expect(list.broken.count == 1)
    let message = list.broken.first?.diagnostic(.error).message ?? ""
    #expect(message.contains("there is no time zone data in /nonexistent"))
    #expect(message.contains("tzdata"))
  }

  /// A written VTIMEZONE, read again, is the zone over its span.
  @Test(arguments: [
    TestZones.berlin, TestZones.newYork, TestZones.lordHowe, TestZones.kolkata, TestZones.dublin,
    TestZones.nuuk, TestZones.jerusalem, TestZones.easter, TestZones.istanbul, TestZones.fatNewYork,
    TestZones.zone("X", "AAA0BBB,J60/0,300/0"),
  ])
  func writtenZonesReadTheSame(zone: Zone) throws {
    for first in [date(2003, 2, 1), date(2006, 6, 1), date(2016, 1, 1), date(2027, 1, 4)] {
      let span = Instant(utc: LocalDateTime(first))..<Instant(utc: LocalDateTime(first + 1500))
      var budget = ExpansionBudget()
      let read = try #require(
        try Zone(zone.component(for: span), named: nil, budget: &budget), "\(zone)")
      var instant = span.lowerBound
      while instant < span.upperBound {
        #expect(
          read.offset(at: instant).seconds == zone.offset(at: instant).seconds, "\(zone) \(instant)"
        )
        instant = instant + 6 * 3600
      }
    }
  }
}
