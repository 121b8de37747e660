/// Finds a rota of the fewest points and proves it.
///
/// Every open shift and project gets a price; every engineer, knowing only the prices, plans
/// their own best quarter; prices move until the plans fit together (`Market.settle`). The sum of
/// offers and plans is a bound. Then rotas within a few points of the bound are searched, at first
/// those that reach it, until one is found; nothing cheaper exists then.
struct Solver {
  private let problem: Problem
  private var market: Market
  private var scratch: Market.Scratch
  /// The prices the last search was made at: a good start for a similar problem.
  private(set) var prices: Prices
  private let isWarm: Bool
  private var slack = 1
  private var work: Int
  private let effort: Int

  struct Answer {
    /// By week and rotation: the engineer, or −1.
    let holders: [Int]
    /// By engineer: the projects of the problem owned, as indices.
    let owned: [[Int]]
    let points: Int
  }

  enum Result {
    case optimal(Answer)
    case feasible(Answer, bound: Int)
    case unknown(bound: Int)
    case impossible
  }

  /// - Parameter prices: settled prices of a similar problem; nil to start from nothing.
  ///
  init(_ problem: Problem, effort: Int, prices: Prices? = nil) {
    let market = Solver.market(problem, slack: slack)
    self.problem = problem
    self.market = market
    scratch = Market.Scratch(market)
    self.prices = prices ?? Prices(fair: market)
    isWarm = prices != nil
    work = 3_000_000 * effort
    self.effort = effort
  }

  private static func market(_ problem: Problem, slack: Int) -> Market {
    Market(problem, slack: slack, countLimit: 400, stateLimit: 200)
  }

  /// A bound alone: prices are moved once.
  mutating func rootBound() -> Int {
    let round = Round.all(market, effort: effort)[0]
    market.settle(
      &prices, passes: round.passes, from: round.first, to: round.last, scratch: &scratch)
    let bound = market.bound(at: prices, scratch: &scratch)
    return max(0, market.scale.pointsRoundedUp(bound) + problem.constant)
  }

  /// - Parameter known: a rota to start from, where there is one.
  mutating func solve(known: Answer?) -> Result {
    var best = known
    var proved = Int.min
    var rounds = Round.all(market, effort: effort)
    if isWarm { rounds.insert(rounds[0].again, at: 0) }
    // Prices that have settled leave next to nothing to search: while a short search does not
    // end, they are moved on with smaller steps.
    while !rounds.isEmpty {
      let round = rounds.removeFirst()
      market.settle(
        &prices, passes: round.passes, from: round.first, to: round.last, scratch: &scratch)
      var probe = Probe(
        market, prices, bound: market.bound(at: prices, scratch: &scratch), best: best,
        work: rounds.isEmpty ? work : min(work, round.work), lastTarget: rounds.isEmpty ? nil : 1)
      let ended = probe.deepen()
      work -= probe.used
      proved = max(proved, probe.proved)
      if probe.isImpossible { return .impossible }
      if !ended, rounds.isEmpty { probe.improve() }
      best = probe.best
      if let best, ended || proved >= best.points {
        return .optimal(probe.canonical(best, work: min(work, 20_000)))
      }
      if probe.isBlurred { tellMoreApart() }
    }
    return best.map { .feasible($0, bound: min(proved, $0.points)) } ?? .unknown(bound: proved)
  }

  /// Tells more counts of shifts apart: the best rota may hold more of them than is fair.
  private mutating func tellMoreApart() {
    slack *= 2
    market = Solver.market(problem, slack: slack)
    scratch = Market.Scratch(market)
  }
}

/// How long, and with which steps in points, prices are moved before the next search.
private struct Round {
  let passes: Int
  let first: Double
  let last: Double
  /// Nodes that the search after it may visit.
  let work: Int

  /// A short round for prices that are nearly right.
  var again: Round { Round(passes: passes / 2, first: 4, last: 0.1, work: work) }

  static func all(_ market: Market, effort: Int) -> [Round] {
    let problem = market.problem
    // A pass fills everyone's table at least once.
    let cells = market.planners.reduce(1) { $0 + $1.tableSize }
    let size = problem.engineers * problem.rotations * problem.weeks
    let wanted = Int(5 * Double(size).squareRoot())
    func round(_ passes: Int, from first: Double, to last: Double) -> Round {
      let passes = min(passes, max(20, 2_000_000_000 * effort / cells))
      return Round(
        passes: passes, first: first, last: last, work: passes * problem.engineers * 10)
    }
    return [
      round(wanted, from: 80, to: 0.02),
      round(wanted, from: 4, to: 0.01),
      round(2 * wanted, from: 2, to: 0.005),
      round(4 * wanted, from: 2, to: 0.005),
      round(8 * wanted, from: 2, to: 0.005),
    ]
  }
}

extension Market {
  /// Whether a choice of sets comes before another: project by project, the owners who stand
  /// first in the team file.
  func comesFirst(_ a: [[Int]], _ b: [[Int]]) -> Bool {
    for project in problem.projects.indices {
      for engineer in 0..<problem.engineers {
        let inA = a[engineer].contains(project)
        let inB = b[engineer].contains(project)
        if inA != inB { return inA }
      }
    }
    return false
  }
}
