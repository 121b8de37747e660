/// One engineer's shifts as a shortest path over the weeks (dynamic programming).
///
/// A state is the number of shifts held so far by rotation and in unpopular weeks, as far as they
/// are told apart (a *count*), and the weeks since the last shift (a *lane*: distances from `least`
/// on, the last lane for all that cost nothing). The table holds, for every week and state, the least
/// cost of the weeks from there on. Costs are 32-bit whole numbers of `Scale` units; a forbidden path
/// costs `forbidden`.
/// (`Solver.docc`, "Relaxation". A class, for it is never changed and handed around all the time.)
final class ShiftPlanner: Sendable {
  let engineer: Int
  let weeks: Int
  let least: Int
  /// The rotations the engineer may ever hold here, as indices of the problem.
  let rotations: [Int]
  /// How many different counts there are.
  let counts: Int
  /// By unpopular or not, rotation (of `rotations`) and count: the count after one more shift, and
  /// what that costs by count (`forbidden` beyond a limit).
  let after: [Int32]
  let added: [Int32]
  /// What the number of shifts costs whoever holds nothing, in units, but for priced rotations;
  /// tables leave it out.
  let constant: Int
  /// By rotation (of `rotations`): units by number of shifts, where a multiplier stands for them.
  let priced: [[Int]?]
  /// By week: the cost of the weeks before it without a shift; `weeks + 1` of them.
  let idleBefore: [Int32]
  let idle: [Int32]
  let chain: SIMD8<Int32>
  let isUnpopular: [Bool]
  /// By week and rotation: the cost of holding the shift at no price.
  let base: [Int32]
  /// Whether a limit of shifts may be passed without being seen.
  let hidesLimit: Bool
  /// The week of the last shift before the period; `-least - lanes` for none or long ago.
  let lastBefore: Int

  static let forbidden: Int32 = 1 << 29
  /// A row is the lanes and a copy of the last, so that ageing is reading one further.
  static let row = Problem.lanes + 1

  init(
    _ problem: Problem, engineer: Int, scale: Scale, fair: FairStart, slack: Int, countLimit: Int
  ) {
    self.engineer = engineer
    weeks = problem.weeks
    least = problem.least
    isUnpopular = problem.isUnpopular
    let weeks = problem.weeks
    let tables = problem.engineers[engineer]
    let duties = (0..<problem.rotations).filter { rotation in
      (0..<weeks).contains { tables.allowed[problem.slot($0, rotation)] }
    }
    rotations = duties
    let held = (0..<weeks).map { week in
      duties.contains { tables.allowed[problem.slot(week, $0)] }
    }
    let layout = CountLayout(
      problem, engineer: engineer, rotations: duties, possible: held,
      fair: Array(
        fair.held[engineer * problem.rotations..<(engineer + 1) * problem.rotations]),
      slack: slack, limit: countLimit, slope: scale.tempered)
    counts = layout.count
    hidesLimit = layout.hidesLimit
    after = layout.after.map { max($0, 0) }
    added = zip(layout.after, layout.added).map {
      $0 < 0 ? ShiftPlanner.forbidden : scale.units($1)
    }
    constant = layout.constant * scale.unitsPerPoint
    priced = layout.priced.map { $0.map { $0.map { $0 * scale.unitsPerPoint } } }
    idle = tables.idlePoints.map { scale.units($0) }
    idleBefore = idle.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    var chain = SIMD8<Int32>(repeating: 0)
    for lane in 0..<Problem.lanes {
      chain[lane] = scale.units(tables.chainPoints[lane])
    }
    precondition(chain[Problem.lanes - 1] == 0, "the last lane is far enough apart")
    self.chain = chain
    base = (0..<weeks).flatMap { week in
      duties.map { rotation in
        let slot = problem.slot(week, rotation)
        return tables.allowed[slot]
          ? scale.units(tables.shiftPoints[slot]) : ShiftPlanner.forbidden
      }
    }
    let farthest = -problem.least - Problem.lanes
    lastBefore = max(farthest, tables.sinceLast.map { -$0 } ?? farthest)
  }

  /// The number of 32-bit numbers of a table.
  var tableSize: Int { (weeks + 1) * counts * ShiftPlanner.row }

  /// The count after a shift of a rotation (an index into `rotations`) in a week, and what it
  /// costs by count; nil where a limit forbids it.
  func step(_ count: Int, adding rotation: Int, in week: Int) -> Step? {
    let half = isUnpopular[week] ? rotations.count : 0
    let index = (half + rotation) * counts + count
    guard added[index] < ShiftPlanner.forbidden else { return nil }
    return Step(count: Int(after[index]), cost: added[index])
  }

