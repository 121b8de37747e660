package import Dates
package import Diagnostics
package import ICalendar
package import RotaModel

/// The calendars of a team: what goes into the folder of `rota calendar`.
package struct TeamCalendars: Sendable {
  /// The files, also those whose bytes are as they were; none that would hold no event.
  package let files: [CalendarFile]
  /// Files of the folder that could not be read, and are therefore not among `files`.
  package let diagnostics: [Diagnostic]
}

/// Makes the calendars: `team.ics`, `engineers/ID.ics`, `rotations/ID.ics`, `projects.ics`.
///
/// A function of the team, the rotas, the folder's earlier content and today's date, and of
/// nothing else. O(events log events).
///
/// - Parameters:
///   - team: with the days of its calendars.
///   - rotas: all rotas on file: sessions need the shifts of the next period, and descriptions
///     the shifts before and after.
///   - periods: only events of these can change or vanish; the others in the folder are kept
///     byte for byte.
///   - zone: the team's.
///   - folder: the folder's calendar files by their path in it, such as `engineers/ada.ics`, also
///     those of engineers and rotations that the team no longer has.
package func calendars(
  of team: Team, rotas: [Rota], periods: [Period], zone: Zone, today: Day,
  options: CalendarOptions = CalendarOptions(), folder: [String: SourceText] = [:]
) -> TeamCalendars {
  let plan = EventPlan(team: team, rotas: rotas, zone: zone, options: options)
  let memory = CalendarMemory(periods: periods, plan: plan, today: today)
  var files: [CalendarFile] = []
  var diagnostics: [Diagnostic] = []
  for sheet in plan.sheets(with: folder.keys.sorted()) {
    do {
      let earlier = try folder[sheet.path].map(EarlierCalendar.init)
      // What has no name of ours may be somebody else's file.
      if sheet.name == nil, earlier?.isOurs != true { continue }
      let events = memory.events(sheet.events, earlier: earlier)
      if events.isEmpty { continue }
      let text = CalendarText(
        of: sheet, earlier: earlier, zone: zone, isPublished: !options.attendees)
      files.append(
        CalendarFile(path: sheet.path, bytes: text.bytes(events, zones: earlier?.zones ?? [:])))
    } catch {
      diagnostics += error.diagnostics
    }
  }
  return TeamCalendars(files: files, diagnostics: diagnostics)
}

extension EventPlan {
  /// The calendars that the rotas say, and those in the folder of engineers and rotations that the
  /// team no longer has: what was planned for them is cancelled.
  fileprivate func sheets(with paths: [String]) -> [CalendarSheet] {
    let sheets = sheets()
    let known = Set(sheets.map(\.path))
    return sheets
      + paths.filter { !known.contains($0) && CalendarSheet.isPath($0) }
      .map { CalendarSheet(path: $0, name: nil, events: []) }
  }
}
