internal import RotaModel

/// The shift weeks that imported shifts are sorted into: those of the rotas on file, which keep
/// their weekday, and where there is none those of the team file's.
struct WeekFinder {
  private struct Filed {
    let days: Range<Day>
    let week: ShiftWeek
    let period: Period
  }

  /// Ascending; none has a day of another.
  private let filed: [Filed]
  private let handover: Weekday

  init(_ rotas: [Rota], handover: Weekday) {
    self.handover = handover
    filed = rotas.flatMap { rota in
      rota.weeks(handover: handover).map {
        Filed(days: rota.days(of: $0), week: $0, period: rota.period)
      }
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  /// The week that holds a date, and the first date behind it of which that is to be asked anew.
  /// O(log weeks on file).
  func week(holding day: Day) -> (week: ShiftWeek, end: Day) {
    let index = firstIndex(endingAfter: day)
    let next = index < filed.count ? filed[index] : nil
    if let next, next.days.contains(day) { return (next.week, next.days.upperBound) }
    let week = ShiftWeek(holding: day, handover: handover)
    let end = min(week.days.upperBound, next?.days.lowerBound ?? week.days.upperBound)
    // The days that a change of weekday leaves over belong to the shift before it.
    if index > 0, filed[index - 1].period.holds(week.start) {
      return (filed[index - 1].week, end)
    }
    if let next, next.period.holds(week.start) {
      return (ShiftWeek(startingOn: week.start - 7), end)
    }
    return (week, end)
  }

  /// The day after the last week on file that is of a period; nil where none is.
  func end(of period: Period) -> Day? {
    filed.last { period.holds($0.week.start) }?.days.upperBound
  }

  private func firstIndex(endingAfter day: Day) -> Int {
    var (low, high) = (0, filed.count)
    while low < high {
      let middle = (low + high) / 2
      if filed[middle].days.upperBound > day { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
