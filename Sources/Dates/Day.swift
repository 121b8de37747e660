/// A date of the Gregorian calendar without a time, counted in days from 1970-01-01.
///
/// Public where all else is `package`: only so is its arithmetic inlined in other rooms (Swift 6.3),
/// and a stress test takes a quarter less.
@frozen public struct Day: Sendable, Hashable, Comparable, Strideable {
  /// Days since 1970-01-01, negative before.
  public let number: Int

  @inlinable public init(number: Int) { self.number = number }

  /// nil where the calendar has no such date or the year is not between 0 and 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.count(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Of a month that exists; a day beyond its end or before its first counts on from there.
  public init(validYear year: Int, month: Int, day: Int) {
    // Howard Hinnant's `days_from_civil`: years begin in March, eras have 400 years.
    let shifted = month > 2 ? year : year - 1
    let era = Day.floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Exactly `YYYY-MM-DD` with ASCII digits, of a date that exists, of the years 1 to 9999; nil
  /// otherwise.
  @inlinable public init?(anyYear text: some StringProtocol) {
    // A year, a dash, a month, a dash, a day; and nothing after them.
    var bytes = text.utf8.makeIterator()
    func number(digits count: Int) -> Int? {
      var number = 0
      for _ in 0..<count {
        guard let byte = bytes.next(), 0x30...0x39 ~= byte else { return nil }
        number = 10 * number + Int(byte - 0x30)
      }
      return number
    }
    guard let year = number(digits: 4), year > 0, bytes.next() == 0x2D,
      let month = number(digits: 2), bytes.next() == 0x2D, let day = number(digits: 2),
      bytes.next() == nil
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var year: Int { civil.year }
  /// 1 to 12.
  public var month: Int { civil.month }
  /// 1 to 31.
  public var dayOfMonth: Int { civil.day }
  /// 1 on the first of January.
  public var dayOfYear: Int {
    number - Day(validYear: civil.year, month: 1, day: 1).number + 1
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(daysFromMonday: number + 3)
  }

  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  @inlinable public func distance(to other: Day) -> Int { other.number - number }
  @inlinable public func advanced(by days: Int) -> Day { Day(number: number + days) }
  @inlinable public static func + (day: Day, days: Int) -> Day { day.advanced(by: days) }
  @inlinable public static func - (day: Day, days: Int) -> Day { day.advanced(by: -days) }

  /// Before and after every date a file can name: the ends of open spans.
  public static let distantPast = Day(number: -1_000_000)
  public static let distantFuture = Day(number: 4_000_000)

  /// The number of days of a month.
  public static func count(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Year, month and day of the month, each from 1 on.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = Day.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int {
    (a - remainder(a, b)) / b
  }

  private static func remainder(_ a: Int, _ b: Int) -> Int {
    let rest = a % b
    return rest < 0 ? rest + b : rest
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }
}
