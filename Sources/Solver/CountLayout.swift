/// The counts of an engineer's shifts (by rotation, and in unpopular weeks) that are told apart,
/// numbered from 0, which is none held.
///
/// A count stops at a cap: shifts beyond it cost what the first one beyond does. The tables are
/// convex, so that is never more than they cost: what is planned by them is a lower bound.
struct CountLayout {
  let count: Int
  /// By unpopular or not, duty and count: the count after one more shift, or −1.
  private(set) var after: [Int32] = []
  /// What that shift adds to the points by count.
  private(set) var added: [Int] = []
  /// Points of holding nothing, but for rotations that are priced.
  let constant: Int
  /// The table of points by number of shifts where they are not told apart but priced
  /// by a multiplier; nil where they are.
  let priced: Table<DutyIndex, [Int]?>
  /// Whether a limit of shifts may be passed without being seen.
  let hidesLimit: Bool

  /// - Parameters:
  ///   - possible: whether the engineer may hold a shift at all.
  ///   - fair: about how many shifts the engineer will hold.
  ///   - slack: how far beyond that shifts are told apart.
  ///   - limit: about how many counts there may be; rotations are left uncounted to keep it.
  ///   - slope: cuts a convex table to slopes that 32 bits hold.
  init(
    _ problem: Problem, engineer: EngineerIndex, rotations: Table<DutyIndex, RotationIndex>,
    possible: Table<WeekIndex, Bool>, fair: FairStart, slack: Int, limit: Int,
    slope: ([Int]) -> [Int]
  ) {
    let weeks = possible.indices
    let tables = problem.engineers[engineer]
    let most = CountLayout.mostShifts(possible, least: problem.least, limit: tables.most)
    let isLimited =
      most < CountLayout.mostShifts(possible, least: problem.least, limit: problem.weeks.count)
    let unpopular = CountLayout.mostShifts(
      Table(weeks) { possible[$0] && problem.isUnpopular[$0] }, least: problem.least, limit: most)
    var tallies = [
      Tally(
        slope(Array(tables.unpopularPoints.prefix(unpopular + 1))), fair: 0,
        slack: slack)
    ]
    tallies += rotations.map { rotation in
      let able = Table(weeks) { tables.allowed[problem.slots[$0, rotation]] }
      let points = tables.countPoints[rotation]
      let mostHere = CountLayout.mostShifts(able, least: problem.least, limit: most)
      return Tally(
        slope(Array(points.prefix(mostHere + 1))), fair: fair.held[engineer, rotation], slack: slack
      )
    }
    // The last rotations are left uncounted first.
    func size() -> Int { tallies.reduce(1) { min($0 * ($1.cap + 1), 1 << 30) } }
    var index = tallies.count
    while index > 0, size() > limit {
      index -= 1
      tallies[index].stopCounting(isPriced: index > 0)
    }
    // A limit is counted on its own, where that leaves the tables small.
    let rows = (most + 1) * size() * problem.weeks.count
    let total = isLimited && rows <= Tuning.Tables.rowsWithLimit ? most : nil
    hidesLimit = isLimited && total == nil
    priced = Table(tallies.dropFirst().map(\.priced))
    // All tuples (all shifts, unpopular, held by rotation…).
    var tuples: [[Int]] = (0...(total ?? 0)).map { [$0] }
    for tally in tallies {
      tuples = tuples.flatMap { tuple in (0...tally.cap).map { tuple + [$0] } }
    }
    tuples.removeAll { tuple in
      let sum = tuple[2...].reduce(0, +)
      let hides = zip(tuple[2...], tallies[1...]).contains { $0 == $1.cap }
      if let total {
        return sum > total || tuple[0] < sum || !hides && tuple[0] > sum || tuple[1] > tuple[0]
      }
      return !hides && tuple[1] > sum
    }
    let numbers = Dictionary(uniqueKeysWithValues: tuples.enumerated().map { ($1, Int32($0)) })
    count = tuples.count
    let other = problem.rotations.filter { !rotations.contains($0) }
    constant =
      tallies.reduce(0) { $0 + $1.constant }
      + other.reduce(0) { $0 + tables.countPoints[$1][0] }
    for isUnpopular in [false, true] {
      for duty in rotations.indices {
        for tuple in tuples {
          var next = tuple
          var points = 0
          for index in isUnpopular ? [0, duty.number + 1] : [duty.number + 1] {
            let step = tallies[index].step(from: tuple[index + 1])
            next[index + 1] = step.count
            points += step.points
          }
          if total != nil { next[0] += 1 }
          after.append(numbers[next] ?? -1)
          added.append(points)
        }
      }
    }
  }

  /// How many shifts fit into the possible weeks, `least` weeks apart.
  private static func mostShifts(_ possible: Table<WeekIndex, Bool>, least: Int, limit: Int) -> Int
  {
    var shifts = 0
    var week = possible.startIndex
    while week < possible.endIndex, shifts < limit {
      if possible[week] {
        shifts += 1
        week = week + least
      } else {
        week = week + 1
      }
    }
    return shifts
  }
}

/// One thing that is counted, with its convex table of points by count.
private struct Tally {
  private let points: [Int]
  private let usual: Int
  /// The highest count told apart.
  private(set) var cap: Int
  private(set) var constant: Int
  /// The table, where a multiplier stands for it.
  private(set) var priced: [Int]?
  /// What every shift costs at the cap.
  private var slope = 0

  init(_ points: [Int], fair: Int, slack: Int) {
    self.points = points
    constant = points[0]
    usual = max(fair, Tally.cheapest(self.points))
    cap = min(usual + slack, points.count - 1)
    // Where every further shift costs the same, nothing needs to be told apart.
    while cap > 0, isLinear(from: cap - 1) { cap -= 1 }
    setSlope()
  }

  /// Leaves one count: priced by a multiplier, or at which every shift costs what one costs around
  /// the cheapest count.
  mutating func stopCounting(isPriced: Bool) {
    guard cap > 0 else { return }
    let usual = min(usual, points.count - 2)
    cap = 0
    if isPriced {
      priced = points
      slope = 0
      constant = 0
      return
    }
    slope = points[usual + 1] - points[usual]
    constant = points[usual] - usual * slope
  }

  func step(from count: Int) -> (count: Int, points: Int) {
    if count < cap { return (count + 1, points[count + 1] - points[count]) }
    // The first shift beyond the cap costs just this much; one more may cost more.
    return (count, slope)
  }

  private mutating func setSlope() {
    slope = cap + 1 < points.count ? points[cap + 1] - points[cap] : 0
  }

  private func isLinear(from count: Int) -> Bool {
    guard count + 1 < points.count else { return true }
    let slope = points[count + 1] - points[count]
    return (count + 1..<points.count).dropLast().allSatisfy {
      points[$0 + 1] - points[$0] == slope
    }
  }

  private static func cheapest(_ points: [Int]) -> Int {
    points.indices.min { (points[$0], $0) < (points[$1], $1) } ?? 0
  }
}
