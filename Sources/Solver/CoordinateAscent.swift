extension Market {
  /// Moves the prices of a few shifts, one after the other, each to where the bound is greatest while
  /// all others stay: the least for which somebody takes the shift. A shift that somebody else was to
  /// hold when the prices settled has one that says little.
  ///
  /// - Complexity: two replies of each engineer who may hold a shift.
  func raise(_ prices: inout Prices, of slots: [Slot], scratch: inout Scratch) {
    let most = Int32(Prices.most(problem))
    for slot in slots {
      let able = problem.able(slot)
      let least = able.map { engineer in
        func cost(at price: Int32) -> Int {
          prices.shifts[slot] = price
          return reply(
            engineer, at: prices, scratch: &scratch, setLimit: Tuning.Prices.setsInSteps,
            wantsPlan: false
          ).cost
        }
        return cost(at: most) + Int(most) - cost(at: -most)
      }.min()
      prices.shifts[slot] = Int32(min(max(least ?? 0, -Int(most)), Int(most)))
    }
  }
}
