/// Enumerates who owns what: one set of projects for each engineer so that every project has as
/// many owners as it needs, in which the sets together add no more than a limit to the bound.
struct OwnerSearch {
  struct Choice {
    /// By engineer: an index into the engineer's sets.
    let sets: [Int]
    /// Units that the sets add to the bound.
    let excess: Int
  }

  /// By engineer, the sets worth trying with what each adds to the bound, cheapest first.
  private let candidates: [[(set: Int, excess: Int)]]
  private let market: Market
  private(set) var work: Int
  private(set) var choices: [Choice] = []

  /// - Parameters:
  ///   - excess: by engineer and set: what it adds to the bound.
  ///   - keepsAll: choices are told apart even where they are the same for the shifts.
  init(_ market: Market, excess: [[Int]], limit: Int, work: Int, keepsAll: Bool = false) {
    self.keepsAll = keepsAll
    self.market = market
    self.work = work
    candidates = excess.map { sets in
      sets.indices.filter { sets[$0] <= limit }.map { ($0, sets[$0]) }
        .sorted { ($0.excess, $0.set) < ($1.excess, $1.set) }
    }
    // Who has few sets is decided first.
    let sizes = candidates.map(\.count)
    let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    self.order = order
    var open: [[Int]] = [Array(repeating: 0, count: market.problem.projects.count)]
    for engineer in order.reversed() {
      let union = candidates[engineer].reduce(into: UInt64(0)) {
        $0 |= market.owners[engineer].sets[$1.set].projects
      }
      open.append(
        open[open.count - 1].enumerated().map { $1 + (union & (1 << UInt64($0)) != 0 ? 1 : 0) })
    }
    canOwn = open.reversed()
    self.limit = limit
  }

  private let keepsAll: Bool
  private var byProfiles: [[Int]: Int] = [:]
  private let order: [Int]
  /// By step and project: how many of the engineers from there on may own it.
  private let canOwn: [[Int]]
  private let limit: Int

  /// Whether all choices were found; false where the work ran out.
  mutating func run(atMost most: Int) -> Bool {
    var chosen = [Int](repeating: 0, count: order.count)
    return visit(
      0, needed: market.problem.projects.map(\.needed), excess: 0, chosen: &chosen, most: most)
  }

  /// For the shifts only the profiles of the sets matter: of choices with the same ones the
  /// cheapest is enough, unless all are asked for.
  private mutating func add(_ choice: Choice) {
    guard !keepsAll else {
      choices.append(choice)
      return
    }
    let profiles = choice.sets.enumerated().map { market.owners[$0].sets[$1].profile }
    if let index = byProfiles[profiles] {
      if choice.excess < choices[index].excess { choices[index] = choice }
    } else {
      byProfiles[profiles] = choices.count
      choices.append(choice)
    }
  }

  private mutating func visit(
    _ step: Int, needed: [Int], excess: Int, chosen: inout [Int], most: Int
  ) -> Bool {
    guard work > 0, choices.count < most else { return false }
    work -= 1
    for project in needed.indices where needed[project] > canOwn[step][project] { return true }
    guard step < order.count else {
      add(Choice(sets: chosen, excess: excess))
      return true
    }
    let engineer = order[step]
    for candidate in candidates[engineer] {
      guard excess + candidate.excess <= limit else { break }
      let projects = market.owners[engineer].sets[candidate.set].projects
      var left = needed
      var bits = projects
      var fits = true
      while bits != 0 {
        let project = bits.trailingZeroBitCount
        left[project] -= 1
        if left[project] < 0 { fits = false }
        bits &= bits - 1
      }
      guard fits else { continue }
      chosen[engineer] = candidate.set
      guard
        visit(
          step + 1, needed: left, excess: excess + candidate.excess, chosen: &chosen, most: most)
      else { return false }
    }
    return true
  }
}
