import Dates
internal import ICalendar

/// For which dates an event counts.
///
/// An event of whole dates counts for each of them, a timed one for each date of which it takes at
/// least half a working day. One of at most 24 hours counts for one date at most, so that a day off
/// that is kept in another zone is one day.
struct WorkingHours {
  private static let first = 8 * 3600
  private static let last = 18 * 3600
  private static let leastSeconds = 4 * 3600

  /// The team's.
  let zone: Zone

  /// Nil where it counts for none. O(1).
  func dates(of time: EventTime) -> Range<Day>? {
    guard case .instants(let span) = time else { return time.dates(in: zone) }
    let touched = time.dates(in: zone)
    let (first, last) = (touched.lowerBound, touched.upperBound + -1)
    let counts = [first, last].map { seconds(of: span, on: $0) >= WorkingHours.leastSeconds }
    if span.upperBound - span.lowerBound <= 86_400 {
      let isFirst = seconds(of: span, on: first) >= seconds(of: span, on: last)
      let date = isFirst ? first : last
      return counts[isFirst ? 0 : 1] ? date..<date + 1 : nil
    }
    // The dates between are taken whole.
    let start = counts[0] ? first : first + 1
    let end = counts[1] ? last + 1 : last
    return start < end ? start..<end : nil
  }

  /// How much of a date's working hours an event takes.
  private func seconds(of span: Range<Instant>, on date: Day) -> Int {
    let start = zone.instant(of: LocalDateTime(date, secondOfDay: WorkingHours.first))
    let end = zone.instant(of: LocalDateTime(date, secondOfDay: WorkingHours.last))
    return max(0, min(end, span.upperBound) - max(start, span.lowerBound))
  }
}
