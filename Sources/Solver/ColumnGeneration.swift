/// Settles prices by column generation: everybody's best plans at the restricted master's duals join
/// it, until the bound is as good as its cost.
///
/// Prices go only a part of the way to the duals (Wentges' smoothing), the whole way where that
/// finds no new plan.
struct ColumnGeneration {
  private let market: Market
  private let enough: Int
  private let mostRounds: Int
  private let block: PriceBlock
  /// What all prices and engineers outside the block add to the bound, in units.
  private let outside: Int
  /// The prices with the best bound so far, and that bound in units, without the problem's constant.
  private(set) var prices: Prices
  private(set) var bound = Int.min
  /// In cells of tables.
  private(set) var work = 0

  /// - Parameters:
  ///   - enough: points that end it when the bound reaches them.
  ///   - block: prices to settle; nil for all.
  ///   - outside: what all else adds to the bound, in units.
  init(
    _ market: Market, from start: Prices, enough: Int, rounds: Int = Tuning.Columns.rounds,
    block: PriceBlock? = nil, outside: Int = 0
  ) {
    self.market = market
    self.block = block ?? PriceBlock(all: market.problem)
    self.outside = outside
    self.enough = enough
    mostRounds = rounds
    prices = start
  }

  /// No rota has fewer points.
  var proved: Int { market.scale.pointsRoundedUp(bound) + market.problem.constant }

  /// The bound in points, without the problem's constant.
  var boundInPoints: Double { Double(bound) / Double(market.scale.unitsPerPoint) }

  /// The same without what is outside the block.
  private var boundOfBlock: Double {
    Double(bound - outside) / Double(market.scale.unitsPerPoint)
  }

  mutating func run(_ master: inout RestrictedMaster) {
    var scratch = Market.Scratch(market)
    master.take(market.problem)
    offer(prices, &master, &scratch)
    var reach = min(
      max(Tuning.Columns.leastReach, Double(enough - proved)), master.forbidden)
    master.center(on: prices, reach: reach)
    var misses = 0
    for _ in 0..<mostRounds where proved < enough {
      let before = master.work
      master.minimise()
      work += master.work - before
      if master.cost - boundOfBlock < Tuning.Columns.closeness {
        guard master.isHeldBack, reach < master.forbidden else { break }
        reach *= Tuning.Columns.reachGrowth
        master.center(on: prices, reach: reach)
        continue
      }
      let part = min(1, Double(misses + 1) * (1 - Tuning.Columns.smoothing))
      let known = bound
      let isNew = offer(
        master.prices(market, from: prices, part: part), &master, &scratch)
      if bound > known {
        master.center(on: prices, reach: reach)
      } else if !isNew, part == 1 {
        break
      }
      misses = bound > known || isNew ? 0 : misses + 1
    }
    work += scratch.work
  }

  /// Everybody's best plans at some prices; whether one of them was new.
  @discardableResult
  private mutating func offer(
    _ offered: Prices, _ master: inout RestrictedMaster, _ scratch: inout Market.Scratch
  ) -> Bool {
    var sum = outside + offered.total(market.problem, of: block)
    var isNew = false
    for engineer in market.problem.engineers.indices where block.engineers[engineer] {
      let reply = market.reply(
        engineer, at: offered, scratch: &scratch, setLimit: Tuning.Prices.setsInBounds)
      sum += reply.cost
      if master.add(reply, of: engineer, market) { isNew = true }
    }
    if sum > bound {
      bound = sum
      prices = offered
    }
    return isNew
  }
}
