package import Dates

/// What a clock on the wall shows: a date and a time without a zone
/// (RFC 5545 3.3.5, "form #1").
package struct LocalDateTime: Sendable, Hashable, Comparable {
  /// Seconds a clock that never changes would have counted since 1970-01-01T00:00:00.
  package let wallSeconds: Int

  package init(wallSeconds: Int) {
    self.wallSeconds = wallSeconds
  }

  /// `secondOfDay` counts from midnight; beyond a day it runs on into the next.
  package init(_ date: Day, secondOfDay: Int = 0) {
    wallSeconds = date.number * 86_400 + secondOfDay
  }

  package init(_ date: Day, hour: Int, minute: Int, second: Int = 0) {
    self.init(date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  package var date: Day {
    let days = wallSeconds >= 0 ? wallSeconds / 86_400 : (wallSeconds - 86_399) / 86_400
    return Day(number: days)
  }

  /// 0 at midnight, below 86,400.
  package var secondOfDay: Int { wallSeconds - date.number * 86_400 }
  package var hour: Int { secondOfDay / 3600 }
  package var minute: Int { secondOfDay / 60 % 60 }
  package var second: Int { secondOfDay % 60 }

  package static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    a.wallSeconds < b.wallSeconds
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// `2027-01-04T09:00:00`.
  package var description: String {
    "\(date)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
  }
}

/// A moment, the same everywhere: seconds since 1970-01-01T00:00:00 UTC, leap seconds not counted.
package struct Instant: Sendable, Hashable, Comparable {
  package let secondsSince1970: Int

  package init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The moment a clock in UTC shows `utc`.
  package init(utc: LocalDateTime) {
    secondsSince1970 = utc.wallSeconds
  }

  /// What a clock in UTC shows.
  package var utc: LocalDateTime { LocalDateTime(wallSeconds: secondsSince1970) }

  package static func < (a: Instant, b: Instant) -> Bool {
    a.secondsSince1970 < b.secondsSince1970
  }
  package static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(secondsSince1970: instant.secondsSince1970 + seconds)
  }
  /// Seconds from `b` to `a`.
  package static func - (a: Instant, b: Instant) -> Int {
    a.secondsSince1970 - b.secondsSince1970
  }
}

extension Instant: CustomStringConvertible {
  /// `2027-01-04T08:00:00Z`.
  package var description: String { "\(utc)Z" }
}
