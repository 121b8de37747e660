/// The counts of an engineer's shifts (by rotation, and in unpopular weeks) numbered from 0,
/// which is none held.
struct CountLayout {
  let count: Int
  /// By unpopular or not, rotation and count: the count after one more shift, or −1.
  let after: [Int32]
  private let tuples: [[Int]]

  /// nil where there would be more than `limit`.
  ///
  /// - Parameter possible: by week, whether the engineer may hold a shift at all.
  init?(
    _ problem: Problem, engineer: Int, rotations: [Int], possible: [Bool], limit: Int
  ) {
    let most = CountLayout.mostShifts(
      possible, least: problem.least, limit: problem.most[engineer])
    let unpopularWeeks = possible.indices.map { possible[$0] && problem.isUnpopular[$0] }
    let mostUnpopular = CountLayout.mostShifts(unpopularWeeks, least: problem.least, limit: most)
    // So many ways there are to share out at most `most` shifts among the rotations.
    var size = mostUnpopular + 1
    for rotation in rotations.indices {
      size = size * (most + rotation + 1) / (rotation + 1)
      guard size <= 1_000_000_000 else { return nil }
    }
    guard size <= limit else { return nil }
    // All tuples (unpopular, held by rotation…) whose shifts sum up to at most `most`.
    var found: [[Int]] = []
    func extend(_ tuple: [Int], left: Int) {
      guard tuple.count <= rotations.count else {
        found.append(tuple)
        return
      }
      for held in 0...left { extend(tuple + [held], left: left - held) }
    }
    for unpopular in 0...mostUnpopular { extend([unpopular], left: most) }
    let tuples = found.filter { $0[0] <= $0.dropFirst().reduce(0, +) }
    let numbers = Dictionary(
      uniqueKeysWithValues: tuples.enumerated().map { ($1, Int32($0)) })
    self.tuples = tuples
    count = tuples.count
    after = [false, true].flatMap { unpopular in
      rotations.indices.flatMap { rotation in
        tuples.map { tuple in
          var next = tuple
          next[rotation + 1] += 1
          if unpopular { next[0] += 1 }
          return numbers[next] ?? -1
        }
      }
    }
  }

  func unpopular(_ count: Int) -> Int { tuples[count][0] }
  func held(_ count: Int, _ rotation: Int) -> Int { tuples[count][rotation + 1] }

  /// How many shifts fit into the possible weeks, `least` weeks apart.
  private static func mostShifts(_ possible: [Bool], least: Int, limit: Int) -> Int {
    var shifts = 0
    var week = 0
    while week < possible.count, shifts < limit {
      if possible[week] {
        shifts += 1
        week += least
      } else {
        week += 1
      }
    }
    return shifts
  }
}
