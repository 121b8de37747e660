import Dates
import Diagnostics
import JudgedSeeds
import RotaModel
import Testing

@testable import Planning
@testable import Rules

@Suite("Stress")
struct StressTests {
  @Test("says of each absence what replanning says", .judges(atLeast: 7), arguments: 0..<12)
  func agreesWithReplan(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 5, weeks: 6, rotations: 1 + seed % 2, projects: 2), seed: seed)
    guard case .solved(let best) = plan(period, in: situation) else { return }
    judged()
    let test = stress(best.rota, in: situation)
    for absence in test.absences {
      var team = situation.team
      let index = try #require(team.engineers.firstIndex { $0.id == absence.engineer })
      team.engineers[index].away.append(
        MarkedDays(absence.days, at: team.engineers[index].place))
      let away = Situation(team: team, rotas: situation.rotas, today: situation.today)
      let purpose = Frame.Purpose.replan(from: absence.days.lowerBound, base: best.rota)
      let before = Roster(best.rota, in: Frame(situation, period: period, purpose: purpose))
      switch (absence.outcome, replan(best.rota, from: absence.days.lowerBound, in: away)) {
      case (.mendable(let changed, let handovers, let rise), .mended(let mended)):
        #expect(changed == mended.changed.count)
        #expect(handovers == mended.handovers.count)
        #expect(rise == mended.solution.points.total - before.points().total)
      case (.impossible(let summary), .infeasible(let clash)):
        #expect(summary == clash.summary)
      default: Issue.record("\(absence.outcome)")
      }
    }
  }

  @Test("takes everybody off from every coming week on, for up to three weeks")
  func coversAll() throws {
    let (situation, period) = try randomSituation(TeamSize(engineers: 5, weeks: 6), seed: 4)
    guard case .solved(let best) = plan(period, in: situation) else {
      Issue.record("no rota")
      return
    }
    // In the second week four weeks are still to come: 4 + 3 + 2 absences of each.
    let weeks = period.weeks(handover: .monday)
    let later = Situation(team: situation.team, rotas: situation.rotas, today: weeks[1].start)
    let test = stress(best.rota, in: later)
    #expect(test.absences.count == 5 * 9)
    #expect(Set(test.absences.map(\.first)) == Set(weeks[2...]))
    #expect(test.absences.allSatisfy { $0.days.upperBound <= weeks[5].days.upperBound })
  }

  @Test("finds what hangs on one person")
  func bottlenecks() throws {
    var (situation, period) = try randomSituation(
      TeamSize(engineers: 4, weeks: 4, projects: 1), seed: 5)
    var team = situation.team
    for index in team.engineers.indices {
      team.engineers[index].skills = index == 2 ? ["dns"] : []
      team.engineers[index].away = []
      team.engineers[index].joined = nil
    }
    let last = try #require(period.weeks(handover: .monday).last).start
    for index in 0..<3 {
      team.engineers[index].leaves = Located(last - 1, at: team.engineers[0].place)
    }
    team.projects[0].skills = [Located("dns", at: team.engineers[0].place)]
    team.projects[0].life = period.first..<last
    situation = Situation(team: team, rotas: [], today: situation.today)
    let rota = Rota(period: period)
    #expect(
      stress(rota, in: situation).bottlenecks == [
        .shift(ShiftWeek(startingOn: last), RotationID("r0"), EngineerID("e3")),
        .skill("dns", EngineerID("e2"), neededBy: ["p0"]),
        .project(ProjectID("p0"), [EngineerID("e2")]),
      ])
  }
}
