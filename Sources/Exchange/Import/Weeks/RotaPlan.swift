import Dates
internal import RotaModel

/// The rotas that imported weeks go into: those on file, and for the weeks that none of them holds
/// quarters, or the ranges of a quarter that are left.
struct RotaPlan {
  /// As they follow each other.
  let rotas: [Rota]
  let finder: WeekFinder

  /// O(entries + rotas).
  init(_ entries: [Entry], _ request: ImportRequest, own: [Day: Weekday]) {
    let handover = request.team.handover.weekday
    let filed = WeekFinder(request.rotas, handover: handover)
    var quarters: Set<Period> = []
    // Most entries lie in the quarter of the one before.
    var latest: Period?
    for entry in entries where entry.engineer != nil {
      // The last week of the quarter before may last until the first of this one.
      var day = Day(number: entry.start.flooredDays - 7)
      let last = Day(number: max(entry.start, entry.stop - 1).flooredDays)
      if let latest, latest.first <= day, last <= latest.last { continue }
      while day <= last {
        guard let quarter = Period(quarterOf: day) else { break }
        quarters.insert(quarter)
        latest = quarter
        day = quarter.last + 1
      }
    }
    var rotas = request.rotas
    for quarter in quarters {
      let weekday = own[quarter.first] ?? handover
      let weeks = quarter.weeks(handover: weekday)
      let free = weeks.filter { week in
        week.days.allSatisfy { filed.week(holding: $0).rota == nil }
      }
      let periods = free.count == weeks.count ? [quarter] : RotaPlan.runs(free)
      rotas += periods.compactMap { RotaPlan.empty($0, weekday) }
    }
    self.rotas = rotas.following(handover: handover)
    finder = WeekFinder(self.rotas, handover: handover)
  }

  /// The periods of weeks that follow each other.
  private static func runs(_ weeks: [ShiftWeek]) -> [Period] {
    var runs: [(first: ShiftWeek, count: Int)] = []
    for week in weeks {
      if let last = runs.last, last.first.start + 7 * last.count == week.start {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((week, 1))
      }
    }
    return runs.compactMap { Period(from: $0.first.start, weeks: $0.count) }
  }

  /// A rota of a period whose weeks begin on a weekday: that of its shifts.
  private static func empty(_ period: Period, _ weekday: Weekday) -> Rota? {
    guard let week = period.weeks(handover: weekday).first else { return nil }
    return Rota(
      period: period,
      shifts: [Shift(week: week, rotation: RotationID(""), engineer: EngineerID(""))])
  }
}

extension Period {
  /// nil for a date of years that are not taken.
  init?(quarterOf day: Day) {
    self.init(year: day.year, quarter: (day.month + 2) / 3)
  }
}
