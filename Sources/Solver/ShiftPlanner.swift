/// One engineer's shifts as a shortest path over the weeks (dynamic programming).
///
/// A state is the number of shifts held so far by rotation and in unpopular weeks, as far as they
/// are told apart (a *count*), and the weeks since the last shift (a *lane*: distances from `least`
/// on, the last lane for all that cost nothing). The table holds, for every week and state, the least
/// cost of the weeks from there on. Costs are 32-bit whole numbers of `Scale` units; a forbidden path
/// costs `forbidden`.
/// (`Solver.docc`, "Relaxation". A class, for it is never changed and handed around all the time.)
final class ShiftPlanner: Sendable {
  let engineer: EngineerIndex
  let weeks: Range<WeekIndex>
  let least: Int
  /// The rotations the engineer may ever hold here.
  let rotations: Table<DutyIndex, RotationIndex>
  /// How many different counts there are.
  let counts: Int
  /// By unpopular or not, duty and count: the count after one more shift, and
  /// what that costs by count (`forbidden` beyond a limit).
  let after: [Int32]
  let added: [Int32]
  /// What the number of shifts costs whoever holds nothing, in units, but for priced rotations;
  /// tables leave it out.
  let constant: Int
  /// Units by number of shifts, where a multiplier stands for them.
  let priced: Table<DutyIndex, [Int]?>
  /// The cost of the weeks before a week without a shift; also of all of them.
  let idleBefore: Table<WeekIndex, Int32>
  let idle: Table<WeekIndex, Int32>
  let chain: Lanes
  let isUnpopular: Table<WeekIndex, Bool>
  /// The cost of holding a shift at no price.
  let base: Grid<WeekIndex, DutyIndex, Int32>
  /// Whether a limit of shifts may be passed without being seen.
  let hidesLimit: Bool
  /// The week of the last shift before the period; `-least - lanes` for none or long ago.
  let lastBefore: WeekIndex

  /// The costs of a state, lane by lane.
  typealias Lanes = SIMD8<Int32>

  static let forbidden: Int32 = 1 << 29
  /// A row is the lanes and a copy of the last, so that ageing is reading one further.
  static let row = Problem.lanes + 1

