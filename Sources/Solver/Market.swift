/// Everyone's planners, of shifts and of projects.
struct Market: Sendable {
  let problem: Problem
  let scale: Scale
  let fair: FairStart
  let planners: Table<EngineerIndex, ShiftPlanner>
  let owners: Table<EngineerIndex, OwnerPlanner>

  /// - Parameters:
  ///   - slack: how many shifts more than is fair are told apart, at least 1.
  ///   - countLimit: how many counts there may be for each shift of slack; nil for as many as the
  ///     team's size allows.
  init(_ problem: Problem, slack: Int, countLimit: Int? = nil) {
    self.problem = problem
    let scale = Scale(problem)
    self.scale = scale
    let fair = FairStart(problem)
    self.fair = fair
    let rows = problem.engineers.count * problem.slots.all.count
    let countLimit = countLimit ?? max(Tuning.Tables.counts, Tuning.Tables.rows / max(1, rows))
    planners = Table(problem.engineers.indices) {
      ShiftPlanner(
        problem, engineer: $0, scale: scale, fair: fair, slack: slack,
        countLimit: countLimit * slack)
    }
    owners = Table(problem.engineers.indices) {
      OwnerPlanner(problem, engineer: $0, scale: scale, stateLimit: Tuning.Tables.runningSets)
    }
  }

  /// Whether a week has few enough ways to be filled to search them all.
  var isSearchable: Bool {
    problem.rotations.count <= Tuning.Search.rotations
      || problem.engineers.count * problem.rotations.count
        <= Tuning.Search.engineersTimesRotations
  }

  /// Nodes that the search for the first of equally good rotas may visit: fewer where each takes
  /// long.
  var canonicalWork: Int {
    min(
      Tuning.Search.nodesForOrder,
      Tuning.Search.cells / max(1, problem.engineers.count * problem.slots.all.count))
  }

  /// About the work of one pass over everyone's tables.
  var cells: Int {
    zip(planners.values, owners.values).reduce(1) { $0 + $1.0.tableSize + $1.1.tableSize / 4 }
  }

  /// What holding each shift costs an engineer at given prices, without links.
  func costs(_ engineer: EngineerIndex, at prices: Prices) -> Grid<WeekIndex, DutyIndex, Int32> {
    let planner = planners[engineer]
    var costs = planner.base
    for week in problem.weeks {
      for duty in planner.rotations.indices where costs[week, duty] < ShiftPlanner.forbidden {
        let rotation = planner.rotations[duty]
        costs[week, duty] -= prices.shifts[problem.slots[week, rotation]]
        if planner.priced[duty] != nil { costs[week, duty] += prices.counts[engineer, rotation] }
      }
    }
    return costs
  }

  /// What an engineer's plan costs beside its table: what is paid whatever is held, and the least
  /// that each priced number of shifts can differ from its multiplier.
  func constant(_ engineer: EngineerIndex, at prices: Prices) -> Int {
    let planner = planners[engineer]
    return planner.rotations.indices.reduce(planner.constant + owners[engineer].constant) {
      $0 + (reducedCounts(engineer, $1, at: prices)?.min() ?? 0)
    }
  }

  /// By number of shifts of a rotation: its cost less what the multiplier charges; nil where the
  /// numbers are told apart.
  func reducedCounts(_ engineer: EngineerIndex, _ duty: DutyIndex, at prices: Prices) -> [Int]? {
    let planner = planners[engineer]
    let multiplier = prices.counts[engineer, planner.rotations[duty]]
    return planner.priced[duty].map { units in
      units.enumerated().map { $1 - $0 * Int(multiplier) }
    }
  }
}

/// An engineer's cheapest plan at some prices.
struct BestReply {
  /// In units; may be below zero. Where more sets of projects came into question than were looked
  /// at, a bound.
  let cost: Int
  let owned: [ProjectIndex]
  let shifts: [(week: WeekIndex, duty: DutyIndex)]
}

