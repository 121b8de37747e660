/// The best answer to a problem in which all but a few shifts and seats are decided: each of those
/// few goes to one engineer, so their sets are a partition, found by dynamic programming over subsets
/// (`Solver.docc`, "Few open shifts").
///
/// Exact and in the team file's order, as the whole search is; O(engineers · 3ⁿ) for n items, and
/// 2ⁿ plans judged for each engineer.
struct SetPartitioning {
  /// What is open.
  private enum Item {
    case seat(project: ProjectIndex)
    case shift(slot: Slot)
  }

  /// Points, and of equal points what stands first in the team file: both add up.
  private struct Value: Comparable {
    var points: Int
    /// The engineers of the items as digits, the first item's first.
    var order: Int

    static func + (a: Value, b: Value) -> Value {
      Value(points: a.points + b.points, order: a.order + b.order)
    }

    static func < (a: Value, b: Value) -> Bool { (a.points, a.order) < (b.points, b.order) }
  }

  /// Some of the items, as bits, that one engineer may have together.
  private struct Share {
    let items: Int
    let value: Value
  }

  private let problem: Problem
  private var items: [Item] = []
  /// Who alone may hold it.
  private var holders: Table<Slot, EngineerIndex>
  /// The projects owned in any case.
  private var owned: Table<EngineerIndex, [ProjectIndex]>
  /// Nobody can hold a shift or have a seat.
  private var isImpossible = false

  /// nil where more is open than a few shifts and seats.
  init?(_ problem: Problem) {
    self.problem = problem
    holders = Table(repeating: .nobody, for: problem.slots.all)
    owned = Table(repeating: [], for: problem.engineers.indices)
    for index in problem.projects.indices where !settle(project: index) { return nil }
    for slot in problem.open.indices where problem.open[slot] { settle(slot: slot) }
    guard items.count <= Tuning.Search.fewItems else { return nil }
    var orders = 1
    for _ in items {
      let (product, overflow) = orders.multipliedReportingOverflow(
        by: max(1, problem.engineers.count))
      if overflow { return nil }
      orders = product
    }
  }

  /// Whoever must own a project does; one seat may be open; false where more are.
  private mutating func settle(project index: ProjectIndex) -> Bool {
    let project = problem.projects[index]
    let able = problem.engineers.indices.filter { project.candidates[$0].mayOwn }
    if project.fixed.count > project.needed || able.count < project.needed
      || !project.fixed.allSatisfy(able.contains)
    {
      isImpossible = true
      return true
    }
    let decided = able.count == project.needed ? able : project.fixed
    for engineer in decided { owned[engineer].append(index) }
    if project.needed > decided.count { items.append(.seat(project: index)) }
    return project.needed <= decided.count + 1
  }

  private mutating func settle(slot: Slot) {
    let able = problem.able(slot)
    switch able.count {
    case 0: isImpossible = true
    case 1: holders[slot] = able[0]
    default: items.append(.shift(slot: slot))
    }
  }

  /// The answer with the fewest points, of several the first in the team file's order; nil where
  /// there is none.
  func best() -> Solver.Answer? {
    guard !isImpossible else { return nil }
    let all = (1 << items.count) - 1
    // By engineer: what those up to there come to, by the items they have together.
    var reached: [[Value?]] = [Array(repeating: nil, count: all + 1)]
    reached[0][0] = Value(points: problem.constant, order: 0)
    let decided = problem.shifts(holders)
    for engineer in problem.engineers.indices {
      let shares = shares(of: engineer, decided[engineer])
      var next: [Value?] = Array(repeating: nil, count: all + 1)
      for (before, value) in reached[engineer.number].enumerated() {
        guard let value else { continue }
        for share in shares where share.items & before == 0 {
          let sum = value + share.value
          if next[before | share.items].map({ sum < $0 }) ?? true {
            next[before | share.items] = sum
          }
        }
      }
      reached.append(next)
    }
    guard let points = reached[problem.engineers.count][all]?.points else { return nil }
    return answer(points: points, order: reached[problem.engineers.count][all]?.order ?? 0)
  }

  /// What an engineer may have of the items; nothing where not even what is decided fits together.
  private func shares(of engineer: EngineerIndex, _ decided: [Slot]) -> [Share] {
    let able = items.indices.filter { index in
      switch items[index] {
      case .seat(let project):
        problem.projects[project].candidates[engineer].mayOwn && !owned[engineer].contains(project)
      case .shift(let slot):
        problem.engineers[engineer].allowed[slot]
      }
    }
    var fitting: [Share] = []
    for choice in 0..<1 << able.count {
      let chosen = able.indices.filter { choice & 1 << $0 != 0 }.map { able[$0] }
      var slots = decided
      var projects = owned[engineer]
      for index in chosen {
        switch items[index] {
        case .seat(let project): projects.append(project)
        case .shift(let slot): slots.append(slot)
        }
      }
      slots.sort()
      guard problem.keepsRest(slots, engineer), problem.fits(projects, engineer) else {
        if choice == 0 { return [] }
        continue
      }
      fitting.append(
        Share(
          items: chosen.reduce(0) { $0 | 1 << $1 },
          value: Value(
            points: problem.cost(engineer, slots, projects),
            order: chosen.reduce(0) { $0 + engineer.number * digit($1) })))
    }
    return fitting
  }

  /// What a digit of an item counts: the first item's most.
  private func digit(_ index: Int) -> Int {
    (index + 1..<items.count).reduce(1) { product, _ in product * problem.engineers.count }
  }

  private func answer(points: Int, order: Int) -> Solver.Answer {
    var (holders, owned) = (holders, owned)
    for (index, item) in items.enumerated() {
      let engineer = EngineerIndex(order / digit(index) % problem.engineers.count)
      switch item {
      case .seat(let project): owned[engineer].append(project)
      case .shift(let slot): holders[slot] = engineer
      }
    }
    return Solver.Answer(
      holders: holders, owned: owned.mapValues { $0.sorted() }, points: points)
  }
}
