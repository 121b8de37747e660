import Dates
internal import RotaModel

/// One calendar file: what it is called and what the rotas on file put into it.
struct CalendarSheet {
  /// Relative to the folder of the calendars: `engineers/ada.ics`.
  let path: String
  /// nil for a calendar whose engineer or rotation the team no longer has: it keeps its name.
  let name: String?
  let events: [PlannedEvent]

  /// Whether an engineer's or a rotation's calendar may be called so.
  static func isPath(_ path: String) -> Bool {
    ["engineers/", "rotations/"].contains { folder in
      path.hasPrefix(folder) && path.hasSuffix(".ics")
        && EngineerID.allows(String(path.dropFirst(folder.utf8.count).dropLast(4)))
    }
  }
}

extension EventPlan {
  /// The calendars of the team, its engineers, its rotations and its projects, in this order.
  func sheets() -> [CalendarSheet] {
    let shifts = placedShifts()
    let ceremonies = ceremonies()
    let sharing = ceremonies.filter { $0.event.category == .sharing }
    let projects = team.projects.filter(isOnFile)

    let teamSheet = CalendarSheet(
      path: "team.ics", name: team.name,
      events: dutyEvents(shifts) + ceremonies.map(\.event))
    let engineerSheets = team.engineers.map { engineer in
      CalendarSheet(
        path: "engineers/\(engineer.id).ics", name: "\(team.name): \(engineer.name)",
        events: dutyEvents(shifts, of: engineer.id)
          + projects.compactMap { event(of: $0, ownedBy: engineer.id) }
          + ceremonies.filter { $0.participants.contains(engineer.id) }
          .map { $0.event(in: engineer.id) })
    }
    let rotationSheets = team.rotations.map { rotation in
      CalendarSheet(
        path: "rotations/\(rotation.id).ics", name: "\(team.name): \(rotation.name)",
        events: dutyEvents(shifts.filter { $0.shift.rotation == rotation.id }))
    }
    let projectSheet = CalendarSheet(
      path: "projects.ics", name: "\(team.name): projects",
      events: projects.map(event(of:)) + sharing.map(\.event))
    return [teamSheet] + engineerSheets + rotationSheets + [projectSheet]
  }

  /// Whether a period on file touches the project's life.
  private func isOnFile(_ project: Project) -> Bool {
    rotas.contains { $0.period.touches(project.life) }
  }

  private func dutyEvents(_ shifts: [PlacedShift]) -> [PlannedEvent] {
    shifts.flatMap { placed in
      [event(of: placed)] + placed.covers.map { event(of: $0, for: placed.shift) }
    }
  }

  private func dutyEvents(_ shifts: [PlacedShift], of engineer: EngineerID) -> [PlannedEvent] {
    shifts.flatMap { placed in
      (placed.shift.engineer == engineer ? [event(of: placed, in: engineer)] : [])
        + placed.covers.filter { $0.engineer == engineer }
        .map { event(of: $0, for: placed.shift, in: engineer) }
    }
  }
}

extension Period {
  func touches(_ days: Range<Day>) -> Bool {
    days.lowerBound <= last && first < days.upperBound
  }
}
