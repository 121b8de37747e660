package import Dates

/// The span of dates a rota covers: a quarter, or a range of dates.
package struct Period: Sendable, Hashable {
  package let first: Day
  /// Included.
  package let last: Day
  /// The quarter's number, 1 to 4, where the period was named as one.
  private let quarter: Int?

  /// A range of dates, both included; nil where it ends before it starts, and where it is not one
  /// that `Limits` take.
  package init?(from first: Day, to last: Day) {
    guard first <= last, Limits.refusal(ofPeriodFrom: first, to: last) == nil else { return nil }
    self.first = first
    self.last = last
    quarter = nil
  }

  /// `weeks` whole weeks from `first` on; nil for fewer than one, and for more than `Limits` take.
  package init?(from first: Day, weeks: Int) {
    guard Limits.weeksOfPeriod.contains(weeks) else { return nil }
    self.init(from: first, to: first + (7 * weeks - 1))
  }

  /// A quarter of a year; nil for a number outside 1 to 4 or a year that `Limits` do not take.
  package init?(year: Int, quarter: Int) {
    guard Limits.years.contains(year), (1...4).contains(quarter),
      let first = Day(year: year, month: 3 * quarter - 2, day: 1),
      let last = Day(
        year: year, month: 3 * quarter, day: Day.count(ofMonth: 3 * quarter, year: year))
    else { return nil }
    self.first = first
    self.last = last
    self.quarter = quarter
  }

  /// The quarter that holds a date.
  package init(quarterHolding day: Day) {
    guard let period = Period(year: day.year, quarter: (day.month + 2) / 3) else {
      preconditionFailure("every month belongs to a quarter")
    }
    self = period
  }

  /// `2027-Q1`, or `2027-01-04 to 2027-04-04`: as it stands in files and JSON.
  package var name: String {
    quarter.map { "\(padded(first.year, to: 4))-Q\($0)" } ?? "\(first) to \(last)"
  }

  /// What people call it: `quarter` or `period`.
  package var word: String { quarter == nil ? "period" : "quarter" }

  /// `2027-Q1` or `2027-01-04_2027-04-04`: the name of its rota file, without `.yaml`.
  package var fileStem: String {
    quarter == nil ? "\(first)_\(last)" : name
  }

  /// As it is given to `rota generate`: `2027-Q1` or `--from 2027-01-04 --weeks 13`.
  package var commandLine: String {
    quarter == nil ? "--from \(first) --weeks \((first.distance(to: last) + 1) / 7)" : name
  }

  /// `name` or `fileStem` read back; nil for anything else.
  package init?(named text: String) {
    let bytes = Array(text.utf8)
    if bytes.count == 7, text.dropFirst(4).hasPrefix("-Q") || text.dropFirst(4).hasPrefix("-q"),
      bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) }), (0x31...0x34).contains(bytes[6]),
      let year = Int(text.prefix(4))
    {
      self.init(year: year, quarter: Int(bytes[6] - 0x30))
      return
    }
    for separator in [" to ", "_"] where bytes.count == 20 + separator.utf8.count {
      if let first = Day(text.prefix(10)), let last = Day(text.suffix(10)),
        text.dropFirst(10).hasPrefix(separator)
      {
        self.init(from: first, to: last)
        return
      }
    }
    return nil
  }

  package func holds(_ day: Day) -> Bool { first <= day && day <= last }

  /// The shift weeks whose first date lies in the period, in order; may be none.
  package func weeks(handover: Weekday) -> [ShiftWeek] {
    var start = ShiftWeek(holding: first, handover: handover).start
    if start < first { start = start + 7 }
    return stride(from: start, through: last, by: 7).map(ShiftWeek.init(startingOn:))
  }
}
