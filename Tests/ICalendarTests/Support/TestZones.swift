import Dates

@testable import ICalendar

/// Zones of the tests, so that these need no zone data on the machine.
enum TestZones {
  static let berlin = zone("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3")
  static let newYork = zone("America/New_York", "EST5EDT,M3.2.0,M11.1.0")
  static let lordHowe = zone("Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
  static let kolkata = zone("Asia/Kolkata", "IST-5:30")
  static let dublin = zone("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1")
  static let nuuk = zone("America/Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0")
  static let jerusalem = zone("Asia/Jerusalem", "IST-2IDT,M3.4.4/26,M10.5.0")
  static let easter = zone("Pacific/Easter", "<-06>6<-05>,M9.1.6/22,M4.1.6/22")
  /// Clocks changed for the last time in 2016: a list and no rule.
  static let istanbul = Zone(
    name: "Europe/Istanbul", initial: Zone.Offset(seconds: 7200, abbreviation: "EET"),
    changes: [
      (at(2015, 3, 29, 1), Zone.Offset(seconds: 10_800, isDaylight: true, abbreviation: "EEST")),
      (at(2015, 11, 8, 1), Zone.Offset(seconds: 7200, abbreviation: "EET")),
      (at(2016, 3, 27, 1), Zone.Offset(seconds: 10_800, isDaylight: true, abbreviation: "EEST")),
      (at(2016, 9, 6, 21), Zone.Offset(seconds: 10_800, abbreviation: "+03")),
    ])
  /// A list up to 2006, then the rule of 2007, as a "fat" file has it: up to 2037.
  static let fatNewYork: Zone = {
    let standard = Zone.Offset(seconds: -18_000, abbreviation: "EST")
    let daylight = Zone.Offset(seconds: -14_400, isDaylight: true, abbreviation: "EDT")
    let old = [
      (instant: at(2005, 4, 3, 7), offset: daylight), (at(2005, 10, 30, 6), standard),
      (at(2006, 4, 2, 7), daylight), (at(2006, 10, 29, 6), standard),
    ]
    let later = newYork.transitions(in: at(2007, 1, 1)..<at(2038, 1, 1))
    return Zone(
      name: "America/New_York", initial: standard,
      changes: old + later.map { (instant: $0.instant, offset: $0.after) }, tail: newYork.tail)
  }()

  static func zone(_ name: String, _ rule: String) -> Zone {
    let tail = POSIXZone.parse(Array(rule.utf8))
    switch tail {
    case .fixed(let offset)?: return Zone(name: name, offset: offset)
    case .yearly(let rule)?:
      return Zone(name: name, initial: rule.standard, changes: [], tail: .yearly(rule))
    case nil: preconditionFailure("\(rule) is no zone")
    }
  }
}

/// A moment in UTC.
func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Instant {
  Instant(utc: wall(year, month, day, hour, minute))
}

/// What a clock on the wall shows.
func wall(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0)
  -> LocalDateTime
{
  LocalDateTime(Day(validYear: year, month: month, day: day), hour: hour, minute: minute)
}

func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(validYear: year, month: month, day: day)
}
