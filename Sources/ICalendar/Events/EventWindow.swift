import Dates

/// The dates that events are asked for, as moments of a zone.
struct EventWindow {
  let dates: Range<Day>
  let zone: Zone
  private let instants: Range<Instant>

  init(_ dates: Range<Day>, in zone: Zone) {
    self.dates = dates
    self.zone = zone
    let start = zone.instant(of: LocalDateTime(dates.lowerBound))
    instants = start..<max(start, zone.instant(of: LocalDateTime(dates.upperBound)))
  }

  /// The event at this time; nil outside of the window.
  func occurrence(of member: EventMember, at start: EventStart, lasting length: EventDuration)
    -> EventOccurrence?
  {
    let time = start.time(lasting: length)
    return overlaps(time)
      ? EventOccurrence(event: member.event, time: time, zone: start.zone) : nil
  }

  private func overlaps(_ time: EventTime) -> Bool {
    switch time {
    case .dates(let span): span.overlaps(dates)
    case .instants(let span) where span.isEmpty: instants.contains(span.lowerBound)
    case .instants(let span): span.overlaps(instants)
    }
  }

  /// Where a time starts, dates at their midnight.
  func start(of time: EventTime) -> Instant {
    switch time {
    case .dates(let span): zone.instant(of: LocalDateTime(span.lowerBound))
    case .instants(let span): span.lowerBound
    }
  }

  /// All wall times, in whatever zone, at which an instance may start that reaches into the
  /// window, if it does so from at most `before` seconds before it or `after` seconds after it.
  func wallTimes(before: Int, after: Int) -> Range<LocalDateTime> {
    if dates.isEmpty { return LocalDateTime(dates.lowerBound)..<LocalDateTime(dates.lowerBound) }
    // No two clocks of the world are more than two days apart.
    let slack = 2 * 86_400
    let lower = LocalDateTime(dates.lowerBound).wallSeconds - slack - before
    let upper = LocalDateTime(dates.upperBound).wallSeconds + slack + after
    return LocalDateTime(wallSeconds: lower)..<LocalDateTime(wallSeconds: upper)
  }
}
