/// The events of a file that share a UID: one that repeats, and overrides of some of its times.
struct EventSeries: Sendable {
  struct Override: Sendable {
    /// Of the instance it replaces.
    let key: Int
    let member: EventMember
  }

  /// Nil where the file holds overrides alone, as exports of a span do.
  let master: EventMember?
  /// By the line they start on.
  let overrides: [Override]

  /// Of the same RECURRENCE-ID, or of none, the highest SEQUENCE counts, then the last.
  ///
  /// - Parameter zone: of the team, for instances that are named by a date in UTC.
  init(_ group: [EventMember], zone: Zone) {
    let master = EventSeries.newest(group.filter { $0.recurrenceID == nil })
    self.master = master
    var byKey: [Int: [EventMember]] = [:]
    for member in group {
      guard let id = member.recurrenceID else { continue }
      byKey[InstanceKey.of(id, in: master?.start, zone: zone), default: []].append(member)
    }
    overrides = byKey.compactMap { key, members in
      EventSeries.newest(members).map { Override(key: key, member: $0) }
    }.sorted { $0.member.event.line < $1.member.event.line }
  }

  private static func newest(_ members: [EventMember]) -> EventMember? {
    members.reduce(nil) { newest, member in
      guard let newest, newest.event.sequence > member.event.sequence else { return member }
      return newest
    }
  }

  /// The usable events in the order of the file.
  var events: [Event] {
    ((master.map { [$0] } ?? []) + overrides.map(\.member)).map(\.event)
  }

  /// All occurrences that overlap the window, in no order.
  func occurrences(in window: EventWindow, budget: inout ExpansionBudget) throws(ExpansionFailure)
    -> [EventOccurrence]
  {
    var found: [EventOccurrence] = []
    for override in overrides.map(\.member) {
      append(override, override.start, override.length, in: window, to: &found)
    }
    guard let master else { return found }
    func key(_ start: EventStart) -> Int {
      InstanceKey.of(start, in: master.start, zone: window.zone)
    }
    guard let repeats = master.repeats else {
      // A lone event that an override replaces is the override.
      if !overrides.contains(where: { $0.key == key(master.start) }) {
        append(master, master.start, master.length, in: window, to: &found)
      }
      return found
    }

    let plan = InstancePlan(master, overrides)
    let wall = window.wallTimes(margin: plan.margin)
    var excluded = Set(repeats.exceptions.map(key) + overrides.map(\.key))
    for rule in repeats.exceptionRules {
      try expand(rule, master, in: wall, budget: &budget) { start, _ in
        excluded.insert(key(start))
      }
    }
    // The same time may come from several rules and dates.
    func emit(_ start: EventStart, _ length: EventDuration?) -> Bool {
      let key = key(start)
      guard excluded.insert(key).inserted else { return false }
      let instance = plan.instance(start, length, key: key)
      return append(instance.member, instance.start, instance.length, in: window, to: &found)
    }
    if wall.contains(master.start.wallTime) { _ = emit(master.start, nil) }
    for rule in repeats.rules {
      var count = 0
      try expand(rule, master, in: wall, budget: &budget) {
        start, budget throws(ExpansionBudget.Exhausted) in
        guard emit(start, nil) else { return }
        count += 1
        // What is kept costs memory: ten times the step.
        try budget.spend(10)
        if count > CalendarLimits.instances { throw .instances }
      }
    }
    for date in repeats.dates { _ = emit(date.start, date.length) }
    return found
  }

  private func expand(
    _ rule: EventRepeats.Rule, _ master: EventMember, in window: Range<LocalDateTime>,
    budget: inout ExpansionBudget,
    _ body: (EventStart, inout ExpansionBudget) throws(ExpansionBudget.Exhausted) -> Void
  ) throws(ExpansionFailure) {
    let until = rule.rule.until.map { master.start.wallTime(ofUntil: $0) }
    let expansion = RecurrenceExpansion(rule.rule, start: master.start.wallTime, until: until)
    do {
      try expansion.forEach(in: window, budget: &budget) {
        wallTime, budget throws(ExpansionBudget.Exhausted) in
        try body(master.start.moved(to: wallTime), &budget)
      }
    } catch {
      throw ExpansionFailure(cause: error, range: rule.range)
    }
  }

