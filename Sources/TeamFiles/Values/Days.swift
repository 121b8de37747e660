import Dates
internal import Diagnostics
internal import RotaModel

extension Reading {
  /// A date, `2027-02-08`.
  /// - Parameter forever: what to do instead of a date far off that is to mean "never".
  mutating func day(_ text: Written, forever: String? = nil) -> Day? {
    if let day = Day(text.text) { return day }
    let parts = DateParts(text.text)
    guard let parts, parts.isWellWritten else {
      report(
        "bad-date", "`\(text.text)` is not a date", at: text.place,
        help: [
          parts?.day.map { "did you mean `\($0)`?" }
            ?? "a date is written as year, month and day: `2027-02-08`"
        ])
      return nil
    }
    if let refusal = Limits.refusal(ofYearIn: text.text) {
      let isNever = parts.year > Limits.years.upperBound
      report(
        "bad-date", refusal, at: text.place,
        help: isNever ? [forever].compactMap(\.self) : [])
    } else if parts.year == 0 {
      report("bad-date", "there is no year 0000", at: text.place)
    } else if !(1...12).contains(parts.month) {
      report(
        "bad-date", "`\(text.text)` does not exist: there is no month \(text.part(5..<7).text)",
        at: text.place, label: "months are 01 to 12")
    } else {
      let count = Day.count(ofMonth: parts.month, year: parts.year)
      let last = Day(year: parts.year, month: parts.month, day: count)
      report(
        "bad-date",
        "`\(text.text)` does not exist: \(MonthNames.full[parts.month - 1]) \(parts.year) has \(count) days",
        at: text.place,
        help: last.map { ["the month ends on `\($0)`"] } ?? [])
    }
    return nil
  }

  /// `2027-02-08 to 2027-02-19`, both days included.
  mutating func range(_ ends: (first: Written, last: Written), of text: Written) -> Range<Day>? {
    // Both are read, so that mistakes in both are told.
    let start = day(ends.first)
    let end = day(ends.last)
    guard let start, let end else { return nil }
    guard start <= end else {
      report(
        "ends-before-start", "the range ends before it starts", at: text.place,
        help: ["did you mean `\(end) to \(start)`?"])
      return nil
    }
    return start..<end + 1
  }

  /// A date or, where they are allowed, a range or an ISO week, as the days it means.
  mutating func days(_ text: Written, weeks: Bool = false) -> Range<Day>? {
    if let day = Day(text.text) { return day..<day + 1 }
    if let ends = text.rangeEnds { return range(ends, of: text) }
    if looksLikeWeek(text.text) {
      guard let week = isoWeek(text) else { return nil }
      let days = ShiftWeek(in: week, handover: handover).days
      guard weeks else {
        report(
          "bad-date", "`\(text.text)` is a week, and days are needed here", at: text.place,
          help: ["did you mean `\(days.lowerBound) to \(days.upperBound - 1)`?"])
        return nil
      }
      return days
    }
    if let fix = rangeWrittenOtherwise(text.text) {
      report(
        "bad-range", "`\(text.text)` is not a range of dates", at: text.place,
        help: ["did you mean `\(fix)`?"])
      return nil
    }
    return day(text).map { $0..<$0 + 1 }
  }

  /// `2027-W05`, in any case.
  mutating func isoWeek(_ text: Written) -> ISOWeek? {
    let parts = NumberedParts(text.text, of: .week)
    let week = parts.flatMap { ISOWeek(year: $0.year, week: $0.number) }
    if let refusal = Limits.refusal(ofYearIn: text.text) {
      report("bad-week", refusal, at: text.place)
      return nil
    }
    guard let parts, parts.isWellWritten, parts.year > 0 else {
      report(
        "bad-week", "`\(text.text)` is not a week", at: text.place,
        help: [
          week.map { "did you mean `\($0)`?" }
            ?? "a week is written as year and number: `2027-W05`"
        ])
      return nil
    }
    if let week { return week }
    let count = ISOWeek.count(ofYear: parts.year)
    report(
      "bad-week", "`\(text.text)` does not exist: \(parts.year) has \(count) weeks",
      at: text.place, label: "weeks are W01 to W\(count)")
    return nil
  }

