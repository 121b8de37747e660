/// The search at fixed prices: for rotas at the bound, then a little above it, then twice as much
/// above it, until one is found.
struct Probe {
  private let market: Market
  private let bound: Int
  private var tables: TableStore
  private var work: Int
  private let lastTarget: Int?
  private(set) var best: Solver.Answer?
  /// No rota has fewer points.
  private(set) var proved: Int
  private(set) var used = 0
  /// Whether rotas were reached that cost more than the tables say.
  private(set) var isLoose = false
  /// A bound and a rota that contradict each other: nothing is proved then.
  private(set) var contradiction: String?
  /// Whether it turned out that there is no rota at all.
  private(set) var isImpossible = false
  private let floor: Int

  /// - Parameters:
  ///   - bound: in units, at these prices, without the problem's constant.
  ///   - lastTarget: how many points above the bound are searched; nil for all.
  init(
    _ market: Market, _ prices: Prices, bound: Int, best: Solver.Answer?, work: Int,
    lastTarget: Int?
  ) {
    self.market = market
    self.bound = bound
    self.best = best
    self.work = work
    self.lastTarget = lastTarget
    tables = TableStore(market, prices)
    floor = market.scale.pointsRoundedUp(bound) + market.problem.constant
    proved = floor
  }

  /// Whether the best rota is known, or that none is.
  mutating func deepen() -> Bool {
    var step = 0
    while lastTarget.map({ step <= $0 }) ?? true {
      if let best, proved >= best.points { return true }
      let target = min(floor + step, best.map { $0.points - 1 } ?? .max)
      let (found, ended) = search(limit: limit(of: target), inOrder: false)
      if let found { best = answer(found) }
      guard ended else { return false }
      if found != nil { return true }
      proved = target + 1
      if target >= market.problem.dearest {
        isImpossible = true
        return false
      }
      step = max(1, 2 * step)
    }
    return false
  }

  /// Of all rotas with the fewest points the first in the team file's order: owners project by
  /// project, then holders week by week. Where the work does not suffice, the answer itself; a
  /// contradiction where one has fewer points still.
  mutating func canonical(_ answer: Solver.Answer, work: Int) -> Solver.Result {
    self.work = work
    let (found, _) = search(limit: limit(of: answer.points), inOrder: true)
    let first = found.map(self.answer) ?? answer
    if first.points != answer.points {
      contradiction = "a rota has \(first.points) points where \(answer.points) were the fewest"
    }
    return contradiction.map(Solver.Result.contradiction) ?? .optimal(first)
  }

  /// Units that a rota of so many points adds to the bound.
  private func limit(of points: Int) -> Int {
    (points - market.problem.constant) * market.scale.unitsPerPoint - bound
  }

  private struct Found {
    let holders: Table<Slot, EngineerIndex>
    let owned: Table<EngineerIndex, [ProjectIndex]>
    /// Units above the bound.
    let excess: Int
  }

  /// The best rota that adds at most `limit` to the bound, and whether all were looked at.
  private mutating func search(limit: Int, inOrder: Bool) -> (Found?, ended: Bool) {
    let before = work
    defer { used += before - work }
    guard let sets = sets(limit: limit) else { return (nil, false) }
    var owners = OwnerSearch(market, sets: sets, limit: limit, work: work, keepsAll: inOrder)
    let complete = owners.run(atMost: Tuning.Search.ownerChoices)
    work = owners.work
    guard complete else { return (nil, false) }
    var choices = owners.choices
    if inOrder {
      choices.sort { market.comesFirst($0.owned, $1.owned) }
    } else {
      choices.sort { $0.excess < $1.excess }
    }
    var limit = limit
    var best: Found?
    for choice in choices where choice.excess <= limit {
      var search = ShiftSearch(
        tables.space(choice.owned), limit: limit - choice.excess, work: work, inOrder: inOrder
      ) { [market, bound] holders in
        let points = market.problem.points(holders, choice.owned) - market.problem.constant
        return points * market.scale.unitsPerPoint - bound - choice.excess
      }
      let ended = search.run()
      work = search.work
      if search.isContradicted {
        contradiction = "a rota has fewer points than the tables say it must have"
        return (nil, false)
      }
      if let found = search.best {
        best = Found(
          holders: found.holders, owned: choice.owned, excess: choice.excess + found.excess)
        limit = choice.excess + found.excess - market.scale.unitsPerPoint
        if inOrder { return (best, true) }
      }
      isLoose = isLoose || search.dearer > 0
      if !ended { return (best, false) }
    }
    return (best, true)
  }

  private func answer(_ found: Found) -> Solver.Answer {
    let owned = found.owned.mapValues { $0.sorted() }
    return Solver.Answer(
      holders: found.holders, owned: owned, points: market.problem.points(found.holders, owned))
  }

  private mutating func sets(limit: Int) -> Table<EngineerIndex, [TableStore.OwnedSet]>? {
    var all = Table<EngineerIndex, [TableStore.OwnedSet]>([])
    for engineer in market.problem.engineers.indices {
      guard let sets = tables.sets(of: engineer, limit: limit, work: &work) else { return nil }
      all.append(sets)
    }
    return all
  }
}

extension Market {
  /// Whether a choice of sets comes before another: project by project, the owners who stand
  /// first in the team file.
  func comesFirst(
    _ a: Table<EngineerIndex, [ProjectIndex]>, _ b: Table<EngineerIndex, [ProjectIndex]>
  ) -> Bool {
    for project in problem.projects.indices {
      for engineer in problem.engineers.indices {
        let inA = a[engineer].contains(project)
        let inB = b[engineer].contains(project)
        if inA != inB { return inA }
      }
    }
    return false
  }
}
