package import RotaModel

/// What is known when a rota is planned or judged: the team with its calendars read, the rotas on
/// file, and today's date. A plain value; everything about rules and planning is a function of it.
package struct Situation: Sendable {
  package let team: Team
  package let availability: Availability
  /// All rotas on file, by the first date of their period. One that is judged or planned is told
  /// apart from the others by its period.
  package let rotas: [Rota]
  package let today: Day

  package init(team: Team, rotas: [Rota], today: Day) {
    self.team = team
    availability = Availability(team)
    self.rotas = rotas.following(handover: team.handover.weekday)
    self.today = today
  }
}

extension Situation {
  /// Balances older than this many weeks are forgotten.
  package static var weeksRemembered: Int { Shares.memory }
}
