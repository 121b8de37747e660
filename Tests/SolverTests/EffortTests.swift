import Testing

@testable import Solver

/// How finely is told apart and how long is looked: a bound is one with either, and a team's size
/// says which.
@Suite("Effort")
struct EffortTests {
  /// Everybody owes four shifts of each of four rotations, so that five or six numbers of each are
  /// told apart: more than a thousand counts.
  private func market(engineers: Int, weeks: Int) -> Market {
    var problem = Problem(
      weeks: weeks, rotations: 4, open: Array(repeating: true, count: 4 * weeks),
      isUnpopular: Array(repeating: false, count: weeks), least: 1)
    problem.addEngineers(engineers, most: weeks, ownedAtOnce: 1)
    for engineer in problem.engineers.indices {
      for rotation in problem.rotations {
        problem.engineers[engineer].countPoints[rotation] = (0...weeks).map {
          50 * ($0 - 4) * ($0 - 4)
        }
      }
    }
    return Market(problem, slack: 1)
  }

  @Test("numbers of shifts are told apart where a team is small, and priced where it is large")
  func counts() {
    let small = market(engineers: 3, weeks: 8)
    #expect(small.planners.allSatisfy { $0.counts > Tuning.Tables.counts })
    #expect(small.planners.allSatisfy { $0.priced.allSatisfy { $0 == nil } })
    let large = market(engineers: 60, weeks: 52)
    #expect(large.planners.allSatisfy { $0.counts <= Tuning.Tables.counts })
    // One more rotation would be too many.
    #expect(large.planners.allSatisfy { 6 * $0.counts > Tuning.Tables.counts })
  }

  /// Five projects that pay a point and charge 25 for the only shift, which pays a thousand: to
  /// own none of them is best, and to own all looks best while shifts are left aside.
  @Test("no more sets of projects are looked at than are asked for, and then the cost is a bound")
  func sets() {
    var problem = Problem(weeks: 1, rotations: 1, open: [true], isUnpopular: [false], least: 1)
    problem.addEngineers(1, most: 1, ownedAtOnce: 5)
    for index in 0..<5 {
      var candidate = Problem.Candidate(mayOwn: true)
      candidate.links = [Problem.Link(week: 0, points: 25)]
      problem.projects.append(
        Problem.Project(
          index: index, needed: 1, days: index..<index + 1, fixed: [], candidates: [candidate]))
    }
    let market = Market(problem, slack: 1)
    let point = Int32(market.scale.unitsPerPoint)
    var prices = Prices(problem, unitsPerPoint: market.scale.unitsPerPoint)
    prices.shifts[0] = 1000 * point
    for project in problem.projects.indices { prices.projects[project] = point }
    func reply(setLimit: Int) -> (points: Int, work: Int) {
      var scratch = Market.Scratch(market)
      let reply = market.reply(0, at: prices, scratch: &scratch, setLimit: setLimit)
      return (reply.cost / Int(point), scratch.work)
    }
    let all = reply(setLimit: 1_000)
    #expect(all.points == -1000)
    // As many as there are: that is all of them.
    #expect(reply(setLimit: 32) == all)
    for few in [1, 2, 8, 31] {
      let some = reply(setLimit: few)
      #expect(some.points == -1005, "\(few)")
      #expect(some.work < all.work, "\(few)")
    }
  }
}
