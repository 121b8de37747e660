import Dates
internal import Diagnostics
internal import RotaModel

/// Sorts the stretches of a rotation into shift weeks, and finds who holds each.
struct WeekSorting {
  /// A day, from handover to handover, and who has most of it.
  private struct DayDuty {
    let day: Day
    let engineer: Int
    let holder: Int
    let entry: Int
    /// Of the day.
    var minutes = 0
  }

  /// A week of which too few days are given.
  struct Short {
    let found: WeekFinder.Found
    let rotation: Int
    let engineers: [Int]
    let entry: Int
    let days: Int
    let minutes: Int
  }

  private static let leastDays = 4

  private let team: Team
  private let finder: WeekFinder
  private let entries: [Entry]
  private(set) var weeks: [ImportedWeek] = []
  private(set) var shorts: [Short] = []
  /// The first and the last week of which a day is given.
  private(set) var span: ClosedRange<ShiftWeek>?

  init(_ team: Team, _ finder: WeekFinder, _ entries: [Entry]) {
    self.team = team
    self.finder = finder
    self.entries = entries
  }

  /// O(days).
  mutating func add(_ stretches: [Stretch], of rotation: Int, in period: Period?) {
    let days = WeekSorting.days(stretches)
    var index = 0
    while index < days.count {
      let found = finder.week(holding: days[index].day)
      var end = index + 1
      while end < days.count, days[end].day < found.days.upperBound { end += 1 }
      // The days before a change of weekday and those after it may be two finds of one week.
      add(days[index..<end], found, rotation, period)
      index = end
    }
  }

  private mutating func add(
    _ days: ArraySlice<DayDuty>, _ found: WeekFinder.Found, _ rotation: Int, _ period: Period?
  ) {
    guard period?.holds(found.week.start) ?? true else { return }
    span =
      span.map { min($0.lowerBound, found.week)...max($0.upperBound, found.week) }
      ?? found.week...found.week
    let least = min((found.days.count + 1) / 2, WeekSorting.leastDays)
    // Days that a change of weekday leaves over may follow a week that is there already.
    let isThere = weeks.last.map {
      $0.week == found.week && $0.rotation == team.rotations[rotation].id
    }
    guard days.count >= least, isThere != true, let rota = found.rota else {
      var engineers: [Int] = []
      for day in days where !engineers.contains(day.engineer) { engineers.append(day.engineer) }
      shorts.append(
        Short(
          found: found, rotation: rotation, engineers: engineers,
          entry: days[days.startIndex].entry,
          days: days.count, minutes: days.reduce(0) { $0 + $1.minutes }))
      return
    }
    let holder = WeekSorting.most(days.map(\.holder))
    let id = team.rotations[rotation].id
    weeks.append(
      ImportedWeek(
        week: found.week, rotation: id, holder: team.engineers[holder].id,
        covers: covers(days, holder, id),
        place: entries[(days.first { $0.holder == holder } ?? days[days.startIndex]).entry].place,
        rota: rota))
  }

  /// Whole days of others than the holder.
  private func covers(
    _ days: ArraySlice<DayDuty>, _ holder: Int, _ rotation: RotationID
  ) -> [Cover] {
    var covers: [Cover] = []
    for day in days where day.engineer != holder {
      let engineer = team.engineers[day.engineer].id
      if let last = covers.last, last.engineer == engineer, last.days.upperBound == day.day {
        covers[covers.count - 1] = Cover(
          days: last.days.lowerBound..<day.day + 1, rotation: rotation, engineer: engineer)
      } else {
        covers.append(Cover(days: day.day..<day.day + 1, rotation: rotation, engineer: engineer))
      }
    }
    return covers
  }

  /// The one that stands there most often; of equals the first.
  private static func most(_ holders: [Int]) -> Int {
    var counts: [(holder: Int, count: Int)] = []
    for holder in holders {
      if let index = counts.firstIndex(where: { $0.holder == holder }) {
        counts[index].count += 1
      } else {
        counts.append((holder, 1))
      }
    }
    var best = counts[0]
    for other in counts where other.count > best.count { best = other }
    return best.holder
  }

  /// Of each day that is given who has most of its hours, of equals who comes first.
  private static func days(_ stretches: [Stretch]) -> [DayDuty] {
    var days: [DayDuty] = []
    var current: (day: Int, parts: [(duty: DayDuty, minutes: Int)])?
    func finished(_ parts: [(duty: DayDuty, minutes: Int)]) -> DayDuty {
      var best = parts[0]
      for part in parts where part.minutes > best.minutes { best = part }
      var duty = best.duty
      duty.minutes = parts.reduce(0) { $0 + $1.minutes }
      return duty
    }
    for stretch in stretches {
      var start = stretch.time.lowerBound
      while start < stretch.time.upperBound {
        let day = start.flooredDays
        let stop = min(stretch.time.upperBound, 1440 * (day + 1))
        if let known = current, known.day != day {
          days.append(finished(known.parts))
          current = nil
        }
        var parts = current?.parts ?? []
        if let index = parts.firstIndex(where: {
          $0.duty.engineer == stretch.engineer && $0.duty.holder == stretch.holder
        }) {
          parts[index].minutes += stop - start
        } else {
          let duty = DayDuty(
            day: Day(number: day), engineer: stretch.engineer, holder: stretch.holder,
            entry: stretch.entry)
          parts.append((duty, stop - start))
        }
        current = (day, parts)
        start = stop
      }
    }
    if let current { days.append(finished(current.parts)) }
    return days
  }
}