  struct Step {
    let count: Int
    /// At the least: counts that are not told apart may cost more.
    let cost: Int32
  }

  /// Fills a table for given costs of the shifts (`base` less prices, plus links).
  ///
  /// O(weeks × counts × (lanes + rotations)).
  func fill(_ table: inout [Int32], costs: [Int32]) {
    let counts = self.counts
    let row = ShiftPlanner.row
    let duties = rotations.count
    unsafe table.withUnsafeMutableBufferPointer { table in
      unsafe costs.withUnsafeBufferPointer { costs in
        unsafe after.withUnsafeBufferPointer { after in
          unsafe added.withUnsafeBufferPointer { added in
            for index in weeks * counts * row..<(weeks + 1) * counts * row {
              unsafe table[index] = 0
            }
            var week = weeks - 1
            while week >= 0 {
              let half = isUnpopular[week] ? duties : 0
              // After a shift the engineer rests until `next`.
              let next = min(week + least, weeks)
              let resting = idleBefore[next] &- idleBefore[week + 1]
              let ageing = SIMD8<Int32>(repeating: idle[week])
              for count in 0..<counts {
                var best = ShiftPlanner.forbidden
                for duty in 0..<duties {
                  let step = (half &+ duty) &* counts &+ count
                  let then = Int(unsafe after[step])
                  let cost = unsafe costs[week &* duties &+ duty] &+ added[step]
                  let rest = unsafe table[(next &* counts &+ then) &* row]
                  best = min(best, cost &+ rest &+ resting)
                }
                let below = unsafe UnsafeRawPointer(
                  table.baseAddress! + ((week &+ 1) &* counts &+ count) &* row)
                let here = unsafe UnsafeMutableRawPointer(
                  table.baseAddress! + (week &* counts &+ count) &* row)
                let aged =
                  unsafe below.loadUnaligned(
                    fromByteOffset: 4, as: SIMD8<Int32>.self) &+ ageing
                let taken = chain &+ SIMD8(repeating: best)
                let value = pointwiseMin(
                  pointwiseMin(aged, taken), SIMD8(repeating: ShiftPlanner.forbidden))
                unsafe here.storeBytes(of: value, as: SIMD8<Int32>.self)
                unsafe here.storeBytes(of: value[7], toByteOffset: 32, as: Int32.self)
              }
              week -= 1
            }
          }
        }
      }
    }
  }

  /// The least cost of the weeks from `week` on, with so many shifts and the last one in `last`.
  func value(_ table: [Int32], week: Int, count: Int, last: Int) -> Int32 {
    let free = last + least
    if week >= free {
      let lane = min(week - free, Problem.lanes - 1)
      return table[(week * counts + count) * ShiftPlanner.row + lane]
    }
    let next = min(free, weeks)
    let rest = table[(next * counts + count) * ShiftPlanner.row]
    return min(ShiftPlanner.forbidden, rest + idleBefore[next] - idleBefore[week])
  }

  /// The least cost of the whole period, without `constant`.
  func best(_ table: [Int32]) -> Int32 {
    value(table, week: 0, count: 0, last: lastBefore)
  }

  /// The points of a distance, in units.
  func chainCost(from last: Int, to week: Int) -> Int32 {
    chain[min(max(week - last - least, 0), Problem.lanes - 1)]
  }

  /// A cheapest plan: the rotation (an index into `rotations`) held in each week with a shift.
  func plan(_ table: [Int32], costs: [Int32]) -> [(week: Int, rotation: Int)] {
    var plan: [(week: Int, rotation: Int)] = []
    var week = max(0, lastBefore + least)
    var last = lastBefore
    var count = 0
    while week < weeks {
      let worth = value(table, week: week, count: count, last: last)
      let idling = value(table, week: week + 1, count: count, last: last) + idle[week]
      if worth >= ShiftPlanner.forbidden || worth == idling {
        week += 1
        continue
      }
      var found = false
      for rotation in rotations.indices {
        guard let step = step(count, adding: rotation, in: week) else { continue }
        let cost =
          costs[week * rotations.count + rotation] + step.cost + chainCost(from: last, to: week)
          + value(table, week: week + 1, count: step.count, last: week)
        if cost == worth {
          plan.append((week, rotation))
          count = step.count
          last = week
          week = week + least
          found = true
          break
        }
      }
      precondition(found, "a table holds the value of one of its moves")
    }
    return plan
  }

  func idleCost(_ week: Int) -> Int32 { idle[week] }
}
