import Diagnostics
import ICalendar
import RotaModel

/// What WHEN names: a date, or a moment in the team's zone.
enum When: Sendable, Hashable {
  case date(Day)
  case time(LocalDateTime)

  /// `2027-01-11` or `2027-01-11T09:30`; nil for anything else.
  init?(_ text: String) {
    if let day = Day(text) {
      self = .date(day)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let day = Day(text.prefix(10)), let hour = twoDigits(bytes[11], bytes[12]),
      let minute = twoDigits(bytes[14], bytes[15]), hour < 24, minute < 60
    else { return nil }
    self = .time(day.at(hour: hour, minute: minute))
  }
}

private func twoDigits(_ tens: UInt8, _ ones: UInt8) -> Int? {
  guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
  return Int(tens - 0x30) * 10 + Int(ones - 0x30)
}

extension Day {
  func at(hour: Int, minute: Int) -> LocalDateTime {
    LocalDateTime(DateOnly(daysSince1970: number), hour: hour, minute: minute)
  }

  func at(_ time: LocalTime) -> LocalDateTime { at(hour: time.hour, minute: time.minute) }
}

extension LocalDateTime {
  var day: Day { Day(number: date.daysSince1970) }

  /// `2027-01-11T09:30`: to the minute.
  var text: String { String(description.prefix(16)) }
}