  /// A week: any date in it, or the ISO week in which it starts.
  mutating func week(_ text: Written) -> ShiftWeek? {
    if let day = Day(text.text) { return ShiftWeek(holding: day, handover: handover) }
    if looksLikeWeek(text.text) {
      return isoWeek(text).map { ShiftWeek(in: $0, handover: handover) }
    }
    if DateParts(text.text) == nil {
      report(
        "bad-week", "`\(text.text)` is not a week", at: text.place,
        help: ["a week is written as any date in it, `2027-02-01`, or as its number, `2027-W05`"])
      return nil
    }
    return day(text).map { ShiftWeek(holding: $0, handover: handover) }
  }

  /// A quarter, or a range of dates.
  mutating func period(_ text: Written) -> Period? {
    if let period = Period(named: text.text) { return period }
    if let ends = text.rangeEnds {
      guard let days = range(ends, of: text) else { return nil }
      return period(days, of: text)
    }
    if let refusal = Limits.refusal(ofYearIn: text.text) {
      report("bad-period", refusal, at: text.place)
      return nil
    }
    if let ends = split(text.text, around: "_"), let first = Day(ends.first),
      let last = Day(ends.last), first <= last
    {
      return period(first..<last + 1, of: text)
    }
    let parts = NumberedParts(text.text, of: .quarter)
    let quarter = parts.flatMap { Period(year: $0.year, quarter: $0.number) }
    let fix = quarter?.name ?? rangeWrittenOtherwise(text.text)
    if let parts, quarter == nil, !(1...4).contains(parts.number) {
      report(
        "bad-period", "`\(text.text)` does not exist: a year has 4 quarters", at: text.place,
        label: "quarters are Q1 to Q4")
    } else {
      report(
        "bad-period", "`\(text.text)` is not a period", at: text.place,
        help: [
          fix.map { "did you mean `\($0)`?" }
            ?? "a period is a quarter, `2027-Q1`, or a range, `2027-01-04 to 2027-04-04`"
        ])
    }
    return nil
  }

  private mutating func period(_ days: Range<Day>, of text: Written) -> Period? {
    let last = days.upperBound - 1
    if let refusal = Limits.refusal(ofPeriodFrom: days.lowerBound, to: last) {
      report("bad-period", refusal, at: text.place)
    }
    return Period(from: days.lowerBound, to: last)
  }

  /// Dates joined by something other than ` to `, as they should be written.
  private func rangeWrittenOtherwise(_ text: String) -> String? {
    for separator in ["..", " - ", " – ", "–", " until ", " till ", "/", "_"] {
      let parts = split(text, around: separator)
      if let first = parts?.first, let last = parts?.last, let first = Day(first),
        let last = Day(last)
      {
        return "\(first) to \(last)"
      }
    }
    return nil
  }

  private func split(_ text: String, around separator: String) -> (first: String, last: String)? {
    let bytes = Array(text.utf8)
    let middle = Array(separator.utf8)
    guard bytes.count == 20 + middle.count,
      bytes[10..<10 + middle.count].elementsEqual(middle)
    else { return nil }
    return (
      String(decoding: bytes.prefix(10), as: UTF8.self),
      String(decoding: bytes.suffix(10), as: UTF8.self)
    )
  }
}

/// A week by its number, right or wrong, or nearly so.
func looksLikeWeek(_ text: String) -> Bool {
  let bytes = Array(text.utf8.prefix(6))
  let begins =
    bytes.count == 6 && bytes[..<4].allSatisfy { (0x30...0x39).contains($0) }
    && bytes[4] == 0x2D && bytes[5] | 0x20 == 0x77
  return begins || NumberedParts(text, of: .week) != nil
}
