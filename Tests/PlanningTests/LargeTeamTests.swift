import Dates
import Diagnostics
import JudgedSeeds
import RotaModel
import Testing

@testable import Planning
@testable import Rules

@Suite("Teams too large to list everything")
struct LargeTeamTests {
  @Test(
    "get a valid rota with a true bound",
    arguments: [
      TeamSize(engineers: 10, weeks: 5, projects: 66),
      TeamSize(engineers: 20, weeks: 4, rotations: 9, projects: 2),
    ])
  func valid(size: TeamSize) throws {
    var (situation, period) = try randomSituation(size, seed: 3)
    var team = situation.team
    for index in team.engineers.indices { team.engineers[index].projectsAtOnce = 10 }
    situation = Situation(team: team, rotas: situation.rotas, today: situation.today)
    guard case .solved(let solution) = plan(period, in: situation) else {
      Issue.record("no rota was found")
      return
    }
    let judgement = judge(solution.rota, in: situation)
    #expect(judgement.findings.filter { $0.severity == .conflict }.map(\.message) == [])
    #expect(solution.bound <= solution.points.total)
    #expect(judgement.points == solution.points)
  }

  @Test(
    "are told what others would cost: exactly, or between true bounds", .judges(atLeast: 60),
    arguments: 0..<8)
  func explained(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 33, weeks: 6, projects: 3), seed: seed)
    guard case .solved(let best) = plan(period, in: situation), best.isOptimal else { return }
    let week = period.weeks(handover: .monday)[seed % 6]
    let rotation = situation.team.rotations[0].id
    let filed = Situation(
      team: situation.team, rotas: situation.rotas + [best.rota], today: situation.today)
    let explanation = try #require(try explain(week, rotation, in: best.rota, filed))
    #expect(explanation.optimum == best.points.total)
    for option in explanation.options {
      let pinned = situation.pinning(week, rotation, option.engineer)
      guard case .solved(let solution) = plan(period, in: pinned), solution.isOptimal else {
        continue
      }
      let rise = solution.points.total - best.points.total
      switch option.verdict {
      case .costs(let cost):
        judged()
        #expect(cost.rise == rise)
        #expect(cost.terms.reduce(0) { $0 + $1.points } == cost.rise)
      case .between(let cost, let least): #expect(least <= rise && rise <= cost.rise)
      case .stopped(let rules): #expect(rules.map(\.id) == ["pin-broken"])
      case .impossible, .unknown: Issue.record("\(option) against \(rise)")
      }
    }
  }
}
