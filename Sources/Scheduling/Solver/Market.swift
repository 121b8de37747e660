/// Everyone's planners and the families of projects they may own.
struct Market: Sendable {
  nonisolated(unsafe) static var trace = false
  let problem: Problem
  let scale: Scale
  let fair: FairStart
  let planners: [ShiftPlanner]
  let owners: [OwnerSets]
  /// Set points in units, laid out as `owners[engineer].sets`.
  let setCosts: [[Int32]]
  /// By engineer and profile: the charge of each week, in units.
  let charges: [[[Int32]]]

  /// nil where somebody may own more different sets of projects than `setLimit`.
  ///
  /// - Parameters:
  ///   - slack: how many shifts more than is fair are told apart.
  ///   - countLimit: about how many counts of one engineer's shifts are.
  init?(_ problem: Problem, setLimit: Int, slack: Int, countLimit: Int) {
    self.problem = problem
    let scale = Scale(problem)
    self.scale = scale
    let fair = FairStart(problem)
    self.fair = fair
    var planners: [ShiftPlanner] = []
    for engineer in 0..<problem.engineers {
      planners.append(
        ShiftPlanner(
          problem, engineer: engineer, scale: scale, fair: fair, slack: slack,
          countLimit: countLimit))
    }
    self.planners = planners
    var owners: [OwnerSets] = []
    for engineer in 0..<problem.engineers {
      guard let sets = OwnerSets(problem, engineer: engineer, limit: setLimit) else { return nil }
      owners.append(sets)
    }
    self.owners = owners
    setCosts = owners.map { $0.sets.map { scale.units($0.points) } }
    charges = owners.map { sets in
      sets.profiles.map { profile in
        var charges = [Int32](repeating: 0, count: problem.weeks)
        for link in profile { charges[link.week] = scale.units(link.points) }
        return charges
      }
    }
  }

  /// More units than any rota adds to a bound.
  var dearest: Int { 4 * Int(ShiftPlanner.forbidden) * max(1, problem.engineers) }

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
        }
      }
    }
    return costs
  }

  /// The costs with the charges of a profile added.
  func costs(_ costs: [Int32], engineer: Int, profile: Int) -> [Int32] {
    guard profile != 0 else { return costs }
    let duties = planners[engineer].rotations.count
    var charged = costs
    for link in owners[engineer].profiles[profile] {
      let charge = charges[engineer][profile][link.week]
      for cell in link.week * duties..<(link.week + 1) * duties
      where charged[cell] < ShiftPlanner.forbidden {
        charged[cell] += charge
      }
    }
    return charged
  }
}

/// What the team offers for each shift and for owning each project, in units; any prices give a
/// valid bound.
struct Prices: Sendable {
  /// By week and rotation; zero where nobody is needed.
  var shifts: [Int32]
  var projects: [Int32]

  init(_ problem: Problem) {
    shifts = Array(repeating: 0, count: problem.weeks * problem.rotations)
    projects = Array(repeating: 0, count: problem.projects.count)
  }

  /// Every shift of a rotation at what its dearest one would cost if all were shared out by their
  /// counts alone.
  init(fair market: Market) {
    let problem = market.problem
    self.init(problem)
    for week in 0..<problem.weeks {
      for rotation in 0..<problem.rotations where problem.open[week * problem.rotations + rotation]
      {
        shifts[week * problem.rotations + rotation] = market.scale.units(
          market.fair.price[rotation])
      }
    }
  }

  /// The sum of all offers.
  func total(_ problem: Problem) -> Int {
    shifts.reduce(0) { $0 + Int($1) }
      + zip(projects, problem.projects).reduce(0) { $0 + Int($1.0) * $1.1.needed }
  }
}

/// An engineer's cheapest plan at some prices.
struct BestReply {
  /// In units; may be below zero.
  let cost: Int
  /// An index into the engineer's sets.
  let set: Int
  let shifts: [(week: Int, rotation: Int)]
}

