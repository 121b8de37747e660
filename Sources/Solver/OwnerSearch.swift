/// Enumerates who owns what: one set of projects for each engineer so that every project has as
/// many owners as it needs, in which the sets together add no more than a limit to the bound.
struct OwnerSearch {
  struct Choice {
    /// By engineer: the projects owned.
    let owned: [[Int]]
    /// Units that the sets add to the bound.
    let excess: Int
  }

  /// By engineer, the sets worth trying, cheapest first.
  private let candidates: [[TableStore.OwnedSet]]
  private let market: Market
  private(set) var work: Int
  private(set) var choices: [Choice] = []

  /// - Parameters:
  ///   - sets: by engineer: the sets that add at most `limit`.
  ///   - keepsAll: choices are told apart even where they are the same for the shifts.
  init(
    _ market: Market, sets: [[TableStore.OwnedSet]], limit: Int, work: Int, keepsAll: Bool = false
  ) {
    self.keepsAll = keepsAll
    self.market = market
    self.work = work
    // Swift's sort is stable.
    candidates = sets.map { $0.sorted { $0.excess < $1.excess } }
    // Who has few sets is decided first.
    let sizes = candidates.map(\.count)
    let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    self.order = order
    var open: [[Int]] = [Array(repeating: 0, count: market.problem.projects.count)]
    for engineer in order.reversed() {
      let able = candidates[engineer].reduce(into: Set<Int>()) { $0.formUnion($1.projects) }
      open.append(open[open.count - 1].enumerated().map { $1 + (able.contains($0) ? 1 : 0) })
    }
    canOwn = open.reversed()
    self.limit = limit
  }

  private let keepsAll: Bool
  private var byCharges: [[[Int]]: Int] = [:]
  private let order: [Int]
  /// By step and project: how many of the engineers from there on may own it.
  private let canOwn: [[Int]]
  private let limit: Int

  /// Whether all choices were found; false where the work ran out.
  mutating func run(atMost most: Int) -> Bool {
    var chosen = [[Int]](repeating: [], count: order.count)
    return visit(
      0, needed: market.problem.projects.map(\.needed), excess: 0, chosen: &chosen, most: most)
  }

  /// For the shifts only projects that charge for them matter: of choices with the same ones the
  /// cheapest is enough, unless all are asked for.
  private mutating func add(_ choice: Choice) {
    guard !keepsAll else {
      choices.append(choice)
      return
    }
    let charges = choice.owned.enumerated().map { market.owners[$0].linked($1) }
    if let index = byCharges[charges] {
      if choice.excess < choices[index].excess { choices[index] = choice }
    } else {
      byCharges[charges] = choices.count
      choices.append(choice)
    }
  }

  private mutating func visit(
    _ step: Int, needed: [Int], excess: Int, chosen: inout [[Int]], most: Int
  ) -> Bool {
    guard work > 0, choices.count < most else { return false }
    work -= 1
    for project in needed.indices where needed[project] > canOwn[step][project] { return true }
    guard step < order.count else {
      add(Choice(owned: chosen, excess: excess))
      return true
    }
    let engineer = order[step]
    for candidate in candidates[engineer] {
      guard excess + candidate.excess <= limit else { break }
      var left = needed
      var fits = true
      for project in candidate.projects {
        left[project] -= 1
        if left[project] < 0 { fits = false }
      }
      guard fits else { continue }
      chosen[engineer] = candidate.projects
      guard
        visit(
          step + 1, needed: left, excess: excess + candidate.excess, chosen: &chosen, most: most)
      else { return false }
    }
    return true
  }
}
