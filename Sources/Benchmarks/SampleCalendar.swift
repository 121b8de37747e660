import Dates
import RotaModel
import SeededNumbers

/// The dates a sample team lives in: its period begins on the first Monday of 2027, and two
/// quarters lie before it.
struct SampleCalendar {
  let weeks: Int
  /// Whether the company closes for two weeks, in which nobody works.
  let hasBreak: Bool

  /// 2027-01-04.
  let first = Day(number: 20_822)
  /// The day that every command takes for today.
  let today = Day(number: 20_788)

  var days: Int { 7 * weeks }

  /// 2027-02-08 to 2027-02-21, the period's sixth and seventh week.
  var companyBreak: ClosedRange<Day> { first + 35...first + 48 }

  /// A day of the period, or of the days before it.
  func anyDay(before: Int, _ random: inout SeededNumbers) -> Day {
    first + random.number(-before...days - 1)
  }

  /// 13 weeks are the quarter.
  var period: Period {
    let period =
      weeks == 13 ? Period(year: 2027, quarter: 1) : Period(from: first, weeks: weeks)
    guard let period else { preconditionFailure("\(weeks) weeks are a period") }
    return period
  }

  /// As they are given to `rota generate`.
  var periodArguments: String {
    weeks == 13 ? "2027-Q1" : "--from \(first) --weeks \(weeks)"
  }

  /// Those before, the earliest first.
  var earlier: [Period] {
    let quarters = [Period(year: 2026, quarter: 3), Period(year: 2026, quarter: 4)]
    return quarters.compactMap(\.self)
  }
}
