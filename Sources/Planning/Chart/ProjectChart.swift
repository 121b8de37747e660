package import Dates
package import RotaModel
package import Rules

/// The projects of a rota week by week: who owns them, and what keeps the owners from them.
package struct ProjectChart: Sendable {
  package let period: Period
  package let columns: ChartColumns
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
    /// The days of its life on which they own it, half-open, in the order of the entries.
    package let days: [Range<Day>]
    /// The weeks in which they own it on some day, in order.
    package let weeks: [EngineerWeek]
  }

  /// O(owners × weeks, and the shifts).
  package init(of rota: Rota, in situation: Situation) {
    let frame = situation.frame(of: rota)
    period = rota.period
    columns = ChartColumns(of: rota, handover: situation.team.handover.weekday)
    let duties = DutiesByEngineer(rota)
    projects = frame.projects.map { framed in
      let entries = rota.entries(of: framed.project.id)
      var names: [EngineerID] = []
      for entry in entries where !names.contains(entry.engineer) { names.append(entry.engineer) }
      return Lane(
        project: framed.project, weeks: framed.weeks, protected: Set(framed.protected),
        owners: names.map { name in
          let days = entries.filter { $0.engineer == name }.map {
            $0.days.clamped(to: framed.project.life)
          }.filter { !$0.isEmpty }
          return Owner(
            engineer: name, days: days,
            weeks: framed.weeks.filter { week in
              days.contains { $0.overlaps(frame.weeks[week].days) }
            }.map { EngineerWeek($0, frame.weeks[$0], of: name, duties, situation) })
        })
    }
  }
}
