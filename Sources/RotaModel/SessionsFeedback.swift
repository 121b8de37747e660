package import Dates

/// A monthly feedback meeting.
package struct FeedbackMeeting: Sendable, Hashable {
  /// `2027-01`: the month it is held for, also where holidays push it into the next.
  package let month: String
  package let day: Day
}

extension Sessions {
  /// The feedback meetings on some days, in order; none where the team holds none. A month without
  /// that day (a fifth Thursday) has none. O(months × engineers).
  package func feedback(in days: Range<Day>) -> [FeedbackMeeting] {
    guard let feedback = team.feedback, let last = days.last else { return [] }
    // Holidays may have pushed a meeting into these days from an earlier month.
    let start = days.lowerBound - FeedbackMonth.longestDelay
    let months = FeedbackMonth(holding: start).through(FeedbackMonth(holding: last))
    return months.compactMap { month in
      guard let nominal = month.day(feedback.ordinal, feedback.weekday),
        let day = firstMeetingDay(from: nominal), days.contains(day)
      else { return nil }
      return FeedbackMeeting(month: month.name, day: day)
    }
  }

  /// The day itself, or the next of the team's workdays, that is no holiday for more than half of
  /// the team; nil where there is none for two months.
  private func firstMeetingDay(from nominal: Day) -> Day? {
    (nominal...nominal + FeedbackMonth.longestDelay).first { day in
      (day == nominal || team.workdays.contains(day.weekday)) && !isHolidayForMost(day)
    }
  }

  /// Whether a date is a holiday for more than half of those on the team then.
  private func isHolidayForMost(_ day: Day) -> Bool {
    let present = team.engineers.indices.filter { availability.isOnTeam($0, on: day..<day + 1) }
    return 2 * present.count { availability.hasHoliday($0, on: day) } > present.count
  }
}

/// A month of the calendar.
private struct FeedbackMonth {
  let year: Int
  let month: Int
  /// Days after which a meeting that holidays push away is given up.
  static let longestDelay = 62

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  init(holding day: Day) {
    self.init(year: day.year, month: day.month)
  }

  /// `2027-01`.
  var name: String { padded(year, to: 4) + "-" + padded(month, to: 2) }

  private var next: FeedbackMonth {
    month == 12
      ? FeedbackMonth(year: year + 1, month: 1) : FeedbackMonth(year: year, month: month + 1)
  }

  /// This month to another, both included.
  func through(_ last: FeedbackMonth) -> [FeedbackMonth] {
    var months: [FeedbackMonth] = []
    var month = self
    while (month.year, month.month) <= (last.year, last.month) {
      months.append(month)
      month = month.next
    }
    return months
  }

  /// Its `ordinal`-th such weekday, counted from its end where negative; nil where it has none.
  func day(_ ordinal: Int, _ weekday: Weekday) -> Day? {
    let length = Day.count(ofMonth: month, year: year)
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    let days = (first..<first + length).filter { $0.weekday == weekday }
    let index = ordinal > 0 ? ordinal - 1 : days.count + ordinal
    return days.indices.contains(index) ? days[index] : nil
  }
}
