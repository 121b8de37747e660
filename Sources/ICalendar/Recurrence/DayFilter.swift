import Dates

/// Tells which days a rule falls on, once the days of its period are given.
///
/// RFC 5545 says of each BY part whether it expands or limits; of days both come to the same: the
/// days of the period that every part agrees to. What no part says is that of the start.
struct DayFilter: Sendable {
  private let months: UInt16
  private let monthDays: SignedSet?
  private let yearDays: SignedSet?
  private let weekNumbers: SignedSet?
  private let weekdays: UInt8
  /// Weekdays with an ordinal, counted within the month or the year.
  private let ordinals: [RecurrenceRule.ByDay]
  private let countsWithinYear: Bool
  private let weekStart: Weekday

  init(_ rule: RecurrenceRule, start: Day) {
    let (_, month, day) = start.civil
    let saysNoDay =
      rule.weekNumbers.isEmpty && rule.yearDays.isEmpty && rule.monthDays.isEmpty
      && rule.days.isEmpty
    let isYearly = rule.frequency == .yearly
    var monthDays = rule.monthDays
    var months = rule.months
    var weekday: Weekday?
    if saysNoDay, isYearly || rule.frequency == .monthly { monthDays = [day] }
    if saysNoDay, isYearly, months.isEmpty { months = [month] }
    if saysNoDay, rule.frequency == .weekly { weekday = start.weekday }
    let saysWeekOnly =
      !rule.weekNumbers.isEmpty && rule.yearDays.isEmpty && rule.monthDays.isEmpty
      && rule.days.isEmpty
    if saysWeekOnly { weekday = start.weekday }

    // An ordinal has a meaning within a month or a year only, and not beside week numbers.
    let hasOrdinals =
      (isYearly && rule.weekNumbers.isEmpty) || rule.frequency == .monthly
    let plain = rule.days.filter { !hasOrdinals || $0.ordinal == 0 }.map(\.weekday)
    self.months = months.isEmpty ? .max : months.reduce(0) { $0 | 1 << UInt16($1) }
    self.monthDays = SignedSet(monthDays)
    yearDays = SignedSet(rule.yearDays)
    weekNumbers = SignedSet(rule.weekNumbers)
    ordinals = rule.days.filter { hasOrdinals && $0.ordinal != 0 }
    let named = plain + (weekday.map { [$0] } ?? [])
    weekdays =
      named.isEmpty && ordinals.isEmpty ? .max : named.reduce(0) { $0 | 1 << UInt8($1.rawValue) }
    countsWithinYear = isYearly && rule.months.isEmpty
    weekStart = rule.weekStart
  }

  func contains(month: Int) -> Bool {
    months & 1 << UInt16(month) != 0
  }

  func contains(_ date: Day) -> Bool {
    let (year, month, day) = date.civil
    return contains(date, year: year, month: month, day: day)
  }

  /// The same where year, month and day are known.
  func contains(_ date: Day, year: Int, month: Int, day: Int) -> Bool {
    guard contains(month: month) else { return false }
    let monthLength = Day.count(ofMonth: month, year: year)
    if let monthDays, !monthDays.contains(day, of: monthLength) { return false }
    if let yearDays,
      !yearDays.contains(date.dayOfYear, of: Day.isLeap(year) ? 366 : 365)
    {
      return false
    }
    if let weekNumbers, !contains(weekOf: date, in: weekNumbers) { return false }
    return containsWeekday(of: date, year: year, day: day, monthLength: monthLength)
  }

  /// Whether the rule names a day that a month of this length does not have, and takes the date
  /// that stands for it: BYDAY is looked at afterwards (RFC 7529 4.1), the other parts before.
  func contains(_ date: Day, forDayBeyond length: Int) -> Bool {
    guard let monthDays, monthDays.reaches(beyond: length), yearDays == nil, weekNumbers == nil
    else { return false }
    let (year, month, day) = date.civil
    return containsWeekday(
      of: date, year: year, day: day, monthLength: Day.count(ofMonth: month, year: year))
  }

  private func containsWeekday(of date: Day, year: Int, day: Int, monthLength: Int) -> Bool {
    let weekday = date.weekday
    if weekdays & 1 << UInt8(weekday.rawValue) != 0 { return true }
    guard ordinals.contains(where: { $0.weekday == weekday }) else { return false }
    let position = countsWithinYear ? date.dayOfYear : day
    let length = countsWithinYear ? (Day.isLeap(year) ? 366 : 365) : monthLength
    let fromStart = (position - 1) / 7 + 1
    let fromEnd = -((length - position) / 7 + 1)
    return ordinals.contains {
      $0.weekday == weekday && ($0.ordinal == fromStart || $0.ordinal == fromEnd)
    }
  }

  /// Weeks are those of ISO 8601, though they may start on another day.
  private func contains(weekOf date: Day, in numbers: SignedSet) -> Bool {
    let (year, number) = week(of: date)
    let lastWeekDay = Day(validYear: year, month: 12, day: 28)
    return numbers.contains(number, of: week(of: lastWeekDay).number)
  }

  private func week(of date: Day) -> (year: Int, number: Int) {
    // The year that holds most of the week, which is the one of its fourth day.
    let fourth = date.startOfWeek(weekStart) + 3
    return (fourth.civil.year, (fourth.dayOfYear - 1) / 7 + 1)
  }
}

extension Day {
  /// The first day of the week that holds this day.
  func startOfWeek(_ first: Weekday) -> Day {
    self - (weekday.rawValue - first.rawValue + 7) % 7
  }
}

/// Numbers that count from the start (1) or from the end (-1) of something.
private struct SignedSet: Sendable {
  private var fromStart = [Bool](repeating: false, count: 367)
  private var fromEnd = [Bool](repeating: false, count: 367)

  /// Nil for no numbers.
  init?(_ numbers: [Int]) {
    if numbers.isEmpty { return nil }
    for number in numbers {
      if number > 0 { fromStart[number] = true } else { fromEnd[-number] = true }
    }
  }

  func reaches(beyond length: Int) -> Bool { fromStart[(length + 1)...].contains(true) }

  func contains(_ position: Int, of length: Int) -> Bool {
    fromStart[position] || fromEnd[length - position + 1]
  }
}
