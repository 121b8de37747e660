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
  /// The prices the last search was made at: a good start for a similar problem.
  private(set) var prices: Prices
  private let isWarm: Bool
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
  /// nil where somebody has too many sets of projects, or counts of shifts, to list them.
  init?(_ problem: Problem, effort: Int, prices: Prices? = nil) {
    guard let market = Market(problem, setLimit: 20_000, countLimit: 8_000) else { return nil }
    self.problem = problem
    self.market = market
    scratch = Market.Scratch(market)
    self.prices = prices ?? Prices(problem)
    isWarm = prices != nil
    work = 3_000_000 * effort
    self.effort = effort
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
    if isWarm {
      rounds.insert(Round(passes: rounds[0].passes / 2, first: 4, last: 0.1, work: 2_000), at: 0)
    }
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
      if !ended { probe.improve() }
      best = probe.best
      if let best, ended || proved >= best.points {
        return .optimal(probe.canonical(best, work: work))
      }
    }
    return best.map { .feasible($0, bound: min(proved, $0.points)) } ?? .unknown(bound: proved)
  }
}

/// How long, and with which steps in points, prices are moved before the next search.
private struct Round {
  let passes: Int
  let first: Double
  let last: Double
  /// Nodes that the search after it may visit.
  let work: Int

  static func all(_ market: Market, effort: Int) -> [Round] {
    let problem = market.problem
    let size = max(1, problem.engineers * problem.rotations / 8)
    // A pass fills everyone's table at least once.
    let cells = market.planners.reduce(1) { $0 + $1.tableSize }
    func passes(_ wanted: Int) -> Int {
      min(wanted * size, max(20, 2_000_000_000 * effort / cells))
    }
    return [
      Round(passes: passes(120), first: 40, last: 0.1, work: 2_000),
      Round(passes: passes(240), first: 8, last: 0.03, work: 4_000),
      Round(passes: passes(480), first: 4, last: 0.01, work: 8_000),
      Round(passes: passes(960), first: 2, last: 0.005, work: 0),
    ]
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
