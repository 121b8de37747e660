import Dates

/// What expansion may still cost; the same for all rules of a file.
struct ExpansionBudget: Sendable {
  enum Exhausted: Error {
    case steps
    case instances
  }

  private(set) var steps = CalendarLimits.steps

  mutating func spend(_ count: Int) throws(Exhausted) {
    steps -= count
    if steps < 0 { throw .steps }
  }
}

/// The instances of a rule that starts at a given time on the wall clock.
///
/// The start is among them where the rule says so; readers agree that COUNT counts these alone.
/// Without COUNT the instances before a window are skipped without being made.
struct RecurrenceExpansion {
  private let rule: RecurrenceRule
  private let start: LocalDateTime
  /// On the wall clock, itself included.
  private let until: LocalDateTime?
  private let filter: DayFilter
  /// Seconds from the start of a day, an hour or a minute, whichever the rule's frequency leaves
  /// open, ascending.
  private let offsets: [Int]

  init(_ rule: RecurrenceRule, start: LocalDateTime, until: LocalDateTime?) {
    self.rule = rule
    self.start = start
    self.until = until
    filter = DayFilter(rule, start: start.date)
    let seconds = rule.seconds.isEmpty ? [start.second] : rule.seconds
    let minutes = rule.minutes.isEmpty ? [start.minute] : rule.minutes
    let hours = rule.hours.isEmpty ? [start.hour] : rule.hours
    offsets =
      switch rule.frequency {
      case .secondly: [0]
      case .minutely: seconds
      case .hourly: minutes.flatMap { minute in seconds.map { minute * 60 + $0 } }
      default:
        hours.flatMap { hour in
          minutes.flatMap { minute in seconds.map { (hour * 60 + minute) * 60 + $0 } }
        }
      }
  }

  /// Gives the instances within the window in their order.
  func forEach(
    in window: Range<LocalDateTime>, budget: inout ExpansionBudget,
    _ body: (LocalDateTime, inout ExpansionBudget) throws(ExpansionBudget.Exhausted) -> Void
  ) throws(ExpansionBudget.Exhausted) {
    var left = rule.count ?? Int.max
    let last = min(until ?? LocalDateTime.latest, LocalDateTime.latest)
    var previous = LocalDateTime(wallSeconds: .min)
    var period = firstPeriod(forWindowFrom: window.lowerBound)
    while left > 0 {
      try budget.spend(1)
      let periodStart = self.start(ofPeriod: period)
      if periodStart > last || periodStart >= window.upperBound { return }
      if let jump = jump(over: periodStart) {
        period = jump
        continue
      }
      let bases = try bases(ofPeriod: periodStart, budget: &budget)
      for instance in InstanceSet(bases: bases, offsets: offsets, positions: rule.setPositions) {
        // A day skipped forward may be one of the next month's own.
        if instance < start || instance <= previous { continue }
        if instance > last || left == 0 { return }
        left -= 1
        previous = instance
        try budget.spend(1)
        if instance >= window.upperBound { return }
        if instance >= window.lowerBound { try body(instance, &budget) }
      }
      period += rule.interval
    }
  }

  // MARK: Periods: years, months, weeks, … since 1970, counted by the rule's interval

  /// The period that holds a time.
  private func period(of time: LocalDateTime) -> Int {
    let day = time.date.number
    switch rule.frequency {
    case .yearly: return time.date.civil.year
    case .monthly:
      let (year, month, _) = time.date.civil
      return year * 12 + month - 1
    case .weekly: return firstWeek.distance(to: time.date).flooredQuotient(by: 7)
    case .daily: return day
    default: return time.wallSeconds.flooredQuotient(by: unit)
    }
  }

  private func start(ofPeriod period: Int) -> LocalDateTime {
    switch rule.frequency {
    case .yearly:
      // Beyond the calendar any date will do, as long as it ends the search.
      return LocalDateTime(Day(validYear: min(period, 10_000), month: 1, day: 1))
    case .monthly:
      let months = min(period, 120_000)
      return LocalDateTime(Day(validYear: months / 12, month: months % 12 + 1, day: 1))
    case .weekly: return LocalDateTime(firstWeek + min(period, 1_000_000) * 7)
    case .daily: return LocalDateTime(Day(number: min(period, 4_000_000)))
    default: return LocalDateTime(wallSeconds: period * unit)
    }
  }

  /// The start of the week that holds 1970-01-01, which is number 0.
  private var firstWeek: Day { Day(number: 0).startOfWeek(rule.weekStart) }

  /// Seconds of a period of less than a day.
  private var unit: Int {
    switch rule.frequency {
    case .secondly: 1
    case .minutely: 60
    default: 3600
    }
  }