extension Market {
  /// The cheapest plan of an engineer: a set of projects and the shifts around it.
  ///
  /// Links only add, so a set whose own cost and the plan without links are already dearer than
  /// the best is passed over without a table of its own.
  func reply(
    _ engineer: Int, at prices: Prices, scratch: inout Scratch, wantsPlan: Bool = true
  ) -> BestReply {
    let planner = planners[engineer]
    let plain = costs(engineer, at: prices)
    planner.fill(&scratch.plain, costs: plain)
    let floor = Int(planner.best(scratch.plain))
    let sets = owners[engineer].sets
    var best = (cost: Int.max, set: 0)
    scratch.setCosts(setCosts[engineer], sets, prices)
    scratch.known.removeAll(keepingCapacity: true)
    scratch.known[0] = floor
    func consider(_ index: Int) {
      let own = Int(scratch.sums[index])
      guard own + floor < best.cost else { return }
      let profile = sets[index].profile
      let value: Int
      if let known = scratch.known[profile] {
        value = known
      } else {
        planner.fill(
          &scratch.charged, costs: costs(plain, engineer: engineer, profile: profile))
        value = Int(planner.best(scratch.charged))
        scratch.known[profile] = value
      }
      if own + value < best.cost { best = (own + value, index) }
    }
    // The cheapest set first: it rules out most of the others.
    var cheapest = 0
    for index in sets.indices where scratch.sums[index] < scratch.sums[cheapest] {
      cheapest = index
    }
    consider(cheapest)
    for index in sets.indices { consider(index) }
    guard wantsPlan, floor < Int(ShiftPlanner.forbidden) else {
      return BestReply(cost: best.cost, set: best.set, shifts: [])
    }
    let shifts: [(week: Int, rotation: Int)]
    let bestProfile = sets[best.set].profile
    if bestProfile == 0 {
      shifts = planner.plan(scratch.plain, costs: plain)
    } else {
      let charged = costs(plain, engineer: engineer, profile: bestProfile)
      planner.fill(&scratch.charged, costs: charged)
      shifts = planner.plan(scratch.charged, costs: charged)
    }
    return BestReply(cost: best.cost, set: best.set, shifts: shifts)
  }

  /// Tables that are used again and again.
  struct Scratch {
    var plain: [Int32]
    var charged: [Int32]
    /// By profile: the cheapest plan, as far as it was asked for.
    var known: [Int: Int] = [:]
    /// By set: the cost of owning it.
    private(set) var sums: [Int32] = []

    init(_ market: Market) {
      let size = market.planners.map(\.tableSize).max() ?? 0
      plain = Array(repeating: 0, count: size)
      charged = plain
    }

    /// Works out the cost of owning each set: its points less what is paid for its projects.
    mutating func setCosts(_ units: [Int32], _ sets: [OwnerSets.OwnerSet], _ prices: Prices) {
      if sums.count < sets.count {
        sums += Array(repeating: 0, count: sets.count - sums.count)
      }
      for index in sets.indices {
        var paid: Int32 = 0
        var left = sets[index].projects
        while left != 0 {
          paid &+= prices.projects[left.trailingZeroBitCount]
          left &= left &- 1
        }
        sums[index] = units[index] &- paid
      }
    }
  }

  /// The sum of all offers and everyone's cheapest plan: no rota costs less. In units, without
  /// the problem's constant.
  func bound(at prices: Prices, scratch: inout Scratch) -> Int {
    (0..<problem.engineers).reduce(prices.total(problem)) {
      $0 + reply($1, at: prices, scratch: &scratch, wantsPlan: false).cost
    }
  }

  /// Moves prices until the plans fit together as well as they will: incremental subgradient
  /// steps, after each engineer, that shrink geometrically. What prices drift over the passes is
  /// carried on: single steps go to and fro, and what they agree on takes few passes so.
  func settle(
    _ prices: inout Prices, passes: Int, from first: Double, to last: Double,
    scratch: inout Scratch
  ) {
    guard passes > 0 else { return }
    let ratio = Market.root(last / first, passes)
    var step = first * Double(scale.unitsPerPoint)
    let answers = Answers(self)
    var drift = Drift(prices, in: problem)
    for _ in 0..<passes {
      let whole = max(1, Int32(step))
      for engineer in 0..<problem.engineers {
        let reply = reply(engineer, at: prices, scratch: &scratch)
        answers.raise(&prices, before: engineer, by: whole)
        let duties = planners[engineer].rotations
        for shift in reply.shifts {
          prices.shifts[shift.week * problem.rotations + duties[shift.rotation]] -= whole
        }
        let set = owners[engineer].sets[reply.set]
        for project in problem.projects.indices where set.contains(project) {
          prices.projects[project] -= whole
        }
      }
      drift.carry(&prices)
      step *= ratio
    }
  }

