import Dates
import Diagnostics
import ICalendar
import RotaModel
import TeamFiles

/// What WHEN names: a date, a shift week, or a moment in the team's zone.
enum When: Sendable, Hashable {
  case date(Day)
  case week(ShiftWeek)
  case time(LocalDateTime)

  static let help = "write `2027-01-11`, `2027-01-11T09:30` or `2027-W02`"

  /// `2027-01-11`, `2027-W02` or `2027-01-11T09:30`.
  init(_ text: String, handover: Weekday) throws {
    let one = OneText(text, handover: handover)
    if one.isNumberedWeek {
      self = .week(try one.week())
      return
    }
    // A time stands behind a `T`; a blank is how people write it.
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "Tt ".contains($0) }
    guard parts.count == 2, text.utf8.count > 10, text.utf8.first.map(isDigit) == true,
      parts[1].utf8.first.map(isDigit) == true, parts[1].contains(":")
    else {
      guard text.utf8.first.map(isDigit) == true else {
        throw Unusable(
          .usage(
            "bad-when", "`\(text)` is neither a date, a time nor a week",
            help: [When.help]))
      }
      self = .date(try one.day())
      return
    }
    let day = try OneText(String(parts[0])).day()
    let time = try OneText(String(parts[1])).time()
    guard text == "\(day)T\(time)" else {
      throw Unusable(
        .usage(
          "bad-when", "`\(text)` is not a time", help: ["did you mean `\(day)T\(time)`?"]))
    }
    self = .time(day.at(time))
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension Day {
  func at(hour: Int, minute: Int) -> LocalDateTime {
    LocalDateTime(self, hour: hour, minute: minute)
  }

  func at(_ time: LocalTime) -> LocalDateTime { at(hour: time.hour, minute: time.minute) }
}

extension LocalDateTime {
  /// `2027-01-11T09:30`: to the minute.
  var text: String { String(description.prefix(16)) }
}
