public import Diagnostics
public import ICalendar
public import RotaModel

/// A rota made from a calendar of shifts.
public struct ShiftImport: Sendable {
  /// Its shifts by week, then in the team file's order of rotations, with the covers of our own
  /// calendars; nil where no event is a shift. Its owners are not in a calendar of shifts.
  public let rota: Rota?
  /// What is wrong with the calendar, and which events could not be matched to an engineer, a
  /// rotation or a shift week, each as a warning at its place.
  public let diagnostics: [Diagnostic]
  /// How many events gave the shifts and covers.
  public let matchedEvents: Int
}

/// Makes a rota from a calendar of shifts: of our own, or of another tool's.
///
/// An event's engineer is named in its summary, among its attendees, as its organizer or in its
/// description, the first of these that names exactly one: by full name, e-mail address or id,
/// else by a first name that only one engineer has. Its rotation is the one it names, or the
/// team's only one. A shift week is held by whoever has more than half of what events say of it,
/// and at least a day.
///
/// - Parameters:
///   - rotation: of all events; nil to find it in each.
///   - period: of the rota; nil for the quarter that holds all shift weeks, or else the span of
///     whole weeks from the first to the last.
///   - zone: the team's.
///   - window: repeating events are expanded within these dates only.
public func importShifts(
  from file: SourceText, to team: Team, rotation: RotationID? = nil, period: Period? = nil,
  zone: Zone, zones: ZoneDirectory, window: Range<Day>
) -> ShiftImport {
  let reading = readCalendar(file)
  let list = readEvents(reading, zones: zones, zone: zone)
  let expansion = list.occurrences(in: DateOnly(window.lowerBound)..<DateOnly(window.upperBound))
  var reader = DutyReader(team: team, rotation: rotation, clock: TeamClock(zone: zone))
  for occurrence in expansion.occurrences { reader.read(occurrence) }
  var weeks = DutyWeeks(team: team, period: period)
  for duty in reader.duties { weeks.add(duty) }
  let held = weeks.held()
  return ShiftImport(
    rota: rota(held.shifts, covers: reader.covers, period: period),
    diagnostics: reading.diagnostics + list.diagnostics + expansion.diagnostics
      + reader.diagnostics + held.diagnostics,
    matchedEvents: held.events + reader.covers.count)
}

/// nil where there are no shifts.
private func rota(_ shifts: [Shift], covers: [Cover], period: Period?) -> Rota? {
  guard let first = shifts.first?.week, let last = shifts.last?.week else { return nil }
  let quarter = Period(quarterHolding: first.start)
  let span =
    quarter.holds(last.start) ? quarter : Period(from: first.start, to: last.last) ?? quarter
  let covered = covers.filter { cover in
    shifts.contains {
      $0.rotation == cover.rotation && $0.engineer != cover.engineer
        && cover.days.clamped(to: $0.week.days) == cover.days
    }
  }
  return Rota(
    period: period ?? span, shifts: shifts,
    covers: covered.sorted { $0.days.lowerBound < $1.days.lowerBound })
}
