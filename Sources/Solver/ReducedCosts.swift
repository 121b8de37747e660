/// Reduced-cost fixing: whatever adds more to the lower bound than a better rota may is left out of
/// the problem, for good. What is left has every rota that is better, and a bound that is no lower.
/// (`Solver.docc`, "Search".)
extension Market {
  /// The problem without the shifts and projects of an engineer that cost too much at the prices.
  ///
  /// - Parameter limit: units that a rota may add to the bound.
  func fixing(_ problem: Problem, at prices: Prices, limit: Int, scratch: inout Scratch)
    -> Problem
  {
    var fixed = problem
    for engineer in problem.engineers.indices {
      let least = reducedCosts(engineer, at: prices, limit: limit, scratch: &scratch)
      let planner = planners[engineer]
      for week in problem.weeks {
        for duty in planner.rotations.indices where least.shifts[week, duty] > limit {
          let slot = problem.slots[week, planner.rotations[duty]]
          fixed.engineers[engineer].allowed[slot] = false
        }
      }
      guard let owning = least.owning else { continue }
      for (index, project) in zip(problem.projects.indices, problem.projects)
      where project.candidates[engineer].mayOwn && !project.fixed.contains(engineer) {
        if owning.owned[index] > limit {
          fixed.projects[index].candidates[engineer].mayOwn = false
        } else if owning.left[index] > limit {
          fixed.projects[index].fixed.append(engineer)
        }
      }
    }
    return fixed
  }

  /// What an engineer's cheapest plan that holds a shift, owns a project or leaves it adds to the
  /// bound, in units.
  private struct ReducedCosts {
    var shifts: Grid<WeekIndex, DutyIndex, Int>
    /// nil where too many sets of projects came into question to look at all.
    var owning: (owned: Table<ProjectIndex, Int>, left: Table<ProjectIndex, Int>)?
  }

  private func reducedCosts(
    _ engineer: EngineerIndex, at prices: Prices, limit: Int, scratch: inout Scratch
  ) -> ReducedCosts {
    let planner = planners[engineer]
    let owner = owners[engineer]
    let best =
      reply(
        engineer, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInBounds,
        wantsPlan: false
      ).cost - constant(engineer, at: prices)
    let plain = costs(engineer, at: prices)
    typealias Costs = Grid<WeekIndex, DutyIndex, Int32>
    func through(_ costs: Costs) -> (best: Int, shifts: Costs) {
      planner.fill(&scratch.charged, costs: costs)
      scratch.countTable(planner.tableSize * 3)
      return (Int(planner.best(scratch.charged)), planner.through(scratch.charged, costs: costs))
    }
    let uncharged = through(plain)
    owner.fill(&scratch.owners, prices: prices.projects)
    var dearest = Grid(repeating: Int.max, problem.weeks, planner.rotations.indices)
    var owned = Table(repeating: Int.max, for: problem.projects.indices)
    var left = owned
    var made: [[ProjectIndex]: (best: Int, shifts: Costs)] = [[]: uncharged]
    var walk = owner.walk()
    while let cost = walk.next(
      scratch.owners, prices: prices.projects, limit: best + limit - uncharged.best)
    {
      let linked = owner.linked(walk.owned)
      let table: (best: Int, shifts: Costs)
      if let known = made[linked] {
        table = known
      } else {
        guard made.count < Tuning.Prices.setsInFixing else {
          let floor = owner.best(scratch.owners) - best
          dearest.values = uncharged.shifts.values.map { Int($0) + floor }
          return ReducedCosts(shifts: dearest, owning: nil)
        }
        var costs = plain
        _ = owner.charge(&costs, owned: linked)
        table = through(costs)
        made[linked] = table
      }
      for index in dearest.values.indices {
        dearest.values[index] = min(
          dearest.values[index], cost - best + Int(table.shifts.values[index]))
      }
      let excess = cost + table.best - best
      for project in owned.indices {
        if walk.owned.contains(project) {
          owned[project] = min(owned[project], excess)
        } else {
          left[project] = min(left[project], excess)
        }
      }
    }
    return ReducedCosts(shifts: dearest, owning: (owned, left))
  }
}

extension ShiftPlanner {
  /// The least cost of a plan that holds each shift, from the table of the weeks to come and one of
  /// the weeks before, filled here.
  ///
  /// O(weeks × counts × (lanes + rotations)).
  func through(
    _ table: [Int32], costs: Grid<WeekIndex, DutyIndex, Int32>
  ) -> Grid<WeekIndex, DutyIndex, Int32> {
    let row = ShiftPlanner.row
    let duties = rotations.count
    let (weeks, costs) = (self.weeks.count, costs.values)
    var through = base
    through.values = costs.map { _ in ShiftPlanner.forbidden }
    var before = Array(repeating: ShiftPlanner.forbidden, count: tableSize)
    let free = lastBefore.number + least
    let start = min(max(0, free), weeks)
    before[start * counts * row + min(start - free, Problem.lanes - 1)] = idleBefore.values[start]
    for week in start..<max(start, weeks) {
      let half = isUnpopular.values[week] ? duties : 0
      let next = min(week + least, weeks)
      let resting = idleBefore.values[next] - idleBefore.values[week + 1]
      for count in 0..<counts {
        let here = (week * counts + count) * row
        before[here + row - 2] = min(before[here + row - 2], before[here + row - 1])
        var lanes = Lanes()
        for lane in 0..<Problem.lanes { lanes[lane] = before[here + lane] }
        guard lanes.min() < ShiftPlanner.forbidden else { continue }
        let below = ((week + 1) * counts + count) * row
        let aged = pointwiseMin(
          lanes &+ Lanes(repeating: idle.values[week]), Lanes(repeating: ShiftPlanner.forbidden))
        for lane in 0..<Problem.lanes { before[below + lane + 1] = aged[lane] }
        let ready = (lanes &+ chain).min()
        guard ready < ShiftPlanner.forbidden else { continue }
        for duty in 0..<duties {
          let step = (half + duty) * counts + count
          let cost = costs[week * duties + duty]
          guard cost < ShiftPlanner.forbidden, added[step] < ShiftPlanner.forbidden else {
            continue
          }
          let then = (next * counts + Int(after[step])) * row
          let here = ready &+ cost &+ added[step] &+ resting
          before[then] = min(before[then], here)
          through.values[week * duties + duty] = min(
            through.values[week * duties + duty], here &+ table[then])
        }
      }
    }
    return through
  }
}
