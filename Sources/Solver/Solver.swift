/// Finds a rota of the fewest points and proves it.
///
/// Every open shift and project gets a price; every engineer, knowing only the prices, plans
/// their own best quarter; prices move until the plans fit together (`Market.settle`). The sum of
/// offers and plans is a bound. Then rotas within a few points of the bound are searched, at first
/// those that reach it, until one is found; nothing cheaper exists then.
package struct Solver: Sendable {
  private let problem: Problem
  /// All points of the problem to be solved are so many times those of this one.
  let divisor: Int
  private var market: Market
  /// The prices the last search was made at: a good start for a similar problem.
  private(set) var prices: Prices
  /// Of a similar problem.
  private let known: Known?
  /// In units, at these prices.
  private var bound = Int.min
  /// How many shifts more than is fair are told apart.
  private var slack = 1
  private let effort: Int
  /// The best rota found.
  private var best: Answer?
  /// Owners that keep the hard rules, whatever they cost.
  private var someOwned: Table<EngineerIndex, [ProjectIndex]>?
  /// No rota has fewer points.
  private var proved = 0
  private var isStopped = false
  /// Rotas that exchanges of a large team started from.
  private var starts = 0
  /// Whether the prices of every block are where the bound is greatest.
  private var isAscended = false

  /// - Parameters:
  ///   - divisor: divides all points.
  ///   - prices: of a similar problem; nil to start from nothing.
  ///   - known: the whole of what is known of it.
  ///   - factor: how many times as much as there all points count.
  init(
    _ problem: Problem, dividedBy divisor: Int = 1, effort: Int, prices: Prices?,
    known: Known? = nil, times factor: Int = 1
  ) {
    let problem = divisor > 1 ? problem.mapPoints { $0 / divisor } : problem
    let market = Market(problem, slack: slack)
    self.problem = problem
    self.divisor = divisor
    self.market = market
    self.prices =
      prices?.rescaled(
        to: market.scale.unitsPerPoint, times: factor, over: divisor, for: problem)
      ?? Prices(fair: market)
    self.known = known
    self.effort = effort
  }

  /// A rota at least as good as a known one, without a proof, by a short search.
  mutating func improved(_ known: Answer) -> Answer? {
    var scratch = Market.Scratch(market)
    market.settle(
      &prices, passes: Tuning.Improving.passes, Tuning.Improving.steps * market.fair.magnitude,
      scratch: &scratch)
    var probe = Probe(
      market, prices, bound: market.bound(at: prices, scratch: &scratch), best: known,
      work: Tuning.Improving.nodes, lastTarget: nil)
    _ = probe.deepen()
    return probe.best
  }

  /// First whether any rota exists, then the best one.
  ///
  /// - Parameters:
  ///   - given: a rota that keeps the hard rules.
  ///   - branching: the work of branching on what fixed prices can't close; 0 for none.
  ///   - isShort: whether to do without exchanges of a few engineers, and after a similar problem
  ///     with its prices, moved a little.
  package mutating func solve(
    from given: Answer? = nil, branching: Int = Solver.usualBranching, isShort: Bool = false,
    watch: SearchProgress.Watch = { _ in true }
  ) -> Result {
    let divisor = divisor
    let result = find(from: given, branching: branching, isShort: isShort) {
      watch($0.multiplied(by: divisor))
    }
    return Solver.checked(result, bound: proved, problem).multiplied(by: divisor)
  }

  /// About the work of a short search after a similar problem, in cells of tables.
  var shortWork: Int { market.cells * warmPasses }

  private var warmPasses: Int { Round.passes(market, effort: effort) / Tuning.Prices.warmPasses }

  /// No rota in which an engineer holds a shift has fewer points; nil for whoever may not hold it.
  ///
  /// Two prices tell: those of the last search, and those that settle while nobody need hold it, for
  /// where one for whom it is dear holds it the others share what is left.
  package func bounds(holding slot: Slot) -> Table<EngineerIndex, Int?> {
    let closed = Market(problem.closing(slot), slack: slack)
    var scratch = Market.Scratch(closed)
    var moved = prices
    moved.shifts[slot] = 0
    closed.settle(
      &moved, passes: warmPasses, Tuning.Prices.warmSteps * closed.fair.magnitude,
      scratch: &scratch)
    let bounds = [prices, moved].map { market.bounds(holding: slot, at: $0) }
    return Table(problem.engineers.indices) { engineer in
      bounds.compactMap { $0[engineer] }.max().map {
        max(proved, market.scale.pointsRoundedUp($0) + problem.constant) * divisor
      }
    }
  }

  private mutating func find(
    from given: Answer?, branching: Int, isShort: Bool, watch: SearchProgress.Watch
  ) -> Result {
    guard startsFromAnyRota() else { return .impossible }
    if let given {
      let points = problem.points(given.holders, given.owned)
      if points < best?.points ?? .max {
        best = Answer(holders: given.holders, owned: given.owned, points: points)
      }
    }
    var scratch = Market.Scratch(market)
    bound = market.bound(at: prices, scratch: &scratch)
    proved = provedPoints
    let (opening, rounds) = Round.all(
      market, effort: effort, isWarm: known != nil, isShort: isShort)
    if let known, let result = start(from: known) { return result }
    searchLocally(opening, isFirst: true)
    if let best, best.points <= proved { return optimal(best, byCounts: problem.countsMayDecide) }
    let atFairPrices = proved
    for round in rounds {
      // Passes raise nothing any more once every block has been raised.
      if !isAscended { settle(round, watch) }
      if isStopped { break }
      if round.isFirst { ascend(watch) }
      // Prices that do not raise the bound of fair counts have little to say to the search, either:
      // longer local searches come first.
      let countsDecide = problem.countsMayDecide && proved == atFairPrices
      if countsDecide {
        searchLocally(round.searches, isFirst: false)
        if let best, best.points <= proved { return optimal(best, byCounts: true) }
      }
      // All rotas of a small team are looked at sooner than many moves are tried.
      let isShort = countsDecide && round.isFirst
      let nodes = isShort ? Tuning.Search.nodesBesideMoves : round.work
      if let result = search(work: nodes, upTo: isShort ? nil : 1) { return result }
      if !countsDecide { searchLocally(round.searches, isFirst: round.isFirst) }
      improve(round, watch)
      if let best, best.points <= proved { return optimal(best) }
      guard !problem.isLarge, best != nil, branching > 0, market.isSearchable else { continue }
      if round.mayBranch { break }
      if round.isFirst, !countsDecide,
        let result = branch(work: branching / Tuning.Branching.partBetweenRounds, watch)
      {
        return result
      }
    }
    if best == nil, !isShort, !isStopped, market.isSearchable, let result = searchForAny() {
      return result
    }
    if !problem.isLarge || effort > 1, let result = branch(work: branching, watch) { return result }
    guard let best else { return .unknown(bound: proved) }
    return .feasible(best, bound: proved)
  }

  /// Of all rotas as good as one with the fewest points the first in the team file's order, where
  /// that takes little.
  ///
  /// - Parameter byCounts: whether counts alone made the bound: nearly all engineers are equal then, and
  ///   the first rota takes a few nodes or more than anybody waits for.
  private func optimal(_ best: Answer, byCounts: Bool = false) -> Result {
    guard market.isSearchable else { return .optimal(best) }
    var probe = Probe(market, prices, bound: bound, best: best, work: 0, lastTarget: nil)
    let work = market.canonicalWork
    return probe.canonical(best, work: byCounts ? min(work, Tuning.Search.nodesByCounts) : work)
  }

  /// Looks for any rota; false where it turns out soon that none exists.
  private mutating func startsFromAnyRota() -> Bool {
    var shifts = ShiftFeasibility(problem, work: ShiftFeasibility.usualWork * effort)
    let holders = shifts.run()
    if case .impossible = holders { return false }
    var owners = OwnerFeasibility(problem, work: ShiftFeasibility.usualWork * effort)
    let owned = owners.run()
    if case .impossible = owned { return false }
    someOwned = owned.found
    if let holders = holders.found, let owned = owned.found {
      best = Answer(holders: holders, owned: owned, points: problem.points(holders, owned))
    }
    return true
  }

  /// What is near to an answer of a similar problem; a result where that is enough.
  private mutating func start(from known: Known) -> Result? {
    if var few = FewOpenShifts(problem.keeping(known.answer)), case .optimal(let kept) = few.run(),
      kept.points < best?.points ?? .max
    {
      best = kept
    }
    let undecided = problem.undecided
    guard undecided.count <= Tuning.Prices.fewUndecided else { return nil }
    // Nearly all that is left is who owns what, and of that the prices tell much.
    var scratch = Market.Scratch(market)
    market.raise(&prices, of: undecided, scratch: &scratch)
    bound = market.bound(at: prices, scratch: &scratch)
    proved = max(proved, provedPoints)
    return search(work: Tuning.Search.warmNodes, upTo: nil)
  }

  /// Whether to go on; once stopped, never.
  private mutating func goesOn(
    _ watch: SearchProgress.Watch, better: Answer? = nil
  ) -> Bool {
    isStopped = isStopped || !watch(.best(bound: proved, points: (better ?? best)?.points))
    return !isStopped
  }

  /// The search at the prices as they are; a result where that is the end.
  ///
  /// - Parameters:
  ///   - work: nodes that it may visit.
  ///   - lastTarget: how many points above the bound are searched; nil for all.
  private mutating func search(work: Int, upTo lastTarget: Int?) -> Result? {
    guard market.isSearchable else { return nil }
    var probe = Probe(
      market, prices, bound: bound, best: best, work: work, lastTarget: lastTarget)
    let ended = probe.deepen()
    proved = max(proved, probe.proved)
    if let contradiction = probe.contradiction { return .contradiction(contradiction) }
    if probe.isImpossible { return .impossible }
    best = probe.best
    if let best, ended || proved >= best.points {
      return probe.canonical(best, work: market.canonicalWork)
    }
    if probe.isLoose { tellMoreApart() }
    return nil
  }

  /// A better rota by many small moves, where engineers are few.
  ///
  /// - Parameters:
  ///   - searches: the moves of each.
  ///   - isFirst: whether a small gap is left to the rounds that follow.
  private mutating func searchLocally(_ searches: [Int], isFirst: Bool) {
    guard !searches.isEmpty, let start = best,
      start.points - proved
        > (isFirst ? max(Tuning.Improving.gap, start.points / Tuning.Improving.gapPart) : 0)
    else { return }
    let enough = proved
    var found = start
    _ = Array(searches.enumerated()).mapSideBySide(
      batch: Tuning.Improving.together, while: { _ in found.points > enough },
      each: { (one: Answer) in if one.points < found.points { found = one } },
      { [problem] index, moves in
        var local = ThresholdSearch(problem, from: start, seed: index + 1)
        local.run(moves: moves, enough: enough)
        return local.best
      })
    best = found
  }

  /// A rota at the prices as they are, without a search.
  private mutating func rollOut() {
    if let first = rolledOut(at: prices), first.points < best?.points ?? .max { best = first }
  }

  private func rolledOut(at prices: Prices) -> Answer? {
    (best?.owned ?? someOwned).flatMap { Rollout(market, prices).run(owned: $0) }
  }

  /// A better rota by exchanges of a few engineers at a time.
  private mutating func improve(_ round: Round, _ watch: SearchProgress.Watch) {
    guard round.improvements > 0 else { return }
    rollOut()
    var left = round.improvements
    while left > 0, let known = best, known.points > proved, !isStopped {
      var improvement = Improvement(
        market, prices, from: start(number: starts, known), seed: starts)
      left = improvement.run(
        rounds: left, patience: round.patience, enough: proved
      ) { goesOn(watch, better: $0.points < known.points ? $0 : known) }
      if improvement.best.points < known.points { best = improvement.best }
      if problem.isLarge { starts += 1 }
    }
  }

  /// By turns the best rota and one at prices moved a little: exchanges of a few engineers end where
  /// nothing near is better, and from elsewhere they end elsewhere (multi-start).
  ///
  /// - Parameter number: another one gives another rota.
  private func start(number: Int, _ best: Answer) -> Answer {
    guard number % 2 == 1 else { return best }
    var scratch = Market.Scratch(market)
    var moved = prices
    market.settle(
      &moved, passes: Tuning.Improving.restartPasses + number,
      Tuning.Improving.restartSteps * market.fair.magnitude, scratch: &scratch)
    return rolledOut(at: moved) ?? best
  }

  /// Any rota, however dear: there may be none.
  private mutating func searchForAny() -> Result? {
    var probe = Probe(
      market, prices, bound: bound, best: nil, work: Tuning.Search.nodesForAny * effort,
      lastTarget: nil)
    let ended = probe.deepen()
    if let contradiction = probe.contradiction { return .contradiction(contradiction) }
    if probe.isImpossible { return .impossible }
    best = probe.best
    proved = max(proved, probe.proved)
    return ended ? best.map(Result.optimal) : nil
  }

  /// Branches on what fixed prices can't close; a result where that ends.
  ///
  /// - Parameter work: in cells of tables, times the effort.
  private mutating func branch(work: Int, _ watch: SearchProgress.Watch) -> Result? {
    guard work > 0, !isStopped, market.isSearchable, let start = best else { return nil }
    var branching = Branching(
      from: start, slack: slack, work: work * effort,
      searchedAtRoot: Tuning.Search.cells / (problem.engineers.count * problem.open.count + 1))
    let ended = branching.run(problem, prices, gap: branching.best.points - proved) {
      goesOn(watch, better: $0)
    }
    if let contradiction = branching.contradiction { return .contradiction(contradiction) }
    best = branching.best
    if let settled = branching.rootPrices {
      var scratch = Market.Scratch(market)
      keep(settled, scratch: &scratch)
    }
    if ended { return optimal(branching.best) }
    proved = min(branching.best.points, max(proved, branching.rootBound ?? proved))
    return nil
  }

  /// Points to move settled prices by at first: they have as far to go as the gap is wide.
  static func step(gap: Int) -> Double { max(1, Double(gap) / Tuning.Prices.gapsPerStep) }

  /// Moves prices on, and keeps them where that gives a better bound.
  private mutating func settle(_ round: Round, _ watch: SearchProgress.Watch) {
    var scratch = Market.Scratch(market)
    // At no prices everybody's best plan is a bound that is never below zero.
    let free = Prices(problem, unitsPerPoint: market.scale.unitsPerPoint)
    let freeBound = market.bound(at: free, scratch: &scratch)
    if freeBound > bound {
      prices = free
      bound = freeBound
    }
    var moved = prices
    // No step is wider than the gap makes sensible, once prices have settled.
    let first =
      round.isFirst && known == nil
      ? nil : best.map { min(round.steps.first, Solver.step(gap: $0.points - provedPoints)) }
    market.settle(
      &moved, passes: round.passes,
      Tuning.Steps(first: first ?? round.steps.first, last: round.steps.last), scratch: &scratch,
      goOn: { goesOn(watch) })
    keep(moved, scratch: &scratch)
  }

  /// Raises the bound of a large team block by block.
  private mutating func ascend(_ watch: SearchProgress.Watch) {
    guard problem.isLarge else { return }
    rollOut()
    guard let best, best.points > proved else { return }
    var ascent = BlockAscent(market, from: prices, best: best)
    isAscended = ascent.run(gap: best.points - proved) { goesOn(watch) }
    var scratch = Market.Scratch(market)
    keep(ascent.prices, scratch: &scratch)
  }

  /// Keeps prices where they give a bound that is no lower.
  private mutating func keep(_ moved: Prices, scratch: inout Market.Scratch) {
    let found = market.bound(at: moved, scratch: &scratch)
    if found >= bound {
      prices = moved
      bound = found
    }
    proved = max(proved, provedPoints)
  }

  /// What the bound proves.
  private var provedPoints: Int {
    max(0, market.scale.pointsRoundedUp(bound) + problem.constant)
  }

  /// Tells more counts of shifts apart: the best rota may hold more of them than is fair.
  private mutating func tellMoreApart() {
    slack *= Tuning.Tables.slackGrowth
    market = Market(problem, slack: slack)
    var scratch = Market.Scratch(market)
    bound = market.bound(at: prices, scratch: &scratch)
  }
}