  init(
    _ problem: Problem, engineer: EngineerIndex, scale: Scale, fair: FairStart, slack: Int,
    countLimit: Int
  ) {
    self.engineer = engineer
    weeks = problem.weeks
    least = problem.least
    isUnpopular = problem.isUnpopular
    let weeks = problem.weeks
    let tables = problem.engineers[engineer]
    let duties = Table<DutyIndex, RotationIndex>(
      problem.rotations.filter { rotation in
        weeks.contains { tables.allowed[problem.slots[$0, rotation]] }
      })
    rotations = duties
    let held = Table(weeks) { week in problem.slots[week].contains { tables.allowed[$0] } }
    let layout = CountLayout(
      problem, engineer: engineer, rotations: duties, possible: held, fair: fair, slack: slack,
      limit: countLimit, slope: scale.tempered)
    counts = layout.count
    hidesLimit = layout.hidesLimit
    after = layout.after.map { max($0, 0) }
    added = zip(layout.after, layout.added).map {
      $0 < 0 ? ShiftPlanner.forbidden : scale.units($1)
    }
    constant = layout.constant * scale.unitsPerPoint
    priced = layout.priced.mapValues { $0.map { $0.map { $0 * scale.unitsPerPoint } } }
    idle = tables.idlePoints.mapValues { scale.units($0) }
    idleBefore = Table(idle.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) })
    chain = Lanes(tables.chainPoints.map { scale.units($0) })
    precondition(chain[Problem.lanes - 1] == 0, "the last lane is far enough apart")
    var base = Grid(repeating: ShiftPlanner.forbidden, weeks, duties.indices)
    for week in weeks {
      for duty in duties.indices {
        let slot = problem.slots[week, duties[duty]]
        if tables.allowed[slot] { base[week, duty] = scale.units(tables.shiftPoints[slot]) }
      }
    }
    self.base = base
    let farthest = WeekIndex(-problem.least - Problem.lanes)
    lastBefore = max(tables.lastBefore ?? farthest, farthest)
  }

  /// The number of 32-bit numbers of a table.
  var tableSize: Int { (weeks.count + 1) * counts * ShiftPlanner.row }

  /// The count after a shift in a week, and what it costs by count; nil where a limit forbids it.
  func step(_ count: Int, adding duty: DutyIndex, in week: WeekIndex) -> Step? {
    let half = isUnpopular[week] ? rotations.count : 0
    let index = (half + duty.number) * counts + count
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
  func fill(_ table: inout [Int32], costs: Grid<WeekIndex, DutyIndex, Int32>) {
    let counts = self.counts
    let weeks = self.weeks.count
    let row = ShiftPlanner.row
    let duties = rotations.count
    unsafe table.withUnsafeMutableBufferPointer { table in
      unsafe costs.values.withUnsafeBufferPointer { costs in
        unsafe after.withUnsafeBufferPointer { after in
          unsafe added.withUnsafeBufferPointer { added in
            for index in weeks * counts * row..<(weeks + 1) * counts * row {
              unsafe table[index] = 0
            }
            var week = weeks - 1
            while week >= 0 {
              let half = isUnpopular.values[week] ? duties : 0
              // After a shift the engineer rests until `next`.
              let next = min(week + least, weeks)
              let resting = idleBefore.values[next] &- idleBefore.values[week + 1]
              let ageing = Lanes(repeating: idle.values[week])
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
                    fromByteOffset: MemoryLayout<Int32>.stride, as: Lanes.self) &+ ageing
                let taken = chain &+ Lanes(repeating: best)
                let value = pointwiseMin(
                  pointwiseMin(aged, taken), Lanes(repeating: ShiftPlanner.forbidden))
                unsafe here.storeBytes(of: value, as: Lanes.self)
                unsafe here.storeBytes(
                  of: value[Problem.lanes - 1], toByteOffset: MemoryLayout<Lanes>.size,
                  as: Int32.self)
              }
              week -= 1
            }
          }
        }
      }
    }
  }

  /// The least cost of the weeks from `week` on, with so many shifts and the last one in `last`.
  func value(_ table: [Int32], week: WeekIndex, count: Int, last: WeekIndex) -> Int32 {
    let free = last + least
    if week >= free {
      let lane = min(week - free, Problem.lanes - 1)
      return table[(week.number * counts + count) * ShiftPlanner.row + lane]
    }
    let next = min(free, weeks.upperBound)
    let rest = table[(next.number * counts + count) * ShiftPlanner.row]
    return min(ShiftPlanner.forbidden, rest + idleBefore[next] - idleBefore[week])
  }

  /// The least cost of the whole period, without `constant`.
  func best(_ table: [Int32]) -> Int32 {
    value(table, week: weeks.lowerBound, count: 0, last: lastBefore)
  }

  /// The points of a distance, in units.
  func chainCost(from last: WeekIndex, to week: WeekIndex) -> Int32 {
    chain[min(max(week - last - least, 0), Problem.lanes - 1)]
  }

  /// A cheapest plan: what is held in each week with a shift.
  func plan(_ table: [Int32], costs: Grid<WeekIndex, DutyIndex, Int32>)
    -> [(week: WeekIndex, duty: DutyIndex)]
  {
    var plan: [(week: WeekIndex, duty: DutyIndex)] = []
    var week = max(weeks.lowerBound, lastBefore + least)
    var last = lastBefore
    var count = 0
    while week < weeks.upperBound {
      let worth = value(table, week: week, count: count, last: last)
      let idling = value(table, week: week + 1, count: count, last: last) + idle[week]
      if worth >= ShiftPlanner.forbidden || worth == idling {
        week = week + 1
        continue
      }
      var found = false
      for duty in rotations.indices {
        guard let step = step(count, adding: duty, in: week) else { continue }
        let cost =
          costs[week, duty] + step.cost + chainCost(from: last, to: week)
          + value(table, week: week + 1, count: step.count, last: week)
        if cost == worth {
          plan.append((week, duty))
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

  func idleCost(_ week: WeekIndex) -> Int32 { idle[week] }
}
