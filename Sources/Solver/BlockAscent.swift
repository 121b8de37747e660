/// Raises a bound that has settled: the prices of one rotation's shifts at a time, and those of all
/// projects, go to where the bound is greatest while all other prices stay (block coordinate ascent).
///
/// All prices at once would be one linear program too large for its inverse; that of a block is as
/// small as one rotation's team, and engineers of several rotations, who join the blocks, are few.
/// Where steps of settling would take thousands of passes, a sweep over all blocks is exact for each.
struct BlockAscent {
  private let market: Market
  private let best: Solver.Answer
  private(set) var prices: Prices
  /// In units, without the problem's constant.
  private(set) var bound: Int
  /// By engineer, at the prices.
  private var replies: Table<EngineerIndex, Int>
  /// Plans seen so far.
  private var plans: [RestrictedMaster.Plan] = []
  private var scratch: Market.Scratch

  /// - Parameters:
  ///   - prices: settled.
  ///   - best: plans to begin with.
  init(_ market: Market, from prices: Prices, best: Solver.Answer) {
    self.market = market
    self.best = best
    self.prices = prices
    scratch = Market.Scratch(market)
    replies = Table(repeating: 0, for: market.problem.engineers.indices)
    bound = 0
    take(prices, of: PriceBlock(all: market.problem))
  }

  /// - Parameters:
  ///   - gap: points between the bound and the best rota.
  ///   - goOn: asked before every block.
  /// - Returns: whether every block was small enough to be raised.
  mutating func run(gap: Int, goOn: () -> Bool) -> Bool {
    let problem = market.problem
    let all =
      (problem.rotations.map { PriceBlock($0, of: problem) } + [PriceBlock(projectsOf: problem)])
      .filter { $0.hasPrices }
    let blocks = all.filter { MasterRows(market, $0).rightHand.count <= Tuning.Blocks.rows }
    guard !blocks.isEmpty else { return false }
    gatherPlans(gap: gap, goOn: goOn)
    let least = Int(Tuning.Blocks.leastRise * Double(market.scale.unitsPerPoint))
    for _ in 0..<Tuning.Blocks.sweeps {
      let before = bound
      for block in blocks where proved < best.points && goOn() { raise(block) }
      // One block alone is where it can be.
      guard blocks.count > 1, bound - before > least else { break }
    }
    return blocks.count == all.count
  }

  private var proved: Int { market.scale.pointsRoundedUp(bound) + market.problem.constant }

  /// A few more passes of settling, for the plans on the way.
  private mutating func gatherPlans(gap: Int, goOn: () -> Bool) {
    var moved = prices
    let step = Solver.step(gap: gap)
    market.settle(
      &moved, passes: Tuning.Blocks.passes,
      Tuning.Steps(first: step, last: step * Tuning.Blocks.shrinking), scratch: &scratch,
      goOn: goOn,
      seen: { if let plan = RestrictedMaster.Plan($1, of: $0, market) { plans.append(plan) } })
    takeIfBetter(moved, of: PriceBlock(all: market.problem))
  }

  private mutating func raise(_ block: PriceBlock) {
    let problem = market.problem
    let outside = replies.indices.reduce(bound - prices.total(problem, of: block)) {
      block.engineers[$1] ? $0 - replies[$1] : $0
    }
    var master = RestrictedMaster(
      market, block, at: prices, forbidden: RestrictedMaster.forbidden(best))
    for plan in plans { master.add(plan, problem) }
    let known = master.plans.count
    master.start(from: best, problem)
    var generation = ColumnGeneration(
      market, from: prices, enough: best.points, rounds: Tuning.Blocks.rounds, block: block,
      outside: outside)
    generation.run(&master)
    plans += master.plans.dropFirst(known)
    takeIfBetter(generation.prices, of: block)
  }

  private mutating func takeIfBetter(_ moved: Prices, of block: PriceBlock) {
    let kept = (prices, replies, bound)
    take(moved, of: block)
    if bound < kept.2 { (prices, replies, bound) = kept }
  }

  private mutating func take(_ moved: Prices, of block: PriceBlock) {
    prices = moved
    for engineer in replies.indices where block.engineers[engineer] {
      replies[engineer] =
        market.reply(
          engineer, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInBounds,
          wantsPlan: false
        ).cost
    }
    bound = replies.reduce(prices.total(market.problem), +)
  }
}
