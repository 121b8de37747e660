import Dates
import Diagnostics
import RotaModel
import Rules
import SeededNumbers
import TeamFiles

/// The rotas of the quarters before a sample team's period, as its people planned them without
/// Rota: whose last shift lies furthest back is next. With what happens in real life: somebody
/// stood in for some days, somebody has left the company since.
struct SampleHistory {
  private(set) var rotas: [Rota] = []

  init(
    _ team: Team, _ calendar: SampleCalendar, _ projects: [SampleProject],
    _ random: inout SeededNumbers
  ) {
    for period in calendar.earlier {
      let situation = Situation(team: team, rotas: rotas, today: calendar.today)
      var rota = GreedyRule.leastRecent.rota(of: period, in: situation)
      if random.chance(30) { addCover(to: &rota, team, &random) }
      if random.chance(20), let shift = rota.shifts.first {
        rota.shifts[0] = Shift(
          week: shift.week, rotation: shift.rotation, engineer: EngineerID("former-colleague"))
      }
      rota.owners = projects.filter {
        !$0.owners.isEmpty && period.holds($0.life.lowerBound)
      }.map { owners(of: $0, team, calendar, &random) }
      file(rota, team)
    }
    // The next quarter's, begun: its first shift wants rest before it.
    if calendar.weeks == 13, random.chance(10), let next = Period(year: 2027, quarter: 2) {
      let week = ShiftWeek(
        holding: calendar.first + (calendar.days + 2), handover: team.handover.weekday)
      let shift = Shift(
        week: week, rotation: team.rotations[0].id, engineer: random.pick(team.engineers).id)
      file(Rota(period: next, shifts: [shift]), team)
    }
  }

  /// As a file, so that everything in it has its place.
  private mutating func file(_ rota: Rota, _ team: Team) {
    let text = SourceText(path: "rotas/\(rota.period.fileStem).yaml", text: rotaText(rota))
    if let read = readRota(text, of: team).rota { rotas.append(read) }
  }

  /// As they were agreed on, or after the project changed hands.
  private func owners(
    of project: SampleProject, _ team: Team, _ calendar: SampleCalendar,
    _ random: inout SeededNumbers
  ) -> Ownership {
    var entries = project.owners.map { EngineerSpan(EngineerID($0)) }
    let change = project.life.lowerBound + 5
    if change < calendar.first, project.life.contains(change), random.chance(30) {
      entries = [
        EngineerSpan(random.pick(team.engineers).id, until: change - 1),
        EngineerSpan(entries[0].engineer, from: change),
      ]
    }
    return Ownership(project: ProjectID(project.id), entries: entries)
  }

  private func addCover(to rota: inout Rota, _ team: Team, _ random: inout SeededNumbers) {
    guard !rota.shifts.isEmpty else { return }
    let shift = random.pick(rota.shifts)
    let others = team.engineers.map(\.id).filter { $0 != shift.engineer }
    guard !others.isEmpty else { return }
    let start = shift.week.start + random.number(0...3)
    rota.covers = [
      Cover(
        days: start..<start + random.number(1...3), rotation: shift.rotation,
        engineer: random.pick(others))
    ]
  }
}
