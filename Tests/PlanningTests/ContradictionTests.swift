import Dates
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules
@testable import Solver

/// A contradiction of the solver is a mistake of the program: it is told, and never taken for a
/// limit of the work that a longer search would lift.
@Suite("A contradiction of the solver")
struct ContradictionTests {
  private static let contradicting: Solver.Solving = { _, _, _ in .contradiction("odd") }

  private func situation() throws -> (Situation, Period) {
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: 4))
    return (
      try written(
        """
        engineers:
          ada:
          bo:
          cleo:
        """), period
    )
  }

  @Test("is the answer of replan, where all may stay")
  func keeping() throws {
    let (situation, period) = try situation()
    guard case .solved(let best) = plan(period, in: situation) else {
      Issue.record("no rota")
      return
    }
    let frame = situation.frame(
      of: best.rota, purpose: .replan(from: period.first, base: best.rota))
    var replanning = Replanning(frame, best.rota)
    replanning.solver = ContradictionTests.contradicting
    guard case .contradiction("odd") = replanning.outcome(effort: 1, { _ in }) else {
      Issue.record("it is not told")
      return
    }
  }

  @Test("is the answer of replan, where some who may stay must go", arguments: [1, 2])
  func replanning(call: Int) throws {
    let (situation, period) = try situation()
    guard case .solved(let best) = plan(period, in: situation) else {
      Issue.record("no rota")
      return
    }
    // Two shifts in a row of one engineer: either may go.
    var base = best.rota
    let (first, second) = (base.shifts[0], base.shifts[1])
    base.shifts[1] = Shift(
      week: second.week, rotation: second.rotation, engineer: first.engineer)
    let frame = situation.frame(of: base, purpose: .replan(from: period.first, base: base))
    var replanning = Replanning(frame, base)
    // The first search finds the fewest changes, the second the fewest points.
    let changes = replanning.problem.countingChangesOnly(from: replanning.holders)
    replanning.solver = { problem, effort, watch in
      let isFirst = problem.shiftPoints == changes.shiftPoints
      return isFirst == (call == 1)
        ? .contradiction("odd") : Solver.solve(problem, effort: effort, watch: watch)
    }
    guard case .contradiction("odd") = replanning.outcome(effort: 1, { _ in }) else {
      Issue.record("it is not told")
      return
    }
  }

  @Test("is the answer of options, though the best rota is known")
  func options() throws {
    let (situation, period) = try situation()
    let outcome = Planning.options(
      2, of: period, in: situation, effort: 1, watch: { _ in }, step: { _ in },
      solver: ContradictionTests.contradicting)
    guard case .contradiction("odd") = outcome else {
      Issue.record("it is not told")
      return
    }
  }
}
