/// What the shifts up to a week come to, for everyone.
struct ShiftState {
  /// The count of shifts, and the week of the last one.
  var count: Table<EngineerIndex, Int>
  var last: Table<EngineerIndex, WeekIndex>
  /// All shifts, also those that are not told apart.
  var held: Table<EngineerIndex, Int>
  var heldOf: Grid<EngineerIndex, RotationIndex, Int>
  /// The least cost of the weeks to come.
  var worth: Table<EngineerIndex, Int>
  var holders: Table<Slot, EngineerIndex>
  /// Units that the weeks so far add to the bound.
  var excess = 0
}

/// The holders of one week, and what they add to the bound.
struct WeekMove {
  /// The engineer with the count after, or nil where nobody is needed.
  let taken: Table<RotationIndex, (engineer: EngineerIndex, count: Int)?>
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
  let tables: Table<EngineerIndex, [Int32]>
  let costs: Table<EngineerIndex, Grid<WeekIndex, DutyIndex, Int32>>
  /// nil where numbers are told apart.
  let surcharges: Table<EngineerIndex, Table<DutyIndex, Surcharge?>>

  var start: ShiftState {
    let planners = market.planners
    return ShiftState(
      count: planners.mapValues { _ in 0 }, last: planners.mapValues(\.lastBefore),
      held: planners.mapValues { _ in 0 },
      heldOf: Grid(repeating: 0, planners.indices, market.problem.rotations),
      worth: Table(planners.indices) { Int(planners[$0].best(tables[$0])) },
      holders: Table(repeating: .nobody, for: market.problem.slots.all))
  }

  /// What a state at the end adds to the bound beyond what was known on the way.
  func rest(_ state: ShiftState) -> Int {
    market.planners.indices.reduce(0) { sum, engineer in
      let rotations = market.planners[engineer].rotations
      return rotations.indices.reduce(sum) {
        $0 + (surcharges[engineer][$1]?.rest(state.heldOf[engineer, rotations[$1]]) ?? 0)
      }
    }
  }

  /// The state after a week.
  func state(_ state: ShiftState, week: WeekIndex, after move: WeekMove) -> ShiftState {
    var next = state
    next.excess += move.excess
    for rotation in move.taken.indices {
      guard let taken = move.taken[rotation] else { continue }
      next.count[taken.engineer] = taken.count
      next.last[taken.engineer] = week
      next.held[taken.engineer] += 1
      next.heldOf[taken.engineer, rotation] += 1
      next.holders[market.problem.slots[week, rotation]] = taken.engineer
    }
    for engineer in market.planners.indices {
      next.worth[engineer] = Int(
        market.planners[engineer].value(
          tables[engineer], week: week + 1, count: next.count[engineer],
          last: next.last[engineer]))
    }
    return next
  }

  /// All ways to fill a week that add at most `limit` to the bound, in the team file's order; nil
  /// where finding them takes too many steps, as with many rotations.
  func moves(_ state: ShiftState, week: WeekIndex, limit: Int) -> [WeekMove]? {
    let problem = market.problem
    let options = Options(self, state, week: week)
    var moves: [WeekMove] = []
    var steps = Tuning.Search.waysPerWeek
    var taken = Table<RotationIndex, (engineer: EngineerIndex, count: Int)?>(
      repeating: nil, for: problem.rotations)
    func fill(_ rotation: RotationIndex, bound: Int) {
      guard bound <= limit, steps > 0 else { return }
      steps -= 1
      guard rotation < problem.rotations.upperBound else {
        moves.append(WeekMove(taken: taken, excess: bound))
        return
      }
      let open = problem.open[problem.slots[week, rotation]]
      // Who has no shift yet can no longer take this rotation: the least of the rest counts.
      func rest(except engineer: EngineerIndex) -> Int {
        var change = 0
        for other in problem.engineers.indices
        where other != engineer && !taken.contains(where: { $0?.engineer == other }) {
          change += options.least[rotation + 1][other] - options.least[rotation][other]
        }
        return change
      }
      guard open else {
        fill(rotation + 1, bound: bound + rest(except: .nobody))
        return
      }
      let all = rest(except: .nobody)
      for engineer in problem.engineers.indices {
        guard let take = options.take[engineer, rotation],
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
    fill(
      problem.rotations.lowerBound,
      bound: options.least[problem.rotations.lowerBound].reduce(0, +))
    return steps > 0 ? moves : nil
  }

  struct Take {
    let excess: Int
    let count: Int
  }

  /// What each engineer's moves in a week add to the bound.
  struct Options {
    /// Holding it, with the count after; nil where that is forbidden.
    private(set) var take: Grid<EngineerIndex, RotationIndex, Take?>
    /// The cheapest of no shift and the rotations from one on; after the last one it is no shift.
    private(set) var least: Table<RotationIndex, Table<EngineerIndex, Int>>
    /// No shift.
    var idle: Table<EngineerIndex, Int> { least[least.endIndex - 1] }

    init(_ space: ShiftSpace, _ state: ShiftState, week: WeekIndex) {
      let problem = space.market.problem
      take = Grid(repeating: nil, problem.engineers.indices, problem.rotations)
      var cheapest = Table<EngineerIndex, Int>([])
      for engineer in problem.engineers.indices {
        let planner = space.market.planners[engineer]
        let table = space.tables[engineer]
        let last = state.last[engineer]
        let count = state.count[engineer]
        let aged = planner.value(table, week: week + 1, count: count, last: last)
        cheapest.append(Int(planner.idleCost(week)) + Int(aged) - state.worth[engineer])
        guard last + problem.least <= week,
          state.held[engineer] < problem.engineers[engineer].most
        else { continue }
        let chain = Int(planner.chainCost(from: last, to: week)) - state.worth[engineer]
        for duty in planner.rotations.indices {
          let rotation = planner.rotations[duty]
          let cost = space.costs[engineer][week, duty]
          guard cost < ShiftPlanner.forbidden,
            let step = planner.step(count, adding: duty, in: week)
          else { continue }
          let rest = planner.value(table, week: week + 1, count: step.count, last: week)
          let held = state.heldOf[engineer, rotation]
          let surcharge = space.surcharges[engineer][duty]?.ofOneMore(than: held) ?? 0
          take[engineer, rotation] = Take(
            excess: Int(cost) + Int(step.cost) + Int(rest) + chain + surcharge, count: step.count)
        }
      }
      var least = [cheapest]
      for rotation in problem.rotations.reversed() {
        for engineer in problem.engineers.indices {
          if let take = take[engineer, rotation] {
            cheapest[engineer] = min(cheapest[engineer], take.excess)
          }
        }
        least.append(cheapest)
      }
      self.least = Table(least.reversed())
    }
  }
}
