internal import ICalendar

/// How far new data of its zone, or another zone, move an event whose wall times stay: in seconds,
/// negative for earlier. At least one of the two is not 0.
package struct ZoneMove: Sendable, Hashable {
  package let start: Int
  /// 0 for an event without an end.
  package let end: Int
  /// `America/Vancouver`, that of the start.
  package let zone: String
  /// That of the event as it is; `zone` where only its data are new.
  package let zoneBefore: String

  /// ``moves `Service tasks: Ada`, 2027-01-04 09:00, 1 hour later, as the data of
  /// America/Vancouver changed``: all but the first word and the event.
  var text: String {
    let parts =
      start == end
      ? [("", start)] : [("its start ", start), ("its end ", end)].filter { $0.1 != 0 }
    return parts.map { $0.0 + ZoneMove.words($0.1) }.joined(separator: " and ")
      + (zone == zoneBefore
        ? ", as the data of \(zone) changed" : ", as \(zone) takes the place of \(zoneBefore)")
  }

  /// `1 hour earlier`, `30 minutes later`.
  private static func words(_ seconds: Int) -> String {
    let amount = abs(seconds)
    let units = [(amount / 3600, "hour"), (amount / 60 % 60, "minute"), (amount % 60, "second")]
    let words = units.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return words.joined(separator: " ") + (seconds < 0 ? " earlier" : " later")
  }
}

extension Component {
  /// How far the same wall times lie from each other in this version of an event and in the next,
  /// each by a reading of the zones that it names; nil where they do not, and where a reading lacks
  /// its zone. O(log changes of the zone).
  func move(by old: [String: Zone], to next: Component, by new: [String: Zone]) -> ZoneMove? {
    func seconds(_ name: String) -> Int {
      guard let before = instant(of: name, in: old), let after = next.instant(of: name, in: new)
      else { return 0 }
      return after.secondsSince1970 - before.secondsSince1970
    }
    let (start, end) = (seconds("DTSTART"), seconds("DTEND"))
    if start == 0, end == 0 { return nil }
    return ZoneMove(start: start, end: end, zone: next.zoneOfStart, zoneBefore: zoneOfStart)
  }

  private var zoneOfStart: String { self["DTSTART"]?.parameter("TZID") ?? Zone.utc.name }
}
