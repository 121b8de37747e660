import Dates

/// A recurrence rule (RFC 5545 3.3.10), taken apart and its numbers checked.
struct RecurrenceRule: Sendable, Hashable {
  enum Frequency: Int, Sendable, Comparable, CaseIterable {
    case secondly, minutely, hourly, daily, weekly, monthly, yearly

    static func < (a: Frequency, b: Frequency) -> Bool { a.rawValue < b.rawValue }
  }

  /// An element of BYDAY; `ordinal` is 0 for every such day.
  struct ByDay: Sendable, Hashable {
    let ordinal: Int
    let weekday: Weekday
  }

  /// What becomes of a day that its month does not have, as the 31st of April (RFC 7529 4.1).
  enum Skip: String, Sendable {
    case omit = "OMIT"
    /// The month's last day.
    case backward = "BACKWARD"
    /// The first day after the month.
    case forward = "FORWARD"
  }

  /// What is wrong with a rule, as a clause: "`BYMONTH` is `13`, and …".
  struct Invalid: Error {
    let reason: String
  }

  let frequency: Frequency
  var interval = 1
  var count: Int?
  var until: WrittenDate?
  var months: [Int] = []
  var weekNumbers: [Int] = []
  var yearDays: [Int] = []
  var monthDays: [Int] = []
  var days: [ByDay] = []
  var hours: [Int] = []
  var minutes: [Int] = []
  var seconds: [Int] = []
  var setPositions: [Int] = []
  var weekStart = Weekday.monday
  var skip = Skip.omit

  init(frequency: Frequency) {
    self.frequency = frequency
  }

  /// Parts may come in any order and any case; of a part that comes twice the last counts.
  init(_ text: String) throws(Invalid) {
    var parts: [(name: String, value: String)] = []
    for part in text.utf8.split(separator: UInt8(ascii: ";")) {
      let sides = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw Invalid(reason: "`\(Substring(part))` has no `=`")
      }
      let noBlanks = sides.map { $0.filter { $0 != 0x20 && $0 != 0x09 } }
      parts.append((EscapedText.capitals(noBlanks[0]), EscapedText.capitals(noBlanks[1])))
    }
    guard let name = parts.last(where: { $0.name == "FREQ" })?.value else {
      throw Invalid(reason: "`FREQ` is missing")
    }
    guard let frequency = Frequency.allCases.first(where: { "\($0)".uppercased() == name }) else {
      throw Invalid(reason: "`FREQ` is `\(name)`, which is none of SECONDLY to YEARLY")
    }
    self.init(frequency: frequency)
    for part in parts { try take(part.name, part.value) }
    // RFC 7529 does not say which month or year these would fall into.
    let vague = monthDays.first { $0 < -28 } ?? yearDays.first { abs($0) > 365 }
    if skip != .omit, let vague {
      throw Invalid(reason: "day `\(vague)` beside `SKIP=\(skip.rawValue)` is not known here")
    }
  }

  private mutating func take(_ name: String, _ value: String) throws(Invalid) {
    switch name {
    case "FREQ": break
    case "INTERVAL": interval = try RuleValue.number(value, in: 1...1_000_000_000, of: name)
    // What some clients write for a rule without an end.
    case "COUNT" where value == "-1": break
    case "COUNT": count = try RuleValue.number(value, in: 1...1_000_000_000, of: name)
    case "UNTIL":
      guard let date = WrittenDate(value) else {
        throw Invalid(reason: "`UNTIL` is `\(value)`, which is no date or time")
      }
      until = date
    case "BYMONTH": months = try RuleValue.numbers(value, in: 1...12, of: name)
    case "BYWEEKNO": weekNumbers = try RuleValue.signed(value, upTo: 53, of: name)
    case "BYYEARDAY": yearDays = try RuleValue.signed(value, upTo: 366, of: name)
    case "BYMONTHDAY": monthDays = try RuleValue.signed(value, upTo: 31, of: name)
    case "BYDAY": days = try RuleValue.days(value)
    case "BYHOUR": hours = try RuleValue.numbers(value, in: 0...23, of: name)
    case "BYMINUTE": minutes = try RuleValue.numbers(value, in: 0...59, of: name)
    case "BYSECOND":
      // Without leap seconds second 60 is 59 (RFC 5545 3.3.5).
      seconds = try RuleValue.numbers(value, in: 0...60, of: name).map { min($0, 59) }
    case "BYSETPOS": setPositions = try RuleValue.signed(value, upTo: 366, of: name)
    case "WKST":
      guard let day = Weekday(code: value) else {
        throw Invalid(reason: "`WKST` is `\(value)`, which is no weekday")
      }
      weekStart = day
    case "RSCALE" where value == "GREGORIAN": break
    case "SKIP":
      guard let skip = Skip(rawValue: value) else {
        throw Invalid(reason: "`SKIP` is `\(value)`, which is none of OMIT, BACKWARD and FORWARD")
      }
      self.skip = skip
    default:
      // Parts of other standards' writers; those of RFC 7529 change the dates.
      guard name.utf8.starts(with: "X-".utf8) else {
        throw Invalid(reason: "`\(name)` is not known here")
      }
    }
  }
}

/// The values of a rule's parts.
private enum RuleValue {
  typealias Invalid = RecurrenceRule.Invalid

  static func numbers(_ text: String, in range: ClosedRange<Int>, of name: String) throws(Invalid)
    -> [Int]
  {
    var numbers: [Int] = []
    for part in text.utf8.split(separator: UInt8(ascii: ",")) {
      numbers.append(try number(String(Substring(part)), in: range, of: name))
    }
    if numbers.isEmpty { throw Invalid(reason: "`\(name)` is empty") }
    return Array(Set(numbers)).sorted()
  }

  /// Numbers that may count from the end; 0 is none of them.
  static func signed(_ text: String, upTo limit: Int, of name: String) throws(Invalid) -> [Int] {
    let numbers = try numbers(text, in: -limit...limit, of: name)
    if numbers.contains(0) {
      throw Invalid(reason: "`\(name)` is `0`, and it counts from 1 or from -1")
    }
    return numbers
  }

  static func days(_ text: String) throws(Invalid) -> [RecurrenceRule.ByDay] {
    var days: [RecurrenceRule.ByDay] = []
    for part in text.utf8.split(separator: UInt8(ascii: ",")) {
      guard let weekday = Weekday(code: String(Substring(part.suffix(2)))) else {
        throw Invalid(reason: "`BYDAY` is `\(Substring(part))`, which is no weekday")
      }
      let ordinal = String(Substring(part.dropLast(2)))
      let number = ordinal.isEmpty ? 0 : try number(ordinal, in: -53...53, of: "BYDAY")
      if number == 0, !ordinal.isEmpty {
        throw Invalid(reason: "`BYDAY` is `\(Substring(part))`, and it counts from 1 or from -1")
      }
      days.append(RecurrenceRule.ByDay(ordinal: number, weekday: weekday))
    }
    if days.isEmpty { throw Invalid(reason: "`BYDAY` is empty") }
    return days
  }

  static func number(_ text: String, in range: ClosedRange<Int>, of name: String) throws(Invalid)
    -> Int
  {
    guard let number = Int(text), range.contains(number) else {
      throw Invalid(
        reason:
          "`\(name)` is `\(text)`, and it goes from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }
}

extension Weekday {
  /// `MO` to `SU` (RFC 5545 3.3.10).
  var code: String { shortName.prefix(2).uppercased() }

  /// Of `MO` to `SU`.
  init?(code: String) {
    guard let day = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
    self = day
  }
}
