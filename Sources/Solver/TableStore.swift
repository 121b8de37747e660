/// The tables of engineers at fixed prices, with the charges of the projects they may own, made
/// when they are asked for.
struct TableStore {
  private let market: Market
  private let prices: Prices
  private let plain: Table<EngineerIndex, Costs>
  private let surcharges: Table<EngineerIndex, Table<DutyIndex, Surcharge?>>
  private var owners: Table<EngineerIndex, [Int32]>
  /// By projects that charge for shifts.
  private var made: Table<EngineerIndex, [[ProjectIndex]: (table: [Int32], costs: Costs)]>
  /// The cost of the best reply, without the planners' constants.
  private var bestReplies: Table<EngineerIndex, Int>

  private typealias Costs = Grid<WeekIndex, DutyIndex, Int32>

  /// Projects that an engineer may own together.
  struct OwnedSet {
    let projects: [ProjectIndex]
    /// Units that owning them adds to the bound.
    let excess: Int
  }

  init(_ market: Market, _ prices: Prices) {
    self.market = market
    self.prices = prices
    plain = Table(market.planners.indices) { market.costs($0, at: prices) }
    surcharges = Table(market.planners.indices) { engineer in
      Table(market.planners[engineer].rotations.indices) { duty in
        market.reducedCounts(engineer, duty, at: prices).map(Surcharge.init)
      }
    }
    made = market.planners.mapValues { _ in [:] }
    owners = market.owners.mapValues { owner in
      var table = [Int32](repeating: 0, count: owner.tableSize)
      owner.fill(&table, prices: prices.projects)
      return table
    }
    var scratch = Market.Scratch(market)
    bestReplies = Table(market.planners.indices) {
      market.reply(
        $0, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInBounds, wantsPlan: false
      ).cost - market.constant($0, at: prices)
    }
  }

  /// The sets of an engineer that add at most `limit` to the bound; nil where the work, a node
  /// for some sets, does not suffice.
  mutating func sets(of engineer: EngineerIndex, limit: Int, work: inout Int) -> [OwnedSet]? {
    let floor = Int(value(engineer, []))
    let owner = market.owners[engineer]
    let best = bestReplies[engineer]
    var found: [OwnedSet] = []
    var walk = owner.walk()
    var left = Tuning.Search.setsPerNode * work
    defer { work = left / Tuning.Search.setsPerNode }
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
  mutating func space(_ owned: Table<EngineerIndex, [ProjectIndex]>) -> ShiftSpace {
    let made = Table(owned.indices) { table($0, market.owners[$0].linked(owned[$0])) }
    return ShiftSpace(
      market: market, tables: made.mapValues(\.table), costs: made.mapValues(\.costs),
      surcharges: surcharges)
  }

  private mutating func value(_ engineer: EngineerIndex, _ linked: [ProjectIndex]) -> Int32 {
    market.planners[engineer].best(table(engineer, linked).table)
  }

  private mutating func table(_ engineer: EngineerIndex, _ linked: [ProjectIndex])
    -> (table: [Int32], costs: Costs)
  {
    if let known = made[engineer][linked] { return known }
    let planner = market.planners[engineer]
    var costs = plain[engineer]
    _ = market.owners[engineer].charge(&costs, owned: linked)
    var table = [Int32](repeating: 0, count: planner.tableSize)
    planner.fill(&table, costs: costs)
    made[engineer][linked] = (table, costs)
    return (table, costs)
  }
}
