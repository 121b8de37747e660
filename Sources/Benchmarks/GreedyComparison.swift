/// Rota and the greedy planners on the same sample teams, a quarter each.
package struct GreedyComparison {
  private let planned: [Planner: [PlannedTeam]]
  private let teams: Int

  /// Teams of 8, 10 and 12 engineers without projects, which greedy planners know nothing of.
  package static let sizes = ["8x13x1", "10x13x1", "12x13x1", "12x13x2"].compactMap(TeamSize.init)

  /// - Parameter seeds: of each size; a team that has no rota is left out.
  package init(sizes: [TeamSize] = sizes, seeds: ClosedRange<Int>) {
    var planned: [Planner: [PlannedTeam]] = [:]
    for size in sizes {
      for seed in seeds {
        let sample = SampleTeam(size, seed: seed)
        let all = Planner.all.map { PlannedTeam(sample, by: $0) }
        guard !all.contains(where: { $0 == nil }) else { continue }
        for (planner, one) in zip(Planner.all, all.compactMap(\.self)) {
          planned[planner, default: []].append(one)
        }
      }
    }
    self.planned = planned
    teams = planned[.rota]?.count ?? 0
  }

  /// A line for each planner.
  package var markdown: String {
    var lines = [
      "| \(teams) teams, a quarter each | broken rules | spread of balances: median, worst "
        + "| closest shifts: median, worst | moved by one absence | broken after it |",
      "| --- | --- | --- | --- | --- | --- |",
    ]
    for planner in Planner.all {
      guard let all = planned[planner], !all.isEmpty else { continue }
      let spreads = all.map(\.spread).sorted()
      let closest = all.map(\.closest).sorted()
      lines.append(
        "| \(name(planner)) | \(total(all.map(\.broken))) "
          + "| \(shifts(spreads[teams / 2])), \(shifts(spreads[teams - 1])) "
          + "| \(closest[teams / 2]) weeks, \(closest[0]) "
          + "| \(total(all.map(\.moved))) | \(total(all.map(\.brokenAfter))) |")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func name(_ planner: Planner) -> String {
    switch planner {
    case .rota: "Rota"
    case .greedy(let rule): rule.rawValue
    }
  }

  private func total(_ numbers: [Int]) -> String { String(numbers.reduce(0, +)) }

  private func shifts(_ hundredths: Int) -> String { decimal(hundredths, places: 2) }
}
