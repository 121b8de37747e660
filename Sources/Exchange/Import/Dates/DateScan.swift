import Dates
internal import RotaModel

/// Reads dates out of a text, one behind the other.
struct DateScan {
  private var tokens: DateTokens

  init(_ bytes: ArraySlice<UInt8>) {
    tokens = DateTokens(bytes)
    tokens.skipSpaces()
  }

  var isAtEnd: Bool { tokens.next == .end }

  /// `-`, `–` or `to`, as it stands between two dates.
  mutating func takeRangeMark() -> Bool {
    tokens.skipSpaces()
    switch tokens.next {
    case .mark(UInt8(ascii: "-")), .dash, .word("to"): tokens.advance()
    default: return false
    }
    tokens.skipSpaces()
    return true
  }

  /// A date with its weekday before it and its time behind it, where they are there.
  mutating func date() throws(DateProblem) -> DateText {
    let weekday = takeWeekday()
    var text = DateText(date: try core(), weekday: weekday)
    if let minutes = try takeTime() {
      text.minutes = minutes
      text.offset = try takeOffset()
    }
    tokens.skipSpaces()
    return text
  }

  private mutating func takeWeekday() -> Weekday? {
    guard case .word(let word) = tokens.next, let weekday = Weekday(named: word) else {
      return nil
    }
    tokens.advance()
    _ = tokens.take(".")
    _ = tokens.take(",")
    tokens.skipSpaces()
    return weekday
  }

  private mutating func core() throws(DateProblem) -> DateText.Date {
    switch tokens.next {
    case .number(let number, let digits):
      tokens.advance()
      switch digits {
      case 4: return try yearFirst(number)
      case 8:
        guard
          let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { throw .impossible }
        return .day(day)
      case 1, 2: return try dayOrMonthFirst(number)
      case 5:
        if tokens.take(".") { tokens.advance() }
        throw tokens.next == .end ? .serial : .unreadable
      default: throw .unreadable
      }
    case .word(let word):
      guard let month = DateScan.month(word) else { throw .unreadable }
      tokens.advance()
      return try monthName(month)
    default: throw .unreadable
    }
  }

  /// `2026-10-05`, `2026/10/05`, `2026-W41`.
  private mutating func yearFirst(_ year: Int) throws(DateProblem) -> DateText.Date {
    guard let mark = takeMark() else { throw .unreadable }
    if case .word("w") = tokens.next {
      tokens.advance()
      guard case .number(let number, 1...2) = tokens.next else { throw .unreadable }
      tokens.advance()
      guard let week = ISOWeek(year: year, week: number) else { throw .impossible }
      return .week(week)
    }
    guard case .number(let month, 1...2) = tokens.next else { throw .unreadable }
    tokens.advance()
    guard tokens.take(mark), case .number(let day, 1...2) = tokens.next else {
      throw .unreadable
    }
    tokens.advance()
    guard let found = Day(year: year, month: month, day: day) else { throw .impossible }
    return .day(found)
  }

  /// `5 Oct 2026`, `5-Oct-26`, `05.10.2026`, `05/10/2026`, `10/5/26`.
  private mutating func dayOrMonthFirst(_ first: Int) throws(DateProblem) -> DateText.Date {
    if case .word(let word) = tokens.next, ["st", "nd", "rd", "th"].contains(word) {
      tokens.advance()
    }
    let mark = takeMark()
    if mark == UInt8(ascii: ".") { tokens.skipSpaces() }
    if mark == nil { tokens.skipSpaces() }
    switch tokens.next {
    case .word(let word):
      guard let month = DateScan.month(word) else { throw .unreadable }
      tokens.advance()
      guard let year = takeYear(behind: mark == UInt8(ascii: "-") ? mark : nil) else {
        throw .noYear
      }
      guard let day = Day(year: year, month: month, day: first) else { throw .impossible }
      return .day(day)
    case .number(let second, 1...2):
      guard let mark, mark != UInt8(ascii: ",") else { throw .unreadable }
      tokens.advance()
      guard tokens.take(mark), case .number(let number, let digits) = tokens.next,
        digits == 2 || digits == 4
      else { throw isAtEnd ? .noYear : .unreadable }
      tokens.advance()
      let year = digits == 2 ? 2000 + number : number
      guard mark == UInt8(ascii: ".") else { return .numbers(first, second, year: year) }
      guard let day = Day(year: year, month: second, day: first) else { throw .impossible }
      return .day(day)
    default: throw .unreadable
    }
  }

  /// `October 5, 2026`.
  private mutating func monthName(_ month: Int) throws(DateProblem) -> DateText.Date {
    _ = tokens.take(".")
    tokens.skipSpaces()
    guard case .number(let day, 1...2) = tokens.next else { throw .unreadable }
    tokens.advance()
    if case .word(let word) = tokens.next, ["st", "nd", "rd", "th"].contains(word) {
      tokens.advance()
    }
    _ = tokens.take(",")
    tokens.skipSpaces()
    guard case .number(let year, 4) = tokens.next else { throw .noYear }
    tokens.advance()
    guard let found = Day(year: year, month: month, day: day) else { throw .impossible }
    return .day(found)
  }

