import Dates

/// Parses zones in the format of POSIX's TZ variable as RFC 9636 3.3.1 extends it:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct POSIXZone {
  private let text: [UInt8]
  private var position = 0

  /// Nil where `text` has another format.
  static func parse(_ text: [UInt8]) -> Zone.Tail? {
    var parser = POSIXZone(text: text)
    return parser.tail()
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func tail() -> Zone.Tail? {
    guard let name = abbreviation(), let west = seconds(maximumHours: 24) else { return nil }
    let standard = Zone.Offset(seconds: -west, abbreviation: name)
    if position == text.count { return .fixed(standard) }

    guard let daylightName = abbreviation() else { return nil }
    var daylightSeconds = standard.seconds + 3600
    if position < text.count, text[position] != UInt8(ascii: ",") {
      guard let west = seconds(maximumHours: 24) else { return nil }
      daylightSeconds = -west
    }
    guard let start = change(), let end = change(), position == text.count else { return nil }
    return .yearly(
      YearlyRule(
        standard: standard,
        daylight: Zone.Offset(
          seconds: daylightSeconds, isDaylight: true, abbreviation: daylightName),
        start: start, end: end))
  }

  /// Letters alone, or anything in angle brackets.
  private mutating func abbreviation() -> String? {
    let rest = text[position...]
    if rest.first == UInt8(ascii: "<") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      position = close + 1
      return String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
    }
    let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    position += letters.count
    return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self)
  }

  /// `,M3.5.0/2`.
  private mutating func change() -> YearlyChange? {
    guard skip(","), let day = day() else { return nil }
    guard skip("/") else { return YearlyChange(day: day, seconds: 7200) }
    return seconds(maximumHours: 167).map { YearlyChange(day: day, seconds: $0) }
  }

  private mutating func day() -> YearlyChange.DayOfYear? {
    if skip("M") {
      guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
        let weekday = number(0...6)
      else { return nil }
      // POSIX counts weekdays from Sunday.
      return .weekday(month: month, week: week, Weekday(daysFromMonday: weekday + 6))
    }
    if skip("J") { return number(1...365).map { .dayWithoutLeap($0) } }
    return number(0...365).map { .dayFromZero($0) }
  }

  /// `[+-]hh[:mm[:ss]]`.
  private mutating func seconds(maximumHours: Int) -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    guard let hours = number(0...maximumHours) else { return nil }
    var total = hours * 3600
    for unit in [60, 1] where skip(":") {
      guard let count = number(0...59) else { return nil }
      total += count * unit
    }
    return sign * total
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = text[position...].prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    position += digits.count
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return range.contains(value) ? value : nil
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }
}
