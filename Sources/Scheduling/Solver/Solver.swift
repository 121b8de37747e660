/// Finds a rota of the fewest points and proves it.
///
/// Every open shift and project gets a price; every engineer, knowing only the prices, plans
/// their own best quarter; prices move until the plans fit together (`Market.settle`). The sum of
/// offers and plans is a bound. Then rotas within a few points of the bound are searched, at first
/// those that reach it, until one is found; nothing cheaper exists then.
struct Solver {
  private let problem: Problem
  private let market: Market
  private var scratch: Market.Scratch
  private var prices: Prices
  private var work: Int
  /// For the figures of a benchmark.
  private(set) var trace = Trace()

  struct Trace {
    var rootBound = 0
    var thresholds: [Int] = []
    var choices = 0
    var nodes = 0
  }

  struct Answer {
    /// By week and rotation: the engineer, or −1.
    let holders: [Int]
    /// By engineer: the projects owned, as bits.
    let owned: [UInt64]
    let points: Int
  }

  enum Result {
    case optimal(Answer)
    case feasible(Answer, bound: Int)
    case unknown(bound: Int)
  }

  init?(_ problem: Problem, effort: Int) {
    guard let market = Market(problem, setLimit: 4096) else { return nil }
    self.problem = problem
    self.market = market
    scratch = Market.Scratch(market)
    prices = Prices(problem)
    work = 3_000_000 * effort
  }

  /// - Parameter known: a rota to start from, where there is one.
  mutating func solve(known: Answer?) -> Result {
    let passes = 50 * max(1, problem.engineers * problem.rotations / 8)
    market.settle(&prices, passes: passes, from: 40, to: 0.02, scratch: &scratch)
    let bound = market.bound(at: prices, scratch: &scratch)
    let offset = problem.constant
    let floor = market.scale.pointsRoundedUp(bound) + offset
    trace.rootBound = floor
    var best = known
    var target = floor
    var step = 1
    var tables = TableStore(market, prices)
    // Deepening: nothing at the bound, then a little above it, then twice as much…
    while true {
      if let best, target >= best.points { target = best.points - 1 }
      if let best, target < floor { return .optimal(canonical(best, &tables, bound: bound)) }
      trace.thresholds.append(target)
      let limit = (target - offset) * market.scale.unitsPerPoint - bound
      let (found, ended) = search(limit: limit, &tables, inOrder: false)
      if let found {
        let answer = answer(found, bound: bound)
        best = answer
        if ended { return .optimal(canonical(answer, &tables, bound: bound)) }
      }
      guard ended else {
        let proved =
          trace.thresholds.count > 1 ? trace.thresholds[trace.thresholds.count - 2] + 1 : floor
        return best.map { .feasible($0, bound: min(proved, $0.points)) } ?? .unknown(bound: proved)
      }
      if let best, target == best.points - 1 {
        return .optimal(canonical(best, &tables, bound: bound))
      }
      target += step
      step *= 2
    }
  }

  private struct Found {
    let holders: [Int]
    let sets: [Int]
    /// Units above the bound.
    let excess: Int
  }

  /// The best rota that adds at most `limit` to the bound, and whether all were looked at.
  private mutating func search(limit: Int, _ tables: inout TableStore, inOrder: Bool)
    -> (Found?, ended: Bool)
  {
    let excess = (0..<problem.engineers).map { tables.excess(of: $0, limit: limit) }
    var owners = OwnerSearch(market, excess: excess, limit: limit, work: work)
    let complete = owners.run(atMost: 20_000)
    work = owners.work
    guard complete else { return (nil, false) }
    trace.choices += owners.choices.count
    var choices = owners.choices
    if inOrder {
      choices.sort { market.comesFirst($0.sets, $1.sets) }
    } else {
      choices.sort { $0.excess < $1.excess }
    }
    var limit = limit
    var best: Found?
    for choice in choices where choice.excess <= limit {
      var search = ShiftSearch(
        market, tables: tables.tables(choice.sets), costs: tables.costs(choice.sets),
        limit: limit - choice.excess, work: work, inOrder: inOrder)
      let ended = search.run()
      trace.nodes += work - search.work
      work = search.work
      if let holders = search.best {
        best = Found(
          holders: holders, sets: choice.sets, excess: choice.excess + search.bestExcess)
        limit = choice.excess + search.bestExcess - market.scale.unitsPerPoint
        if inOrder { return (best, true) }
      }
      if !ended { return (best, false) }
    }
    return (best, true)
  }

