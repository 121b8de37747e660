import Dates
internal import RotaModel

/// A date as people write it, before it is known whether days or months stand first.
struct DateText: Equatable {
  enum Date: Equatable {
    case day(Day)
    /// `05/10/2026` and `05-10-2026`, whose order is decided once for a whole file.
    case numbers(Int, Int, year: Int)
    /// The shift week that starts in it.
    case week(ISOWeek)
  }

  let date: Date
  /// Minutes since midnight; nil for a date alone.
  var minutes: Int?
  /// Seconds east of Greenwich; nil for a time of the team's.
  var offset: Int?
  /// As it is written beside the date.
  var weekday: Weekday?

  /// The date by an order of its numbers; nil for an ISO week, which depends on the handover.
  func day(_ order: DateOrder) throws(DateProblem) -> Day? {
    let found: Day?
    switch date {
    case .week: return nil
    case .day(let day): found = day
    case .numbers(let first, let second, let year):
      let (month, day) = order == .dayFirst ? (second, first) : (first, second)
      found = Day(year: year, month: month, day: day)
    }
    guard let found else { throw .impossible }
    guard Limits.years.contains(found.year) else { throw .year(found.year) }
    if let weekday, found.weekday != weekday { throw .weekday(found) }
    return found
  }
}

/// Whether days or months stand first in `05/10/2026`.
package enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

/// Why a cell is no date that counts.
enum DateProblem: Error, Equatable {
  /// A five-digit number: how Excel counts days.
  case serial
  case noYear
  /// There is no such date in the calendar.
  case impossible
  /// The weekday beside the date is another than that of the date.
  case weekday(Day)
  case year(Int)
  /// No date at all.
  case unreadable
  /// A row without one.
  case missing
  /// An end before the start.
  case backwards
  /// An end ten years after the start.
  case long

  var message: String {
    switch self {
    case .serial: "this is a number by which a spreadsheet counts days, not a date"
    case .noYear: "this date has no year"
    case .impossible: "there is no such date"
    case .weekday(let day): "\(day) is a \(day.weekday.name)"
    case .year(let year): "the year \(year) is out of range"
    case .unreadable: "this is no date that can be read"
    case .missing: "this row has no date"
    case .backwards: "this ends before it begins"
    case .long: "this lasts longer than ten years"
    }
  }

  var help: String {
    switch self {
    case .serial: "format the column as a date, and save the file again"
    case .noYear: "write it with its year, as `2026-10-05`"
    case .impossible: "correct the date"
    case .weekday: "correct the date, or the weekday"
    case .year: "years are \(Limits.years.lowerBound) to \(Limits.years.upperBound)"
    case .unreadable, .missing: "write it as `2026-10-05`"
    case .backwards, .long: "correct the start or the end"
    }
  }
}

/// What a cell of dates holds.
enum DateCell: Equatable {
  case empty
  case date(DateText)
  /// Both dates are included.
  case range(DateText, DateText)
  case problem(DateProblem)

  var isReadable: Bool {
    switch self {
    case .date, .range: true
    case .empty, .problem: false
    }
  }

  var dates: [DateText] {
    switch self {
    case .date(let date): [date]
    case .range(let first, let last): [first, last]
    case .empty, .problem: []
    }
  }

  /// O(length).
  init(_ bytes: ArraySlice<UInt8>) {
    if let day = DateCell.plainDate(bytes) {
      self = .date(DateText(date: .day(day)))
      return
    }
    // No date is longer than a range of two with times; other texts are passed over quickly.
    guard bytes.count <= 100, DateScan.mayBegin(bytes) else {
      self = bytes.isEmpty ? .empty : .problem(.unreadable)
      return
    }
    var scan = DateScan(bytes)
    guard !scan.isAtEnd else {
      self = .empty
      return
    }
    do throws(DateProblem) {
      let first = try scan.date()
      if scan.isAtEnd {
        self = .date(first)
      } else if scan.takeRangeMark() {
        let last = try scan.date()
        self = scan.isAtEnd ? .range(first, last) : .problem(.unreadable)
      } else {
        self = .problem(.unreadable)
      }
    } catch {
      self = .problem(error)
    }
  }

  /// `2026-10-05`, which most files have; nil for any other text.
  private static func plainDate(_ bytes: ArraySlice<UInt8>) -> Day? {
    guard bytes.count == 10 else { return nil }
    let start = bytes.startIndex
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in bytes[start + range.lowerBound..<start + range.upperBound] {
        guard 0x30...0x39 ~= byte else { return nil }
        number = 10 * number + Int(byte - 0x30)
      }
      return number
    }
    guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D, let year = number(0..<4),
      let month = number(5..<7), let day = number(8..<10), Limits.years.contains(year)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
