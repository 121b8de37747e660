import Dates
package import RotaModel
package import Rules
package import Solver

/// The best rota of a period.
///
/// - Parameters:
///   - base: an earlier plan of the period against which changes are weighed (`generate --base`).
///   - effort: multiplies the work limit, at least 1.
package func plan(_ period: Period, in situation: Situation, base: Rota? = nil, effort: Int = 1)
  -> Outcome
{
  PeriodPlanning(period, in: situation, base: base).outcome(effort: effort)
}

/// A period about to be planned: its rules compiled to the solver's tables, nothing solved yet.
package struct PeriodPlanning: Sendable {
  private let frame: Frame
  private let problem: Problem

  package init(_ period: Period, in situation: Situation, base: Rota? = nil) {
    self.init(Frame(situation, period: period, purpose: .generate(base: base)))
  }

  init(_ frame: Frame) {
    self.frame = frame
    problem = Problem(frame)
  }

  /// The best rota, or the facts that clash with single edits that would make one possible.
  ///
  /// - Parameter watch: may stop the search; the outcome is then the best rota found so far, or
  ///   `unknown`.
  package func outcome(
    effort: Int = 1, watch: SearchProgress.Watch = { _ in true }
  ) -> Outcome {
    outcome(effort: effort, watch: watch, step: { _ in })
  }

  /// - Parameter step: told what is found out once it is known that no rota exists. Where the watch
  ///   then stops the search, the clash has the edits that were tried until then.
  package func outcome(
    effort: Int, watch: SearchProgress.Watch, step: (ClashStep) -> Void
  ) -> Outcome {
    let outcome = solve(effort: effort, watch: watch)
    guard case .infeasible(let bare) = outcome else { return outcome }
    step(.looking)
    if let pin = frame.pinOfClosedWeek(from: 0) {
      return .infeasible(Clash(pinOfClosedWeek: pin, frame, step: step, watch: watch))
    }
    let clash = Clash(
      frame, problem, work: ShiftFeasibility.usualWork * effort, step: step, watch: watch)
    if clash == nil { step(.found(bare)) }
    return .infeasible(clash ?? bare)
  }

  /// The points of a rota that is soon found, whether none has fewer, and what the search tells of
  /// similar problems; nil where none is found.
  func soon(
    knowing known: Solver.Known?
  ) -> (points: Int, isProved: Bool, known: Solver.Known)? {
    guard frame.pinOfClosedWeek(from: 0) == nil else { return nil }
    var solver = Solver(problem, effort: 1, knowing: known)
    switch solver.solve(branching: Solver.fewBranches) {
    case .optimal(let answer): return (answer.points, true, solver.known(with: answer))
    case .feasible(let answer, _): return (answer.points, false, solver.known(with: answer))
    case .unknown, .impossible, .contradiction: return nil
    }
  }

  /// The best rota; where none exists, without the facts.
  func solve(effort: Int, watch: SearchProgress.Watch = { _ in true }) -> Outcome {
    let none = Outcome.infeasible(Clash(summary: "no rota exists", facts: [], fixes: []))
    guard frame.pinOfClosedWeek(from: 0) == nil else { return none }
    switch Solver.solve(problem, effort: effort, watch: watch) {
    case .impossible: return none
    case .optimal(let answer):
      return .solved(frame.solution(answer, problem, bound: answer.points))
    case .feasible(let answer, let bound):
      return .solved(frame.solution(answer, problem, bound: bound))
    case .unknown(let bound): return .unknown(bound: bound)
    case .contradiction(let words): return .contradiction(words)
    }
  }
}

extension PeriodPlanning {
  /// Judges a rota of the period by the facts that it was planned by.
  package func judgement(of rota: Rota) -> Judgement { Roster(rota, in: frame).judgement() }
}

extension Frame {
  /// The solver's answer as a rota, with the checker's points.
  func solution(_ answer: Solver.Answer, _ problem: Problem, bound: Int) -> Solution {
    var shifts: [Shift] = []
    for (slot, holder) in zip(problem.slots.all, answer.holders) where holder.isKnown {
      shifts.append(
        Shift(
          week: weeks[problem.slots.week(of: slot).number],
          rotation: team.rotations[problem.slots.rotation(of: slot).number].id,
          engineer: team.engineers[holder.number].id))
    }
    let owners = problem.projects.indices.map { project in
      let framed = projects[problem.projects[project].index]
      return Ownership(
        project: framed.project.id,
        entries: engineers.filter { answer.owned[EngineerIndex($0)].contains(project) }.map {
          entry(of: $0, framed)
        })
    }
    let rota = Rota(period: period, shifts: shifts, owners: owners)
    return Solution(rota: rota, points: Roster(rota, in: self).points(), bound: bound)
  }

  /// A new owner owns the whole life; one who stays keeps the dates of the earlier entry where
  /// they hold all days to decide.
  private func entry(of engineer: Int, _ framed: FramedProject) -> EngineerSpan {
    let id = team.engineers[engineer].id
    guard let fixed = framed.fixed.first(where: { $0.engineer == engineer }),
      fixed.entry.days.clamped(to: framed.daysToDecide) == framed.daysToDecide
    else { return EngineerSpan(id) }
    return EngineerSpan(id, from: fixed.entry.from, until: fixed.entry.until)
  }
}
