/// Which row of the restricted master problem asks for what, and its dual as a price.
struct MasterRows {
  /// Held once; nil where nobody is needed.
  private var slots = Table<Slot, Int?>([])
  /// Has its owners.
  private var projects = Table<ProjectIndex, Int?>([])
  /// Has one plan.
  private var engineers = Table<EngineerIndex, Int?>([])
  /// Where a multiplier stands for numbers of shifts: as many are held as are paid for, and one
  /// number is.
  private(set) var counts: Grid<EngineerIndex, RotationIndex, (held: Int, one: Int)?>
  private(set) var rightHand: [Double] = []

  init(_ market: Market, _ block: PriceBlock) {
    let problem = market.problem
    counts = Grid(repeating: nil, problem.engineers.indices, problem.rotations)
    slots = block.shifts.mapValues { $0 ? add(1) : nil }
    projects = Table(problem.projects.indices) {
      block.projects[$0] ? add(problem.projects[$0].needed) : nil
    }
    engineers = block.engineers.mapValues { $0 ? add(1) : nil }
    for planner in market.planners where block.engineers[planner.engineer] {
      for duty in planner.rotations.indices where planner.priced[duty] != nil {
        counts[planner.engineer, planner.rotations[duty]] = (add(0), add(1))
      }
    }
  }

  private mutating func add(_ value: Int) -> Int {
    rightHand.append(Double(value))
    return rightHand.count - 1
  }

  /// What a plan adds to which rows.
  func entries(_ plan: RestrictedMaster.Plan, _ problem: Problem) -> [LinearProgram.Entry] {
    let rows =
      [engineers[plan.engineer]] + plan.slots.map { slots[$0] } + plan.owned.map { projects[$0] }
    var entries = rows.compactMap { $0 }.map { LinearProgram.Entry(row: $0, value: 1) }
    for rotation in problem.rotations {
      let held = plan.slots.count { problem.slots.rotation(of: $0) == rotation }
      if held > 0, let row = counts[plan.engineer, rotation]?.held {
        entries.append(LinearProgram.Entry(row: row, value: Double(held)))
      }
    }
    return entries
  }

  /// By row that has a price: its dual at some prices, in points.
  func duals(_ prices: Prices) -> [(row: Int, dual: Double)] {
    func points(_ price: Int32) -> Double { Double(price) / Double(prices.unitsPerPoint) }
    return zip(slots, prices.shifts).compactMap { row, price in row.map { ($0, points(price)) } }
      + zip(projects, prices.projects).compactMap { row, price in row.map { ($0, points(price)) } }
      + zip(counts.values, prices.counts.values).compactMap { row, price in
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
    for slot in slots.indices {
      if let row = slots[slot] { prices.shifts[slot] = moved(other.shifts[slot], to: duals[row]) }
    }
    for project in projects.indices {
      if let row = projects[project] {
        prices.projects[project] = moved(other.projects[project], to: duals[row])
      }
    }
    for (engineer, rotation) in counts.pairs {
      if let rows = counts[engineer, rotation] {
        prices.counts[engineer, rotation] = moved(
          other.counts[engineer, rotation], to: -duals[rows.held])
      }
    }
    return prices
  }
}
