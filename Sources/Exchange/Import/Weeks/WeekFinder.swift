import Dates
internal import Diagnostics
internal import RotaModel

/// The shift weeks that imported shifts are sorted into: those of the rotas on file, which keep
/// their weekday, and of the rotas that are to be written.
struct WeekFinder {
  private struct Filed {
    let days: Range<Day>
    let week: ShiftWeek
    let rota: Int
  }

  /// A week, its days, and its rota by index; nil where no rota has it.
  struct Found: Equatable {
    let week: ShiftWeek
    let days: Range<Day>
    let rota: Int?
  }

  private let rotas: [Rota]
  /// Ascending; none has a day of another.
  private let filed: [Filed]
  private let handover: Weekday

  /// - Parameter rotas: as they follow each other.
  init(_ rotas: [Rota], handover: Weekday) {
    self.rotas = rotas
    self.handover = handover
    filed = rotas.enumerated().flatMap { index, rota in
      rota.weeks(handover: handover).map {
        Filed(days: rota.days(of: $0), week: $0, rota: index)
      }
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  /// The week that holds a date. O(log weeks).
  func week(holding day: Day) -> Found {
    let index = filed.partitioningIndex(where: { $0.days.upperBound > day })
    let next = index < filed.count ? filed[index] : nil
    if let next, next.days.contains(day) {
      return Found(week: next.week, days: next.days, rota: next.rota)
    }
    let week = ShiftWeek(holding: day, handover: handover)
    let before = index > 0 ? filed[index - 1] : nil
    let start = max(week.start, before?.days.upperBound ?? week.start)
    let end = min(week.start + 7, next?.days.lowerBound ?? week.start + 7)
    // The days that a change of weekday leaves over belong to the shift before it.
    if let before, rotas[before.rota].period.holds(week.start) {
      return Found(week: before.week, days: start..<end, rota: before.rota)
    }
    return Found(week: week, days: start..<end, rota: nil)
  }
}
