package import Dates
package import RotaModel

/// The shift weeks on file that fairness is asked about: those of the periods of rotas on file.
package struct FairnessSpan: Sendable {
  /// A shift week of a rota on file.
  package struct WeekOnFile: Sendable {
    let week: ShiftWeek
    /// Its index among the situation's rotas.
    let rota: Int
  }

  /// By date, never empty.
  let weeks: [WeekOnFile]

  package var first: ShiftWeek { weeks[0].week }
  package var last: ShiftWeek { weeks[weeks.count - 1].week }
  package var count: Int { weeks.count }

  /// Without a first date, the weeks that begin so many days before the last one count too: 104
  /// weeks in all, as long as balances are remembered.
  private static let reach = 7 * (Remembered.memory - 1)

  /// The weeks on file that begin in a period; nil where there is none.
  package init?(_ period: Period, in situation: Situation) {
    self.init(situation.weeksOnFile.filter { period.holds($0.week.start) })
  }

  /// The weeks on file that hold a day from `first` to `last`, both included; nil where there is
  /// none. Without `last` they go on to the last week on file, without `first` they are those of
  /// two years.
  package init?(from first: Day?, to last: Day?, in situation: Situation) {
    let until = situation.weeksOnFile.filter { entry in last.map { entry.week.start <= $0 } ?? true
    }
    guard let end = until.last else { return nil }
    self.init(
      until.filter { entry in
        first.map { $0 <= entry.week.last }
          ?? (entry.week.start >= end.week.start - FairnessSpan.reach)
      })
  }

  private init?(_ weeks: [WeekOnFile]) {
    guard !weeks.isEmpty else { return nil }
    self.weeks = weeks
  }
}

extension Situation {
  /// The shift weeks of all rotas on file, by date.
  var weeksOnFile: [FairnessSpan.WeekOnFile] {
    rotas.indices.flatMap { index in
      rotas[index].weeks(handover: team.handover.weekday).map {
        FairnessSpan.WeekOnFile(week: $0, rota: index)
      }
    }.sorted { $0.week < $1.week }
  }

  /// The first and the last shift week on file; nil where there is none.
  package var weeksHeldOnFile: (first: ShiftWeek, last: ShiftWeek)? {
    let weeks = weeksOnFile
    guard let first = weeks.first, let last = weeks.last else { return nil }
    return (first.week, last.week)
  }
}
