/// Enumerates who owns what: one set of projects for each engineer so that every project has as
/// many owners as it needs, in which the sets together add no more than a limit to the bound.
struct OwnerSearch {
  struct Choice {
    let owned: Table<EngineerIndex, [ProjectIndex]>
    /// Units that the sets add to the bound.
    let excess: Int
  }

  /// The sets worth trying, cheapest first.
  private let candidates: Table<EngineerIndex, [TableStore.OwnedSet]>
  private let market: Market
  private(set) var work: Int
  private(set) var choices: [Choice] = []

  /// - Parameters:
  ///   - sets: the sets that add at most `limit`.
  ///   - keepsAll: choices are told apart even where they are the same for the shifts.
  init(
    _ market: Market, sets: Table<EngineerIndex, [TableStore.OwnedSet]>, limit: Int, work: Int,
    keepsAll: Bool = false
  ) {
    self.keepsAll = keepsAll
    self.market = market
    self.work = work
    // Swift's sort is stable.
    candidates = sets.mapValues { $0.sorted { $0.excess < $1.excess } }
    // Who has few sets is decided first.
    let sizes = candidates.mapValues(\.count)
    let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    self.order = order
    var open = [Table(repeating: 0, for: market.problem.projects.indices)]
    for engineer in order.reversed() {
      var next = open[open.count - 1]
      for project in candidates[engineer].reduce(into: Set(), { $0.formUnion($1.projects) }) {
        next[project] += 1
      }
      open.append(next)
    }
    canOwn = open.reversed()
    self.limit = limit
  }

  private let keepsAll: Bool
  private var byCharges: [Table<EngineerIndex, [ProjectIndex]>: Int] = [:]
  private let order: [EngineerIndex]
  /// By step: how many of the engineers from there on may own each project.
  private let canOwn: [Table<ProjectIndex, Int>]
  private let limit: Int

  /// Whether all choices were found; false where the work ran out.
  mutating func run(atMost most: Int) -> Bool {
    var chosen = Table(repeating: [ProjectIndex](), for: candidates.indices)
    return visit(
      0, needed: market.problem.projects.mapValues(\.needed), excess: 0, chosen: &chosen, most: most
    )
  }

  /// For the shifts only projects that charge for them matter: of choices with the same ones the
  /// cheapest is enough, unless all are asked for.
  private mutating func add(_ choice: Choice) {
    guard !keepsAll else {
      choices.append(choice)
      return
    }
    let charges = Table(choice.owned.indices) { market.owners[$0].linked(choice.owned[$0]) }
    if let index = byCharges[charges] {
      if choice.excess < choices[index].excess { choices[index] = choice }
    } else {
      byCharges[charges] = choices.count
      choices.append(choice)
    }
  }

  private mutating func visit(
    _ step: Int, needed: Table<ProjectIndex, Int>, excess: Int,
    chosen: inout Table<EngineerIndex, [ProjectIndex]>, most: Int
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
