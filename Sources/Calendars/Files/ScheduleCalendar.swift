package import Dates
package import ICalendar
package import RotaModel

/// A stretch of duty in a calendar that another system takes as its schedule.
package struct ScheduleEvent: Sendable {
  /// The date on which it begins, whatever is cut: it is known again by it.
  let day: Day
  /// Half-open.
  let span: Range<Instant>
  /// By which the system knows who is on duty.
  let title: String

  package init(day: Day, span: Range<Instant>, title: String) {
    self.day = day
    self.span = span
    self.title = title
  }
}

/// One rotation's calendar with nothing in it that a system could take for a person but the titles:
/// no descriptions, nobody who takes part, no cancelled events. It is the whole state, and knows
/// nothing of what was written before.
package func scheduleCalendar(
  of rotation: Rotation, in team: Team, zone: Zone, today: Day, events: [ScheduleEvent]
) -> [UInt8] {
  let clock = TeamClock(zone: zone)
  let stamp = EventStamp(sequence: 0, modified: Instant(utc: LocalDateTime(today)))
  let sheet = CalendarSheet(
    path: "rotations/\(rotation.id).ics", name: "\(team.name): \(rotation.name)", events: [])
  let filed = events.map { event in
    let wall = zone.local(at: event.span.lowerBound)..<zone.local(at: event.span.upperBound)
    let planned = PlannedEvent(
      uid: EventUID(.shift(week: event.day, rotation.id)), time: .wallTimes(wall),
      summary: event.title, details: [], category: .shift)
    return FiledEvent(planned.component(domain: team.domain, clock: clock, stamp: stamp))
  }
  return CalendarText(of: sheet, earlier: nil, zone: zone).bytes(filed, zones: [:])
}
