internal import ICalendar
internal import RotaModel

/// A calendar file as it is to be.
package struct CalendarFile: Sendable, Hashable {
  /// Relative to the folder of the calendars: `team.ics`, `engineers/ada.ics`.
  package let path: String
  package let bytes: [UInt8]
}
