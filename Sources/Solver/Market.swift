/// Everyone's planners, of shifts and of projects.
struct Market: Sendable {
  let problem: Problem
  let scale: Scale
  let fair: FairStart
  let planners: [ShiftPlanner]
  let owners: [OwnerPlanner]

  /// Counts of one engineer's shifts, about, for each shift of slack; sets of projects that run at
  /// a time.
  private static let countLimit = 400
  private static let stateLimit = 200
  /// Small teams may have more counts: so many rows of everyone's tables together.
  private static let rowLimit = 200_000

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
    let rows = problem.engineers.count * problem.weeks * problem.rotations
    let countLimit = countLimit ?? max(Market.countLimit, Market.rowLimit / max(1, rows))
    planners = problem.engineers.indices.map {
      ShiftPlanner(
        problem, engineer: $0, scale: scale, fair: fair, slack: slack,
        countLimit: countLimit * slack)
    }
    owners = problem.engineers.indices.map {
      OwnerPlanner(problem, engineer: $0, scale: scale, stateLimit: Market.stateLimit)
    }
  }

  /// Whether a week has few enough ways to be filled to search them all.
  var isSearchable: Bool {
    problem.rotations <= 3 || problem.engineers.count * problem.rotations <= 64
  }

  /// Nodes that the search for the first of equally good rotas may visit: fewer where each takes
  /// long.
  var canonicalWork: Int {
    min(20_000, 3_000_000 / max(1, problem.engineers.count * problem.rotations * problem.weeks))
  }

  /// About the work of one pass over everyone's tables.
  var cells: Int {
    zip(planners, owners).reduce(1) { $0 + $1.0.tableSize + $1.1.tableSize / 4 }
  }

  /// What holding each shift costs an engineer at given prices, without links.
  func costs(_ engineer: Int, at prices: Prices) -> [Int32] {
    let planner = planners[engineer]
    let duties = planner.rotations
    var costs = planner.base
    for week in 0..<problem.weeks {
      for (index, rotation) in duties.enumerated() {
        let cell = week * duties.count + index
        if costs[cell] < ShiftPlanner.forbidden {
          costs[cell] -= prices.shifts[week * problem.rotations + rotation]
          if planner.priced[index] != nil {
            costs[cell] += prices.counts[engineer * problem.rotations + rotation]
          }
        }
      }
    }
    return costs
  }

  /// What an engineer's plan costs beside its table: what is paid whatever is held, and the least
  /// that each priced number of shifts can differ from its multiplier.
  func constant(_ engineer: Int, at prices: Prices) -> Int {
    let planner = planners[engineer]
    return planner.rotations.indices.reduce(planner.constant + owners[engineer].constant) {
      $0 + (reducedCounts(engineer, $1, at: prices)?.min() ?? 0)
    }
  }

  /// By number of shifts of a rotation (an index into the planner's): its cost less what the
  /// multiplier charges; nil where the numbers are told apart.
  func reducedCounts(_ engineer: Int, _ duty: Int, at prices: Prices) -> [Int]? {
    let planner = planners[engineer]
    let multiplier = prices.counts[engineer * problem.rotations + planner.rotations[duty]]
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
  /// Projects of the problem, as indices.
  let owned: [Int]
  let shifts: [(week: Int, rotation: Int)]
}

extension Market {
  /// The cheapest plan of an engineer: a set of projects and the shifts around it.
  ///
  /// Projects only add to what shifts cost, so a set that is dearer than the best even with the
  /// cheapest shifts is passed over without a table of its own.
  ///
  /// - Parameter setLimit: the most sets of projects looked at.
  func reply(
    _ engineer: Int, at prices: Prices, scratch: inout Scratch, setLimit: Int,
    wantsPlan: Bool = true
  ) -> BestReply {
    let planner = planners[engineer]
    let owner = owners[engineer]
    let plain = costs(engineer, at: prices)
    let constant = constant(engineer, at: prices)
    planner.fill(&scratch.plain, costs: plain)
    let floor = Int(planner.best(scratch.plain))
    owner.fill(&scratch.owners, prices: prices.projects)
    scratch.work += planner.tableSize + owner.tableSize + Scratch.workPerTable
    var best = (cost: Int.max, owned: [Int](), isCharged: false)
    var walk = owner.walk()
    var limit = Int(ShiftPlanner.forbidden) - 1
    var seen = 0
    var isComplete = true
    while let cost = walk.next(scratch.owners, prices: prices.projects, limit: limit) {
      scratch.costs = plain
      scratch.work += Scratch.workPerTable
      var value = floor
      let isCharged = owner.charge(
        &scratch.costs, owned: walk.owned, duties: planner.rotations.count)
      if isCharged {
        planner.fill(&scratch.charged, costs: scratch.costs)
        scratch.work += planner.tableSize
        value = Int(planner.best(scratch.charged))
      }
      if cost + value < best.cost { best = (cost + value, walk.owned, isCharged) }
      limit = best.cost - floor - 1
      seen += 1
      if seen == setLimit, walk.next(scratch.owners, prices: prices.projects, limit: limit) != nil {
        isComplete = false
        break
      }
    }
    guard best.cost < .max else {
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
    _ = owner.charge(&scratch.costs, owned: best.owned, duties: planner.rotations.count)
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
    var costs: [Int32] = []
    /// About how long all replies took, in cells filled.
    fileprivate(set) var work = 0
    mutating func countTable(_ cells: Int) { work += cells + Scratch.workPerTable }

    /// What goes with a table, however small it is.
    fileprivate static let workPerTable = 1_000

    init(_ market: Market) {
      plain = Array(repeating: 0, count: market.planners.map(\.tableSize).max() ?? 0)
      charged = plain
      owners = Array(repeating: 0, count: market.owners.map(\.tableSize).max() ?? 0)
    }
  }

  /// The most sets of projects of an engineer looked at for a bound.
  static let setsInBounds = 2_000

  /// The sum of all offers and everyone's cheapest plan: no rota costs less. In units, without
  /// the problem's constant.
  func bound(at prices: Prices, scratch: inout Scratch) -> Int {
    problem.engineers.indices.reduce(prices.total(problem)) {
      $0
        + reply(
          $1, at: prices, scratch: &scratch, setLimit: Market.setsInBounds, wantsPlan: false
        ).cost
    }
  }
}
