import Dates
internal import Diagnostics
internal import RotaModel

/// A year, a month and a day of it that may be meant as a date, however they are written.
struct DateParts {
  let year: Int
  let month: Int
  let dayOfMonth: Int
  /// `YYYY-MM-DD`, whether or not the calendar has it.
  let isWellWritten: Bool

  /// `2027/2/8`, `8.2.2027`, `8 Feb 2027`, `February 8, 2027`. Slashes with the year last say
  /// different things in different countries, so they are left alone.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 30 else { return nil }
    let pieces = bytes.split { [0x20, 0x2C, 0x2D, 0x2E, 0x2F].contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    guard pieces.count == 3 else { return nil }
    let numbers = pieces.map { digits($0) }
    let names = zip(pieces, numbers).map { $1 == nil ? monthNumber($0) : nil }
    let dots = bytes.count { $0 == 0x2E } == 2
    if pieces[0].utf8.count == 4, let first = numbers[0], let month = numbers[1] ?? names[1],
      let last = numbers[2]
    {
      (year, self.month, dayOfMonth) = (first, month, last)
    } else if let last = numbers[2], pieces[2].utf8.count == 4, let first = numbers[0],
      let month = names[1] ?? (dots ? numbers[1] : nil)
    {
      (year, self.month, dayOfMonth) = (last, month, first)
    } else if let last = numbers[2], let month = names[0], let middle = numbers[1] {
      (year, self.month, dayOfMonth) = (last, month, middle)
    } else {
      return nil
    }
    isWellWritten =
      bytes.count == 10 && bytes[4] == 0x2D && bytes[7] == 0x2D && numbers[1] != nil
  }

  /// nil where the calendar has no such date.
  var day: Day? { Day(year: year, month: month, day: dayOfMonth) }
}

/// The month that a name, a short one or a misspelt one means.
private func monthNumber(_ text: String) -> Int? {
  let short = MonthNames.full.firstIndex { $0.prefix(3).lowercased() == text.lowercased() }
  let index =
    short
    ?? nearest(to: text, among: MonthNames.full).flatMap { MonthNames.full.firstIndex(of: $0) }
  return index.map { $0 + 1 }
}
