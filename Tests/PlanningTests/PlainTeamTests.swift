import Dates
import Diagnostics
import RotaModel
import TeamFiles
import Testing

@testable import Planning
@testable import Rules
@testable import Solver

/// Teams in which nobody has a history or a project, and several rotations share everybody out.
@Suite("Plain teams")
struct PlainTeamTests {
  struct Plain: Sendable, CustomTestStringConvertible {
    let engineers: Int
    let weeks: Int
    let rotations: Int
    /// Worked out by hand: of `weeks` shifts a rotation everybody has `weeks / engineers`, rounded
    /// down, and some one more; each of those, or each of those without, costs so much.
    let points: Int

    var testDescription: String { "\(engineers)x\(weeks)x\(rotations)" }
  }

  /// 6 × 13 × 4: targets of 2.17; three shifts cost 2 · 33 more than two, for one engineer a rotation.
  /// 8 × 26 × 4: 3.25; four cost 2 · 25 more than three, for two a rotation.
  /// 9 × 52 × 3: 5.78; five cost 2 · 28 more than six, for two a rotation.
  /// 6 × 26 × 3: 4.33; five cost 2 · 17 more than four, for two a rotation.
  @Test(
    "are shared out as evenly as can be, with a proof",
    arguments: [
      Plain(engineers: 6, weeks: 13, rotations: 4, points: 264),
      Plain(engineers: 8, weeks: 26, rotations: 4, points: 400),
      Plain(engineers: 9, weeks: 52, rotations: 3, points: 336),
      Plain(engineers: 6, weeks: 26, rotations: 3, points: 204),
    ])
  func shared(plain: Plain) throws {
    let rotations = (1...plain.rotations).map { "  r\($0):" }
    let engineers = (1...plain.engineers).map { "  e\($0):" }
    let text =
      (["rest: 0", "rotations:"] + rotations + ["engineers:"] + engineers)
      .joined(separator: "\n") + "\n"
    let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: .utc)
    let team = try #require(reading.team, "\(reading.diagnostics.map(\.message))")
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: plain.weeks))
    let situation = Situation(team: team, rotas: [], today: first - 30)
    guard case .solved(let solution) = plan(period, in: situation) else {
      Issue.record("no rota was found")
      return
    }
    #expect(solution.isOptimal)
    #expect(solution.points.total == plain.points)
  }
}

@Suite("Reduced costs")
struct ReducedCostTests {
  /// What is left out of a problem is in no rota that has the fewest points.
  @Test("leave out nothing that a best rota needs")
  func fixing() throws {
    var fixings = 0
    for seed in 1...20 {
      let (situation, period) = try randomSituation(
        TeamSize(engineers: 5, weeks: 5, projects: 2), seed: seed)
      let problem = Problem(Frame(situation, period: period))
      guard case .optimal(let answer) = Solver.solve(problem, effort: 1) else { continue }
      let market = Market(problem, slack: 1)
      var prices = Prices(fair: market)
      var scratch = Market.Scratch(market)
      market.settle(&prices, passes: 60, from: 20, to: 0.02, scratch: &scratch)
      let bound = market.bound(at: prices, scratch: &scratch)
      let limit =
        (answer.points - problem.constant) * market.scale.unitsPerPoint - bound
      let fixed = market.fixing(problem, at: prices, limit: limit, scratch: &scratch)
      for index in problem.allowed.indices where problem.allowed[index] && !fixed.allowed[index] {
        fixings += 1
        var pinned = problem
        let slot = index % (problem.weeks * problem.rotations)
        for engineer in 0..<problem.engineers {
          let other = engineer * problem.weeks * problem.rotations + slot
          if other != index { pinned.allowed[other] = false }
        }
        #expect(!hasRota(pinned, of: answer.points), "seed \(seed), cell \(index)")
      }
      for project in problem.projects.indices {
        for engineer in 0..<problem.engineers {
          let before = problem.projects[project]
          let after = fixed.projects[project]
          guard !before.fixed.contains(engineer) else { continue }
          var otherwise = problem
          if before.mayOwn[engineer], !after.mayOwn[engineer] {
            otherwise.projects[project].fixed.append(engineer)
          } else if after.fixed.contains(engineer) {
            otherwise.projects[project].mayOwn[engineer] = false
          } else {
            continue
          }
          fixings += 1
          #expect(!hasRota(otherwise, of: answer.points), "seed \(seed), project \(project)")
        }
      }
    }
    #expect(fixings > 100)
  }

  private func hasRota(_ problem: Problem, of points: Int) -> Bool {
    guard case .optimal(let best) = Solver.solve(problem, effort: 1) else { return false }
    return best.points <= points
  }
}
