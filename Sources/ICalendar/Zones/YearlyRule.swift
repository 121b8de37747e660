import Dates

/// Daylight saving as a rule for every year: the footer of a TZif file (RFC 9636 3.3), in the
/// format of POSIX's TZ variable.
struct YearlyRule: Sendable, Hashable {
  let standard: Zone.Offset
  let daylight: Zone.Offset
  /// When daylight saving starts, on clocks that keep standard time.
  let start: YearlyChange
  /// When it ends, on clocks that keep daylight saving time.
  let end: YearlyChange

  /// The offset in force, without making the change that brought it.
  func offset(at instant: Instant) -> Zone.Offset {
    let date = instant.utc.date
    let (year, month, day) = date.civil
    // Near the new year a change of the year before or after may count.
    if (month == 1 && day < 10) || (month == 12 && day > 21) {
      return transition(atOrBefore: instant).after
    }
    let toDaylight = start.wallTime(inYear: year).wallSeconds - standard.seconds
    let toStandard = end.wallTime(inYear: year).wallSeconds - daylight.seconds
    let now = instant.secondsSince1970
    let isDaylight =
      toDaylight <= toStandard
      ? now >= toDaylight && now < toStandard : now >= toDaylight || now < toStandard
    return isDaylight ? daylight : standard
  }

  func transition(atOrBefore instant: Instant) -> Zone.Transition {
    let year = instant.utc.date.civil.year
    // A change may lie some days outside its year (times run from -167 to 167 hours).
    for year in [year + 1, year, year - 1, year - 2] {
      let (first, second) = transitions(ofYear: year)
      if second.instant <= instant { return second }
      if first.instant <= instant { return first }
    }
    preconditionFailure("a rule changes the clocks every year")
  }

  func transitions(in span: Range<Instant>) -> [Zone.Transition] {
    var year = span.lowerBound.utc.date.civil.year - 1
    var found: [Zone.Transition] = []
    while !span.isEmpty {
      let (first, second) = transitions(ofYear: year)
      found += [first, second].filter { span.contains($0.instant) }
      if second.instant >= span.upperBound, first.instant >= span.upperBound { break }
      year += 1
    }
    return found
  }

  /// Both changes of a year, in their order.
  private func transitions(ofYear year: Int) -> (Zone.Transition, Zone.Transition) {
    let toDaylight = Zone.Transition(
      instant: Instant(utc: start.wallTime(inYear: year)) + -standard.seconds,
      before: standard, after: daylight)
    let toStandard = Zone.Transition(
      instant: Instant(utc: end.wallTime(inYear: year)) + -daylight.seconds,
      before: daylight, after: standard)
    return toDaylight.instant <= toStandard.instant
      ? (toDaylight, toStandard) : (toStandard, toDaylight)
  }
}

/// A day of every year and a time on it.
struct YearlyChange: Sendable, Hashable {
  enum DayOfYear: Sendable, Hashable {
    /// `Mm.w.d`: the `week`-th such weekday of the month, 5 for the last.
    case weekday(month: Int, week: Int, Weekday)
    /// `Jn`: 1 to 365, February 29 never counted.
    case dayWithoutLeap(Int)
    /// `n`: 0 to 365, February 29 counted.
    case dayFromZero(Int)
  }

  let day: DayOfYear
  /// -167 to 167 hours from midnight of the day.
  let seconds: Int

  func wallTime(inYear year: Int) -> LocalDateTime {
    LocalDateTime(date(inYear: year), secondOfDay: seconds)
  }

  private func date(inYear year: Int) -> Day {
    switch day {
    case .weekday(let month, let week, let weekday):
      let first = Day(validYear: year, month: month, day: 1)
      let toWeekday = (weekday.rawValue - first.weekday.rawValue + 7) % 7
      let days = toWeekday + (week - 1) * 7
      return first + (days < Day.count(ofMonth: month, year: year) ? days : days - 7)
    case .dayWithoutLeap(let number):
      let january = Day(validYear: year, month: 1, day: 1)
      return january + (Day.isLeap(year) && number >= 60 ? number : number - 1)
    case .dayFromZero(let number):
      return Day(validYear: year, month: 1, day: 1) + number
    }
  }
}
