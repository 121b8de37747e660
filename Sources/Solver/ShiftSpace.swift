/// What the shifts up to a week come to, for everyone.
struct ShiftState {
  /// By engineer: the count of shifts, and the week of the last one.
  var count: [Int]
  var last: [Int]
  /// By engineer: all shifts, also those that are not told apart.
  var held: [Int]
  /// By engineer and rotation of the problem: the shifts held of it.
  var heldOf: [Int]
  /// By engineer: the least cost of the weeks to come.
  var worth: [Int]
  /// By week and rotation: the engineer, or −1.
  var holders: [Int]
  /// Units that the weeks so far add to the bound.
  var excess = 0
}

/// The holders of one week, and what they add to the bound.
struct WeekMove {
  /// By rotation: the engineer with the count after, or nil where nobody is needed.
  let taken: [(engineer: Int, count: Int)?]
  /// At the least: counts that are not told apart may cost more.
  let excess: Int
}

/// What a priced number of shifts costs beyond its multiplier, as it becomes known shift by shift.
struct Surcharge {
  /// By number held so far: the least of it, and the whole of it where no shift follows.
  private let least: [Int]
  private let whole: [Int]

  /// - Parameter reduced: by number of shifts, its cost less what the multiplier charges.
  init(_ reduced: [Int]) {
    let floor = reduced.min() ?? 0
    whole = reduced.map { $0 - floor }
    var least = whole
    for held in least.indices.dropLast().reversed() {
      least[held] = min(least[held], least[held + 1])
    }
    self.least = least
  }

  func ofOneMore(than held: Int) -> Int { least[held + 1] - least[held] }

  /// What it adds at the end to what was known of it.
  func rest(_ held: Int) -> Int { whole[held] - least[held] }
}

/// The shifts of everyone, their projects given, at fixed prices: how a week can be filled.
struct ShiftSpace {
  let market: Market
  /// By engineer.
  let tables: [[Int32]]
  let costs: [[Int32]]
  /// By engineer and rotation (of the planner's); nil where numbers are told apart.
  let surcharges: [[Surcharge?]]

  var start: ShiftState {
    let planners = market.planners
    return ShiftState(
      count: planners.map { _ in 0 }, last: planners.map(\.lastBefore),
      held: planners.map { _ in 0 },
      heldOf: Array(repeating: 0, count: planners.count * market.problem.rotations),
      worth: planners.indices.map { Int(planners[$0].best(tables[$0])) },
      holders: Array(repeating: -1, count: market.problem.weeks * market.problem.rotations))
  }

  /// What a state at the end adds to the bound beyond what was known on the way.
  func rest(_ state: ShiftState) -> Int {
    let rotations = market.problem.rotations
    return market.planners.indices.reduce(0) { sum, engineer in
      market.planners[engineer].rotations.enumerated().reduce(sum) {
        $0
          + (surcharges[engineer][$1.offset]?.rest(
            state.heldOf[engineer * rotations + $1.element]) ?? 0)
      }
    }
  }

  /// The state after a week.
  func state(_ state: ShiftState, week: Int, after move: WeekMove) -> ShiftState {
    var next = state
    next.excess += move.excess
    for (rotation, taken) in move.taken.enumerated() {
      guard let taken else { continue }
      next.count[taken.engineer] = taken.count
      next.last[taken.engineer] = week
      next.held[taken.engineer] += 1
      next.heldOf[taken.engineer * market.problem.rotations + rotation] += 1
      next.holders[market.problem.slot(week, rotation)] = taken.engineer
    }
    for (engineer, planner) in market.planners.enumerated() {
      next.worth[engineer] = Int(
        planner.value(
          tables[engineer], week: week + 1, count: next.count[engineer],
          last: next.last[engineer]))
    }
    return next
  }

