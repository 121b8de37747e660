import Dates
import RotaModel
import Rules
import Solver

extension Replanning {
  /// Where a rota exists but for the covers: those of which none can be left out, and what it costs
  /// to give one up. nil where it is not the covers.
  func clashOfCovers(
    effort: Int, _ watch: (SearchProgress) -> Void, _ step: (ClashStep) -> Void
  ) -> Clash? {
    func isImpossible(_ kept: [CoveredStay]) -> Bool {
      let counting = problem.countingChangesOnly(from: holders)
      guard case .impossible = solve(counting, effort: effort, watch, stays: kept) else {
        return false
      }
      return true
    }
    guard !stays.isEmpty, !isImpossible([]), isImpossible(stays) else { return nil }
    var kept = stays
    for index in kept.indices.reversed() {
      var fewer = kept
      fewer.remove(at: index)
      if isImpossible(fewer) { kept = fewer }
    }
    let summary = "not all shifts can be held while the covers stand"
    let facts = kept.map { fact(of: $0.cover) }
    step(.found(Clash(summary: summary, facts: facts, fixes: [])))
    return Clash(
      summary: summary, facts: facts, fixes: fixes(of: kept.map(\.cover), effort, step))
  }

  private func fact(of cover: Cover) -> Clash.Fact {
    let held = base.shifts.first {
      $0.rotation == cover.rotation && $0.week.days.contains(cover.days.lowerBound)
    }
    let holder = held.map { " for `\($0.engineer)`" } ?? ""
    return Clash.Fact(
      "`\(cover.engineer)` stands in\(holder) \(cover.days.phrase), and gets no other shift that week",
      at: cover.place)
  }

  private func fixes(
    of covers: [Cover], _ effort: Int, _ step: (ClashStep) -> Void
  ) -> [Clash.Fix] {
    let tried = covers.prefix(Clash.mostTried).compactMap { cover -> Clash.Fix? in
      var without = base
      without.covers.removeAll { $0 == cover }
      let mending = Replanning(frame, without)
      guard case .mended(let mended) = mending.mend(effort: effort) else { return nil }
      let fix = Clash.Fix(
        "remove the cover of `\(cover.engineer)` \(cover.days.phrase)",
        points: mended.solution.points.total)
      step(.helps(fix))
      return fix
    }
    return Clash.byPoints(tried)
  }
}
