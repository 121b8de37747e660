package import Dates

/// When an event takes place.
package enum EventTime: Sendable, Hashable {
  /// Whole dates, wherever one is.
  case dates(Range<Day>)
  /// From one moment to another; both may be the same.
  case instants(Range<Instant>)

  /// The dates it touches in a zone: a timed event that ends at midnight does not touch the day
  /// that begins then, and one without a length touches the day it is on.
  package func dates(in zone: Zone) -> Range<Day> {
    switch self {
    case .dates(let dates): return dates
    case .instants(let span):
      let first = zone.local(at: span.lowerBound).date
      let last = span.isEmpty ? first : zone.local(at: span.upperBound + -1).date
      // Clocks that are put back over midnight could end an event on an earlier date.
      return first..<(max(first, last) + 1)
    }
  }

  /// Its length in seconds; nil for whole dates.
  package var seconds: Int? {
    switch self {
    case .dates: nil
    case .instants(let span): span.upperBound - span.lowerBound
    }
  }
}

/// An event at one of its times.
package struct EventOccurrence: Sendable {
  /// What says so: the event itself, or the override of this one time.
  package let event: Event
  package let time: EventTime
  /// The zone its start is written in; nil for whole dates.
  package let zone: Zone?
}

/// A start as an event means it.
enum EventStart: Sendable, Hashable {
  case date(Day)
  case time(LocalDateTime, Zone)

  var wallTime: LocalDateTime {
    switch self {
    case .date(let date): LocalDateTime(date)
    case .time(let local, _): local
    }
  }

  var zone: Zone? {
    switch self {
    case .date: nil
    case .time(_, let zone): zone
    }
  }

  /// The same kind of start at another time on the wall clock.
  func moved(to wallTime: LocalDateTime) -> EventStart {
    switch self {
    case .date: .date(wallTime.date)
    case .time(_, let zone): .time(wallTime, zone)
    }
  }

  /// The time that starts here and lasts `length`.
  func time(lasting length: EventDuration) -> EventTime {
    switch self {
    case .date(let date): return .dates(date..<(date + length.wholeDays))
    case .time(let local, let zone):
      let start = zone.instant(of: local)
      if length.days == 0 { return .instants(start..<(start + length.seconds)) }
      // A nominal day lasts to the same time on the next, however long that is.
      let sameTime = LocalDateTime(wallSeconds: local.wallSeconds + length.days * 86_400)
      return .instants(start..<max(start, zone.instant(of: sameTime) + length.seconds))
    }
  }
}
