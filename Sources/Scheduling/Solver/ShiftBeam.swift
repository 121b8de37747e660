/// Keeps the most promising states of each week and drops the rest: a good rota without a proof.
struct ShiftBeam {
  private let space: ShiftSpace
  private let width: Int

  init(_ space: ShiftSpace, width: Int) {
    self.space = space
    self.width = width
  }

  /// A rota that adds at most `limit` to the bound, or nil where none was found.
  func run(limit: Int) -> ShiftState? {
    var states = [space.start]
    for week in 0..<space.market.problem.weeks {
      var next: [Failures.Key: ShiftState] = [:]
      var keys: [Failures.Key] = []
      for state in states {
        guard let moves = space.moves(state, week: week, limit: limit - state.excess) else {
          return nil
        }
        for move in moves.sorted(by: { $0.excess < $1.excess }).prefix(width) {
          let after = space.state(state, week: week, after: move)
          let key = Failures.Key(after, week: week + 1, least: space.market.problem.least)
          if let known = next[key] {
            if after.excess < known.excess { next[key] = after }
          } else {
            next[key] = after
            keys.append(key)
          }
        }
      }
      states = keys.compactMap { next[$0] }.sorted { $0.excess < $1.excess }
      states.removeLast(max(0, states.count - width))
    }
    return states.first
  }
}
