import Dates

/// A DATE or DATE-TIME as it stands in a file (RFC 5545 3.3.4, 3.3.5), before anyone knows its
/// zone.
enum WrittenDate: Sendable, Hashable {
  case date(Day)
  /// In the zone of the TZID parameter, or floating.
  case local(LocalDateTime)
  case utc(LocalDateTime)

  /// `20270104`, `20270104T090000`, `20270104T090000Z`; nil for anything else.
  ///
  /// Second 60 is 59 (RFC 5545 3.3.5) and 24:00:00 is the next midnight; blanks around do not
  /// count.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let year = WrittenDate.number(bytes.prefix(4), 4),
      let month = WrittenDate.number(bytes.dropFirst(4).prefix(2), 2),
      let day = WrittenDate.number(bytes.dropFirst(6).prefix(2), 2),
      let date = Day(year: year, month: month, day: day)
    else { return nil }
    let time = bytes.dropFirst(8)
    if time.isEmpty {
      self = .date(date)
      return
    }
    guard time.first.map({ $0 | 0x20 }) == UInt8(ascii: "t"),
      let hour = WrittenDate.number(time.dropFirst().prefix(2), 2),
      let minute = WrittenDate.number(time.dropFirst(3).prefix(2), 2),
      let second = WrittenDate.number(time.dropFirst(5).prefix(2), 2),
      hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second <= 60
    else { return nil }
    let local = LocalDateTime(date, hour: hour, minute: minute, second: min(second, 59))
    switch time.dropFirst(7) {
    case []: self = .local(local)
    case [UInt8(ascii: "Z")], [UInt8(ascii: "z")]: self = .utc(local)
    default: return nil
    }
  }

  /// Its date as written, whatever the zone.
  var date: Day {
    switch self {
    case .date(let date): date
    case .local(let local), .utc(let local): local.date
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>, _ count: Int) -> Int? {
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
