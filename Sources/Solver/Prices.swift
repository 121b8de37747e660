/// What the team offers for each shift and for owning each project, in units; any prices give a
/// valid bound.
struct Prices: Sendable {
  /// Zero where nobody is needed.
  var shifts: Table<Slot, Int32>
  var projects: Table<ProjectIndex, Int32>
  /// The multiplier of the number of shifts held, which is what one more
  /// costs the engineer. It counts where the planner does not tell the numbers apart.
  var counts: Grid<EngineerIndex, RotationIndex, Int32>
  /// The scale of the problem they were made for.
  private(set) var unitsPerPoint: Int

  init(_ problem: Problem, unitsPerPoint: Int) {
    self.unitsPerPoint = unitsPerPoint
    shifts = Table(repeating: 0, for: problem.slots.all)
    projects = Table(repeating: 0, for: problem.projects.indices)
    counts = Grid(repeating: 0, problem.engineers.indices, problem.rotations)
  }

  /// Every shift of a rotation at what its dearest one would cost if all were shared out by their
  /// counts alone.
  init(fair market: Market) {
    let problem = market.problem
    self.init(problem, unitsPerPoint: market.scale.unitsPerPoint)
    let most = Prices.most(problem)
    for slot in problem.slots.all where problem.open[slot] {
      let price = Int(market.scale.units(market.fair.price[problem.slots.rotation(of: slot)]))
      shifts[slot] = Int32(min(price, most))
    }
    for engineer in problem.engineers.indices {
      for rotation in problem.rotations {
        let multiplier = market.fair.multiplier[engineer, rotation]
        counts[engineer, rotation] = Int32(
          min(max(Int(market.scale.units(multiplier)), -most), most))
      }
    }
  }

  /// The same offers in the scale of another problem of the same shape.
  ///
  /// - Parameters:
  ///   - factor: how many times as much all points count there.
  ///   - divisor: by how much that is divided.
  func rescaled(to units: Int, times factor: Int, over divisor: Int, for problem: Problem)
    -> Prices
  {
    var rescaled = self
    let most = Prices.most(problem)
    func price(_ price: Int32) -> Int32 {
      Int32(min(max(Int(price) * factor * units / (unitsPerPoint * divisor), -most), most))
    }
    rescaled.shifts = shifts.mapValues(price)
    rescaled.projects = projects.mapValues(price)
    rescaled.counts.values = counts.values.map(price)
    rescaled.unitsPerPoint = units
    return rescaled
  }

  /// No plan is paid more in all than keeps what is forbidden dear.
  static func most(_ problem: Problem) -> Int {
    Int(ShiftPlanner.forbidden) / 2
      / (problem.weeks.count / problem.least + 1 + problem.projects.count)
  }

  /// The sum of all offers, or of those of a block.
  func total(_ problem: Problem, of block: PriceBlock? = nil) -> Int {
    let sum = shifts.indices.reduce(0) {
      block?.shifts[$1] ?? true ? $0 + Int(shifts[$1]) : $0
    }
    return projects.indices.reduce(sum) {
      block?.projects[$1] ?? true
        ? $0 + Int(projects[$1]) * problem.projects[$1].needed : $0
    }
  }
}
