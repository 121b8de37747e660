/// Which row of the restricted master problem asks for what, and its dual as a price.
struct MasterRows {
  /// By slot: held once; nil where nobody is needed.
  private var slots: [Int?] = []
  /// By project: has its owners.
  private var projects: [Int] = []
  /// By engineer: has one plan.
  private var engineers: [Int] = []
  /// By engineer and rotation, where a multiplier stands for numbers of shifts: as many are held as
  /// are paid for, and one number is.
  private(set) var counts: [(held: Int, one: Int)?] = []
  private(set) var rightHand: [Double] = []

  init(_ market: Market) {
    let problem = market.problem
    slots = problem.open.map { $0 ? add(1) : nil }
    projects = problem.projects.map { add($0.needed) }
    engineers = problem.engineers.indices.map { _ in add(1) }
    counts = Array(repeating: nil, count: problem.engineers.count * problem.rotations)
    for planner in market.planners {
      for (duty, rotation) in planner.rotations.enumerated() where planner.priced[duty] != nil {
        counts[planner.engineer * problem.rotations + rotation] = (add(0), add(1))
      }
    }
  }

  private mutating func add(_ value: Int) -> Int {
    rightHand.append(Double(value))
    return rightHand.count - 1
  }

  /// What a plan adds to which rows.
  func entries(_ plan: RestrictedMaster.Plan, _ problem: Problem) -> [LinearProgram.Entry] {
    var entries = [LinearProgram.Entry(row: engineers[plan.engineer], value: 1)]
    for slot in plan.slots {
      if let row = slots[slot] { entries.append(LinearProgram.Entry(row: row, value: 1)) }
    }
    for project in plan.owned {
      entries.append(LinearProgram.Entry(row: projects[project], value: 1))
    }
    for rotation in 0..<problem.rotations {
      let held = plan.slots.count { $0 % problem.rotations == rotation }
      if held > 0, let row = counts[plan.engineer * problem.rotations + rotation]?.held {
        entries.append(LinearProgram.Entry(row: row, value: Double(held)))
      }
    }
    return entries
  }

  /// By row that has a price: its dual at some prices, in points.
  func duals(_ prices: Prices) -> [(row: Int, dual: Double)] {
    func points(_ price: Int32) -> Double { Double(price) / Double(prices.unitsPerPoint) }
    return zip(slots, prices.shifts).compactMap { row, price in row.map { ($0, points(price)) } }
      + zip(projects, prices.projects).map { ($0, points($1)) }
      + zip(counts, prices.counts).compactMap { row, price in
        row.map { ($0.held, -points(price)) }
      }
  }

  /// Prices a part of the way from some to what the duals of all rows are.
  func prices(_ duals: [Double], _ market: Market, from other: Prices, part: Double) -> Prices {
    let most = Double(Prices.most(market.problem))
    func moved(_ price: Int32, to dual: Double) -> Int32 {
      // Rounding may have blown a dual up beyond all numbers.
      guard dual.isFinite else { return price }
      let there = dual * Double(market.scale.unitsPerPoint)
      let moved = Double(price) + part * (there - Double(price))
      return Int32(min(max(moved.rounded(), -most), most))
    }
    var prices = other
    for (slot, row) in slots.enumerated() {
      if let row { prices.shifts[slot] = moved(other.shifts[slot], to: duals[row]) }
    }
    for (project, row) in projects.enumerated() {
      prices.projects[project] = moved(other.projects[project], to: duals[row])
    }
    for (table, rows) in counts.enumerated() {
      if let rows { prices.counts[table] = moved(other.counts[table], to: -duals[rows.held]) }
    }
    return prices
  }
}