  @discardableResult
  private func append(
    _ member: EventMember, _ start: EventStart, _ length: EventDuration, in window: EventWindow,
    to found: inout [EventOccurrence]
  ) -> Bool {
    let time = start.time(lasting: length)
    guard window.overlaps(time) else { return false }
    found.append(EventOccurrence(event: member.event, time: time, zone: start.zone))
    return true
  }
}

/// An instance is known by its start, in days or in seconds, whichever its series is written in.
private enum InstanceKey {
  static func of(_ start: EventStart, in master: EventStart?, zone: Zone) -> Int {
    switch (master, start) {
    case (.date?, .time(let local, let startZone)):
      // Exchange's midnight of a date; in UTC it is midnight in the team's zone.
      let isUTC = startZone.isUTC && local.secondOfDay != 0
      return isUTC
        ? zone.local(at: Instant(utc: local)).date.daysSince1970 : local.date.daysSince1970
    case (.time(let local, let masterZone)?, .date(let date)):
      // A date for a time means the instance of that date.
      let sameTime = LocalDateTime(date, secondOfDay: local.secondOfDay)
      return masterZone.instant(of: sameTime).secondsSince1970
    case (_, .date(let date)): return date.daysSince1970
    case (_, .time(let local, let zone)): return zone.instant(of: local).secondsSince1970
    }
  }
}

/// Which rule could not be expanded, and why.
struct ExpansionFailure: Error {
  let cause: ExpansionBudget.Exhausted
  let range: Range<Int>
}

/// What becomes of an instance that no override replaces.
private struct InstancePlan {
  /// THISANDFUTURE: from `key` on, instances are moved by `shift` and are `member`'s.
  private struct Future {
    let key: Int
    let shift: Int
    let member: EventMember
  }

  private let master: EventMember
  private let futures: [Future]
  /// Seconds by which an instance may reach into a window it does not start in.
  let margin: Int

  init(_ master: EventMember, _ overrides: [EventSeries.Override]) {
    self.master = master
    let futures = overrides.compactMap { override -> Future? in
      guard override.member.coversFuture, let id = override.member.recurrenceID else { return nil }
      let replaced = master.start.wallTime(of: id)
      let shift = override.member.start.wallTime.wallSeconds - replaced.wallSeconds
      return Future(key: override.key, shift: shift, member: override.member)
    }
    self.futures = futures.sorted { $0.key < $1.key }
    let lengths =
      [master.length.longestSeconds]
      + futures.map { $0.member.length.longestSeconds + abs($0.shift) }
    margin = lengths.max() ?? 0
  }

  func instance(_ start: EventStart, _ length: EventDuration?, key: Int)
    -> (member: EventMember, start: EventStart, length: EventDuration)
  {
    guard let future = futures.last(where: { $0.key <= key }) else {
      return (master, start, length ?? master.length)
    }
    let wallTime = LocalDateTime(wallSeconds: start.wallTime.wallSeconds + future.shift)
    let member = future.member
    return (member, member.start.moved(to: wallTime), length ?? member.length)
  }
}

extension EventStart {
  /// The wall time of another start on this one's clock.
  fileprivate func wallTime(of other: EventStart) -> LocalDateTime {
    guard case .time(let local, let zone) = self else { return other.wallTime }
    switch other {
    case .date(let date): return LocalDateTime(date, secondOfDay: local.secondOfDay)
    case .time(let time, let otherZone): return zone.local(at: otherZone.instant(of: time))
    }
  }

  /// The last wall time that UNTIL allows: a date allows its whole day.
  fileprivate func wallTime(ofUntil until: WrittenDate) -> LocalDateTime {
    switch (until, self) {
    case (.utc(let utc), .time(_, let zone)): zone.local(at: Instant(utc: utc))
    case (.local(let local), .time): local
    default: LocalDateTime(until.date, secondOfDay: 86_399)
    }
  }
}
