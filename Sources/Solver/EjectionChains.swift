/// Rotas near a given one in which somebody else holds one of its shifts (ejection chains: Glover, 1996).
/// Everybody's projects stay.
///
/// Whoever takes the shift gives up none, or another that the next one takes, and so on, until somebody
/// takes one for none or the first holder does. Where the holder does not, the holder is left with a
/// shift less, or takes one from somebody else, who is left with a shift less or takes one, and so on.
/// The cheapest chains are worked out once, for all who might take the shift.
package struct EjectionChains {
  private let problem: Problem
  private let base: Solver.Answer
  /// The shift that others take.
  private let first: Slot
  private let shifts: Table<EngineerIndex, [Slot]>
  private let costs: Table<EngineerIndex, Int>
  /// A point counts more than all shifts that can change hands.
  private let perPoint: Int
  /// By the number of links before the last: how a shift that nobody holds is best held.
  private var fillings: [Table<Slot, Link?>] = []
  /// How somebody is best left without a shift.
  private var losses: [Table<Slot, Link?>] = []

  /// What becomes of a shift, and the costs of the whole chain from there.
  private struct Link {
    let cost: Int
    /// What is given up for it, or taken instead of it; nil for nothing, and for the first shift.
    var next: Slot?
    /// Who takes the last one of a chain.
    var taker = EngineerIndex.nobody
  }

  /// - Parameters:
  ///   - base: keeps the hard rules.
  ///   - slot: open.
  /// - Complexity: O((shifts + engineers) × shifts) plans judged.
  package init(_ problem: Problem, from base: Solver.Answer, taking slot: Slot) {
    self.problem = problem
    self.base = base
    first = slot
    let shifts = problem.shifts(base.holders)
    self.shifts = shifts
    costs = Table(shifts.indices) { problem.cost($0, shifts[$0], base.owned[$0]) }
    perPoint = problem.slots.all.count + 1
    let open = problem.open.indices.filter { problem.open[$0] }
    let exchanges = self.exchanges(open)
    losses = EjectionChains.chains(
      from: Table(problem.slots.all) { slot in
        guard problem.open[slot] else { return nil }
        return added(base.holders[slot], taking: nil, dropping: slot).map { Link(cost: $0) }
      }, exchanges.map { (slot: $0.given, next: $0.taken, cost: $0.cost) })
    fillings = EjectionChains.chains(
      from: Table(problem.slots.all) { slot in
        problem.open[slot] && slot != first ? lastFilling(slot) : nil
      },
      exchanges.filter { $0.given != first }.map {
        (slot: $0.taken, next: $0.given, cost: $0.cost)
      })
  }

  private var holder: EngineerIndex { base.holders[first] }

  /// What it costs the first holder to do without the shift.
  private var loss: Int { losses[losses.count - 1][first]?.cost ?? 0 }

  /// Points and changed shifts that it adds when an engineer takes a shift and gives up another; nil
  /// where a rule forbids it.
  private func added(_ engineer: EngineerIndex, taking slot: Slot?, dropping other: Slot?)
    -> Int?
  {
    var plan = shifts[engineer].filter { $0 != other }
    if let slot {
      guard problem.engineers[engineer].allowed[slot] else { return nil }
      plan.append(slot)
      plan.sort()
      guard problem.keepsRest(plan, engineer) else { return nil }
    }
    let points = problem.cost(engineer, plan, base.owned[engineer]) - costs[engineer]
    return points * perPoint + (slot == nil ? 0 : 1)
  }

  /// All ways to take somebody else's shift for an own one; the first holder gives up the first shift
  /// alone, and nobody takes that.
  private func exchanges(_ open: [Slot]) -> [(taken: Slot, given: Slot, cost: Int)] {
    open.flatMap { given in
      let engineer = base.holders[given]
      guard engineer != holder || given == first else {
        return [(taken: Slot, given: Slot, cost: Int)]()
      }
      return open.compactMap { taken in
        guard taken != first, base.holders[taken] != engineer else { return nil }
        return added(engineer, taking: taken, dropping: given).map { (taken, given, $0) }
      }
    }
  }

  /// The cheapest chains of more and more links.
  private static func chains(
    from last: Table<Slot, Link?>, _ links: [(slot: Slot, next: Slot, cost: Int)]
  ) -> [Table<Slot, Link?>] {
    var chains = [last]
    for _ in 1..<Tuning.Explaining.longestChain {
      let rest = chains[chains.count - 1]
      var longer = rest
      for (slot, next, cost) in links {
        guard let end = rest[next], cost + end.cost < longer[slot]?.cost ?? .max else { continue }
        longer[slot] = Link(cost: cost + end.cost, next: next)
      }
      chains.append(longer)
    }
    return chains
  }

  /// Somebody takes a shift for none, or the first holder for the first one, who loses nothing then.
  private func lastFilling(_ slot: Slot) -> Link? {
    var best: Link?
    for engineer in problem.engineers.indices where engineer != base.holders[slot] {
      let isHolder = engineer == holder
      guard let cost = added(engineer, taking: slot, dropping: isHolder ? first : nil) else {
        continue
      }
      let more = isHolder ? cost - loss : cost
      if more < best?.cost ?? .max { best = Link(cost: more, taker: engineer) }
    }
    return best
  }

  /// The best rota found in which an engineer holds the shift, of those the one that changes least.
  package func answer(_ engineer: EngineerIndex) -> Solver.Answer? {
    let ways = ([nil] + shifts[engineer].map(Optional.some)).compactMap {
      given -> (cost: Int, given: Slot?)? in
      guard let cost = added(engineer, taking: first, dropping: given) else { return nil }
      guard let given else { return (cost, nil) }
      return fillings[fillings.count - 1][given].map { (cost + $0.cost, given) }
    }
    for way in ways.sorted(by: { $0.cost < $1.cost }) {
      if let answer = answer(engineer, giving: way.given) { return answer }
    }
    return nil
  }

  /// nil where somebody would be twice in it.
  private func answer(_ engineer: EngineerIndex, giving given: Slot?) -> Solver.Answer? {
    var holders = base.holders
    holders[first] = engineer
    var moved: Set = [engineer]
    var level = fillings.count - 1
    var vacant = given
    while let slot = vacant {
      guard let link = fillings[level][slot] else { return nil }
      let taker = link.next.map { base.holders[$0] } ?? link.taker
      guard moved.insert(taker).inserted else { return nil }
      holders[slot] = taker
      vacant = link.next
      level -= 1
    }
    level = losses.count - 1
    var lost = moved.contains(holder) ? nil : Optional(first)
    while let slot = lost {
      guard let link = losses[level][slot], moved.insert(base.holders[slot]).inserted else {
        return nil
      }
      if let next = link.next { holders[next] = base.holders[slot] }
      lost = link.next
      level -= 1
    }
    return Solver.Answer(
      holders: holders, owned: base.owned, points: problem.points(holders, base.owned))
  }
}
