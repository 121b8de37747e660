extension Market {
  /// Moves prices until the plans fit together as well as they will: incremental subgradient
  /// steps, after each engineer, that shrink geometrically. What prices drift over the passes is
  /// carried on: single steps go to and fro, and what they agree on takes few passes so.
  /// (`Solver.docc`, "Relaxation".)
  ///
  /// - Parameter seen: is told every reply.
  func settle(
    _ prices: inout Prices, passes: Int, _ steps: Tuning.Steps,
    scratch: inout Scratch, goOn: () -> Bool = { true },
    seen: (_ engineer: EngineerIndex, BestReply) -> Void = { _, _ in }
  ) {
    guard passes > 0 else { return }
    let ratio = Market.root(steps.last / steps.first, passes)
    var step = steps.first * Double(scale.unitsPerPoint)
    let most = Prices.most(problem)
    let answers = Answers(self)
    var drift = Drift(prices, in: problem)
    for _ in 0..<passes where goOn() {
      let whole = Int32(min(max(1, step), Double(most / 4)))
      for engineer in problem.engineers.indices {
        let reply = reply(
          engineer, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInSteps)
        seen(engineer, reply)
        answers.raise(&prices, before: engineer, by: whole)
        let duties = planners[engineer].rotations
        for shift in reply.shifts {
          let slot = problem.slots[shift.week, duties[shift.duty]]
          prices.shifts[slot] = max(prices.shifts[slot] - whole, -Int32(most))
        }
        moveCounts(&prices, engineer, reply, by: whole)
        for project in reply.owned {
          prices.projects[project] = max(prices.projects[project] - whole, -Int32(most))
        }
      }
      drift.carry(&prices)
      step *= ratio
    }
  }

  /// Moves the multipliers of the priced numbers of shifts: up where the plan holds more than the
  /// number that is cheapest by itself, down where it holds fewer.
  private func moveCounts(
    _ prices: inout Prices, _ engineer: EngineerIndex, _ reply: BestReply, by step: Int32
  ) {
    let planner = planners[engineer]
    let most = Int32(Prices.most(problem))
    for duty in planner.rotations.indices {
      guard let reduced = reducedCounts(engineer, duty, at: prices),
        let cheapest = reduced.indices.min(by: { reduced[$0] < reduced[$1] })
      else { continue }
      let held = reply.shifts.count { $0.duty == duty }
      let rotation = planner.rotations[duty]
      let moved = prices.counts[engineer, rotation] + step * Int32((held - cheapest).signum())
      prices.counts[engineer, rotation] = min(max(moved, -most), most)
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

  private let most: Double

  init(_ prices: Prices, in problem: Problem) {
    before = prices
    most = Double(Prices.most(problem))
    shifts = Array(repeating: 0, count: prices.shifts.count)
    projects = Array(repeating: 0, count: prices.projects.count)
  }

  /// Moves prices on by the drift so far, and takes note of the pass.
  mutating func carry(_ prices: inout Prices) {
    Drift.carry(&prices.shifts.values, since: before.shifts.values, &shifts, most: most)
    Drift.carry(&prices.projects.values, since: before.projects.values, &projects, most: most)
    before = prices
  }

  private static func carry(
    _ prices: inout [Int32], since before: [Int32], _ drift: inout [Double], most: Double
  ) {
    let kept = Tuning.Prices.driftKept
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
  private var shifts: Table<EngineerIndex, [(slot: Slot, place: Int32, count: Int32)]>
  private var projects:
    Table<EngineerIndex, [(project: ProjectIndex, place: Int32, count: Int32, needed: Int32)]>
  private let most: Int32

  init(_ market: Market) {
    let problem = market.problem
    most = Int32(Prices.most(problem))
    shifts = Table(repeating: [], for: problem.engineers.indices)
    projects = Table(repeating: [], for: problem.engineers.indices)
    for slot in problem.slots.all {
      let able = problem.able(slot)
      for (place, engineer) in able.enumerated() {
        shifts[engineer].append((slot, Int32(place), Int32(able.count)))
      }
    }
    for index in problem.projects.indices {
      let project = problem.projects[index]
      let able = problem.engineers.indices.filter {
        project.candidates[$0].mayOwn || project.fixed.contains($0)
      }
      for (place, engineer) in able.enumerated() {
        projects[engineer].append(
          (index, Int32(place), Int32(able.count), Int32(project.needed)))
      }
    }
  }

  func raise(_ prices: inout Prices, before engineer: EngineerIndex, by step: Int32) {
    /// The part of a whole that falls to one of `count` places.
    func part(_ whole: Int32, _ place: Int32, _ count: Int32) -> Int32 {
      let whole = Int(whole)
      let before = whole * Int(place) / Int(count)
      let after = whole * (Int(place) + 1) / Int(count)
      return Int32(after - before)
    }
    for answer in shifts[engineer] {
      prices.shifts[answer.slot] = min(
        prices.shifts[answer.slot] + part(step, answer.place, answer.count), most)
    }
    for answer in projects[engineer] {
      prices.projects[answer.project] = min(
        prices.projects[answer.project]
          + part(Int32(min(Int(step) * Int(answer.needed), Int(most))), answer.place, answer.count),
        most)
    }
  }
}
