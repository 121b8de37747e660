import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Rules
import Views

/// What one engineer has under way and to come, as far as rotas on file reach.
struct EngineerAnswer: WhoAnswer {
  struct OwnedProject {
    let project: Project
    /// Half-open, within its life.
    let days: Range<Day>
  }

  let engineer: Engineer
  let team: Team
  let zone: Zone
  let now: LocalDateTime
  /// The last date that rotas on file hold; nil where there is none.
  let last: Day?
  /// By their start, then in the order of the rotations.
  let duties: [Duty]
  /// In the team file's order, each as often as the engineer takes it over.
  let projects: [OwnedProject]
  let sessions: [PlannedSession]

  init(_ id: EngineerID, _ files: OnFile) throws {
    guard let engineer = files.team.engineer(id) else {
      throw InternalError("`who` found an engineer that the team does not have")
    }
    self.engineer = engineer
    let zone = try files.zone()
    self.zone = zone
    team = files.team
    now = files.now
    let moment = zone.instant(of: files.now)
    let roster = DutyRoster(handover: team.handover.time, zone: zone)
    duties = team.rotations.flatMap { roster.duties(of: $0.id, in: files.rotas) }
      .filter { $0.engineer == id && $0.span.upperBound > moment }
      .enumerated().sorted {
        ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
      }.map(\.element)
    let sessions = Sessions(
      of: team, files.situation.availability, rotas: files.rotas)
    projects = team.projects.flatMap { project in
      sessions.owners.days(of: id, owning: project).map { OwnedProject(project: project, days: $0) }
    }.filter { $0.days.upperBound > files.today }
    let weeks = files.rotas.flatMap { rota in
      rota.weeks(handover: files.team.handover.weekday).map { rota.days(of: $0) }
    }
    let last = weeks.map { $0.upperBound - 1 }.max()
    self.last = last
    let wallClock = files.now
    self.sessions =
      last.map { last in
        sessions.planned(in: files.today..<max(files.today, last + 1)).filter {
          $0.engineers.contains(id) && $0.session.end > wallClock
        }
      } ?? []
  }
}

extension Session {
  /// What a clock on the wall shows when it is over.
  fileprivate var end: LocalDateTime {
    LocalDateTime(wallSeconds: day.at(time).wallSeconds + 60 * minutes)
  }
}

extension EngineerAnswer {
  private var headline: String {
    "\(engineer.name), \(reach)"
  }

  /// Which days the answer is about.
  private var reach: String {
    "from \(now.date) on"
      + (last.map { "; rotas on file end on \($0)" } ?? "; no rota is on file")
  }

  private var tables: [(none: String, table: TextTable)] {
    var duties = TextTable([.name("duty"), .whole("from"), .whole("to")])
    for duty in self.duties { duties.add([title(duty)] + duty.times(in: zone)) }
    var projects = TextTable([.name("project"), .whole("life"), .whole("owns")])
    for owned in self.projects {
      projects.add([owned.project.name, dates(owned.project.life), dates(owned.days)])
    }
    return [
      ("no duty to come", duties), ("no project", projects),
      ("no session to come", SessionsTable(sessions, of: team).table),
    ]
  }

  func text(width: Int?) -> String {
    headline.safeForTerminal + "\n"
      + tables.map { "\n" + ($0.table.isEmpty ? $0.none + "\n" : $0.table.text(width: width)) }
      .joined()
  }

  var markdown: String {
    escapedForMarkdown(headline) + "\n"
      + tables.map { "\n" + ($0.table.isEmpty ? $0.none + "\n" : $0.table.markdown) }.joined()
  }

  var slack: SlackText {
    var text = SlackText("\(team.slackPerson(engineer.id)), \(reach)")
    text.add(heading: "Duties (\(team.zone))")
    for duty in duties {
      let holder = duty.standsInFor.map { " (for \(team.slackPerson($0)))" } ?? ""
      text.add(
        item: SlackText.escaped(name(duty)) + holder + ", "
          + duty.times(in: zone).joined(separator: " to "))
    }
    if duties.isEmpty { text.add(item: "none to come") }
    text.add(heading: "Projects")
    for owned in projects {
      text.add(item: SlackText.escaped("\(owned.project.name), \(dates(owned.days))"))
    }
    if projects.isEmpty { text.add(item: "none") }
    text.add(heading: "Sessions")
    for planned in sessions {
      let session = planned.session
      text.add(
        item: SlackText.escaped(
          "\(session.day.weekday.shortName) \(session.day) \(session.time): \(planned.title)"))
    }
    if sessions.isEmpty { text.add(item: "none to come") }
    return text
  }

  private func name(_ duty: Duty) -> String {
    team.rotation(duty.duty.rotation)?.name ?? duty.duty.rotation.text
  }

  private func title(_ duty: Duty) -> String {
    name(duty) + (duty.standsInFor.map { " (for \(team.name(of: $0)))" } ?? "")
  }

  private func dates(_ days: Range<Day>) -> String {
    "\(days.lowerBound) to \(days.upperBound - 1)"
  }

  /// The interface of `who ENGINEER --format json`; times are the team's.
  var json: JSON {
    [
      "engineer": .string(engineer.id.text), "name": .string(engineer.name),
      "timezone": .string(team.zone), "from": .string(now.text),
      "to": last.map { .string($0.description) } ?? .null,
      "duties": .array(
        duties.map { duty in
          [
            "rotation": .string(duty.duty.rotation.text),
            "from": .string(zone.local(at: duty.span.lowerBound).text),
            "to": .string(zone.local(at: duty.span.upperBound).text),
            "holder": duty.standsInFor.map { .string($0.text) } ?? .null,
          ]
        }),
      "projects": .array(
        projects.map { owned in
          .object(
            [
              .init("project", .string(owned.project.id.text)),
              .init("start", .string(owned.project.firstDay.description)),
              .init("end", .string(owned.project.lastDay.description)),
            ] + owned.days.jsonMembers)
        }),
      "sessions": SessionsTable(sessions, of: team).json,
    ]
  }
}
