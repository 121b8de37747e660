import Dates

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

  /// The series of events that share a UID: one, but where several count that are no overrides.
  ///
  /// Of the same RECURRENCE-ID, or of none, the highest SEQUENCE counts. Of equal ones that differ
  /// in their times all do, for some exporters give every event one UID; of those at the same times
  /// the last. Overrides are of the last event that repeats, else of the last.
  ///
  /// - Parameter zone: of the team, for instances that are named by a date in UTC.
  /// - Returns: also the first event that counts beside an earlier one, and how many do.
  static func all(of group: [EventMember], zone: Zone) -> (series: [EventSeries], beside: Beside?) {
    // Most events have their UID for themselves.
    if group.count == 1, group[0].recurrenceID == nil {
      return ([EventSeries(master: group[0], overrides: [])], nil)
    }
    var masters = counting(group.filter { $0.recurrenceID == nil })
    var beside = masters.dropFirst().map(\.event)
    let last = masters.lastIndex { $0.repeats != nil } ?? masters.indices.last
    let master = last.map { masters.remove(at: $0) }
    var byKey: [Int: [EventMember]] = [:]
    for member in group {
      guard let id = member.recurrenceID else { continue }
      byKey[InstanceKey.of(id, in: master?.start, zone: zone), default: []].append(member)
    }
    var overrides: [Override] = []
    for (key, members) in byKey {
      let members = counting(members)
      beside += members.dropFirst().map(\.event)
      overrides += members.map { Override(key: key, member: $0) }
    }
    overrides.sort { $0.member.event.line < $1.member.event.line }
    let series =
      masters.map { EventSeries(master: $0, overrides: []) }
      + [EventSeries(master: master, overrides: overrides)]
    return (series, Beside(events: beside))
  }

  /// Events that count beside an earlier one of the same UID and RECURRENCE-ID.
  struct Beside: Sendable {
    let first: Event
    let count: Int

    /// Nil for no events.
    init?(events: [Event]) {
      guard let first = events.min(by: { $0.line < $1.line }) else { return nil }
      self.first = first
      count = events.count
    }
  }

  /// Those of the highest SEQUENCE, one for the same times, in the order of the file.
  private static func counting(_ members: [EventMember]) -> [EventMember] {
    let highest = members.map(\.event.sequence).max()
    var indices: [EventMember.Times: Int] = [:]
    var counting: [EventMember] = []
    for member in members where member.event.sequence == highest {
      if let index = indices[member.times] {
        counting[index] = member
      } else {
        indices[member.times] = counting.count
        counting.append(member)
      }
    }
    return counting
  }

  /// The usable events in the order of the file.
  var events: [Event] {
    ((master.map { [$0] } ?? []) + overrides.map(\.member)).map(\.event)
  }

  /// All occurrences that overlap the window, in no order.
  func occurrences(in window: EventWindow, budget: inout ExpansionBudget) throws(ExpansionFailure)
    -> [EventOccurrence]
  {
    if let master, let repeats = master.repeats {
      var expansion = SeriesExpansion(master, repeats, overrides, window: window)
      try expansion.run(budget: &budget)
      return expansion.found
    }
    var members = overrides.map(\.member)
    if let master {
      let key = InstanceKey.of(master.start, in: master.start, zone: window.zone)
      // A lone event that an override replaces is the override.
      if !overrides.contains(where: { $0.key == key }) { members.append(master) }
    }
    return members.compactMap { window.occurrence(of: $0, at: $0.start, lasting: $0.length) }
  }
}

/// An instance is known by its start, in days or in seconds, whichever its series is written in.
enum InstanceKey {
  static func of(_ start: EventStart, in master: EventStart?, zone: Zone) -> Int {
    switch (master, start) {
    case (.date?, .time(let local, let startZone)):
      // Exchange's midnight of a date; in UTC it is midnight in the team's zone.
      let isUTC = startZone.isUTC && local.secondOfDay != 0
      return isUTC
        ? zone.local(at: Instant(utc: local)).date.number : local.date.number
    case (.time(let local, let masterZone)?, .date(let date)):
      // A date for a time means the instance of that date.
      let sameTime = LocalDateTime(date, secondOfDay: local.secondOfDay)
      return masterZone.instant(of: sameTime).secondsSince1970
    case (_, .date(let date)): return date.number
    case (_, .time(let local, let zone)): return zone.instant(of: local).secondsSince1970
    }
  }
}
