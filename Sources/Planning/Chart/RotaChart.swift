package import Dates
package import RotaModel
package import Rules

/// A rota as a chart with weeks across and engineers down: who is on duty, who stands in, who is
/// elsewhere, and the projects. The page, its table and the picture are drawn from it.
package struct RotaChart: Sendable {
  package let rota: Rota
  package let columns: ChartColumns
  /// Those on the team in one of the weeks and those whom the rota names, in the team file's order;
  /// behind them the names that the team file does not have.
  package let engineers: [Lane]
  /// The projects below the engineers' shifts, with their owners.
  package let projects: ProjectChart
  /// By column: the rotations that are closed.
  package let closed: [Set<RotationID>]
  /// The rotations of the team, and behind them those that only the rota names.
  package let rotations: [RotationID]

  package struct Lane: Sendable {
    package let engineer: EngineerID
    /// By column.
    package let cells: [Cell]
    /// The shifts that the rota gives the engineer in one of the weeks.
    package let shifts: [Shift]
    /// The covers in which the engineer stands in, and those of the engineer's own shifts, likewise.
    package let standsIn: [Cover]
    package let covered: [Cover]
  }

  /// One engineer's week with its days.
  package struct Cell: Sendable {
    package let week: EngineerWeek
    /// Days with time off, workdays or not; empty where no working day is among them.
    package let away: [Range<Day>]
    /// Workdays that are public holidays.
    package let holidays: [Range<Day>]
    package let notOnTeam: [Range<Day>]
  }

  /// O(engineers × (weeks + covers) + shifts).
  package init(of rota: Rota, in situation: Situation) {
    self.rota = rota
    let columns = ChartColumns(of: rota, handover: situation.team.handover.weekday)
    self.columns = columns
    projects = ProjectChart(of: rota, in: situation)
    let team = situation.team
    closed = columns.weeks.map { week in
      let closed = team.rotations.indices.filter {
        situation.availability.isClosed($0, in: week)
      }
      return Set(closed.map { team.rotations[$0].id })
    }
    var rotations = team.rotations.map(\.id)
    for rotation in rota.shifts.map(\.rotation) + rota.covers.map(\.rotation)
    where !rotations.contains(rotation) {
      rotations.append(rotation)
    }
    self.rotations = rotations
    let named =
      rota.shifts.map(\.engineer) + rota.covers.map(\.engineer)
      + projects.projects.flatMap { $0.owners.map(\.engineer) }
    let span = columns.span
    let isNamed = Set(named)
    var names = team.engineers.filter { engineer in
      isNamed.contains(engineer.id) || span.map { $0.overlaps(engineer.tenure) } ?? false
    }.map(\.id)
    for name in named where !names.contains(name) { names.append(name) }
    let duties = DutiesByEngineer(rota)
    engineers = names.map { name in
      let own = duties.shifts(of: name)
      return Lane(
        engineer: name,
        cells: columns.weeks.indices.map { Cell($0, of: name, columns, duties, situation) },
        shifts: own.filter { columns.weeks.contains($0.week) },
        standsIn: duties.covers(of: name),
        covered: rota.covers.filter { cover in
          own.contains { shift in
            shift.rotation == cover.rotation
              && rota.days(of: shift.week).overlaps(cover.days)
          }
        })
    }
  }
}

extension RotaChart.Cell {
  fileprivate init(
    _ index: Int, of name: EngineerID, _ columns: ChartColumns, _ duties: DutiesByEngineer,
    _ situation: Situation
  ) {
    let week = EngineerWeek(index, columns.weeks[index], of: name, duties, situation)
    self.week = week
    let availability = situation.availability
    guard let engineer = availability.index(of: name) else {
      (away, holidays, notOnTeam) = ([], [], [])
      return
    }
    let days = columns.days[index]
    let tenure = situation.team.engineers[engineer].tenure
    let workdays = situation.team.engineers[engineer].workdays
    away =
      week.awayDays == 0
      ? []
      : days.runs { tenure.contains($0) && availability.isAway(engineer, on: $0) }
    holidays = days.runs { day in
      tenure.contains(day) && workdays.contains(day.weekday)
        && availability.hasHoliday(engineer, on: day)
    }
    notOnTeam = days.runs { !tenure.contains($0) }
  }
}

extension Range<Day> {
  /// The longest stretches of days that are all of a kind, in order.
  fileprivate func runs(where isKind: (Day) -> Bool) -> [Range<Day>] {
    var runs: [Range<Day>] = []
    for day in self where isKind(day) {
      if let last = runs.last, last.upperBound == day {
        runs[runs.count - 1] = last.lowerBound..<day + 1
      } else {
        runs.append(day..<day + 1)
      }
    }
    return runs
  }
}
