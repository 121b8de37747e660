/// A date of the proleptic Gregorian calendar without a time: an RFC 5545 3.3.4 DATE.
///
/// Stored as a number of days, so that arithmetic and comparison are those of integers.
package struct DateOnly: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, negative before it.
  package let daysSince1970: Int

  package init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// The given day, or nil where the calendar has no such day or the year is not in 0...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...DateOnly.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The given day; `day` may lie outside the month and then counts on from it.
  init(validYear year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day is the last of its year.
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince1970: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month, each 1-based.
  package var yearMonthDay: (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(index: ((daysSince1970 + 3) % 7 + 7) % 7)
  }

  /// 1 on the first of January.
  package var dayOfYear: Int {
    daysSince1970 - DateOnly(validYear: yearMonthDay.year, month: 1, day: 1).daysSince1970 + 1
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func < (a: DateOnly, b: DateOnly) -> Bool { a.daysSince1970 < b.daysSince1970 }
  package static func + (date: DateOnly, days: Int) -> DateOnly {
    DateOnly(daysSince1970: date.daysSince1970 + days)
  }
  package static func - (a: DateOnly, b: DateOnly) -> Int { a.daysSince1970 - b.daysSince1970 }
}

extension DateOnly: CustomStringConvertible {
  /// `2027-01-04`.
  package var description: String {
    let (year, month, day) = yearMonthDay
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A day of the week; Monday is 0, as in ISO 8601.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  init(index: Int) {
    self = Weekday.allCases[index]
  }

  /// `MO` to `SU` (RFC 5545 3.3.10).
  package var code: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }
}

/// `number` in decimal with at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
