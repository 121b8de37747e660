import Diagnostics
import RotaModel

extension Frame {
  /// The hard rules that forbid a shift by themselves, in the rule book's order: `stops(shift)`.
  ///
  /// - Parameters:
  ///   - frozen: what is held of the weeks that stay as they are.
  ///   - sides: where shifts of other weeks count.
  package func stops(
    _ cell: Cell, after frozen: FrozenShifts? = nil, beside sides: [ChainSide] = [.before, .after]
  ) -> [Stop] {
    RuleBook.rules.flatMap { rule in
      rule.shapes.compactMap { shape -> Stop? in
        switch shape {
        case .cell(_, _, let facts):
          return shape.reason(self, cell).map {
            Stop(rule: rule, reason: $0, blockers: facts($0, self, cell))
          }
        case .chain(_, _, _, let fact):
          for near in neighbours(of: cell, after: frozen?.weeks ?? 0, on: sides) {
            if let reason = shape.reason(self, near.pair) {
              let fact = fact(self, cell.engineer, near.other, near.side, frozen?.weeks ?? 0)
              return Stop(
                rule: rule, reason: reason, blockers: Blockers(fact),
                place: near.pair.first.place ?? near.pair.second.place)
            }
          }
          return nil
        case .limit(let most, let explain, let fact):
          guard let frozen, let limit = most(self, cell.engineer),
            frozen.count(of: cell.engineer) >= limit
          else { return nil }
          return Stop(
            rule: rule, reason: explain(self, cell.engineer),
            blockers: Blockers(fact(self, cell.engineer)))
        default: return nil
        }
      }
    }
  }

  /// Whether no rule that sees the shift alone forbids it. O(rules).
  func allows(_ cell: Cell) -> Bool {
    RuleBook.cellRules.allSatisfy { !$0(self, cell) }
  }

  /// The shifts of weeks that are not decided on both sides of a shift.
  private func neighbours(
    of cell: Cell, after frozen: Int, on sides: [ChainSide]
  ) -> [(side: ChainSide, other: Shift, pair: ChainPair)] {
    let here = Shift(
      week: weeks[cell.week], rotation: team.rotations[cell.rotation].id,
      engineer: team.engineers[cell.engineer].id)
    return sides.compactMap { side in
      switch side {
      case .before:
        lastShift(of: cell.engineer, before: frozen).map {
          (side, $0, ChainPair(engineer: cell.engineer, first: $0, second: here))
        }
      case .after:
        firstAfter[cell.engineer].map {
          (side, $0, ChainPair(engineer: cell.engineer, first: here, second: $0))
        }
      }
    }
  }

  /// The last shift of an engineer before a week of the period, of the rota on file or an earlier
  /// one.
  func lastShift(of engineer: Int, before week: Int) -> Shift? {
    let frozen = Set(weeks.prefix(week))
    let own = purpose.onFile?.shifts.filter {
      frozen.contains($0.week) && $0.engineer == team.engineers[engineer].id
    }
    return own?.max { $0.week < $1.week } ?? lastBefore[engineer]
  }
}

/// The facts behind the rules about several shifts, which a clash weighs one by one.
extension Frame {
  /// The fact that asks for free weeks between two shifts; nil where none is asked for.
  package var restFact: BlockingFact? {
    RuleBook.shapes.lazy.compactMap { shape -> BlockingFact? in
      guard case .chain(_, _, let asked, _) = shape else { return nil }
      return asked(self)
    }.first
  }

  /// The last shift of an engineer before a week of the period, as what binds those after it; nil
  /// where there is none.
  package func heldFact(of engineer: Int, before week: Int) -> BlockingFact? {
    guard let shift = lastShift(of: engineer, before: week) else { return nil }
    return RuleBook.shapes.lazy.compactMap { shape -> BlockingFact? in
      guard case .chain(_, _, _, let fact) = shape else { return nil }
      return fact(self, engineer, shift, .before, week)
    }.first
  }

  /// The limit of an engineer's shifts; nil where there is none.
  package func limitFact(of engineer: Int) -> BlockingFact? {
    RuleBook.shapes.lazy.compactMap { shape -> BlockingFact? in
      guard case .limit(let most, _, let fact) = shape, most(self, engineer) != nil else {
        return nil
      }
      return fact(self, engineer)
    }.first
  }
}

extension Shape {
  /// Why a rule that sees a shift alone forbids it; nil where it does not.
  func reason(_ frame: Frame, _ cell: Cell) -> Reason? {
    guard case .cell(let breaks, let explain, _) = self, breaks(frame, cell) else { return nil }
    return explain(frame, cell)
  }

  /// Why two shifts lie too close; nil where they do not.
  func reason(_ frame: Frame, _ pair: ChainPair) -> Reason? {
    guard case .chain(let least, let explain, _, _) = self, pair.distance < least(frame.team) else {
      return nil
    }
    return explain(frame, pair)
  }
}