  /// The `n`-th root of a number between 0 and 1 by bisection: + − × ÷ are the same on every
  /// machine, `pow` is not.
  static func root(_ x: Double, _ n: Int) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var power = 1.0
      for _ in 0..<n { power *= middle }
      if power < x { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// How prices moved a pass, averaged over about the last ten passes.
private struct Drift {
  private var before: Prices
  private var shifts: [Double]
  private var projects: [Double]

  /// No plan is paid more in all than 32 bits hold.
  private let most: Double

  private static let kept = 0.9

  init(_ prices: Prices, in problem: Problem) {
    before = prices
    most = Double((1 << 30) / (problem.weeks / problem.least + 1 + problem.projects.count))
    shifts = Array(repeating: 0, count: prices.shifts.count)
    projects = Array(repeating: 0, count: prices.projects.count)
  }

  /// Moves prices on by the drift so far, and takes note of the pass.
  mutating func carry(_ prices: inout Prices) {
    Drift.carry(&prices.shifts, since: before.shifts, &shifts, most: most)
    Drift.carry(&prices.projects, since: before.projects, &projects, most: most)
    before = prices
  }

  private static func carry(
    _ prices: inout [Int32], since before: [Int32], _ drift: inout [Double], most: Double
  ) {
    for index in prices.indices {
      let moved = Double(prices[index] - before[index])
      prices[index] = Int32(min(max(Double(prices[index]) + kept * drift[index], -most), most))
      drift[index] = kept * drift[index] + (1 - kept) * moved
    }
  }
}

/// Who may answer each price. A price rises by a step a pass (by a step for each owner needed), a
/// part of it before each engineer who may answer it; the parts make exactly a step.
private struct Answers {
  /// By engineer: the price, the engineer's place among those who may answer it, and their number.
  private var shifts: [[(slot: Int, place: Int32, count: Int32)]]
  private var projects: [[(project: Int, place: Int32, count: Int32, needed: Int32)]]

  init(_ market: Market) {
    let problem = market.problem
    shifts = Array(repeating: [], count: problem.engineers)
    projects = Array(repeating: [], count: problem.engineers)
    for week in 0..<problem.weeks {
      for rotation in 0..<problem.rotations {
        let able = (0..<problem.engineers).filter {
          problem.allowed[problem.cell($0, week, rotation)]
        }
        for (place, engineer) in able.enumerated() {
          shifts[engineer].append(
            (week * problem.rotations + rotation, Int32(place), Int32(able.count)))
        }
      }
    }
    for (index, project) in problem.projects.enumerated() {
      let able = (0..<problem.engineers).filter {
        project.mayOwn[$0] || project.fixed.contains($0)
      }
      for (place, engineer) in able.enumerated() {
        projects[engineer].append(
          (index, Int32(place), Int32(able.count), Int32(project.needed)))
      }
    }
  }

  func raise(_ prices: inout Prices, before engineer: Int, by step: Int32) {
    /// The part of a whole that falls to one of `count` places.
    func part(_ whole: Int32, _ place: Int32, _ count: Int32) -> Int32 {
      let whole = Int(whole)
      let before = whole * Int(place) / Int(count)
      let after = whole * (Int(place) + 1) / Int(count)
      return Int32(after - before)
    }
    for answer in shifts[engineer] {
      prices.shifts[answer.slot] += part(step, answer.place, answer.count)
    }
    for answer in projects[engineer] {
      prices.projects[answer.project] += part(step * answer.needed, answer.place, answer.count)
    }
  }
}
