/// The relaxation as a linear program over the plans seen so far (the restricted master problem of
/// Dantzig and Wolfe): shares of plans, one whole plan for every engineer, that hold every shift
/// once and give every project its owners at the least cost.
///
/// Its duals are prices, and the plans it lacks are those that are cheaper at these prices
/// (`ColumnGeneration`). All of it are hints: what prices prove is worked out in whole numbers.
struct RestrictedMaster {
  /// A plan of an engineer: shifts and projects, both in order.
  struct Plan: Hashable {
    let engineer: EngineerIndex
    let slots: [Slot]
    let owned: [ProjectIndex]
  }

  private(set) var plans: [Plan] = []
  private var known: Set<Plan> = []
  private var program: LinearProgram
  private let rows: MasterRows
  /// The prices that it looks for, and all as they are.
  private let block: PriceBlock
  private let prices: Prices?
  /// What a plan that the problem forbids costs, and an engineer without a plan.
  let forbidden: Double
  /// By plan: its column.
  private var columns: [Int] = []
  /// The columns that pay for numbers of shifts.
  private var counted: [Counted] = []

  private struct Counted {
    let column: Int
    let engineer: EngineerIndex
    let rotation: RotationIndex
    let count: Int

    func points(_ problem: Problem) -> Double {
      Double(problem.engineers[engineer].countPoints[rotation][count])
    }
  }

  /// - Parameters:
  ///   - block: prices to look for; nil for all.
  ///   - prices: of all others.
  ///   - forbidden: points of a plan that the problem forbids; as far may duals go.
  init(
    _ market: Market, _ block: PriceBlock? = nil, at prices: Prices? = nil,
    forbidden: Double = Tuning.Columns.forbidden
  ) {
    let block = block ?? PriceBlock(all: market.problem)
    self.block = block
    self.prices = prices
    rows = MasterRows(market, block)
    self.forbidden = forbidden
    program = LinearProgram(rows.rightHand, artificialCost: forbidden)
    for (engineer, rotation) in rows.counts.pairs {
      guard let numbers = rows.counts[engineer, rotation] else { continue }
      for count in market.problem.engineers[engineer].countPoints[rotation].indices {
        let number = Counted(
          column: program.columns, engineer: engineer, rotation: rotation, count: count)
        counted.append(number)
        program.add(
          [
            LinearProgram.Entry(row: numbers.one, value: 1),
            LinearProgram.Entry(row: numbers.held, value: -Double(count)),
          ], cost: number.points(market.problem))
      }
    }
  }

  /// Whether multipliers stand for some numbers of shifts.
  var pricesNumbers: Bool { !counted.isEmpty }

  /// More points than any rota that is better than a known one has.
  static func forbidden(_ best: Solver.Answer) -> Double {
    max(Tuning.Columns.forbidden, Tuning.Columns.forbiddenOverBest * Double(best.points))
  }

  /// Adds a plan; false where it is of nobody in the block, or known, or passes a limit: tables that do
  /// not tell counts or sets of projects apart may plan such, and their cost is a bound, but shares of
  /// them are no rota.
  @discardableResult
  mutating func add(_ plan: Plan, _ problem: Problem) -> Bool {
    guard block.engineers[plan.engineer], plan.slots.count <= problem.engineers[plan.engineer].most,
      problem.fits(plan.owned, plan.engineer), known.insert(plan).inserted
    else { return false }
    columns.append(program.columns)
    plans.append(plan)
    program.add(rows.entries(plan, problem), cost: cost(plan, problem))
    return true
  }

  /// Adds an engineer's best plan; false where that brings nothing, or there is none.
  @discardableResult
  mutating func add(_ reply: BestReply, of engineer: EngineerIndex, _ market: Market) -> Bool {
    Plan(reply, of: engineer, market).map { add($0, market.problem) } ?? false
  }

  /// Adds everybody's plan of a rota.
  mutating func add(_ answer: Solver.Answer, _ problem: Problem) {
    for engineer in problem.engineers.indices { add(Plan(engineer, of: answer), problem) }
  }

  /// Starts from a rota, with everybody's plan of it in the basis: from there it is not far to the
  /// least cost, from nothing it is.
  mutating func start(from answer: Solver.Answer, _ problem: Problem) {
    add(answer, problem)
    let shifts = problem.shifts(answer.holders)
    for number in counted
    where number.count
      == shifts[number.engineer].count(where: {
        problem.slots.rotation(of: $0) == number.rotation
      })
    {
      program.enter(number.column)
    }
    let plans = Set(problem.engineers.indices.map { Plan($0, of: answer) })
    for (plan, column) in zip(self.plans, columns) where plans.contains(plan) {
      program.enter(column)
    }
  }

  /// Goes on with another problem of the same shape: costs change, and what is allowed.
  mutating func take(_ problem: Problem) {
    let costs = plans.map { cost($0, problem) }
    program.setCosts { all in
      for (column, cost) in zip(columns, costs) { all[column] = cost }
      for number in counted { all[number.column] = number.points(problem) }
    }
  }

