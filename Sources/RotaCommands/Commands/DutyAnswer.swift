import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Rules
import Views

/// Who is on duty at some time, by rotation.
struct DutyAnswer: WhoAnswer {
  struct Part {
    let rotation: Rotation
    let isClosed: Bool
    /// Whether a rota on file holds the time asked about.
    let isOnFile: Bool
    let onDuty: [Duty]
    let next: Duty?

    /// What stands in the place of somebody on duty.
    var nobody: String { isClosed ? "closed" : isOnFile ? "nobody" : "on no rota" }
  }

  let when: When
  let team: Team
  let zone: Zone
  let parts: [Part]
  private let isAnyOnFile: Bool

  init(_ when: When, _ files: OnFile) throws {
    self.when = when
    let zone = try files.zone()
    team = files.team
    self.zone = zone
    isAnyOnFile = !files.rotas.isEmpty
    let roster = DutyRoster(handover: team.handover.time, zone: zone)
    let span = DutyAnswer.span(of: when, roster)
    // The week of the last handover before the span begins, and, for a date, the one after.
    let weeks = [span.lowerBound, span.upperBound + -1].map { moment in
      let day = zone.local(at: moment).date
      let begun = roster.instant(day) <= moment
      return files.rotas.week(
        holding: begun ? day : day - 1, handover: files.team.handover.weekday)
    }
    let isOnFile = files.rotas.contains { rota in
      weeks.contains { rota.holds($0.start, handover: files.team.handover.weekday) }
    }
    parts = team.rotations.enumerated().map { index, rotation in
      let duties = roster.duties(of: rotation.id, in: files.rotas)
      return Part(
        rotation: rotation,
        isClosed: weeks.allSatisfy { files.situation.availability.isClosed(index, in: $0) },
        isOnFile: isOnFile, onDuty: duties.filter { $0.span.overlaps(span) },
        next: duties.first { $0.span.lowerBound >= span.upperBound })
    }
  }

  /// Of each rotation that is not closed and has nobody, why.
  var whyNobody: [String] {
    parts.filter { $0.onDuty.isEmpty && !$0.isClosed }.map { part in
      let why =
        part.isOnFile
        ? "the rota leaves the shift open"
        : isAnyOnFile
          ? "no rota on file holds \(asked)" : "no rota is on file: `rota generate` makes one"
      return "nobody is on duty in `\(part.rotation.id)`: \(why)"
    }
  }

  private static func span(of when: When, _ roster: DutyRoster) -> Range<Instant> {
    let zone = roster.zone
    switch when {
    case .date(let day):
      let start = zone.instant(of: day.at(hour: 0, minute: 0))
      return start..<zone.instant(of: (day + 1).at(hour: 0, minute: 0))
    case .week(let week):
      return roster.instant(week.start)..<roster.instant(week.start + 7)
    case .time(let time):
      let moment = zone.instant(of: time)
      return moment..<(moment + 1)
    }
  }
}

extension DutyAnswer {
  func text(width: Int?) -> String { table.text(width: width) }

  var markdown: String { table.markdown }

  private var table: TextTable {
    var table = TextTable([
      .name("rotation"), .name("on duty"), .whole("from"), .whole("to"),
    ])
    for part in parts {
      if part.onDuty.isEmpty { table.add([part.rotation.name, part.nobody]) }
      for duty in part.onDuty { table.add([part.rotation.name] + row(duty)) }
      if let next = part.next { table.add([part.rotation.name + ", next"] + row(next)) }
    }
    return table
  }

  var slack: SlackText {
    var text = SlackText("*On duty* \(asked) (\(team.zone))")
    for part in parts {
      if part.onDuty.isEmpty {
        text.add(item: SlackText.escaped("\(part.rotation.name): \(part.nobody)"))
      }
      for duty in part.onDuty { text.add(item: item(part.rotation.name, duty)) }
      if let next = part.next { text.add(item: item(part.rotation.name + ", next", next)) }
    }
    return text
  }

  private func item(_ label: String, _ duty: Duty) -> String {
    let holder = duty.standsInFor.map { " (for \(team.slackPerson($0)))" } ?? ""
    let times = duty.times(in: zone).joined(separator: " to ")
    return "\(SlackText.escaped(label)): \(team.slackPerson(duty.engineer))\(holder), \(times)"
  }

  private func row(_ duty: Duty) -> [String] {
    let holder = duty.standsInFor.map { " (for \(team.name(of: $0)))" } ?? ""
    return [team.name(of: duty.engineer) + holder] + duty.times(in: zone)
  }

  /// What was asked about, as it is written.
  private var asked: String {
    switch when {
    case .date(let day): day.description
    case .week(let week): "the week of \(week)"
    case .time(let time): time.text
    }
  }

  /// The interface of `who --format json`; times are the team's.
  var json: JSON {
    let asked = if case .week(let week) = when { "\(ISOWeek(holding: week.start))" } else { asked }
    return [
      "when": .string(asked), "timezone": .string(team.zone),
      "rotations": .array(
        parts.map { part in
          [
            "rotation": .string(part.rotation.id.text), "closed": .bool(part.isClosed),
            "on_file": .bool(part.isOnFile),
            "on_duty": .array(part.onDuty.map(json(of:))),
            "next": part.next.map(json(of:)) ?? .null,
          ]
        }),
    ]
  }

  private func json(of duty: Duty) -> JSON {
    [
      "engineer": .string(duty.engineer.text),
      "from": .string(zone.local(at: duty.span.lowerBound).text),
      "to": .string(zone.local(at: duty.span.upperBound).text),
      "holder": duty.standsInFor.map { .string($0.text) } ?? .null,
    ]
  }
}
