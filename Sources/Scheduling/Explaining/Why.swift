public import Diagnostics
public import RotaModel

/// Why an engineer holds a shift: what everybody else is stopped by, or would cost.
public struct Explanation: Sendable {
  public let week: ShiftWeek
  public let rotation: RotationID
  /// The holder in the rota on file, or in the best rota where there is none.
  public let holder: EngineerID?
  /// The points of the best rota of the period.
  public let optimum: Int
  /// Every engineer, in the team file's order, the holder too.
  public let options: [Option]

  public struct Option: Sendable {
    public let engineer: EngineerID
    public let verdict: Verdict
  }

  public enum Verdict: Sendable {
    /// Hard rules forbid it, whatever the rest of the rota.
    case stopped([Diagnostic])
    /// No rota exists in which the engineer holds it.
    case impossible(summary: String)
    /// The best rota in which the engineer holds it has so many points more, and these other
    /// shifts move against the best one.
    case costs(Int, moves: [Move])
    /// The work limit ended before an answer was proved.
    case unknown
  }

  /// A shift that somebody else holds.
  public struct Move: Sendable, Hashable {
    public let week: ShiftWeek
    public let rotation: RotationID
    public let from: EngineerID?
    public let to: EngineerID?
  }
}

/// Explains a shift of a period; nil where the period has no such shift week or no rota.
///
/// - Parameter only: asks for one engineer; nil for all.
public func explain(
  _ week: ShiftWeek, _ rotation: RotationID, of period: Period, in situation: Situation,
  only: EngineerID? = nil
) -> Explanation? {
  let frame = Frame(situation, period: period)
  let problem = Problem(frame)
  guard let slotWeek = frame.weeks.firstIndex(of: week),
    let duty = situation.availability.index(of: rotation)
  else { return nil }
  var solver = Solver(problem, effort: 1)
  guard case .optimal(let best) = solver.solve() else { return nil }
  let slot = slotWeek * problem.rotations + duty
  let onFile = situation.rotas.first { $0.period == period }?.shifts.first {
    $0.week == week && $0.rotation == rotation
  }?.engineer
  let planned = best.holders[slot]
  let options = frame.engineers.filter {
    only == nil || frame.team.engineers[$0].id == only
  }.map { engineer in
    let cell = Cell(engineer: engineer, rotation: duty, week: slotWeek)
    let stops = frame.stops(cell)
    let verdict: Explanation.Verdict
    if !stops.isEmpty {
      verdict = .stopped(stops)
    } else if engineer == planned {
      verdict = .costs(0, moves: [])
    } else {
      verdict = frame.verdict(pinning: cell, problem, solver, best)
    }
    return Explanation.Option(engineer: frame.team.engineers[engineer].id, verdict: verdict)
  }
  return Explanation(
    week: week, rotation: rotation,
    holder: onFile ?? (planned >= 0 ? frame.team.engineers[planned].id : nil),
    optimum: best.points, options: options)
}

extension Frame {
  /// The hard rules that forbid a cell by themselves.
  func stops(_ cell: Cell) -> [Diagnostic] {
    RuleBook.rules.flatMap { rule in
      rule.shapes.compactMap { shape -> Diagnostic? in
        switch shape {
        case .cell(let breaks, let explain):
          guard breaks(self, cell) else { return nil }
          let reason = explain(self, cell)
          return reason.diagnostic(rule, at: reason.related.first?.place)
        case .chain(let least, let explain):
          return chainStop(rule, least(self), explain, cell)
        default: return nil
        }
      }
    }
  }

  /// A shift of another rota that lies too close.
  private func chainStop(
    _ rule: Rule, _ least: Int, _ explain: (Frame, ChainPair) -> Reason, _ cell: Cell
  ) -> Diagnostic? {
    let here = Shift(
      week: weeks[cell.week], rotation: team.rotations[cell.rotation].id,
      engineer: team.engineers[cell.engineer].id)
    let pairs = [
      lastBefore[cell.engineer].map {
        ChainPair(engineer: cell.engineer, first: $0, second: here)
      },
      firstAfter[cell.engineer].map {
        ChainPair(engineer: cell.engineer, first: here, second: $0)
      },
    ]
    guard let broken = pairs.compactMap(\.self).first(where: { $0.distance < least }) else {
      return nil
    }
    return explain(self, broken).diagnostic(rule, at: broken.first.place ?? broken.second.place)
  }

  fileprivate func verdict(
    pinning cell: Cell, _ problem: Problem, _ solver: Solver, _ best: Solver.Answer
  ) -> Explanation.Verdict {
    var pinned = problem
    for other in 0..<problem.engineers where other != cell.engineer {
      pinned.allowed[problem.cell(other, cell.week, cell.rotation)] = false
    }
    var search = ShiftFeasibility(pinned, work: ShiftFeasibility.usualWork)
    if case .impossible(let week) = search.run() {
      return .impossible(summary: "the week of \(weeks[week]) could not be held then")
    }
    var again = Solver(pinned, effort: 1, prices: solver.prices)
    guard case .optimal(let answer) = again.solve() else { return .unknown }
    return .costs(
      answer.points - best.points,
      moves: moves(from: best.holders, to: answer.holders, except: cell))
  }

  private func moves(from old: [Int], to new: [Int], except cell: Cell) -> [Explanation.Move] {
    old.indices.filter {
      old[$0] != new[$0] && $0 != cell.week * rotations.count + cell.rotation
    }.map { slot in
      func name(_ engineer: Int) -> EngineerID? {
        engineer >= 0 ? team.engineers[engineer].id : nil
      }
      return Explanation.Move(
        week: weeks[slot / rotations.count], rotation: team.rotations[slot % rotations.count].id,
        from: name(old[slot]), to: name(new[slot]))
    }
  }
}
