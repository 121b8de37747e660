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
    setCosts = market.planners.indices.map { engineer in
      let sets = market.owners[engineer].sets
      scratch.setCosts(market.setCosts[engineer], sets, prices)
      return scratch.sums.prefix(sets.count).map { Int($0) }
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

  /// The shifts of everyone with their projects given.
  mutating func space(_ sets: [Int]) -> ShiftSpace {
    let made = sets.enumerated().map { table($0, market.owners[$0].sets[$1].profile) }
    return ShiftSpace(market: market, tables: made.map(\.table), costs: made.map(\.costs))
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
