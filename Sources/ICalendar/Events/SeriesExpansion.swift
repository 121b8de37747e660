import Dates

/// Expands a series that repeats: its rules and dates without the exceptions, with the overrides.
struct SeriesExpansion {
  private let master: EventMember
  private let repeats: EventRepeats
  private let overrides: [EventSeries.Override]
  private let window: EventWindow
  private let plan: InstancePlan
  /// Where an instance may start that reaches into the window.
  private let wallTimes: Range<LocalDateTime>
  /// The instances that are not to be given, or have been.
  private var excluded: Set<Int> = []
  /// Dates on which no timed instance starts.
  private var excludedDates: Set<Day> = []
  private(set) var found: [EventOccurrence] = []

  init(
    _ master: EventMember, _ repeats: EventRepeats, _ overrides: [EventSeries.Override],
    window: EventWindow
  ) {
    self.master = master
    self.repeats = repeats
    self.overrides = overrides
    self.window = window
    plan = InstancePlan(master, overrides)
    wallTimes = window.wallTimes(before: plan.reach, after: plan.shift)
  }

  mutating func run(budget: inout ExpansionBudget) throws(ExpansionFailure) {
    for exception in repeats.exceptions {
      if case .date(let date) = exception { excludedDates.insert(date) }
      excluded.insert(key(exception))
    }
    // Two may replace the same instance, and then both count.
    for override in overrides where !excluded.contains(override.key) {
      append(override.member, override.member.start, override.member.length)
    }
    excluded.formUnion(overrides.map(\.key))
    for rule in repeats.exceptionRules {
      try expand(rule, budget: &budget) {
        expansion, start, budget throws(ExpansionBudget.Exhausted) in
        if expansion.excluded.insert(expansion.key(start)).inserted { try budget.spend(50) }
      }
    }
    // The same time may come from several places; a PERIOD's length goes before.
    for date in repeats.dates { give(date.start, date.length) }
    if hasStart { give(master.start, nil) }
    for rule in repeats.rules {
      var count = 0
      try expand(rule, budget: &budget) {
        expansion, start, budget throws(ExpansionBudget.Exhausted) in
        guard expansion.give(start, nil) else { return }
        count += 1
        // What is kept costs memory, so that it counts for more than a step.
        try budget.spend(50)
        if count > CalendarLimits.instances { throw .instances }
      }
    }
  }

  /// The start is an instance whether the rules say it or not (RFC 5545 3.8.5.3), unless all of
  /// them end before it.
  private var hasStart: Bool {
    repeats.rules.isEmpty
      || repeats.rules.contains { rule in
        rule.rule.until.map { master.start.wallTime(ofUntil: $0) >= master.start.wallTime } ?? true
      }
  }

  private func key(_ start: EventStart) -> Int {
    InstanceKey.of(start, in: master.start, zone: window.zone)
  }

  /// Whether this is an instance within the window that was not there yet.
  @discardableResult
  private mutating func give(_ start: EventStart, _ length: EventDuration?) -> Bool {
    let key = key(start)
    let instance = plan.instance(start, length, key: key)
    guard
      let occurrence = window.occurrence(
        of: instance.member, at: instance.start, lasting: instance.length),
      !excludedDates.contains(start.wallTime.date), excluded.insert(key).inserted
    else { return false }
    found.append(occurrence)
    return true
  }

  private mutating func append(
    _ member: EventMember, _ start: EventStart, _ length: EventDuration
  ) {
    if let occurrence = window.occurrence(of: member, at: start, lasting: length) {
      found.append(occurrence)
    }
  }

  private mutating func expand(
    _ rule: EventRepeats.Rule, budget: inout ExpansionBudget,
    _ body: (inout SeriesExpansion, EventStart, inout ExpansionBudget)
      throws(ExpansionBudget.Exhausted) -> Void
  ) throws(ExpansionFailure) {
    let until = rule.rule.until.map { master.start.wallTime(ofUntil: $0) }
    let expansion = RecurrenceExpansion(rule.rule, start: master.start.wallTime, until: until)
    do {
      try expansion.forEach(in: wallTimes, budget: &budget) {
        wallTime, budget throws(ExpansionBudget.Exhausted) in
        try body(&self, master.start.moved(to: wallTime), &budget)
      }
    } catch {
      throw ExpansionFailure(cause: error, range: rule.range)
    }
  }
}

/// Which rule could not be expanded, and why.
struct ExpansionFailure: Error {
  let cause: ExpansionBudget.Exhausted
  let range: Range<Int>
}

extension EventStart {
  /// The last wall time that UNTIL allows. Of a date for a time readers agree that it is midnight.
  fileprivate func wallTime(ofUntil until: WrittenDate) -> LocalDateTime {
    switch (until, self) {
    case (.utc(let utc), .time(_, let zone)): zone.local(at: Instant(utc: utc))
    case (.local(let local), .time): local
    default: LocalDateTime(until.date)
    }
  }
}