  /// Keeps duals near some prices: without a rein they swing from one extreme to the other (boxstep
  /// method).
  ///
  /// - Parameter reach: how far from there, in points, they may go until a shift had better be left
  ///   open or held twice.
  mutating func center(on prices: Prices, reach: Double) {
    program.setCosts { all in
      for (row, dual) in rows.duals(prices) {
        all[2 * row] = reach + dual
        all[2 * row + 1] = reach - dual
      }
    }
  }

  /// Whether something is better left open, or held twice, within that reach.
  var isHeldBack: Bool { program.solution.contains { $0.column < 2 * program.rows } }

  /// What a plan costs in points, without what is paid for by number.
  private func cost(_ plan: Plan, _ problem: Problem) -> Double {
    let engineer = plan.engineer
    let mayHold = plan.slots.allSatisfy { problem.engineers[engineer].allowed[$0] }
    let mayOwn = zip(problem.projects.indices, problem.projects).allSatisfy { index, project in
      plan.owned.contains(index)
        ? project.candidates[engineer].mayOwn : !project.fixed.contains(engineer)
    }
    guard mayHold, mayOwn else { return forbidden }
    var points = problem.cost(engineer, plan.slots, plan.owned)
    for rotation in problem.rotations where rows.counts[engineer, rotation] != nil {
      let held = plan.slots.count { problem.slots.rotation(of: $0) == rotation }
      points -= problem.engineers[engineer].countPoints[rotation][held]
    }
    guard let prices else { return Double(points) }
    return Double(points) - Double(block.elsewhere(plan, prices)) / Double(prices.unitsPerPoint)
  }

  /// Finds the least cost, and with it the duals. After the most pivots they are as good as they are:
  /// any prices give a bound.
  mutating func minimise() { _ = program.minimise(pivots: Tuning.Columns.pivots) }

  /// What all minimisations took, about, in cells of tables.
  var work: Int { program.work }

  /// The least cost in points, but for the problem's constant.
  var cost: Double { program.cost }

  /// The duals as prices, or prices a part of the way to them from others.
  func prices(_ market: Market, from other: Prices, part: Double) -> Prices {
    rows.prices(program.duals, market, from: other, part: part)
  }

  /// The shares of plans at the least cost.
  var shares: [(plan: Plan, share: Double)] {
    let byColumn = Dictionary(uniqueKeysWithValues: zip(columns, plans))
    return program.solution.compactMap { entry in
      byColumn[entry.column].map { ($0, entry.level) }
    }
  }

  /// The rota that the shares make; nil where a plan is no whole one.
  func wholeAnswer(_ problem: Problem) -> Solver.Answer? {
    let whole = shares.filter { $0.share > Tuning.Branching.wholeShare }.map(\.plan)
    // Where what is forbidden was cheaper, one may have two plans and another none.
    guard whole.count == problem.engineers.count, Set(whole.map(\.engineer)).count == whole.count
    else { return nil }
    var holders = problem.open.mapValues { _ in EngineerIndex.nobody }
    var owned = Table(repeating: [ProjectIndex](), for: problem.engineers.indices)
    for plan in whole {
      for slot in plan.slots { holders[slot] = plan.engineer }
      owned[plan.engineer] = plan.owned
    }
    let isComplete =
      zip(problem.open, holders).allSatisfy { !$0 || $1.isKnown }
      && problem.projects.indices.allSatisfy { project in
        owned.count { $0.contains(project) } == problem.projects[project].needed
      }
    guard isComplete else { return nil }
    return Solver.Answer(
      holders: holders, owned: owned, points: problem.points(holders, owned))
  }

  /// About the least cost once a question is answered, by the plans that are known.
  ///
  /// - Parameter work: less what it took, in cells of tables.
  func estimate(
    _ question: Question, _ answer: Bool, in problem: Problem, pivots: Int, work: inout Int
  ) -> Double {
    var child = program
    child.setCosts { costs in
      for (plan, column) in zip(plans, columns)
      where question.contradicts(plan, answer, problem.slots) {
        costs[column] = forbidden
      }
      guard case .holdsMore(let engineer, let rotation, let than) = question else { return }
      for number in counted
      where number.engineer == engineer && number.rotation == rotation
        && (number.count > than) != answer
      {
        costs[number.column] = forbidden
      }
    }
    _ = child.minimise(pivots: pivots)
    work -= child.work - program.work
    return child.cost
  }
}

extension RestrictedMaster.Plan {
  /// An engineer's part of a rota.
  init(_ engineer: EngineerIndex, of answer: Solver.Answer) {
    self.init(
      engineer: engineer,
      slots: answer.holders.indices.filter { answer.holders[$0] == engineer },
      owned: answer.owned[engineer].sorted())
  }

  /// An engineer's best plan; nil where there is none.
  init?(_ reply: BestReply, of engineer: EngineerIndex, _ market: Market) {
    guard reply.cost < Int(ShiftPlanner.forbidden) else { return nil }
    let duties = market.planners[engineer].rotations
    self.init(
      engineer: engineer,
      slots: reply.shifts.map { market.problem.slots[$0.week, duties[$0.duty]] },
      owned: reply.owned.sorted())
  }
}
