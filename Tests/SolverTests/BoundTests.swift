import SeededNumbers
import Testing

@testable import Solver

/// What prices prove, against every plan of every engineer.
@Suite("Bounds")
struct BoundTests {
  /// A random problem, some of whose owners are decided, at weights that many times as heavy.
  private func problem(_ seed: Int, times factor: Int = 1) -> Problem {
    var problem = randomProblem(seed: seed)
    for index in problem.projects.indices where (seed + index.number) % 3 == 0 {
      problem.projects[index].fixed =
        problem.projects[index].candidates.firstIndex(where: \.mayOwn)
        .map { [$0] } ?? []
    }
    return problem.mapPoints { $0 * factor }
  }

  /// Any offers, also below zero and of parts of a point.
  private func anyPrices(_ market: Market, seed: Int, times factor: Int = 1) -> Prices {
    var random = SeededNumbers(seed: 1_000 + seed)
    let most = Prices.most(market.problem)
    func price(_ points: ClosedRange<Int>) -> Int32 {
      let units = Int.random(in: points, using: &random) * factor * market.scale.unitsPerPoint
      let part = Int.random(in: 0..<max(1, market.scale.unitsPerPoint), using: &random)
      return Int32(min(max(units + part, -most), most))
    }
    var prices = Prices(market.problem, unitsPerPoint: market.scale.unitsPerPoint)
    for slot in prices.shifts.indices where market.problem.open[slot] {
      prices.shifts[slot] = price(-20...120)
    }
    prices.projects = prices.projects.mapValues { _ in price(-20...60) }
    prices.counts.values = prices.counts.values.map { _ in price(-80...80) }
    return prices
  }

  /// What a plan costs at some prices, in units.
  private func cost(_ plan: Enumeration.Plan, at prices: Prices, _ market: Market) -> Int {
    plan.points * market.scale.unitsPerPoint
      - plan.slots.reduce(0) { $0 + Int(prices.shifts[$1]) }
      - plan.owned.reduce(0) { $0 + Int(prices.projects[$1]) }
  }

