import Diagnostics
import RotaModel

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
}
