import Dates
package import RotaModel
import Rules

/// What an engineer's week holds, the whole of it: a cell of every chart.
package struct EngineerWeek: Sendable {
  /// The week's index among the chart's columns.
  package let index: Int
  /// Rotations of which they hold the shift, and in which they stand in for some days.
  package let shifts: [RotationID]
  package let standsIn: [RotationID]
  /// Working days, holidays taken off, and those of them with time off.
  package let workingDays: Int
  package let awayDays: Int
  /// Workdays that are public holidays.
  package let holidays: Int
  package let isOnTeam: Bool

  init(
    _ index: Int, _ week: ShiftWeek, of name: EngineerID, _ duties: DutiesByEngineer,
    _ situation: Situation
  ) {
    self.index = index
    let days = duties.rota.days(of: week)
    shifts = duties.shifts(of: name).filter { $0.week == week }.map(\.rotation)
    standsIn = duties.covers(of: name).filter { $0.days.overlaps(days) }.map(\.rotation)
    let availability = situation.availability
    guard let engineer = availability.index(of: name) else {
      (workingDays, awayDays, holidays, isOnTeam) = (0, 0, 0, false)
      return
    }
    workingDays = availability.workingDays(of: engineer, in: week).nonzeroBitCount
    awayDays = availability.awayDays(of: engineer, in: week).nonzeroBitCount
    let workdays = situation.team.engineers[engineer].workdays
    holidays = week.days.count {
      workdays.contains($0.weekday) && availability.hasHoliday(engineer, on: $0)
    }
    isOnTeam = availability.isOnTeam(engineer, in: week)
  }
}