  @Test("an engineer's reply is the cheapest of all plans, where all counts are told apart")
  func replies() throws {
    for seed in 1...120 {
      let problem = problem(seed)
      let market = Market(problem, slack: problem.weeks.count)
      let prices = anyPrices(market, seed: seed)
      let every = Enumeration(problem)
      var scratch = Market.Scratch(market)
      for engineer in problem.engineers.indices {
        let plans = every.plans(of: engineer)
        let costs = plans.map { cost($0, at: prices, market) }
        let reply = market.reply(engineer, at: prices, scratch: &scratch, setLimit: 1_000)
        guard let least = costs.min() else {
          #expect(reply.cost >= Int(ShiftPlanner.forbidden), "seed \(seed), \(engineer)")
          continue
        }
        #expect(reply.cost == least, "seed \(seed), \(engineer)")
        let slots = reply.shifts.map {
          problem.slots[$0.week, market.planners[engineer].rotations[$0.duty]]
        }
        let plan = try #require(
          plans.first {
            $0.slots == slots && $0.owned == reply.owned.sorted()
          }, "seed \(seed), \(engineer)")
        #expect(cost(plan, at: prices, market) == least, "seed \(seed), \(engineer)")
      }
    }
  }

  /// Numbers that are priced, capped counts and cut slopes leave a bound.
  @Test(
    "no reply costs more than any plan, and no bound more than any rota",
    arguments: [1, 40, 3_000, 200_000])
  func bounds(factor: Int) {
    var met = 0
    for seed in 1...40 {
      let problem = problem(seed, times: factor)
      let every = Enumeration(problem)
      let fewest = every.least
      let plans = Table(problem.engineers.indices) { every.plans(of: $0) }
      for countLimit in [1, 4, 400] {
        let market = Market(problem, slack: 1, countLimit: countLimit)
        let prices = anyPrices(market, seed: seed, times: factor)
        var scratch = Market.Scratch(market)
        for engineer in problem.engineers.indices {
          let least = plans[engineer].map { cost($0, at: prices, market) }.min()
          guard let least else { continue }
          let reply = market.reply(engineer, at: prices, scratch: &scratch, setLimit: 1_000)
          #expect(reply.cost <= least, "seed \(seed), \(engineer), \(countLimit)")
          if reply.cost == least { met += 1 }
        }
        guard let fewest else { continue }
        let bound = market.bound(at: prices, scratch: &scratch)
        #expect(
          market.scale.pointsRoundedUp(bound) + problem.constant <= fewest,
          "seed \(seed), \(countLimit)")
      }
    }
    #expect(met > 80, "\(met)")
  }

  @Test("what is left out of the problem is in no plan that may be spared so much, and only that")
  func fixing() {
    var (left, gone) = (0, 0)
    for seed in 1...100 {
      let problem = problem(seed)
      let every = Enumeration(problem)
      let plans = Table(problem.engineers.indices) { every.plans(of: $0) }
      guard plans.allSatisfy({ !$0.isEmpty }) else { continue }
      for isExact in [true, false] {
        let market =
          isExact
          ? Market(problem, slack: problem.weeks.count) : Market(problem, slack: 1, countLimit: 4)
        let prices = anyPrices(market, seed: seed)
        var scratch = Market.Scratch(market)
        let limit = (seed % 7) * 12 * market.scale.unitsPerPoint + seed % 5
        let fixed = market.fixing(problem, at: prices, limit: limit, scratch: &scratch)
        for engineer in problem.engineers.indices {
          let reply = market.reply(engineer, at: prices, scratch: &scratch, setLimit: 1_000)
          let spared = plans[engineer].filter {
            cost($0, at: prices, market) - reply.cost <= limit
          }
          for slot in problem.open.indices {
            guard problem.engineers[engineer].allowed[slot] else { continue }
            let isLeft = fixed.engineers[engineer].allowed[slot]
            let isUsed = spared.contains { $0.slots.contains(slot) }
            if isUsed { #expect(isLeft, "seed \(seed), \(engineer), \(slot)") }
            guard isExact else { continue }
            #expect(isLeft == isUsed, "seed \(seed), \(engineer), \(slot)")
            if isUsed { left += 1 } else { gone += 1 }
          }
          for (index, project) in zip(problem.projects.indices, problem.projects)
          where project.candidates[engineer].mayOwn && project.fixed.isEmpty {
            let isOwned = spared.contains { $0.owned.contains(index) }
            let isLeft = spared.contains { !$0.owned.contains(index) }
            let now = fixed.projects[index]
            if isOwned {
              #expect(now.candidates[engineer].mayOwn, "seed \(seed), \(engineer), \(index)")
            }
            if isLeft {
              #expect(!now.fixed.contains(engineer), "seed \(seed), \(engineer), \(index)")
            }
            guard isExact, !spared.isEmpty else { continue }
            #expect(
              now.candidates[engineer].mayOwn == isOwned, "seed \(seed), \(engineer), \(index)")
            #expect(
              now.fixed.contains(engineer) == (isOwned && !isLeft),
              "seed \(seed), \(engineer), \(index)")
          }
        }
      }
    }
    #expect(left > 300 && gone > 300, "\(left), \(gone)")
  }

  /// The least cost of shares of all plans, one whole plan for everybody.
  private func relaxation(_ problem: Problem, _ every: Enumeration) -> Double {
    let slots = problem.open.indices.filter { problem.open[$0] }
    let needed = problem.projects.map { Double($0.needed) }
    let projects = slots.count
    let engineers = projects + needed.count
    var program = LinearProgram(
      slots.map { _ in 1 } + needed + problem.engineers.indices.map { _ in 1 }, artificialCost: 1e5)
    for engineer in problem.engineers.indices {
      for plan in every.plans(of: engineer) {
        let rows =
          plan.slots.compactMap { slots.firstIndex(of: $0) }
          + plan.owned.map { projects + $0.number }
          + [engineers + engineer.number]
        program.add(
          rows.map { LinearProgram.Entry(row: $0, value: 1) }, cost: Double(plan.points))
      }
    }
    let ended = program.minimise(pivots: 50_000)
    #expect(ended)
    return program.cost
  }

  @Test("column generation settles prices at the least cost of shares of all plans")
  func columnGeneration() {
    var judged = 0
    for seed in 1...60 {
      let problem = problem(seed)
      let every = Enumeration(problem)
      guard let fewest = every.least else { continue }
      judged += 1
      let least = relaxation(problem, every)
      for isExact in [true, false] {
        let market =
          isExact
          ? Market(problem, slack: problem.weeks.count) : Market(problem, slack: 1, countLimit: 4)
        var master = RestrictedMaster(market)
        var generation = ColumnGeneration(
          market, from: Prices(fair: market), enough: fewest + 1)
        generation.run(&master)
        #expect(generation.boundInPoints < least + 0.01, "seed \(seed)")
        if isExact { #expect(generation.boundInPoints > least - 0.2, "seed \(seed)") }
        #expect(abs(master.cost - generation.boundInPoints) < 0.2, "seed \(seed)")
        var scratch = Market.Scratch(market)
        #expect(
          market.bound(at: generation.prices, scratch: &scratch) == generation.bound,
          "seed \(seed)")
      }
    }
    #expect(judged > 30, "\(judged)")
  }
}
