package import Diagnostics
import RotaModel

extension Frame {
  /// The hard rules that forbid a cell by themselves.
  ///
  /// - Parameter frozen: what is held of the weeks that stay as they are.
  package func stops(_ cell: Cell, after frozen: FrozenShifts? = nil) -> [Diagnostic] {
    RuleBook.rules.flatMap { rule in
      rule.shapes.compactMap { shape -> Diagnostic? in
        switch shape {
        case .cell(let breaks, let explain):
          guard breaks(self, cell) else { return nil }
          let reason = explain(self, cell)
          return reason.diagnostic(rule, at: reason.related.first?.place)
        case .chain(let least, let explain):
          return chainStop(rule, least(self), explain, cell, frozen)
        case .limit(let most, let explain):
          guard let frozen, let limit = most(self, cell.engineer),
            frozen.count(of: cell.engineer) >= limit
          else { return nil }
          let reason = explain(self, cell.engineer)
          return reason.diagnostic(rule, at: reason.related.first?.place)
        default: return nil
        }
      }
    }
  }

  /// A shift of another rota, or of a week that stays as it is, that lies too close.
  private func chainStop(
    _ rule: Rule, _ least: Int, _ explain: (Frame, ChainPair) -> Reason, _ cell: Cell,
    _ frozen: FrozenShifts?
  ) -> Diagnostic? {
    let here = Shift(
      week: weeks[cell.week], rotation: team.rotations[cell.rotation].id,
      engineer: team.engineers[cell.engineer].id)
    let last = frozen?.lastShift(of: cell.engineer, in: self) ?? lastBefore[cell.engineer]
    let pairs = [
      last.map {
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
}

extension FrozenShifts {
  /// The latest shift an engineer holds; nil where there is none.
  fileprivate func lastShift(of engineer: Int, in frame: Frame) -> Shift? {
    guard let week = last(of: engineer) else { return nil }
    let rotation = frame.rotations.first { held[week * frame.rotations.count + $0] == engineer }
    return rotation.flatMap { rotation in
      frame.purpose.onFile?.shifts.first {
        $0.week == frame.weeks[week] && $0.rotation == frame.team.rotations[rotation].id
      }
    }
  }
}
