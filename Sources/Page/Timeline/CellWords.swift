import Dates
import Planning
import RotaModel
import Views

/// What a cell of the chart says in words: the same for the table, the list by week and the titles.
struct CellWords {
  let chart: RotaChart
  let team: Team

  func name(of rotation: RotationID) -> String { team.rotation(rotation)?.name ?? rotation.text }

  /// `Service tasks`, `covers Service tasks, 26 to 28 March`, `away`; none for an empty cell.
  func all(_ column: Int, of lane: RotaChart.Lane) -> [String] {
    duties(column, of: lane) + away(column, of: lane)
      + lane.cells[column].holidays.map { "holiday " + DayWords.short($0) }
      + notOnTeam(column, of: lane)
  }

  func duties(_ column: Int, of lane: RotaChart.Lane) -> [String] {
    let days = chart.columns.days[column]
    let shifts = lane.shifts.filter { $0.week == chart.columns.weeks[column] }.map { shift in
      let covers = lane.covered.filter { $0.rotation == shift.rotation && $0.days.overlaps(days) }
      return name(of: shift.rotation)
        + covers.map {
          "; covered by \(team.name(of: $0.engineer)), \(DayWords.short($0.days))"
        }.joined()
    }
    let covers = lane.standsIn.filter { $0.days.overlaps(days) }.map(words)
    return shifts + covers
  }

  func words(of cover: Cover) -> String {
    "covers \(name(of: cover.rotation)), \(DayWords.short(cover.days))"
  }

  /// `away` for a week without a working day, else with the days; none for who is not away.
  func away(_ column: Int, of lane: RotaChart.Lane) -> [String] {
    let cell = lane.cells[column]
    if cell.away.isEmpty { return [] }
    return cell.week.awayDays == cell.week.workingDays
      ? ["away"] : ["away " + cell.away.map(DayWords.short).joined(separator: ", ")]
  }

  func notOnTeam(_ column: Int, of lane: RotaChart.Lane) -> [String] {
    lane.cells[column].notOnTeam.map { gone in
      gone == chart.columns.days[column]
        ? "not on the team" : "not on the team " + DayWords.short(gone)
    }
  }
}