  /// Of all rotas with the fewest points the first in the team file's order: owners project by
  /// project, then holders week by week.
  private mutating func canonical(_ answer: Answer, _ tables: inout TableStore, bound: Int)
    -> Answer
  {
    let limit = (answer.points - problem.constant) * market.scale.unitsPerPoint - bound
    let (found, _) = search(limit: limit, &tables, inOrder: true)
    return found.map { self.answer($0, bound: bound) } ?? answer
  }

  private func answer(_ found: Found, bound: Int) -> Answer {
    Answer(
      holders: found.holders,
      owned: found.sets.enumerated().map { market.owners[$0].sets[$1].projects },
      points: market.scale.pointsRoundedUp(bound + found.excess) + problem.constant)
  }
}

extension Market {
  /// Whether a choice of sets comes before another: project by project, the owners who stand
  /// first in the team file.
  func comesFirst(_ a: [Int], _ b: [Int]) -> Bool {
    for project in problem.projects.indices {
      for engineer in 0..<problem.engineers {
        let inA = owners[engineer].sets[a[engineer]].contains(project)
        let inB = owners[engineer].sets[b[engineer]].contains(project)
        if inA != inB { return inA }
      }
    }
    return false
  }
}

/// The tables of engineers and profiles at fixed prices, made when they are asked for.
struct TableStore {
  private let market: Market
  private let plain: [[Int32]]
  private var made: [[Int: (table: [Int32], costs: [Int32])]]
  private let setCosts: [[Int]]
  /// By engineer: the cost of the best reply.
  private var bestReplies: [Int]

  init(_ market: Market, _ prices: Prices) {
    self.market = market
    plain = market.planners.indices.map { market.costs($0, at: prices) }
    made = market.planners.map { _ in [:] }
    var scratch = Market.Scratch(market)
    setCosts = market.planners.indices.map {
      scratch.setCosts(market.setCosts[$0], market.owners[$0].sets, prices)
    }
    bestReplies = market.planners.indices.map {
      market.reply($0, at: prices, scratch: &scratch, wantsPlan: false).cost
    }
  }

  /// By set of an engineer: what it adds to the bound; more than `limit` need not be exact.
  mutating func excess(of engineer: Int, limit: Int) -> [Int] {
    let floor = Int(value(engineer, 0))
    return market.owners[engineer].sets.indices.map { index in
      let least = setCosts[engineer][index] + floor - bestReplies[engineer]
      guard least <= limit else { return least }
      let profile = market.owners[engineer].sets[index].profile
      return setCosts[engineer][index] + Int(value(engineer, profile)) - bestReplies[engineer]
    }
  }

  mutating func tables(_ sets: [Int]) -> [[Int32]] {
    sets.enumerated().map { table($0, market.owners[$0].sets[$1].profile).table }
  }

  mutating func costs(_ sets: [Int]) -> [[Int32]] {
    sets.enumerated().map { table($0, market.owners[$0].sets[$1].profile).costs }
  }

  private mutating func value(_ engineer: Int, _ profile: Int) -> Int32 {
    market.planners[engineer].best(table(engineer, profile).table)
  }

  private mutating func table(_ engineer: Int, _ profile: Int) -> (table: [Int32], costs: [Int32]) {
    if let known = made[engineer][profile] { return known }
    let planner = market.planners[engineer]
    let costs = market.costs(plain[engineer], engineer: engineer, profile: profile)
    var table = [Int32](repeating: 0, count: planner.tableSize)
    planner.fill(&table, costs: costs)
    made[engineer][profile] = (table, costs)
    return (table, costs)
  }
}
