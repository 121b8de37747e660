internal import Diagnostics
internal import ICalendar
internal import RotaModel

/// An event that says who has a rotation over some time.
struct ImportedDuty {
  let event: Event
  let rotation: RotationID
  let engineer: EngineerID
  /// Minutes on a wall clock since 1970; whole days go from handover to handover.
  let minutes: Range<Int>
}

/// Finds out of each event of a calendar of shifts whose it is, and of which rotation.
struct DutyReader {
  /// Eight weeks: no shifts go on for longer.
  private static let mostMinutes = 8 * 7 * 1440

  private let team: Team
  private let rotation: RotationID?
  private let clock: TeamClock
  private let names: EngineerNames
  private let nearNames: NearNames
  private(set) var duties: [ImportedDuty] = []
  private(set) var covers: [ImportedCover] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Events that repeat are reported once.
  private var reported: Set<Int> = []

  init(team: Team, rotation: RotationID?, clock: TeamClock) {
    self.team = team
    self.rotation = rotation
    self.clock = clock
    names = EngineerNames(team)
    nearNames = NearNames(team)
  }

  mutating func read(_ occurrence: EventOccurrence) {
    let event = occurrence.event
    if event.isCancelled { return }
    let uid = EventUID(event.uid)
    switch uid?.slot {
    case .project, .sharing, .pairing, .feedback: return
    case .cover(let from, let rotation, let engineer):
      readCover(occurrence, from: from, rotation, engineer)
    case .shift(_, let rotation):
      add(occurrence, rotation, uid?.calendar ?? engineer(of: event))
    case nil: add(occurrence, rotation(of: event), engineer(of: event))
    }
  }

  private mutating func add(
    _ occurrence: EventOccurrence, _ rotation: RotationID?, _ engineer: EngineerID?
  ) {
    let event = occurrence.event
    guard let engineer, team.engineer(engineer) != nil else {
      return warn("this event does not say which engineer of the team it is of", event) {
        $0.suggestions(for: event)
      }
    }
    guard let rotation = self.rotation ?? rotation, team.rotation(rotation) != nil else {
      return warn("this event does not say which rotation of the team it is of", event) {
        ["`--rotation` names one for all events: \($0.team.rotationNames)"]
      }
    }
    let minutes = minutes(of: occurrence.time)
    guard minutes.count <= DutyReader.mostMinutes else {
      return warn("this event lasts longer than eight weeks", event)
    }
    duties.append(
      ImportedDuty(event: event, rotation: rotation, engineer: engineer, minutes: minutes))
  }

  /// A cover of our own calendars.
  private mutating func readCover(
    _ occurrence: EventOccurrence, from: Day, _ rotation: RotationID, _ engineer: EngineerID
  ) {
    let minutes = minutes(of: occurrence.time)
    let days = max(1, (minutes.count + 720) / 1440)
    guard team.engineer(engineer) != nil, team.rotation(rotation) != nil, days <= 7 else {
      return warn(
        "this cover is of an engineer or a rotation that the team does not have", occurrence.event)
    }
    covers.append(
      ImportedCover(
        event: occurrence.event,
        cover: Cover(days: from..<from + days, rotation: rotation, engineer: engineer)))
  }

  private func minutes(of time: EventTime) -> Range<Int> {
    switch time {
    case .dates(let dates):
      let handover = team.handover.time.minutes
      return dates.lowerBound.daysSince1970 * 1440 + handover..<dates.upperBound.daysSince1970
        * 1440 + handover
    case .instants(let span):
      let start = clock.zone.local(at: span.lowerBound).wallSeconds / 60
      return start..<max(start, clock.zone.local(at: span.upperBound).wallSeconds / 60)
    }
  }

  // MARK: Who, and of what

  private func engineer(of event: Event) -> EngineerID? {
    let people = names.people(in: event)
    if people.engineers.count == 1, people.doubt == nil { return people.engineers[0] }
    return people == EventPeople([]) ? names.engineer(byShortNameInTitle: event.summary) : nil
  }

  /// The only rotation, or the one whose name or id stands in the event.
  private func rotation(of event: Event) -> RotationID? {
    if team.rotations.count == 1 { return team.rotations[0].id }
    let texts = [event.summary] + event.categories + [event.description]
    for text in texts {
      let words = Words(text).words
      let named = team.rotations.filter { rotation in
        words.holds(Words(rotation.name).words) || words.holds(Words(rotation.id.text).words)
      }
      if !named.isEmpty { return named.count == 1 ? named[0].id : nil }
    }
    return nil
  }

  /// Whom the event names beside each other, or nearly names.
  private func suggestions(for event: Event) -> [String] {
    let people = names.people(in: event)
    let several = people.engineers + (people.doubt?.engineers ?? [])
    if several.count > 1 {
      return ["it names \(several.map { "`\($0)`" }.joined(separator: ", "))"]
    }
    return nearNames.nearest(inShift: event).map { ["did you mean `\($0)`?"] } ?? []
  }

  private mutating func warn(
    _ message: String, _ event: Event, help: (DutyReader) -> [String] = { _ in [] }
  ) {
    guard reported.insert(event.component.range.lowerBound).inserted,
      diagnostics.count < CalendarLimits.findings
    else { return }
    diagnostics.append(.unmatched(message, at: event.summaryPlace, help: help(self)))
  }
}

extension Team {
  /// `` `service`, `backup` ``.
  var rotationNames: String { rotations.map { "`\($0.id)`" }.joined(separator: ", ") }
}

extension [String] {
  /// Whether some words stand in these, next to each other.
  fileprivate func holds(_ words: [String]) -> Bool {
    !words.isEmpty && indices.contains { self[$0...].starts(with: words) }
  }
}
