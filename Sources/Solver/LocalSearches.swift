/// The local searches of the rounds, each by its moves; none where engineers are many.
struct LocalSearches {
  /// Before any prices move.
  private(set) var opening: [Int] = []
  private(set) var first: [Int] = []
  private(set) var second: [Int] = []

  /// - Parameter asLong: moves that take about as long as the prices of a round.
  init(_ problem: Problem, asLong: Int) {
    typealias Improving = Tuning.Improving
    guard problem.engineers.count <= Improving.manyEngineers else { return }
    let slots = problem.open.count { $0 }
    let moves = min(Improving.moves, Improving.movesPerShift * slots)
    let most = Improving.secondMoves * moves
    guard problem.countsMayDecide else {
      // Where tables are large, small moves are tried before prices are moved.
      if moves > 0, moves < asLong { opening = [moves] } else { first = [moves] }
      second = [most]
      return
    }
    let all = LocalSearches.doubling(upTo: most)
    opening = Array(
      all.prefix { $0 == Improving.fewestMoves || $0 * Improving.openingPart < asLong })
    first = Array(all.dropFirst(opening.count).prefix(Improving.searchesOfFirst))
    second = Array(all.dropFirst(opening.count + first.count))
  }

  /// A few moves, then twice as many: nobody knows how many it takes, and all searches before the one
  /// that succeeds are no more than as many moves again.
  private static func doubling(upTo most: Int) -> [Int] {
    var searches: [Int] = []
    var moves = Tuning.Improving.fewestMoves
    while moves <= most {
      searches += Array(repeating: moves, count: Tuning.Improving.together)
      moves *= 2
    }
    return searches
  }
}

extension Problem {
  /// Whether little but how many shifts of which rotation everybody holds may make the bound.
  var countsMayDecide: Bool { projects.isEmpty && rotations.count > 1 }
}