  /// All ways to fill a week that add at most `limit` to the bound, in the team file's order; nil
  /// where finding them takes too many steps, as with many rotations.
  func moves(_ state: ShiftState, week: Int, limit: Int) -> [WeekMove]? {
    let problem = market.problem
    let options = Options(self, state, week: week)
    var moves: [WeekMove] = []
    var steps = 20_000
    var taken = [(engineer: Int, count: Int)?](repeating: nil, count: problem.rotations)
    func fill(_ rotation: Int, bound: Int) {
      guard bound <= limit, steps > 0 else { return }
      steps -= 1
      guard rotation < problem.rotations else {
        moves.append(WeekMove(taken: taken, excess: bound))
        return
      }
      let open = problem.open[problem.slot(week, rotation)]
      // Who has no shift yet can no longer take this rotation: the least of the rest counts.
      func rest(except engineer: Int) -> Int {
        var change = 0
        for other in problem.engineers.indices
        where other != engineer && !taken.contains(where: { $0?.engineer == other }) {
          change += options.least[rotation + 1][other] - options.least[rotation][other]
        }
        return change
      }
      guard open else {
        fill(rotation + 1, bound: bound + rest(except: -1))
        return
      }
      let all = rest(except: -1)
      for engineer in problem.engineers.indices {
        guard let take = options.take[engineer * problem.rotations + rotation],
          !taken.contains(where: { $0?.engineer == engineer })
        else { continue }
        let own = options.least[rotation + 1][engineer] - options.least[rotation][engineer]
        taken[rotation] = (engineer, take.count)
        fill(
          rotation + 1,
          bound: bound + all - own + take.excess - options.least[rotation][engineer])
        taken[rotation] = nil
      }
    }
    fill(0, bound: options.least[0].reduce(0, +))
    return steps > 0 ? moves : nil
  }

  struct Take {
    let excess: Int
    let count: Int
  }

  /// What each engineer's moves in a week add to the bound.
  struct Options {
    /// By engineer and rotation: holding it, with the count after; nil where that is forbidden.
    private(set) var take: [Take?]
    /// By rotation and engineer: the cheapest of no shift and the rotations from there on; for
    /// `rotations` it is no shift.
    private(set) var least: [[Int]]

    init(_ space: ShiftSpace, _ state: ShiftState, week: Int) {
      let problem = space.market.problem
      take = Array(repeating: nil, count: problem.engineers.count * problem.rotations)
      var cheapest: [Int] = []
      for (engineer, planner) in space.market.planners.enumerated() {
        let table = space.tables[engineer]
        let last = state.last[engineer]
        let count = state.count[engineer]
        let aged = planner.value(table, week: week + 1, count: count, last: last)
        cheapest.append(Int(planner.idleCost(week)) + Int(aged) - state.worth[engineer])
        guard last + problem.least <= week, state.held[engineer] < problem.engineers[engineer].most
        else {
          continue
        }
        let chain = Int(planner.chainCost(from: last, to: week)) - state.worth[engineer]
        for (index, rotation) in planner.rotations.enumerated() {
          let cost = space.costs[engineer][week * planner.rotations.count + index]
          guard cost < ShiftPlanner.forbidden,
            let step = planner.step(count, adding: index, in: week)
          else { continue }
          let rest = planner.value(table, week: week + 1, count: step.count, last: week)
          let held = state.heldOf[engineer * problem.rotations + rotation]
          let surcharge = space.surcharges[engineer][index]?.ofOneMore(than: held) ?? 0
          take[engineer * problem.rotations + rotation] = Take(
            excess: Int(cost) + Int(step.cost) + Int(rest) + chain + surcharge, count: step.count)
        }
      }
      least = [cheapest]
      for rotation in (0..<problem.rotations).reversed() {
        for engineer in problem.engineers.indices {
          if let take = take[engineer * problem.rotations + rotation] {
            cheapest[engineer] = min(cheapest[engineer], take.excess)
          }
        }
        least.append(cheapest)
      }
      least.reverse()
    }
  }
}