  /// The year behind the name of a month: of four digits, or two behind the mark that stands before
  /// the name as well, so that `5 Oct - 11 Oct 2026` is not of 2011.
  private mutating func takeYear(behind mark: UInt8?) -> Int? {
    if let mark {
      guard tokens.take(mark) else { return nil }
    } else {
      _ = tokens.take(".")
      _ = tokens.take(",")
      tokens.skipSpaces()
    }
    guard case .number(let number, let digits) = tokens.next, digits == 4 || digits == 2 else {
      return nil
    }
    tokens.advance()
    return digits == 2 ? 2000 + number : number
  }

  private mutating func takeMark() -> UInt8? {
    guard case .mark(let mark) = tokens.next, "-/.".utf8.contains(mark) else { return nil }
    tokens.advance()
    return mark
  }

  // MARK: Times

  /// Minutes since midnight; nil where no time stands there.
  private mutating func takeTime() throws(DateProblem) -> Int? {
    let before = tokens
    var isBasic = false
    _ = tokens.take(",")
    tokens.skipSpaces()
    switch tokens.next {
    case .word("t"):
      tokens.advance()
      isBasic = true
    case .word("at"):
      tokens.advance()
      tokens.skipSpaces()
    default: break
    }
    guard case .number(let number, let digits) = tokens.next else {
      tokens = before
      return nil
    }
    tokens.advance()
    var (hour, minute) = (number, 0)
    if isBasic, digits == 4 || digits == 6 {
      let text = digits == 6 ? number / 100 : number
      (hour, minute) = (text / 100, text % 100)
    } else if digits <= 2, tokens.take(":") {
      guard case .number(let minutes, 2) = tokens.next else { throw .unreadable }
      tokens.advance()
      minute = minutes
      if tokens.take(":") {
        guard case .number(_, 2) = tokens.next else { throw .unreadable }
        tokens.advance()
        if tokens.take(".") { tokens.advance() }
      }
    } else if digits > 2 || !isHalfDay {
      tokens = before
      return nil
    }
    try takeHalfDay(&hour)
    guard (0...23).contains(hour) && (0...59).contains(minute) || (hour, minute) == (24, 0) else {
      throw .unreadable
    }
    return 60 * hour + minute
  }

  private var isHalfDay: Bool {
    var ahead = tokens
    ahead.skipSpaces()
    return ahead.next == .word("am") || ahead.next == .word("pm")
  }

  /// `am` or `pm`.
  private mutating func takeHalfDay(_ hour: inout Int) throws(DateProblem) {
    guard isHalfDay else { return }
    guard (1...12).contains(hour) else { throw .unreadable }
    tokens.skipSpaces()
    hour = hour % 12 + (tokens.next == .word("pm") ? 12 : 0)
    tokens.advance()
  }

  /// Seconds east of Greenwich; nil where none stands there.
  private mutating func takeOffset() throws(DateProblem) -> Int? {
    let before = tokens
    tokens.skipSpaces()
    let sign: Int
    switch tokens.next {
    case .word("z"), .word("utc"), .word("gmt"):
      tokens.advance()
      return 0
    case .mark(UInt8(ascii: "+")): sign = 1
    case .mark(UInt8(ascii: "-")): sign = -1
    default:
      tokens = before
      return nil
    }
    tokens.advance()
    guard case .number(let number, let digits) = tokens.next, digits == 2 || digits == 4 else {
      tokens = before
      return nil
    }
    tokens.advance()
    var (hours, minutes) = digits == 4 ? (number / 100, number % 100) : (number, 0)
    if digits == 2, tokens.take(":") {
      guard case .number(let rest, 2) = tokens.next else { throw .unreadable }
      tokens.advance()
      minutes = rest
    }
    // `2026-10-05 09:00-2026-10-12 09:00` is a range.
    guard hours <= 18, minutes < 60 else {
      tokens = before
      return nil
    }
    hours *= sign
    return 3600 * hours + 60 * sign * minutes
  }

  /// How many bytes of a text are the date that it begins with, and the range where it begins with
  /// one; nil for any other text.
  static func lengthOfDate(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = bytes.prefix(100)
    guard mayBegin(bytes), let first = bytes.first, first != 0x20 else { return nil }
    var scan = DateScan(bytes)
    do throws(DateProblem) {
      _ = try scan.date()
      let end = scan.tokens.position
      var range = scan
      if range.takeRangeMark(), (try? range.date()) != nil {
        return range.tokens.position - bytes.startIndex
      }
      return end - bytes.startIndex
    } catch {
      // What was meant for a date ends where the scan gave up.
      return error == .unreadable ? nil : scan.tokens.position - bytes.startIndex
    }
  }

  // MARK: Names

  /// Whether a text begins as dates do: with a digit, or the letters of a weekday or a month.
  static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if 0x30...0x39 ~= first || first == 0x20 || first == 0xC2 { return true }
    return bytes.count >= 3 && beginnings.contains(letters(bytes))
  }

  /// The first three bytes, letters in lower case.
  private static func letters(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }

  private static let beginnings = (Weekday.allCases.map(\.shortName) + months).map {
    letters($0.utf8)
  }

  private static let months = MonthNames.full.map { $0.lowercased() }

  /// In full, or its first three letters; `Sept`, too.
  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let index = months.firstIndex {
      $0 == word || word.utf8.count == 3 && $0.hasPrefix(word) || word == "sept" && $0 == months[8]
    }
    return index.map { $0 + 1 }
  }
}
