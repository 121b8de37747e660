import Testing

@testable import Solver

/// Block coordinate ascent against enumeration, and against all prices at once.
@Suite("Block ascent")
struct BlockAscentTests {
  /// The rota, said to be a point dearer than it is: nothing is reached before the bound is greatest.
  private func rota(_ first: Enumeration.First, _ problem: Problem) -> Solver.Answer {
    let owned = Table(problem.engineers.indices) { engineer in
      problem.projects.indices.filter { first.owners[$0] == engineer }
    }
    return Solver.Answer(holders: first.holders, owned: owned, points: first.points + 1)
  }

  @Test(
    "raises the bound, never past the best rota, and to the greatest where one block has all prices"
  )
  func bounds() {
    var judged = 0
    var raised = 0
    var single = 0
    for seed in 1...120 {
      let problem = randomProblem(seed: seed)
      guard let first = Enumeration(problem).first else { continue }
      judged += 1
      let best = rota(first, problem)
      let market = Market(problem, slack: 1)
      var scratch = Market.Scratch(market)
      let start = Prices(fair: market)
      let before = market.bound(at: start, scratch: &scratch)
      var ascent = BlockAscent(market, from: start, best: best)
      #expect(ascent.bound == before, "seed \(seed)")
      let isWhole = ascent.run(gap: 10) { true }
      #expect(isWhole)
      #expect(
        ascent.bound == market.bound(at: ascent.prices, scratch: &scratch), "seed \(seed)")
      #expect(ascent.bound >= before, "seed \(seed)")
      #expect(
        market.scale.pointsRoundedUp(ascent.bound) + problem.constant <= first.points,
        "seed \(seed)")
      if ascent.bound > before { raised += 1 }
      var master = RestrictedMaster(market)
      var generation = ColumnGeneration(market, from: start, enough: best.points)
      generation.run(&master)
      let missing = Double(generation.bound - ascent.bound) / Double(market.scale.unitsPerPoint)
      #expect(missing > -0.2, "seed \(seed)")
      if problem.rotations.count == 1, problem.projects.isEmpty {
        single += 1
        #expect(missing < 0.2, "seed \(seed)")
      }
    }
    #expect(judged > 80, "\(judged)")
    #expect(raised > judged / 2, "\(raised) of \(judged)")
    #expect(single > 10, "\(single)")
  }

  @Test("only those who may answer a block's prices change their plans with them")
  func outsiders() {
    for seed in 1...60 {
      let problem = randomProblem(seed: seed)
      let market = Market(problem, slack: 1)
      var scratch = Market.Scratch(market)
      let blocks =
        problem.rotations.map { PriceBlock($0, of: problem) } + [PriceBlock(projectsOf: problem)]
      for block in blocks {
        let start = Prices(fair: market)
        var moved = start
        for slot in block.shifts.indices where block.shifts[slot] { moved.shifts[slot] += 7_000 }
        for project in block.projects.indices where block.projects[project] {
          moved.projects[project] += 7_000
        }
        for engineer in problem.engineers.indices where !block.engineers[engineer] {
          let costs = [start, moved].map {
            market.reply(
              engineer, at: $0, scratch: &scratch, setLimit: Tuning.Prices.setsInBounds
            ).cost
          }
          #expect(costs[0] == costs[1], "seed \(seed), \(engineer)")
        }
      }
    }
  }

  @Test("leaves a block as it is that is too large for its linear program")
  func tooLarge() {
    var problem = Problem(
      weeks: 1, rotations: 1, open: [true], isUnpopular: [false], least: 1)
    problem.addEngineers(Tuning.Blocks.rows, most: 1, ownedAtOnce: 1)
    let market = Market(problem, slack: 1)
    var dear = Prices(fair: market)
    dear.shifts[0] = -4096
    let owned = Table(repeating: [ProjectIndex](), for: problem.engineers.indices)
    let best = Solver.Answer(holders: [0], owned: owned, points: 1)
    var ascent = BlockAscent(market, from: dear, best: best)
    #expect(!ascent.run(gap: 1) { true })
    #expect(ascent.prices.shifts == dear.shifts)
    problem.engineers.values.removeLast()
    var smaller = BlockAscent(
      Market(problem, slack: 1), from: dear,
      best: Solver.Answer(holders: [0], owned: Table(Array(owned.values.dropLast())), points: 1))
    #expect(smaller.run(gap: 1) { true })
    #expect(smaller.bound > ascent.bound)
  }

  @Test("stops where it is told to, and the bound is one all the same")
  func stopped() {
    var judged = 0
    for seed in 1...20 {
      let problem = randomProblem(seed: seed)
      guard let first = Enumeration(problem).first else { continue }
      judged += 1
      let market = Market(problem, slack: 1)
      var scratch = Market.Scratch(market)
      var ascent = BlockAscent(market, from: Prices(fair: market), best: rota(first, problem))
      _ = ascent.run(gap: 10) { false }
      #expect(ascent.bound == market.bound(at: ascent.prices, scratch: &scratch), "seed \(seed)")
    }
    #expect(judged > 10, "\(judged)")
  }
}
