import Dates
internal import ICalendar
internal import RotaModel

/// Joins what the rotas say with what a calendar says already, so that subscribers see exactly
/// what changed.
///
/// An event that did not change keeps its version, one that did gets the next, one that vanished
/// is cancelled and stays until its end is 90 days past. Events of other periods are kept as they
/// are. New data of the zone change what is not over yet, in whatever period: wall times that stay
/// are another moment.
struct CalendarMemory {
  let periods: [Period]
  let plan: EventPlan
  let today: Day

  private static let daysKept = 90

  func events(_ planned: [PlannedEvent], earlier: EarlierCalendar?) -> [FiledEvent] {
    let clocks = earlier?.clocks ?? [:]
    let known = Dictionary(
      (earlier?.events ?? []).filter { $0.parts != nil }.map { ($0.uid, $0) },
      uniquingKeysWith: { first, _ in first })
    let pairedBefore = Set(known.values.filter(hasEnded).compactMap(\.pairedProject))
    var filed: [FiledEvent] = []
    var plannedIDs: Set<String> = []
    for event in planned {
      let uid = event.uid.text(domain: plan.domain)
      let before = known[uid]
      guard isGiven(event) || before.map(isGiven) ?? false else { continue }
      // Where sessions that are over stand on another weekday, they were held on that one.
      if before == nil, event.dates.upperBound <= today,
        let project = event.uid.slot.pairedProject, pairedBefore.contains(project)
      {
        continue
      }
      guard plannedIDs.insert(uid).inserted else { continue }
      filed.append(next(event, after: before, clocks))
    }
    var dropped: [EarlierEvent] = []
    for event in earlier?.events ?? [] where !plannedIDs.contains(event.uid) || event.parts == nil {
      if !isGiven(event) || wasHeld(event) {
        filed.append(kept(event, clocks))
      } else if isLongPast(event) {
        dropped.append(event)
      } else {
        filed.append(cancelled(event, clocks))
      }
    }
    // A calendar needs an event: the last ones stay, cancelled.
    return filed.isEmpty ? dropped.map { cancelled($0, clocks) } : filed
  }

  /// The event as planned, with the version of the one before where that says the same.
  private func next(_ event: PlannedEvent, after before: EarlierEvent?, _ clocks: [String: Zone])
    -> FiledEvent
  {
    let sequence = before.map { $0.nextSequence } ?? 0
    var component = event.component(
      domain: plan.domain, clock: plan.clock, stamp: stamp(sequence))
    // A new handover or zone moves nothing that is over.
    if let before, hasEnded(before) { component = component.at(timesOf: before.component) }
    if let before, before.content == component.withoutStamp { return kept(before, clocks) }
    return FiledEvent(component)
  }

  private func cancelled(_ event: EarlierEvent, _ clocks: [String: Zone]) -> FiledEvent {
    if event.isCancelled { return kept(event, clocks) }
    var component = event.component.setting(
      stamp(event.nextSequence).properties + [.text("STATUS", "CANCELLED")])
    // Nobody wants an alarm for what does not happen.
    component.components.removeAll { $0.name == "VALARM" }
    return FiledEvent(component)
  }

  /// As it stands, in the next version where the zone's data move it.
  private func kept(_ event: EarlierEvent, _ clocks: [String: Zone]) -> FiledEvent {
    let zone = plan.clock.zone
    guard event.parts != nil, !hasEnded(event),
      event.component.move(by: clocks, to: event.component, by: [zone.name: zone]) != nil
    else { return FiledEvent(keeping: event) }
    return FiledEvent(event.component.setting(stamp(event.nextSequence).properties))
  }

  private func stamp(_ sequence: Int) -> EventStamp {
    EventStamp(sequence: sequence, modified: Instant(utc: LocalDateTime(today)))
  }

  /// Whether it ended before today, as it is written.
  private func hasEnded(_ event: EarlierEvent) -> Bool {
    event.dates.map { $0.upperBound <= today } ?? false
  }

  /// Whether it is a pairing session of the past: its UID has its date, so that a new weekday
  /// leaves it without a plan.
  private func wasHeld(_ event: EarlierEvent) -> Bool {
    event.pairedProject != nil && hasEnded(event) && !event.isCancelled
  }

  private func isLongPast(_ event: EarlierEvent) -> Bool {
    event.end.map { $0.distance(to: today) >= CalendarMemory.daysKept } ?? true
  }

  // MARK: Of which period is an event?

  private func isGiven(_ event: PlannedEvent) -> Bool {
    isGiven(event.uid.slot, dates: event.dates)
  }

  /// Events that are not ours belong to no period.
  private func isGiven(_ event: EarlierEvent) -> Bool {
    guard let parts = event.parts, let dates = event.dates else { return false }
    return isGiven(parts.slot, dates: dates)
  }

  private func isGiven(_ slot: EventSlot, dates: Range<Day>) -> Bool {
    switch slot {
    case .shift(let week, _): isGiven(week)
    case .cover(let from, let rotation, _): isGiven(week(ofCoverFrom: from, rotation))
    case .pairing, .sharing, .feedback: isGiven(dates.lowerBound)
    case .project(let id):
      periods.contains { period in
        period.touches(dates) || plan.team.project(id).map { period.touches($0.life) } ?? false
      }
    }
  }

  private func isGiven(_ day: Day) -> Bool { periods.contains { $0.holds(day) } }

  /// The start of the shift week that a cover lies in.
  private func week(ofCoverFrom day: Day, _ rotation: RotationID) -> Day {
    let covered = plan.rotas.lazy.flatMap { rota in
      rota.shifts.lazy.filter { $0.rotation == rotation && rota.days(of: $0.week).contains(day) }
    }.first
    return
      (covered?.week ?? plan.rotas.week(holding: day, handover: plan.team.handover.weekday)).start
  }
}

extension EarlierEvent {
  /// Of the version after this one; RFC 5545 numbers end at 31 bits.
  fileprivate var nextSequence: Int { min(max(sequence, 0), Int(Int32.max) - 1) + 1 }
}

extension EarlierEvent {
  fileprivate var pairedProject: ProjectID? { parts?.slot.pairedProject }
}

extension EventSlot {
  fileprivate var pairedProject: ProjectID? {
    if case .pairing(let project, _) = self { project } else { nil }
  }
}

extension Component {
  /// With other values of these properties.
  fileprivate func setting(_ changes: [Property]) -> Component {
    var component = self
    component.properties = properties.map { property in
      changes.first { $0.name == property.name } ?? property
    }
    component.properties += changes.filter { self[$0.name] == nil }
    return component
  }

  /// The same event with the start and the end of an earlier version.
  fileprivate func at(timesOf earlier: Component) -> Component {
    let names: Set = ["DTSTART", "DTEND", "DURATION"]
    let times = earlier.properties.filter { names.contains($0.name) }
    let index = properties.firstIndex { names.contains($0.name) } ?? 0
    var others = properties.filter { !names.contains($0.name) }
    others.insert(contentsOf: times, at: min(index, others.count))
    return Component(name, properties: others, components: components)
  }
}
