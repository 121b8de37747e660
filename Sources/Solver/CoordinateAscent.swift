extension Market {
  /// Moves the prices of a few shifts, one after the other, each to where the bound is greatest while
  /// all others stay: the least for which somebody takes the shift. A shift that somebody else was to
  /// hold when the prices settled has one that says little.
  ///
  /// - Complexity: two replies of each engineer who may hold a shift.
  func raise(_ prices: inout Prices, of slots: [Slot], scratch: inout Scratch) {
    let most = Prices.most(problem)
    for slot in slots {
      let least = problem.able(slot).map { engineer in
        let (with, without) = costs(
          engineer, withAndWithout: slot, at: &prices, setLimit: Tuning.Prices.setsInSteps,
          scratch: &scratch)
        return with - without
      }.min()
      prices.shifts[slot] = Int32(min(max(least ?? 0, -most), most))
    }
  }

  /// The least that a plan costs an engineer who holds a shift, be it worth nothing, and one who does
  /// not.
  ///
  /// - Parameter prices: that of the shift is another one afterwards.
  private func costs(
    _ engineer: EngineerIndex, withAndWithout slot: Slot, at prices: inout Prices, setLimit: Int,
    scratch: inout Scratch
  ) -> (with: Int, without: Int) {
    let most = Int32(Prices.most(problem))
    func cost(at price: Int32) -> Int {
      prices.shifts[slot] = price
      return reply(
        engineer, at: prices, scratch: &scratch, setLimit: setLimit, wantsPlan: false
      ).cost
    }
    return (cost(at: most) + Int(most), cost(at: -most))
  }

  /// No rota in which an engineer holds a shift costs less; nil for whoever may not hold it. In units,
  /// without the problem's constant.
  ///
  /// - Complexity: two replies of each engineer.
  func bounds(holding slot: Slot, at prices: Prices) -> Table<EngineerIndex, Int?> {
    var scratch = Scratch(self)
    let rest = prices.total(problem) - Int(prices.shifts[slot])
    var prices = prices
    let all = Table(problem.engineers.indices) {
      costs(
        $0, withAndWithout: slot, at: &prices, setLimit: Tuning.Prices.setsInBounds,
        scratch: &scratch)
    }
    let others = all.reduce(rest) { $0 + $1.without }
    return Table(all.indices) { engineer in
      problem.engineers[engineer].allowed[slot]
        ? others + all[engineer].with - all[engineer].without : nil
    }
  }
}
