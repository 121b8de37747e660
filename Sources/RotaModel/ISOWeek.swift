package import Dates

/// A week of ISO 8601, `2027-W05`: it begins on Monday, and week 1 holds the year's first Thursday.
package struct ISOWeek: Sendable, Hashable, CustomStringConvertible {
  package let year: Int
  /// 1 to 53.
  package let week: Int

  /// nil where the year has no such week, and for a year that `Limits` do not take.
  package init?(year: Int, week: Int) {
    guard Limits.years.contains(year), (1...ISOWeek.count(ofYear: year)).contains(week) else {
      return nil
    }
    self.year = year
    self.week = week
  }

  /// The week that holds a date.
  package init(holding day: Day) {
    let thursday = day + (4 - day.weekday.rawValue)
    year = thursday.year
    week = 1 + ISOWeek.firstMonday(of: year).distance(to: day) / 7
  }

  package var monday: Day { ISOWeek.firstMonday(of: year) + 7 * (week - 1) }
  package var description: String { padded(year, to: 4) + "-" + number }
  /// Without its year: `W05`.
  package var number: String { "W" + padded(week, to: 2) }

  /// 52 or 53.
  package static func count(ofYear year: Int) -> Int {
    firstMonday(of: year).distance(to: firstMonday(of: year + 1)) / 7
  }

  private static func firstMonday(of year: Int) -> Day {
    guard let fourth = Day(year: min(max(year, 1), 9999), month: 1, day: 4) else {
      preconditionFailure("every year has a 4 January")
    }
    return fourth - (fourth.weekday.rawValue - 1)
  }
}
