internal import Diagnostics
internal import ICalendar
internal import RotaModel

/// A cover of our own calendars.
struct ImportedCover {
  let event: Event
  let cover: Cover
}

/// Keeps the covers that a rota may have: each within a shift of somebody else, none of two at once.
struct CoverSorting {
  private let shifts: [Slot: Shift]
  private let weeks: WeekFinder
  private let period: Period?
  /// Of each shift, by their first day.
  private(set) var covers: [Slot: [Cover]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ shifts: [Shift], period: Period?, weeks: WeekFinder) {
    self.shifts = Dictionary(
      shifts.map { (Slot(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    self.weeks = weeks
    self.period = period
  }

  /// Covers come by their first day. O(log weeks on file).
  mutating func add(_ imported: ImportedCover) {
    let cover = imported.cover
    let week = weeks.week(holding: cover.days.lowerBound).week
    let slot = Slot(week: week, rotation: cover.rotation)
    guard let shift = shifts[slot] else {
      // That of another period is none of this rota's.
      if period == nil { warn("the shift that this event covers is not in the calendar", imported) }
      return
    }
    if weeks.week(holding: cover.days.upperBound - 1).week != shift.week {
      warn("this cover reaches beyond its shift week", imported)
    } else if shift.engineer == cover.engineer {
      warn("this cover is of the engineer who holds the shift", imported)
    } else if let last = covers[slot]?.last, last.days.overlaps(cover.days) {
      warn("another cover of the shift has a day of this one", imported)
    } else {
      covers[slot, default: []].append(cover)
    }
  }

  var count: Int { covers.values.reduce(0) { $0 + $1.count } }

  private mutating func warn(_ message: String, _ imported: ImportedCover) {
    guard diagnostics.count < CalendarLimits.findings else { return }
    diagnostics.append(.unmatched(message, at: imported.event.summaryPlace))
  }
}