  private func firstPeriod(forWindowFrom lower: LocalDateTime) -> Int {
    let first = period(of: start)
    if rule.count != nil || lower <= start { return first }
    let passed = (period(of: lower) - first) / rule.interval
    // The first of a month may be a day of the month before that is skipped forward.
    return first + max(0, rule.skip == .forward ? passed - 1 : passed) * rule.interval
  }

  /// Of rules by the hour, minute or second: where to go on when the day, the hour or the minute
  /// is none of the rule's, so that no time is spent within it.
  private func jump(over time: LocalDateTime) -> Int? {
    guard rule.frequency < .daily else { return nil }
    let next: Int
    if !filter.contains(time.date) {
      next = LocalDateTime(time.date + 1).wallSeconds
    } else if !rule.hours.isEmpty, !rule.hours.contains(time.hour) {
      next = (time.wallSeconds.flooredQuotient(by: 3600) + 1) * 3600
    } else if rule.frequency < .hourly, !rule.minutes.isEmpty, !rule.minutes.contains(time.minute) {
      next = (time.wallSeconds.flooredQuotient(by: 60) + 1) * 60
    } else if rule.frequency == .secondly, !rule.seconds.isEmpty,
      !rule.seconds.contains(time.second)
    {
      next = time.wallSeconds + 1
    } else {
      return nil
    }
    let first = period(of: start)
    let target = (next + unit - 1).flooredQuotient(by: unit)
    return first + (target - first + rule.interval - 1) / rule.interval * rule.interval
  }

  // MARK: Within a period

  /// The days, hours, minutes or seconds of a period that the rule falls on.
  private func bases(ofPeriod start: LocalDateTime, budget: inout ExpansionBudget)
    throws(ExpansionBudget.Exhausted) -> [LocalDateTime]
  {
    let (year, month, _) = start.date.civil
    switch rule.frequency {
    case .yearly:
      var bases: [LocalDateTime] = []
      for month in 1...12 where filter.contains(month: month) {
        try appendDays(of: month, year: year, to: &bases, budget: &budget)
      }
      return bases
    case .monthly:
      var bases: [LocalDateTime] = []
      if filter.contains(month: month) {
        try appendDays(of: month, year: year, to: &bases, budget: &budget)
      }
      return bases
    case .weekly:
      try budget.spend(7)
      return (0..<7).map { start.date + $0 }.filter(filter.contains).map { LocalDateTime($0) }
    case .daily: return filter.contains(start.date) ? [start] : []
    default: return [start]
    }
  }

  private func appendDays(
    of month: Int, year: Int, to bases: inout [LocalDateTime], budget: inout ExpansionBudget
  ) throws(ExpansionBudget.Exhausted) {
    let length = Day.count(ofMonth: month, year: year)
    try budget.spend(length)
    let first = Day(validYear: year, month: month, day: 1)
    for day in 1...length {
      let date = first + (day - 1)
      if filter.contains(date, year: year, month: month, day: day) {
        bases.append(LocalDateTime(date))
      }
    }
    guard rule.skip != .omit else { return }
    let standIn = first + (rule.skip == .backward ? length - 1 : length)
    if filter.contains(standIn, forDayBeyond: length), bases.last != LocalDateTime(standIn) {
      bases.append(LocalDateTime(standIn))
    }
  }
}

/// All times of a period, every base with every offset, or those of them that BYSETPOS picks.
private struct InstanceSet: Sequence, IteratorProtocol {
  private let bases: [LocalDateTime]
  private let offsets: [Int]
  /// Indices into the whole set, ascending; nil for all of it.
  private let picked: [Int]?
  private var index = 0

  init(bases: [LocalDateTime], offsets: [Int], positions: [Int]) {
    self.bases = bases
    self.offsets = offsets
    let count = bases.count * offsets.count
    picked =
      positions.isEmpty
      ? nil
      : Set(positions.map { $0 > 0 ? $0 - 1 : count + $0 }.filter { (0..<count).contains($0) })
        .sorted()
  }

  mutating func next() -> LocalDateTime? {
    guard index < picked?.count ?? bases.count * offsets.count else { return nil }
    let place = picked?[index] ?? index
    index += 1
    return LocalDateTime(
      wallSeconds: bases[place / offsets.count].wallSeconds + offsets[place % offsets.count])
  }
}

extension LocalDateTime {
  /// The end of the year 9999, the last that RFC 5545 can write.
  static let latest = LocalDateTime(Day(validYear: 10_000, month: 1, day: 1), secondOfDay: -1)
}

extension Int {
  /// The quotient rounded down, whatever the sign.
  func flooredQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
