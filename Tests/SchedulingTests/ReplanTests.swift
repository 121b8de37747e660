import Diagnostics
import RotaModel
import Testing

@testable import Scheduling

@Suite("Replanning")
struct ReplanTests {
  /// A planned rota, a change in the middle of it, and the date from which it is mended.
  private func changed(_ seed: Int) throws -> (Rota, Situation, Day)? {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 7, weeks: 8, rotations: 1 + seed % 2, projects: 2), seed: seed)
    guard case .solved(let best) = plan(period, in: situation) else { return nil }
    let date = period.first + 21
    let moved = try #require(best.rota.shifts.first { $0.week.start >= date })
    var team = situation.team
    let index = try #require(team.engineers.firstIndex { $0.id == moved.engineer })
    team.engineers[index].away.append(
      MarkedDays(moved.week.days, at: team.engineers[index].place))
    return (
      best.rota,
      Situation(team: team, rotas: situation.rotas + [best.rota], today: situation.today), date
    )
  }

  @Test("keeps frozen weeks, breaks no rule, and needs every change", arguments: 0..<20)
  func mends(seed: Int) throws {
    guard let (base, situation, date) = try changed(seed),
      case .mended(let mended) = replan(base, from: date, in: situation)
    else { return }
    let now = mended.solution.rota
    for shift in base.shifts where shift.week.start < date {
      #expect(
        now.shifts.contains {
          $0.week == shift.week && $0.rotation == shift.rotation && $0.engineer == shift.engineer
        })
    }
    #expect(mended.changed.count >= 1)
    let findings = judge(now, in: situation).findings.filter { $0.severity == .conflict }
    #expect(findings.map(\.message) == [])
    // With one change fewer no rota exists: a single exchange is tried for two changes.
    if mended.changed.count == 2, let gone = mended.changed.first(where: { !$0.stops.isEmpty }) {
      let ways = try exchanges(for: gone.week, gone.rotation, in: base, situation)
      #expect(!ways.contains { $0.kind == .takeover })
    }
  }

  @Test("changes nothing where nothing is broken", arguments: 0..<8)
  func leavesAlone(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 7, weeks: 8, projects: 2), seed: seed)
    guard case .solved(let best) = plan(period, in: situation),
      case .mended(let mended) = replan(best.rota, from: period.first + 14, in: situation)
    else { return }
    #expect(mended.changed.isEmpty)
    #expect(mended.solution.rota.shifts == best.rota.shifts)
  }
}
