/// The tables of engineers at fixed prices, with the charges of the projects they may own, made
/// when they are asked for.
struct TableStore {
  private let market: Market
  private let prices: Prices
  private let plain: [[Int32]]
  /// By engineer and rotation (of the planner's).
  private let surcharges: [[Surcharge?]]
  private var owners: [[Int32]]
  /// By engineer and projects that charge for shifts.
  private var made: [[[Int]: (table: [Int32], costs: [Int32])]]
  /// By engineer: the cost of the best reply, without the planners' constants.
  private var bestReplies: [Int]

  /// Projects that an engineer may own together.
  struct OwnedSet {
    let projects: [Int]
    /// Units that owning them adds to the bound.
    let excess: Int
  }

  init(_ market: Market, _ prices: Prices) {
    self.market = market
    self.prices = prices
    plain = market.planners.indices.map { market.costs($0, at: prices) }
    surcharges = market.planners.indices.map { engineer in
      market.planners[engineer].rotations.indices.map { duty in
        market.reducedCounts(engineer, duty, at: prices).map(Surcharge.init)
      }
    }
    made = market.planners.map { _ in [:] }
    owners = market.owners.map { owner in
      var table = [Int32](repeating: 0, count: owner.tableSize)
      owner.fill(&table, prices: prices.projects)
      return table
    }
    var scratch = Market.Scratch(market)
    bestReplies = market.planners.indices.map {
      market.reply(
        $0, at: prices, scratch: &scratch, setLimit: Market.setsInBounds, wantsPlan: false
      ).cost - market.constant($0, at: prices)
    }
  }

  /// Sets looked at in about the time of a node.
  private static let setsPerNode = 8

  /// The sets of an engineer that add at most `limit` to the bound; nil where the work, a node
  /// for some sets, does not suffice.
  mutating func sets(of engineer: Int, limit: Int, work: inout Int) -> [OwnedSet]? {
    let floor = Int(value(engineer, []))
    let owner = market.owners[engineer]
    let best = bestReplies[engineer]
    var found: [OwnedSet] = []
    var walk = owner.walk()
    var left = TableStore.setsPerNode * work
    defer { work = left / TableStore.setsPerNode }
    while let cost = walk.next(
      owners[engineer], prices: prices.projects, limit: best + limit - floor)
    {
      left -= 1
      guard left > 0 else { return nil }
      guard owner.keepsLimit || market.problem.fits(walk.owned, engineer) else { continue }
      let excess = cost + Int(value(engineer, owner.linked(walk.owned))) - best
      if excess <= limit { found.append(OwnedSet(projects: walk.owned, excess: excess)) }
    }
    return found
  }

  /// The shifts of everyone with their projects given.
  mutating func space(_ owned: [[Int]]) -> ShiftSpace {
    let made = owned.enumerated().map { table($0, market.owners[$0].linked($1)) }
    return ShiftSpace(
      market: market, tables: made.map(\.table), costs: made.map(\.costs), surcharges: surcharges)
  }

  private mutating func value(_ engineer: Int, _ linked: [Int]) -> Int32 {
    market.planners[engineer].best(table(engineer, linked).table)
  }

  private mutating func table(_ engineer: Int, _ linked: [Int])
    -> (table: [Int32], costs: [Int32])
  {
    if let known = made[engineer][linked] { return known }
    let planner = market.planners[engineer]
    var costs = plain[engineer]
    _ = market.owners[engineer].charge(&costs, owned: linked, duties: planner.rotations.count)
    var table = [Int32](repeating: 0, count: planner.tableSize)
    planner.fill(&table, costs: costs)
    made[engineer][linked] = (table, costs)
    return (table, costs)
  }
}
