package import RotaModel

/// The projects of a rota week by week: who owns them, and what keeps the owners from them.
package struct ProjectChart: Sendable {
  package let period: Period
  package let weeks: [ShiftWeek]
  /// The projects whose life touches one of the weeks, in the team file's order.
  package let projects: [Lane]

  package struct Lane: Sendable {
    package let project: Project
    /// The indices of the weeks that its life touches; never empty.
    package let weeks: Range<Int>
    /// The indices of its protected weeks.
    package let protected: Set<Int>
    /// In the order of the rota's entries, each once; may be none.
    package let owners: [Owner]
  }

  package struct Owner: Sendable {
    /// Perhaps one that the team file no longer has.
    package let engineer: EngineerID
    /// The weeks in which they own it on some day, by index, in order.
    package let weeks: [OwnedWeek]
  }

  /// What an owner's week holds beside the project, whole week through.
  package struct OwnedWeek: Sendable {
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
  }

  /// O(owners × weeks × shifts).
  package init(of rota: Rota, in situation: Situation) {
    let frame = situation.frame(of: rota)
    period = rota.period
    weeks = frame.weeks
    projects = frame.projects.map { framed in
      let entries = rota.entries(of: framed.project.id)
      var names: [EngineerID] = []
      for entry in entries where !names.contains(entry.engineer) { names.append(entry.engineer) }
      return Lane(
        project: framed.project, weeks: framed.weeks, protected: Set(framed.protected),
        owners: names.map { name in
          let days = entries.filter { $0.engineer == name }.map {
            $0.days.clamped(to: framed.project.life)
          }
          return Owner(
            engineer: name,
            weeks: framed.weeks.filter { week in
              days.contains { !$0.isEmpty && $0.overlaps(frame.weeks[week].days) }
            }.map { OwnedWeek($0, of: name, rota, frame) })
        })
    }
  }
}

extension ProjectChart.OwnedWeek {
  fileprivate init(_ index: Int, of name: EngineerID, _ rota: Rota, _ frame: Frame) {
    let week = frame.weeks[index]
    self.index = index
    shifts = rota.shifts.filter { $0.week == week && $0.engineer == name }.map(\.rotation)
    standsIn = rota.covers.filter {
      $0.engineer == name && $0.days.overlaps(rota.days(of: week))
    }.map(\.rotation)
    guard let engineer = frame.availability.index(of: name) else {
      (workingDays, awayDays, holidays, isOnTeam) = (0, 0, 0, false)
      return
    }
    workingDays = frame.availability.workingDays(of: engineer, in: week).nonzeroBitCount
    awayDays = frame.availability.awayDays(of: engineer, in: week).nonzeroBitCount
    let workdays = frame.team.engineers[engineer].workdays
    holidays = week.days.count {
      workdays.contains($0.weekday) && frame.availability.hasHoliday(engineer, on: $0)
    }
    isOnTeam = frame.availability.isOnTeam(engineer, in: week)
  }
}
