package import Dates

/// The time from one handover to the next, named by the date it starts on.
package struct ShiftWeek: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let start: Day

  /// The week that starts on `start`, whatever its weekday: earlier rotas may have been made
  /// under another handover weekday.
  package init(startingOn start: Day) { self.start = start }

  /// The week that holds `day` where weeks start on `handover`.
  package init(holding day: Day, handover: Weekday) {
    start = day - (day.weekday.rawValue - handover.rawValue + 7) % 7
  }

  /// The week that starts within an ISO week.
  package init(in week: ISOWeek, handover: Weekday) {
    start = week.monday + (handover.rawValue - 1)
  }

  /// Its seven dates.
  package var days: Range<Day> { start..<start + 7 }
  package var last: Day { start + 6 }

  package static func < (a: ShiftWeek, b: ShiftWeek) -> Bool { a.start < b.start }
  package var description: String { start.description }

  /// How many weeks later `other` starts, rounded down; negative where it is earlier.
  package func weeks(to other: ShiftWeek) -> Int {
    let days = start.distance(to: other.start)
    return days >= 0 ? days / 7 : -((6 - days) / 7)
  }
}
