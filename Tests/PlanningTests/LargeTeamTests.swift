import Dates
import Diagnostics
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
}
