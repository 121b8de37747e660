/// What becomes of an instance that no override replaces.
struct InstancePlan {
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
}
