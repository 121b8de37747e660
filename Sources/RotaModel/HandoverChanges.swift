package import Dates

/// A handover that changes: each rota keeps the weekday of its shifts, so that a quarter under way
/// stays valid when the team file's handover moves. The new weekday holds from the next rota on,
/// and the last shift before it lasts until then.
extension Rota {
  /// The weekday on which all its shifts stand; `standard`, the team file's, where they differ or
  /// there are none. O(shifts).
  package func handover(_ standard: Weekday) -> Weekday {
    guard let first = shifts.first?.week.start.weekday,
      shifts.allSatisfy({ $0.week.start.weekday == first })
    else { return standard }
    return first
  }

  /// Its shift weeks, in order; may be none.
  ///
  /// - Parameter standard: the team file's weekday.
  package func weeks(handover standard: Weekday) -> [ShiftWeek] {
    period.weeks(handover: handover(standard))
  }

  /// The dates of one of its shift weeks: seven, but for the last one before another weekday.
  package func days(of week: ShiftWeek) -> Range<Day> {
    guard let last = lastWeekDays, last.lowerBound == week.start else { return week.days }
    return last
  }

  /// Its shift week that holds a date; nil where none does. O(shifts).
  package func week(holding day: Day, handover standard: Weekday) -> ShiftWeek? {
    if let last = lastWeekDays, last.lowerBound <= day {
      return last.contains(day) ? ShiftWeek(startingOn: last.lowerBound) : nil
    }
    let week = ShiftWeek(holding: day, handover: handover(standard))
    return period.holds(week.start) ? week : nil
  }

  /// How many days after it began the last shift of a rota may end for a rota of another weekday.
  package static let daysToAnotherWeekday = 1...13

  /// The rota as it is before another one, whose first handover ends its last shift where that
  /// stands on another weekday.
  package func followed(by next: Rota?, handover standard: Weekday) -> Rota {
    var rota = self
    rota.lastWeekDays = nil
    guard let next, let last = weeks(handover: standard).last,
      let first = next.weeks(handover: standard).first,
      first.start.weekday != last.start.weekday,
      Rota.daysToAnotherWeekday.contains(last.start.distance(to: first.start))
    else { return rota }
    rota.lastWeekDays = last.start..<first.start
    return rota
  }
}

extension [Rota] {
  /// By the first date of their period, each as it is before the next one that has a shift week.
  package func following(handover standard: Weekday) -> [Rota] {
    var following: [Rota] = []
    var next: Rota?
    for rota in sorted(by: { $0.period.first < $1.period.first }).reversed() {
      following.append(rota.followed(by: next, handover: standard))
      if !rota.weeks(handover: standard).isEmpty { next = rota }
    }
    return following.reversed()
  }

  /// The shift week that holds a date: that of a rota on file, else by the team file's weekday.
  package func week(holding day: Day, handover standard: Weekday) -> ShiftWeek {
    lazy.compactMap { $0.week(holding: day, handover: standard) }.first
      ?? ShiftWeek(holding: day, handover: standard)
  }

  /// The shift week that starts in an ISO week, likewise.
  package func week(in iso: ISOWeek, handover standard: Weekday) -> ShiftWeek {
    let dates = iso.monday..<iso.monday + 7
    return lazy.flatMap { $0.weeks(handover: standard) }.first { dates.contains($0.start) }
      ?? ShiftWeek(in: iso, handover: standard)
  }
}
