/// Closes what a search at fixed prices can't (branch and price): decides one question at a time
/// (does this engineer serve in that week, or own that project, does one of these hold that shift,
/// or not), and settles prices anew for each answer.
///
/// Depth first: a branch ends where its bound reaches the best rota, or where a short search finds
/// the best of it. A better rota on the way sends it back to the root: the less there is to spare,
/// the more is ruled out from there on, and the better questions show.
struct Branching {
  private(set) var best: Solver.Answer
  /// A bound and a rota that contradict each other: nothing is proved then.
  private(set) var contradiction: String?
  /// No rota has fewer points than the best one or this; nil before the first search.
  private(set) var rootBound: Int?
  /// The prices of that bound.
  private(set) var rootPrices: Prices?
  /// What may still be spent, in cells of tables.
  private var work: Int
  /// How many shifts more than is fair are told apart.
  private var slack: Int
  private let searched: Int?
  private let searchedAtRoot: Int
  private var choice = BranchChoice()
  /// Where a better rota was found: the plans known there.
  private var plansAtBetter: RestrictedMaster?

  private static func nodes(gap: Int) -> Int {
    gap <= Tuning.Branching.nearGap ? Tuning.Branching.nodesNear : Tuning.Branching.nodesFar
  }

  /// - Parameters:
  ///   - work: what may be spent, in cells of tables.
  ///   - searched: nodes of the search in each branch; nil for as many as its gap is worth.
  ///   - searchedAtRoot: nodes of the first search at the least: all rotas of a tiny team are soon
  ///     looked at.
  init(
    from best: Solver.Answer, slack: Int, work: Int, searched: Int? = nil, searchedAtRoot: Int = 0
  ) {
    self.best = best
    self.slack = slack
    self.work = work
    self.searched = searched
    self.searchedAtRoot = searchedAtRoot
  }

  /// Whether nothing better than the best remains; false where the work ran out, or where nothing is
  /// open any more that a question could decide.
  ///
  /// - Parameters:
  ///   - start: prices settled for the problem.
  ///   - gap: points that its best rota, so far as is known, may be below the best.
  ///   - goOn: asked again and again.
  mutating func run(
    _ problem: Problem, _ start: Prices, gap: Int, goOn: (Solver.Answer) -> Bool
  ) -> Bool {
    let market = Market(problem, slack: slack)
    var master = RestrictedMaster(market, forbidden: RestrictedMaster.forbidden(best))
    master.add(best, problem)
    var scratch = Market.Scratch(market)
    var moved = start
    let step = Solver.step(gap: gap)
    market.settle(
      &moved, passes: Tuning.Branching.rootPasses,
      Tuning.Steps(first: step, last: step * Tuning.Branching.rootShrinking), scratch: &scratch,
      seen: { master.add($1, of: $0, market) })
    let bound = market.bound(at: moved, scratch: &scratch)
    let startBound = market.bound(at: start, scratch: &scratch)
    let prices = bound >= startBound ? moved : start
    work -= scratch.work
    let probe = search(
      market, at: prices, bound: max(bound, startBound), nodes: searchedAtRoot)
    rootBound = probe.proved
    rootPrices = prices
    guard contradiction == nil else { return false }
    if probe.isEnd { return true }
    while true {
      plansAtBetter = nil
      if visit(problem, rootPrices ?? prices, master, depth: 0, goOn: goOn) { return true }
      guard let plansAtBetter else { return false }
      master = plansAtBetter
    }
  }

  private mutating func visit(
    _ problem: Problem, _ start: Prices, _ parent: RestrictedMaster, depth: Int,
    goOn: (Solver.Answer) -> Bool
  ) -> Bool {
    guard work > 0, depth < Tuning.Branching.deepest, goOn(best) else { return false }
    var feasibility = ShiftFeasibility(problem, work: Tuning.Branching.nodesForFeasibility)
    if case .impossible = feasibility.run() { return true }
    let market = Market(problem, slack: slack)
    var master = parent
    var generation = ColumnGeneration(market, from: start, enough: best.points)
    generation.run(&master)
    work -= generation.work
    if depth == 0 {
      rootBound = max(generation.proved, rootBound ?? generation.proved)
      rootPrices = generation.prices
    }
    let known = best.points
    if let whole = master.wholeAnswer(problem), whole.points < known { best = whole }
    if generation.proved >= best.points { return ends(known, master, depth) }
    let probe = search(market, at: generation.prices, bound: generation.bound)
    guard contradiction == nil else { return false }
    if probe.isEnd { return ends(known, master, depth) }
    if best.points < known, depth > 0 { return ends(known, master, depth) }
    let limit =
      (best.points - 1 - problem.constant) * market.scale.unitsPerPoint - generation.bound
    var fixing = Market.Scratch(market)
    let fixed = market.fixing(problem, at: generation.prices, limit: limit, scratch: &fixing)
    work -= fixing.work
    // Whatever costs more than that is no better than the best.
    let gap = best.points - probe.proved
    let node = BranchNode(
      problem: fixed, prices: generation.prices, bound: generation.boundInPoints, gap: gap,
      slack: slack, enough: best.points, isNearRoot: depth < Tuning.Branching.depthNearRoot)
    guard let (question, answer) = choice.question(node, &master, work: &work) else {
      // Rotas that hold more than is told apart cost more than the bound knows.
      guard slack < problem.weeks.count else { return false }
      slack *= Tuning.Tables.slackGrowth
      return visit(problem, generation.prices, parent, depth: depth, goOn: goOn)
    }
    for answer in [answer, !answer] {
      guard
        visit(
          fixed.answering(question, answer, gap: gap), generation.prices, master,
          depth: depth + 1, goOn: goOn)
      else { return false }
    }
    return true
  }

  /// A search at fixed prices by so many nodes at the least, which may find a better rota.
  private mutating func search(_ market: Market, at prices: Prices, bound: Int, nodes: Int = 0)
    -> (isEnd: Bool, proved: Int)
  {
    let proved = market.scale.pointsRoundedUp(bound) + market.problem.constant
    var probe = Probe(
      market, prices, bound: bound, best: best,
      work: max(nodes, searched ?? Branching.nodes(gap: best.points - proved)), lastTarget: nil)
    let ended = probe.deepen() || probe.isImpossible
    work -= probe.used * Tuning.Branching.cellsPerNode
    if let found = probe.best, found.points < best.points { best = found }
    contradiction = contradiction ?? probe.contradiction
    return (ended || probe.proved >= best.points, probe.proved)
  }

  /// The end of a branch: of the whole tree where a better rota than the known one was found in it.
  private mutating func ends(_ known: Int, _ master: RestrictedMaster, _ depth: Int) -> Bool {
    guard best.points < known, depth > 0 else { return true }
    plansAtBetter = master
    return false
  }
}
