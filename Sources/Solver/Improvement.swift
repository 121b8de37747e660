import SeededNumbers

/// Makes a rota better a few engineers at a time: each time some of them exchange all they have as
/// well as can be, at the whole team's prices.
///
/// Neighbourhoods that share nobody are solved side by side, and the result is the same on one
/// core: what is solved together does not depend on how many cores there are.
struct Improvement {
  private let market: Market
  private let prices: Prices
  private var random: SeededNumbers
  /// What the best reply to the prices costs.
  private let bestReplies: Table<EngineerIndex, Int>
  private(set) var best: Solver.Answer

  /// - Parameter seed: of the choice of engineers.
  init(_ market: Market, _ prices: Prices, from answer: Solver.Answer, seed: Int = 0) {
    random = SeededNumbers(seed: seed)
    self.market = market
    self.prices = prices
    best = answer
    var scratch = Market.Scratch(market)
    bestReplies = Table(market.problem.engineers.indices) {
      market.reply(
        $0, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInSteps, wantsPlan: false
      ).cost
    }
  }

  /// - Parameters:
  ///   - rounds: how often neighbourhoods are tried.
  ///   - patience: how often they are tried in vain before that is the end.
  ///   - enough: points at which to stop.
  ///   - goOn: asked before every round.
  /// - Returns: how many of the rounds are left; none where nothing is to be gained or it is to stop.
  mutating func run(
    rounds: Int, patience: Int, enough: Int, goOn: (Solver.Answer) -> Bool
  ) -> Int {
    var round = 0
    var inVain = 0
    while round < rounds, best.points > enough, goOn(best) {
      guard inVain < patience else { return rounds - round }
      let before = best.points
      let parts = neighbourhoods(of: Tuning.Improving.sizes[round % Tuning.Improving.sizes.count])
      round += 1
      let found = parts.mapSideBySide { [prices] part in
        var solver = Solver(part.problem, effort: 1, prices: part.prices(prices))
        return solver.improved(part.current)
      }
      for (part, answer) in zip(parts, found) {
        guard let answer, answer.points <= part.current.points else { continue }
        best = part.apply(answer, to: best)
      }
      inVain = best.points < before ? 0 : inVain + 1
    }
    return 0
  }

  /// Disjoint ones, each around an engineer whose plan costs much more than the best reply.
  private mutating func neighbourhoods(of size: Int) -> [Neighbourhood] {
    let problem = market.problem
    let excess = self.excess()
    var free = Set(problem.engineers.indices)
    var parts: [Neighbourhood] = []
    for _ in 0..<Tuning.Improving.together where free.count > 1 {
      var chosen: [EngineerIndex] = []
      while chosen.count < size, let next = pick(free, excess, chosen) {
        chosen.append(next)
        free.remove(next)
      }
      parts.append(Neighbourhood(chosen.sorted(), of: best, in: problem))
    }
    return parts
  }

  /// Draws an engineer who may take over something of the chosen ones, the likelier the more their
  /// plan costs.
  private mutating func pick(
    _ free: Set<EngineerIndex>, _ excess: Table<EngineerIndex, Int>, _ chosen: [EngineerIndex]
  )
    -> EngineerIndex?
  {
    let able = market.problem.engineers.indices.filter { engineer in
      free.contains(engineer)
        && (chosen.isEmpty || chosen.contains { isRelated($0, engineer) })
    }
    guard !able.isEmpty else { return nil }
    let unit = market.scale.unitsPerPoint
    let weights = able.map { 1 + max(0, excess[$0]) / unit }
    var left = Int(random.next() % UInt64(weights.reduce(0, +)))
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return able[index] }
    }
    return able.last
  }

  private func isRelated(_ one: EngineerIndex, _ other: EngineerIndex) -> Bool {
    let planners = market.planners
    return planners[one].rotations.contains { planners[other].rotations.contains($0) }
      || market.problem.projects.contains {
        $0.candidates[one].mayOwn && $0.candidates[other].mayOwn
      }
  }

  /// What each plan costs at the prices beyond the best reply, in units.
  private func excess() -> Table<EngineerIndex, Int> {
    let problem = market.problem
    let shifts = problem.shifts(best.holders)
    return Table(problem.engineers.indices) { engineer in
      let points = problem.cost(engineer, shifts[engineer], best.owned[engineer])
      let paid = shifts[engineer].reduce(0) { $0 + Int(prices.shifts[$1]) }
      let offers = best.owned[engineer].reduce(paid) { $0 + Int(prices.projects[$1]) }
      return points * market.scale.unitsPerPoint - offers - bestReplies[engineer]
    }
  }
}