extension Market {
  /// The cheapest plan of an engineer: a set of projects and the shifts around it.
  ///
  /// Projects only add to what shifts cost, so a set that is dearer than the best even with the
  /// cheapest shifts is passed over without a table of its own.
  ///
  /// - Parameter setLimit: the most sets of projects looked at.
  func reply(
    _ engineer: EngineerIndex, at prices: Prices, scratch: inout Scratch, setLimit: Int,
    wantsPlan: Bool = true
  ) -> BestReply {
    let planner = planners[engineer]
    let owner = owners[engineer]
    let plain = costs(engineer, at: prices)
    let constant = constant(engineer, at: prices)
    planner.fill(&scratch.plain, costs: plain)
    let floor = Int(planner.best(scratch.plain))
    owner.fill(&scratch.owners, prices: prices.projects)
    scratch.work += planner.tableSize + owner.tableSize + Tuning.Prices.cellsPerTable
    var best: (cost: Int, owned: [ProjectIndex], isCharged: Bool)?
    var walk = owner.walk()
    var limit = Int(ShiftPlanner.forbidden) - 1
    var seen = 0
    var isComplete = true
    while let cost = walk.next(scratch.owners, prices: prices.projects, limit: limit) {
      scratch.costs = plain
      scratch.work += Tuning.Prices.cellsPerTable
      var value = floor
      let isCharged = owner.charge(&scratch.costs, owned: walk.owned)
      if isCharged {
        planner.fill(&scratch.charged, costs: scratch.costs)
        scratch.work += planner.tableSize
        value = Int(planner.best(scratch.charged))
      }
      if cost + value < best?.cost ?? .max {
        best = (cost + value, walk.owned, isCharged)
        limit = cost + value - floor - 1
      }
      seen += 1
      if seen == setLimit, walk.next(scratch.owners, prices: prices.projects, limit: limit) != nil {
        isComplete = false
        break
      }
    }
    guard let best else {
      return BestReply(cost: Int(ShiftPlanner.forbidden), owned: [], shifts: [])
    }
    let least = isComplete ? best.cost : floor + owner.best(scratch.owners)
    guard wantsPlan, floor < Int(ShiftPlanner.forbidden) else {
      return BestReply(
        cost: least + constant, owned: best.owned, shifts: [])
    }
    guard best.isCharged else {
      return BestReply(
        cost: least + constant, owned: best.owned,
        shifts: planner.plan(scratch.plain, costs: plain))
    }
    scratch.costs = plain
    _ = owner.charge(&scratch.costs, owned: best.owned)
    planner.fill(&scratch.charged, costs: scratch.costs)
    return BestReply(
      cost: least + constant, owned: best.owned,
      shifts: planner.plan(scratch.charged, costs: scratch.costs))
  }

  /// Tables that are used again and again.
  struct Scratch {
    var plain: [Int32]
    var charged: [Int32]
    var owners: [Int32]
    var costs: Grid<WeekIndex, DutyIndex, Int32>
    /// About how long all replies took, in cells filled.
    fileprivate(set) var work = 0
    mutating func countTable(_ cells: Int) { work += cells + Tuning.Prices.cellsPerTable }

    init(_ market: Market) {
      plain = Array(repeating: 0, count: market.planners.map(\.tableSize).max() ?? 0)
      charged = plain
      costs = Grid(repeating: 0, market.problem.weeks, DutyIndex(0)..<DutyIndex(0))
      owners = Array(repeating: 0, count: market.owners.map(\.tableSize).max() ?? 0)
    }
  }

  /// The sum of all offers and everyone's cheapest plan: no rota costs less. In units, without
  /// the problem's constant.
  func bound(at prices: Prices, scratch: inout Scratch) -> Int {
    problem.engineers.indices.reduce(prices.total(problem)) {
      $0
        + reply(
          $1, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInBounds, wantsPlan: false
        ).cost
    }
  }
}
