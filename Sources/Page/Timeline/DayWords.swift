import Dates
import RotaModel

/// Days as people say them.
enum DayWords {
  /// `4 April 2027`.
  static func dated(_ day: Day) -> String { "\(short(day)) \(day.year)" }

  /// `26 to 28 March`, `29 March to 4 April`, `28 March`: without the year, which stands nearby.
  static func short(_ days: Range<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound - 1)
    if first == last { return short(first) }
    let isOneMonth = first.month == last.month && first.year == last.year
    return (isOneMonth ? "\(first.dayOfMonth)" : short(first)) + " to " + short(last)
  }

  /// `4 to 10 January 2027`, `28 December 2026 to 3 January 2027`.
  static func dated(_ days: Range<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound - 1)
    return first.year == last.year
      ? "\(short(days)) \(last.year)" : "\(dated(first)) to \(dated(last))"
  }

  private static func short(_ day: Day) -> String {
    "\(day.dayOfMonth) \(MonthNames.full[day.month - 1])"
  }
}
