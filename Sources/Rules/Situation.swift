package import Dates
package import RotaModel

/// What is known when a rota is planned or judged: the team with its calendars read, the rotas on
/// file, and today's date. A plain value; everything about rules and planning is a function of it.
package struct Situation: Sendable {
  package private(set) var team: Team
  package private(set) var availability: Availability
  package let today: Day
  let history: History
  let pinnedWeeks: PinnedWeeks
  /// By project: its life, side by side so that a period passes over the others' quickly.
  private let lives: [Range<Day>]

  package init(team: Team, rotas: [Rota], today: Day) {
    self.team = team
    availability = Availability(team)
    history = History(rotas, availability, of: team)
    pinnedWeeks = PinnedWeeks(team, availability)
    lives = team.projects.map(\.life)
    self.today = today
  }

  /// The same where one engineer is off on some more days; the rest is shared.
  package func taking(_ engineer: Int, off days: Range<Day>) -> Situation {
    var taken = self
    taken.team.engineers[engineer].away.append(
      MarkedDays(days, at: team.engineers[engineer].place))
    taken.availability = availability.changingAway(
      of: engineer, to: taken.team.engineers[engineer].away)
    return taken
  }

  /// All rotas on file, by the first date of their period. One that is judged or planned is told
  /// apart from the others by its period.
  package var rotas: [Rota] { history.rotas }
}

extension Situation {
  /// The projects that live on one of some days, in the team file's order.
  func projects(touching days: Range<Day>) -> [Project] {
    lives.indices.filter { lives[$0].overlaps(days) }.map { team.projects[$0] }
  }

  /// Balances older than this many weeks are forgotten.
  package static var weeksRemembered: Int { Remembered.memory }
}
