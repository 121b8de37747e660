/// Closes what a search at fixed prices can't: decides one question at a time (does this engineer
/// hold more than so many shifts, or own that project, does one of these engineers hold that shift,
/// or not), and settles prices anew for each answer.
///
/// Depth first: a branch ends where its bound reaches the best rota, or where a short search finds
/// the best of it.
struct Branching {
  private(set) var best: Solver.Answer
  /// A bound and a rota that contradict each other: nothing is proved then.
  private(set) var contradiction: String?
  /// No rota has fewer points than the best one or this; nil before the first branch.
  private(set) var rootBound: Int?
  /// What may still be spent, in cells of tables.
  private var work: Int
  /// How many shifts more than is fair are told apart.
  private var slack: Int

  /// Well settled prices are worth their time: fewer questions are left to ask. A wide gap at the
  /// root says that they have far to go, as where weights are heavy.
  private static func passes(isRoot: Bool, gap: Int) -> Int { isRoot && gap > 32 ? 640 : 160 }
  /// The last step as a part of the first. Near the end single steps are noise of their own size in
  /// the bound: a tenth of a point is more than a branch gains.
  private static let shrinking = 0.001
  /// A thorough search of a branch whose bound is near the best rota, else a look.
  private static func nodes(gap: Int) -> Int { gap <= 4 ? 3_000 : 500 }
  /// In cells of tables: a few seconds; nearly all teams take a hundredth of it.
  static let usualWork = 4_000_000_000
  /// A node takes about as long as so many cells.
  private static let cellsPerNode = 500

  init(from best: Solver.Answer, slack: Int, work: Int) {
    self.best = best
    self.slack = slack
    self.work = work
  }

  /// Whether nothing better than the best remains; false where the work ran out.
  ///
  /// - Parameters:
  ///   - start: prices settled for the problem.
  ///   - gap: points that its best rota, so far as is known, may be below the best.
  ///   - goOn: asked again and again.
  mutating func run(
    _ problem: Problem, _ start: Prices, gap: Int, goOn: (Solver.Answer) -> Bool
  ) -> Bool {
    let market = Market(problem, slack: slack)
    var scratch = Market.Scratch(market)
    var prices = start
    var usage = Usage(problem)
    guard work > 0, goOn(best) else { return false }
    var feasibility = ShiftFeasibility(problem, work: 20_000)
    if case .impossible = feasibility.run() { return true }
    let isRoot = rootBound == nil
    let step = Solver.step(gap: gap)
    let startBound = market.bound(at: start, scratch: &scratch)
    market.settle(
      &prices, passes: Branching.passes(isRoot: isRoot, gap: gap), from: step,
      to: step * Branching.shrinking, scratch: &scratch,
      seen: { usage.add($0, $1, market) })
    var bound = market.bound(at: prices, scratch: &scratch)
    if bound < startBound {
      prices = start
      bound = startBound
    }
    let proved = market.scale.pointsRoundedUp(bound) + problem.constant
    if isRoot { rootBound = proved }
    var probe = Probe(
      market, prices, bound: bound, best: best,
      work: Branching.nodes(gap: best.points - proved), lastTarget: nil)
    let ended = probe.proved >= best.points || probe.deepen() || probe.isImpossible
    work -= scratch.work + probe.used * Branching.cellsPerNode
    if let found = probe.best, found.points < best.points { best = found }
    if let found = probe.contradiction {
      contradiction = found
      return false
    }
    if ended || probe.proved >= best.points { return true }
    if probe.isLoose, slack < problem.weeks {
      // Rotas that hold more than is told apart cost more than the bound knows.
      slack *= 4
      return run(problem, prices, gap: gap, goOn: goOn)
    }
    let limit = (best.points - 1 - problem.constant) * market.scale.unitsPerPoint - bound
    var fixing = Market.Scratch(market)
    let problem = market.fixing(problem, at: prices, limit: limit, scratch: &fixing)
    work -= fixing.work
    guard let question = usage.openQuestion(problem) else { return false }
    // Whatever costs more than that is no better than the best.
    let gap = best.points - probe.proved
    return run(problem.answering(question, true, gap: gap), prices, gap: gap, goOn: goOn)
      && run(problem.answering(question, false, gap: gap), prices, gap: gap, goOn: goOn)
  }
}
