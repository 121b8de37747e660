/// How long, and with which steps, prices are moved before the next search.
struct Round {
  let passes: Int
  let steps: Tuning.Steps
  /// Nodes that the search after it may visit.
  let work: Int
  /// How often a few engineers exchange what they have.
  let improvements: Int
  /// Moves of a local search, and how often it starts anew.
  let moves: Int
  var starts = 1
  /// Whether its local search comes before the prices move.
  var startsLocally = false
  /// Prices have not settled before: a small gap is closed by the next round.
  var isFirst = false
  /// Whether prices are settled well enough after it to branch.
  let mayBranch: Bool

  /// - Parameter isWarm: prices have settled for a similar problem.
  static func all(_ market: Market, effort: Int, isWarm: Bool) -> [Round] {
    typealias Improving = Tuning.Improving
    let problem = market.problem
    let engineers = problem.engineers.count
    let size = Double(engineers * problem.slots.all.count)
    let passes = min(
      Int(Tuning.Prices.passesPerRoot * size.squareRoot()),
      max(Tuning.Prices.fewestPasses, Tuning.Prices.cells * effort / market.cells))
    let nodes = min(Tuning.Search.nodes, passes * engineers * Tuning.Search.nodesPerPass)
    let many = engineers > Improving.manyEngineers
    let slots = problem.open.count { $0 }
    let moves = many ? 0 : min(Improving.moves, Improving.movesPerShift * slots)
    let startsLocally = moves > 0 && moves * Improving.cellsPerMove < passes * market.cells
    let first = Round(
      passes: passes, steps: Tuning.Prices.firstSteps, work: nodes,
      improvements: many ? Improving.exchangesPerEngineer * engineers : 0, moves: moves,
      startsLocally: startsLocally, isFirst: true, mayBranch: !startsLocally)
    // Of an exchange, by its share of all engineers' cells.
    let cells =
      Improving.together * Improving.passes * market.cells * Improving.meanSize
      / max(Improving.meanSize, engineers)
    let exchanges = many ? Int.max : Improving.cells * effort / cells
    let second = Round(
      passes: passes, steps: Tuning.Prices.secondSteps, work: 2 * nodes,
      improvements: min(
        exchanges, max(Improving.exchanges, Improving.exchangesPerEngineer * engineers)),
      moves: Improving.secondMoves * moves,
      starts: problem.projects.isEmpty ? Improving.secondStarts : 1,
      startsLocally: startsLocally && problem.projects.isEmpty,
      mayBranch: !(startsLocally && problem.projects.isEmpty))
    let again = Round(
      passes: passes / Tuning.Prices.warmPasses, steps: Tuning.Prices.warmSteps,
      work: nodes / Tuning.Prices.warmNodes, improvements: 0, moves: 0, mayBranch: false)
    return (isWarm ? [again] : []) + [first, second]
  }
}
