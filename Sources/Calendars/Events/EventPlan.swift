import Dates
internal import ICalendar
internal import RotaModel

/// Everything that the events of a team are made from.
struct EventPlan {
  let team: Team
  /// By the first date of their period.
  let rotas: [Rota]
  let availability: Availability
  let sessions: Sessions
  let clock: TeamClock
  let options: CalendarOptions
  /// What the UIDs of the team's events end with.
  let domain: String
  private let engineers: [EngineerID: Engineer]

  init(team: Team, rotas: [Rota], zone: Zone, options: CalendarOptions) {
    self.team = team
    self.rotas = rotas.following(handover: team.handover.weekday)
    availability = Availability(team)
    sessions = Sessions(of: team, availability, rotas: self.rotas)
    clock = TeamClock(zone: zone)
    self.options = options
    domain = team.domain
    engineers = Dictionary(
      team.engineers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a period on file holds the day: events on other days are on no rota yet.
  func isOnFile(_ day: Day) -> Bool { rotas.contains { $0.period.holds(day) } }

  /// An engineer's name; the id of one the team file does not have.
  func name(_ id: EngineerID) -> String { engineers[id]?.name ?? id.text }
  func names(_ ids: [EngineerID]) -> String { ids.map(name).joined(separator: ", ") }

  func contact(_ id: EngineerID) -> Contact {
    Contact(name: name(id), email: engineers[id]?.email)
  }

  /// Who takes part, where calendars are to say so.
  func people(_ engineers: [EngineerID], _ guests: [Contact] = []) -> [Contact] {
    options.attendees ? engineers.map(contact) + guests : []
  }

  func time(of session: Session) -> PlannedEvent.Time {
    let start = clock.wallTime(session.day, session.time)
    return .wallTimes(start..<clock.wallTime(start, plusMinutes: session.minutes))
  }
}
