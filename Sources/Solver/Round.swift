/// How long, and with which steps, prices are moved before the next search.
struct Round {
  let passes: Int
  let steps: Tuning.Steps
  /// Nodes that the search after it may visit.
  let work: Int
  /// How often a few engineers exchange what they have, and after how many exchanges in vain they
  /// start from another rota.
  let improvements: Int
  let patience: Int
  /// Moves of each of its local searches.
  let searches: [Int]
  /// Prices have not settled before: a small gap is closed by the next round.
  var isFirst = false
  /// Whether branches close more of what it leaves open than another round does: not where prices are
  /// not settled well enough, or longer local searches are to come.
  let mayBranch: Bool

  /// Local searches before any prices move, by their moves, and the rounds after them.
  ///
  /// - Parameters:
  ///   - isWarm: prices have settled for a similar problem.
  ///   - isShort: without exchanges; and where prices have settled, without the rounds for those that
  ///     have not.
  static func all(_ market: Market, effort: Int, isWarm: Bool, isShort: Bool)
    -> (opening: [Int], rounds: [Round])
  {
    typealias Improving = Tuning.Improving
    let problem = market.problem
    let engineers = problem.engineers.count
    let magnitude = market.fair.magnitude
    let passes = passes(market, effort: effort)
    let nodes = min(Tuning.Search.nodes, passes * engineers * Tuning.Search.nodesPerPass)
    let patience =
      problem.isLarge
      ? (engineers + 2 * problem.projects.count) / Improving.partOfPatience : .max
    let many = engineers > Improving.manyEngineers
    let local = LocalSearches(problem, asLong: passes * market.cells / Improving.cellsPerMove)
    let first = Round(
      passes: passes, steps: Tuning.Prices.firstSteps * magnitude, work: nodes,
      improvements: many && !isShort ? Improving.exchangesPerEngineer * engineers : 0,
      patience: patience,
      searches: local.first,
      isFirst: true,
      mayBranch: !problem.countsMayDecide && local.opening.isEmpty)
    // Of an exchange, by its share of all engineers' cells.
    let cells =
      Improving.together * Improving.passes * market.cells * Improving.meanSize
      / max(Improving.meanSize, engineers)
    let exchanges = many ? Int.max : Improving.cells * effort / cells
    let second = Round(
      passes: passes, steps: Tuning.Prices.secondSteps * magnitude, work: 2 * nodes,
      improvements: isShort
        ? 0
        : min(
          exchanges, max(Improving.exchanges, Improving.exchangesPerEngineer * engineers)),
      patience: patience, searches: local.second, mayBranch: true)
    let again = Round(
      passes: passes / Tuning.Prices.warmPasses, steps: Tuning.Prices.warmSteps * magnitude,
      work: nodes / Tuning.Prices.warmNodes, improvements: 0, patience: 0, searches: [],
      mayBranch: false)
    return (
      local.opening, (isWarm ? [again] : []) + (isWarm && isShort ? [] : [first, second])
    )
  }

  /// Of a round from nothing.
  static func passes(_ market: Market, effort: Int) -> Int {
    let problem = market.problem
    let size = Double(problem.engineers.count * problem.slots.all.count)
    return min(
      Int(Tuning.Prices.passesPerRoot * size.squareRoot()),
      max(Tuning.Prices.fewestPasses, Tuning.Prices.cells * effort / market.cells))
  }
}
