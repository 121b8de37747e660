/// A first rota at settled prices, without a search: owners by exchanges that help, then week by
/// week the cheapest holders, as the tables value what each leaves for the weeks to come.
struct Rollout {
  private let market: Market
  private let prices: Prices

  init(_ market: Market, _ prices: Prices) {
    self.market = market
    self.prices = prices
  }

  /// - Parameter owned: within the hard rules.
  /// - Returns: nil where a week is reached that nobody is left for.
  func run(owned: Table<EngineerIndex, [ProjectIndex]>) -> Solver.Answer? {
    let problem = market.problem
    let owned = problem.improvedOwners(owned)
    var tables = TableStore(market, prices)
    return holders(tables.space(owned)).map {
      Solver.Answer(holders: $0, owned: owned, points: problem.points($0, owned))
    }
  }

  private func holders(_ space: ShiftSpace) -> Table<Slot, EngineerIndex>? {
    let problem = market.problem
    var state = space.start
    for week in problem.weeks {
      let options = ShiftSpace.Options(space, state, week: week)
      let open = problem.rotations.filter { problem.open[problem.slots[week, $0]] }
      let costs = open.map { rotation in
        problem.engineers.indices.map { engineer in
          options.take[engineer, rotation].map {
            $0.excess - options.idle[engineer]
          }
        }
      }
      guard let engineers = cheapestAssignment(costs, columns: problem.engineers.count) else {
        return nil
      }
      var taken = Table<RotationIndex, (engineer: EngineerIndex, count: Int)?>(
        repeating: nil, for: problem.rotations)
      for (rotation, engineer) in zip(open, engineers.map(EngineerIndex.init)) {
        taken[rotation] = options.take[engineer, rotation].map { (engineer, $0.count) }
      }
      state = space.state(
        state, week: week, after: WeekMove(taken: taken, excess: 0))
    }
    return state.holders
  }
}

extension Problem {
  /// Gives projects to others as long as that costs fewer points, shifts aside.
  func improvedOwners(_ start: Table<EngineerIndex, [ProjectIndex]>) -> Table<
    EngineerIndex, [ProjectIndex]
  > {
    var owned = start
    var cost = Table(owned.indices) { ownerPoints($0, owned[$0]) }
    var isBetter = true
    var rounds = Tuning.Improving.ownerRounds
    while isBetter, rounds > 0 {
      isBetter = false
      rounds -= 1
      for index in projects.indices {
        let project = projects[index]
        for owner in owned.indices where owned[owner].contains(index) {
          guard !project.fixed.contains(owner) else { continue }
          let without = owned[owner].filter { $0 != index }
          let saved = cost[owner] - ownerPoints(owner, without)
          var best: (engineer: EngineerIndex, added: Int)?
          for other in owned.indices
          where project.candidates[other].mayOwn && !owned[other].contains(index) {
            let with = owned[other] + [index]
            guard fits(with, other) else { continue }
            let added = ownerPoints(other, with) - cost[other]
            if added < best?.added ?? saved { best = (other, added) }
          }
          guard let best else { continue }
          owned[owner] = without
          owned[best.engineer].append(index)
          cost[owner] -= saved
          cost[best.engineer] += best.added
          isBetter = true
        }
      }
    }
    return owned.mapValues { $0.sorted() }
  }
}
