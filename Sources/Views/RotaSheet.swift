package import Dates
import Diagnostics
package import RotaModel

/// A rota as people look at it: one row a week, one line a project, and the sessions. Every format
/// of `show` is made from it.
package struct RotaSheet: Sendable {
  /// One shift week.
  package struct Row: Sendable {
    package let week: ShiftWeek
    /// By rotation, in the sheet's order; nil where nobody holds the shift.
    package let holders: [EngineerID?]
    package let notes: [String]

    package var isoWeek: ISOWeek { ISOWeek(holding: week.start) }
  }

  /// The owners of one project.
  package struct Line: Sendable {
    package let project: ProjectID
    package let name: String
    /// nil for a project that the team file no longer has.
    package let life: Range<Day>?
    package let owners: [EngineerSpan]
  }

  package let team: Team
  package let rota: Rota
  package let rotations: [Rotation]
  package let rows: [Row]
  package let lines: [Line]
  /// By day and time; nil where they are not to be shown.
  package let sessions: [PlannedSession]?

  /// - Parameter sessions: those of its period; nil to show none.
  /// - Complexity: O(weeks · (rotations · engineers + pins + covers)).
  package init(
    _ rota: Rota, of team: Team, availability: Availability, sessions: [PlannedSession]? = nil
  ) {
    self.team = team
    self.sessions = sessions
    self.rota = rota
    rotations = team.rotations
    let weeks = rota.weeks(handover: team.handover.weekday)
    let nobody = [EngineerID?](repeating: nil, count: team.rotations.count)
    var holders = [[EngineerID?]](repeating: nobody, count: weeks.count)
    for shift in rota.shifts {
      let week = weeks.partitioningIndex { $0 >= shift.week }
      guard week < weeks.count, weeks[week] == shift.week,
        let rotation = availability.index(of: shift.rotation)
      else { continue }
      holders[week][rotation] = shift.engineer
    }
    rows = zip(weeks, holders).map { week, holders in
      Row(
        week: week, holders: holders,
        notes: RotaSheet.notes(on: week, rota, team, availability))
    }
    lines = rota.owners.map { ownership in
      let project = team.project(ownership.project)
      return Line(
        project: ownership.project, name: project?.name ?? ownership.project.text,
        life: project?.life, owners: ownership.entries)
    }
  }

  /// What is special about a week, in a fixed order.
  private static func notes(
    on week: ShiftWeek, _ rota: Rota, _ team: Team, _ availability: Availability
  ) -> [String] {
    var notes: [String] = []
    let one = team.rotations.count == 1
    if team.unpopular.touches(week.days) { notes.append("unpopular") }
    for index in team.rotations.indices where availability.isClosed(index, in: week) {
      notes.append(one ? "closed" : "\(team.rotations[index].name) closed")
    }
    for pin in team.pins where pin.week(handover: week.start.weekday) == week {
      let rotation = team.rotation(pin.rotation)?.name ?? pin.rotation.text
      notes.append(one ? "pinned" : "\(rotation) pinned")
    }
    for cover in rota.covers where cover.days.overlaps(rota.days(of: week)) {
      notes.append("\(team.name(of: cover.engineer)) covers \(shortText(cover.days))")
    }
    return notes
  }
}

extension Team {
  /// The engineer's name; of someone the team does not have, the id.
  package func name(of engineer: EngineerID) -> String {
    self.engineer(engineer)?.name ?? engineer.text
  }

  /// `Ada Lindqvist until 2027-02-14`.
  func text(of span: EngineerSpan) -> String {
    span.text(named: name(of: span.engineer))
  }
}

/// `10 Feb`, or `8 Feb – 14 Feb`: days without their year, which stands beside them.
package func shortText(_ days: Range<Day>) -> String {
  let last = days.upperBound - 1
  return days.lowerBound == last
    ? shortText(last) : shortText(days.lowerBound) + " – " + shortText(last)
}

private func shortText(_ day: Day) -> String {
  "\(day.dayOfMonth) \(MonthNames.short[day.month - 1])"
}
