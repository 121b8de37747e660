public import RotaModel

/// The best rota of a period.
///
/// - Parameters:
///   - base: an earlier plan of the period against which changes are weighed (`generate --base`).
///   - effort: multiplies the work limit, at least 1.
public func plan(_ period: Period, in situation: Situation, base: Rota? = nil, effort: Int = 1)
  -> Outcome
{
  Planning(period, in: situation, base: base).outcome(effort: effort)
}

/// A period about to be planned: its rules compiled to the solver's tables, nothing solved yet.
public struct Planning: Sendable {
  private let frame: Frame
  private let problem: Problem

  public init(_ period: Period, in situation: Situation, base: Rota? = nil) {
    frame = Frame(situation, period: period, purpose: .generate(base: base))
    problem = Problem(frame)
  }

  public func outcome(effort: Int = 1) -> Outcome {
    var shifts = ShiftFeasibility(problem, work: 300_000 * effort)
    var owners = OwnerFeasibility(problem, work: 300_000 * effort)
    if case .impossible = shifts.run() {
      return .infeasible(Clash(summary: "", facts: [], fixes: []))
    }
    if case .impossible = owners.run() {
      return .infeasible(Clash(summary: "", facts: [], fixes: []))
    }
    guard var solver = Solver(problem, effort: effort) else { return .unknown(bound: 0) }
    switch solver.solve(known: nil) {
    case .optimal(let answer):
      return .solved(frame.solution(answer, problem, bound: answer.points))
    case .feasible(let answer, let bound):
      return .solved(frame.solution(answer, problem, bound: bound))
    case .unknown(let bound): return .unknown(bound: bound)
    }
  }
}

extension Frame {
  /// The solver's answer as a rota, with the checker's points.
  func solution(_ answer: Solver.Answer, _ problem: Problem, bound: Int) -> Solution {
    var shifts: [Shift] = []
    for week in weeks.indices {
      for rotation in rotations {
        let holder = answer.holders[week * rotations.count + rotation]
        guard holder >= 0 else { continue }
        shifts.append(
          Shift(
            week: weeks[week], rotation: team.rotations[rotation].id,
            engineer: team.engineers[holder].id))
      }
    }
    let owners = problem.projects.indices.map { project in
      let framed = projects[problem.projects[project].index]
      return Ownership(
        project: framed.project.id,
        entries: engineers.filter { answer.owned[$0] & (1 << UInt64(project)) != 0 }.map {
          EngineerSpan(team.engineers[$0].id)
        })
    }
    let rota = Rota(period: period, shifts: shifts, owners: owners)
    return Solution(rota: rota, points: Roster(rota, in: self).points(), bound: bound)
  }
}
