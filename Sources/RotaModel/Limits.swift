package import Dates

/// What Rota takes of dates and periods, in files and on the command line alike. Each is checked at
/// the door, where a text is read, so that no arithmetic behind it meets a year that cannot be
/// written, or a rota without end that was a slip of the finger.
package enum Limits {
  /// Far enough from the first and the last year of four digits for all that is counted from a date.
  package static let years = 1900...2999
  package static let weeksOfPeriod = 1...520

  /// Why a date, a quarter, a week, a time, or a range of two dates is not taken for its year; nil
  /// where its years are taken, and for any other text.
  package static func refusal(ofYearIn text: String) -> String? {
    for part in text.replacing("_", with: " ").split(separator: " ") where part.utf8.count >= 7 {
      let bytes = Array(part.utf8.prefix(6))
      guard bytes[4] == UInt8(ascii: "-"), bytes[..<4].allSatisfy({ 0x30...0x39 ~= $0 }),
        let year = Int(part.prefix(4)), year > 0, !years.contains(year),
        Day(anyYear: part.prefix(10)) != nil || "QqWw".utf8.contains(bytes[5])
      else { continue }
      return "`\(part)` is out of range: years are \(years.lowerBound) to \(years.upperBound)"
    }
    return nil
  }

  /// Why a period of these dates, both included, is not taken; nil for one that is.
  package static func refusal(ofPeriodFrom first: Day, to last: Day) -> String? {
    let weeks = (first.distance(to: last) + 7) / 7
    guard weeks > weeksOfPeriod.upperBound else {
      let areTaken = years.contains(first.year) && years.contains(last.year)
      return areTaken ? nil : refusal(ofYearIn: "\(first) \(last)")
    }
    return "a period has at most \(weeksOfPeriod.upperBound) weeks, "
      + "and \(first) to \(last) are \(weeks)"
  }
}
