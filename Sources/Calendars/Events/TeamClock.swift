import Dates
import ICalendar
import RotaModel

/// The clock on the team's wall, and how its times are written.
struct TeamClock {
  let zone: Zone

  /// What the clock shows at that time of that day: where it skips the time, later by the gap.
  func wallTime(_ day: Day, _ time: LocalTime) -> LocalDateTime {
    shown(LocalDateTime(day, hour: time.hour, minute: time.minute))
  }

  /// The wall time that many minutes after another.
  func wallTime(_ start: LocalDateTime, plusMinutes minutes: Int) -> LocalDateTime {
    shown(LocalDateTime(wallSeconds: start.wallSeconds + 60 * minutes))
  }

  private func shown(_ local: LocalDateTime) -> LocalDateTime {
    zone.local(at: zone.instant(of: local))
  }

  /// In UTC a time ends in `Z`; in any other zone it carries the zone's name.
  func property(_ name: String, _ local: LocalDateTime) -> Property {
    zone.isUTC
      ? .utc(name, Instant(utc: local)) : .local(name, local, zone: zone.name)
  }
}
