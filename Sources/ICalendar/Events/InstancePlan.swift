internal import Diagnostics

/// What becomes of an instance that no override replaces.
struct InstancePlan {
  /// THISANDFUTURE: from `key` on, instances are moved by `shift` and are `member`'s.
  private struct Future {
    let key: Int
    let shift: Int
    let member: EventMember
    /// On whose clock they are moved.
    let clock: EventStart
  }

  private let master: EventMember
  private let futures: [Future]
  /// Seconds by which an instance may start before a window it reaches into.
  let reach: Int
  /// Seconds by which an override may move the instances that follow it.
  let shift: Int

  init(_ master: EventMember, _ overrides: [EventSeries.Override]) {
    self.master = master
    let futures = overrides.compactMap { override -> Future? in
      guard override.member.coversFuture, let id = override.member.recurrenceID else { return nil }
      let replaced = master.start.wallTime(of: id)
      // A start in UTC is but another way to write a time of the series (RFC 5545 3.2.13): later
      // instances keep to the clock of the series.
      let start = override.member.start
      let clock = start.zone?.isUTC == true && master.start.zone != nil ? master.start : start
      let shift = clock.wallTime(of: start).wallSeconds - replaced.wallSeconds
      return Future(key: override.key, shift: shift, member: override.member, clock: clock)
    }
    self.futures = futures.sorted {
      ($0.key, $0.member.event.line) < ($1.key, $1.member.event.line)
    }
    shift = futures.map { abs($0.shift) }.max() ?? 0
    let lengths = [master.length] + futures.map(\.member.length)
    reach = (lengths.map(\.longestSeconds).max() ?? 0) + shift
  }

  func instance(_ start: EventStart, _ length: EventDuration?, key: Int)
    -> (member: EventMember, start: EventStart, length: EventDuration)
  {
    guard let future = future(of: key) else {
      return (master, start, length ?? master.length)
    }
    let wallTime = LocalDateTime(wallSeconds: start.wallTime.wallSeconds + future.shift)
    let member = future.member
    return (member, future.clock.moved(to: wallTime), length ?? member.length)
  }

  /// The last that begins at or before the instance. O(log futures).
  private func future(of key: Int) -> Future? {
    futures[..<futures.partitioningIndex(where: { $0.key > key })].last
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
}
