import Diagnostics
import RotaModel
import Scheduling
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
      }.map {
        Ownership(
          project: ProjectID($0.id), entries: $0.owners.map { EngineerSpan(EngineerID($0)) })
      }
      // As a file, so that everything in it has its place.
      let text = SourceText(path: "rotas/\(period.fileStem).yaml", text: rotaText(rota))
      if let read = readRota(text, of: team).rota { rotas.append(read) }
    }
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
