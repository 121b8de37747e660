internal import ICalendar
internal import RotaModel

/// A calendar file as it is to be.
public struct CalendarFile: Sendable, Hashable {
  /// Relative to the folder of the calendars: `team.ics`, `engineers/ada.ics`.
  public let path: String
  public let bytes: [UInt8]
}
