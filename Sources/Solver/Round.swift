/// How long, and with which steps in points, prices are moved before the next search.
struct Round {
  let passes: Int
  let first: Double
  let last: Double
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

  /// A period of several years gets no more: its search would take longer than its prices.
  private static let mostMoves = 100_000
  /// A move of a local search takes about as long as so many cells of a table.
  private static let cellsPerMove = 1_000

  /// - Parameter isWarm: prices have settled for a similar problem.
  static func all(_ market: Market, effort: Int, isWarm: Bool) -> [Round] {
    let problem = market.problem
    let size = problem.engineers.count * problem.slots.all.count
    let usual = Int(5 * Double(size).squareRoot())
    let passes = min(usual, max(20, 800_000_000 * effort / market.cells))
    let nodes = min(30_000, passes * problem.engineers.count * 10)
    let many = problem.engineers.count > 16
    let slots = problem.open.count { $0 }
    let moves = many ? 0 : min(Round.mostMoves, 500 * slots)
    let startsLocally = moves > 0 && moves * cellsPerMove < passes * market.cells
    let first = Round(
      passes: passes, first: 80, last: 0.02, work: nodes,
      improvements: many ? 4 * problem.engineers.count : 0, moves: moves,
      startsLocally: startsLocally, isFirst: true, mayBranch: !startsLocally)
    // An exchange moves the prices of some engineers 20 times.
    let exchange = 2 * 20 * market.cells * 7 / max(7, problem.engineers.count)
    let exchanges = many ? Int.max : 1_000_000_000 * effort / exchange
    let second = Round(
      passes: passes, first: 4, last: 0.01, work: 2 * nodes,
      improvements: min(exchanges, max(100, 4 * problem.engineers.count)), moves: 8 * moves,
      starts: problem.projects.isEmpty ? 8 : 1,
      startsLocally: startsLocally && problem.projects.isEmpty,
      mayBranch: !(startsLocally && problem.projects.isEmpty))
    let again = Round(
      passes: passes / 4, first: 4, last: 0.1, work: nodes / 30, improvements: 0, moves: 0,
      mayBranch: false)
    return (isWarm ? [again] : []) + [first, second]
  }
}
