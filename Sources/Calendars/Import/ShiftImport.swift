public import Diagnostics
public import ICalendar
public import RotaModel

/// Rotas made from a calendar of shifts, or from a table of them.
public struct ShiftImport: Sendable {
  /// That of the period asked for, or one a quarter that has shifts; empty where nothing is a shift.
  /// Shifts by week, then in the team file's order of rotations, with the covers of our own
  /// calendars; no owners, which are not among shifts.
  public let rotas: [Rota]
  /// Which events or lines are broken or could not be matched to an engineer, a rotation or a shift
  /// week, each as a warning at its place; an error where the file as a whole cannot be used.
  public let diagnostics: [Diagnostic]
  /// How many events or lines gave the shifts and covers.
  public let matched: Int

  /// How many events or lines are left out: each is told at its place.
  package var leftOut: Int { Set(diagnostics.compactMap(\.place?.line)).count }
}

/// Makes rotas from a calendar of shifts: of our own, or of another tool's.
///
/// An event's engineer is named in its summary, among its attendees, as its organizer or in its
/// description, the first of these that names exactly one: by full name, e-mail address or id,
/// else by a first name that only one engineer has. Its rotation is the one it names, or the
/// team's only one. A shift week is held by whoever has more than half of what events say of it,
/// and at least a day.
///
/// - Parameters:
///   - rotation: of all events; nil to find it in each.
///   - period: whose shifts to take; nil for all, a rota for each quarter. Events that repeat
///     without end need one.
///   - zone: the team's.
///   - filed: the rotas on file, whose shift weeks stay as they are.
public func importShifts(
  from file: SourceText, to team: Team, rotation: RotationID? = nil, period: Period? = nil,
  zone: Zone, zones: ZoneDirectory, onFile filed: [Rota] = []
) -> ShiftImport {
  let reading = readCalendar(file)
  let list = readEvents(reading, zones: zones, zone: zone)
  if reading.isRefused {
    return ShiftImport(rotas: [], diagnostics: reading.diagnostics, matched: 0)
  }
  let wrong =
    reading.diagnostics + list.diagnostics + list.broken.map { $0.diagnostic(.warning) }
  if period == nil, let event = list.endless.first {
    return ShiftImport(rotas: [], diagnostics: wrong + [.endless(event)], matched: 0)
  }
  let weeks = WeekFinder(filed, handover: team.handover.weekday)
  let expansion = list.occurrences(in: dates(of: period, weeks))
  var reader = DutyReader(team: team, rotation: rotation, clock: TeamClock(zone: zone))
  for occurrence in expansion.occurrences { reader.read(occurrence) }
  var duties = DutyWeeks(team: team, period: period, weeks: weeks)
  for duty in reader.duties { duties.add(duty) }
  let held = duties.held()
  var covers = CoverSorting(held.shifts, period: period, weeks: weeks)
  for cover in reader.covers { covers.add(cover) }
  return ShiftImport(
    rotas: rotas(of: period, holding: held.shifts, covers.covers),
    diagnostics: (wrong.map(Diagnostic.asWarning)
      + expansion.broken.map { $0.diagnostic(.warning) } + reader.diagnostics
      + held.diagnostics + covers.diagnostics).inReadingOrder(of: [file]),
    matched: held.events + covers.count)
}

/// Where events are looked for: where the shift weeks of a period reach, or at any time.
private func dates(of period: Period?, _ weeks: WeekFinder) -> Range<DateOnly> {
  guard let period else { return DateOnly(.firstOfCalendars)..<DateOnly(.lastOfCalendars) }
  let end = max(period.last + 8, weeks.end(of: period) ?? period.last)
  return DateOnly(period.first)..<DateOnly(end)
}

extension Day {
  /// Years of four digits.
  fileprivate static let firstOfCalendars = Day(number: -719_162)
  fileprivate static let lastOfCalendars = Day(number: 2_932_897)
}

/// The rotas that hold some shifts, given by week, with the covers of each.
func rotas(of period: Period?, holding shifts: [Shift], _ covers: [Slot: [Cover]] = [:]) -> [Rota] {
  var rotas: [Rota] = []
  for shift in shifts {
    let week = shift.week.start
    if rotas.last.map({ !$0.period.holds(week) }) ?? true {
      rotas.append(Rota(period: period ?? Period(quarterHolding: week)))
    }
    rotas[rotas.count - 1].shifts.append(shift)
    rotas[rotas.count - 1].covers += covers[Slot(of: shift)] ?? []
  }
  return rotas
}

extension Diagnostic {
  static func unmatched(_ message: String, at place: Place, help: [String] = []) -> Diagnostic {
    Diagnostic("import-shift", .warning, "\(message), and is left out", at: place, help: help)
  }

  /// What is broken is left out, and the rest is imported.
  fileprivate static func asWarning(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(
      diagnostic.id, .warning, diagnostic.message, at: diagnostic.place, label: diagnostic.label,
      related: diagnostic.related, help: diagnostic.help)
  }

  fileprivate static func endless(_ event: Event) -> Diagnostic {
    Diagnostic(
      "import-period", "this event repeats without end, and no period says what to import of it",
      at: event.summaryPlace, help: ["name a period to import, such as 2027-Q1"])
  }
}
