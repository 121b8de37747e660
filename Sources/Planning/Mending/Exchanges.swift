package import Dates
import Diagnostics
package import RotaModel
package import Rules
package import Solver

/// What cannot be exchanged, in a sentence.
package struct ExchangeRefusal: Error, Sendable {
  package let message: String
}

/// The ways to free the holder of a shift that bring no conflict that was not there: takeovers,
/// swaps, three-way exchanges, in this order, each group ranked (`Ranking`).
///
/// - Parameters:
///   - days: asks for covers of these days instead.
///   - partner: the other shift's week; asks for swaps with it alone.
///   - watch: told how many ways have been judged.
/// - Complexity: most of the O(shifts²) exchanges are told impossible in O(shifts of two
///   engineers); each of the others takes as long as judging those who give and take, or the rota where
///   that breaks rules already.
package func exchanges(
  for week: ShiftWeek, _ rotation: RotationID, in rota: Rota, _ situation: Situation,
  covering days: Range<Day>? = nil, with partner: ShiftWeek? = nil,
  watch: (SearchProgress) -> Void = { _ in }
) throws(ExchangeRefusal) -> [Exchange] {
  guard let index = rota.shifts.firstIndex(where: { $0.week == week && $0.rotation == rotation })
  else {
    throw ExchangeRefusal(message: "nobody holds `\(rotation)` in the week of \(week)")
  }
  if let days {
    let all = rota.days(of: week)
    guard all.contains(days.lowerBound), days.upperBound <= all.upperBound else {
      throw ExchangeRefusal(
        message: "the days lie outside the shift week \(week) to \(all.upperBound - 1)")
    }
    guard days.lowerBound >= situation.today else {
      throw ExchangeRefusal(message: "covers can be written from today (\(situation.today)) on")
    }
    let trials = ExchangeTrials(rota, situation)
    return trials.ranked(trials.covers(of: index, days), watch)
  }
  for begun in [week, partner].compactMap(\.self) where begun.start <= situation.today {
    throw ExchangeRefusal(message: "the week of \(begun) has begun: its shifts stay as they are")
  }
  let trials = ExchangeTrials(rota, situation)
  if let partner {
    let holders = rota.shifts.filter { $0.week == partner }.map(\.engineer)
    guard holders.contains(where: { $0 != rota.shifts[index].engineer }) else {
      let words = holders.isEmpty ? "nobody holds a shift" : "the same engineer holds the shift"
      throw ExchangeRefusal(message: "\(words) in the week of \(partner): there is nothing to swap")
    }
    return trials.ranked(
      rota.shifts.indices.filter { rota.shifts[$0].week == partner }.compactMap {
        trials.exchange(.swap, [index, $0])
      }, watch)
  }
  return trials.ranked(
    trials.takeovers(of: index) + trials.swaps(of: index) + trials.threeWays(of: index), watch)
}

/// Every trade of one coming shift of an engineer for one of another that brings no conflict that
/// was not there, ranked.
///
/// - Parameter rotation: of the first engineer's shift; nil for any.
package func trades(
  of one: EngineerID, with other: EngineerID, _ rotation: RotationID?, in rota: Rota,
  _ situation: Situation, watch: (SearchProgress) -> Void = { _ in }
) -> [Exchange] {
  let trials = ExchangeTrials(rota, situation)
  let pairs = trials.coming(of: one, rotation).flatMap { first in
    trials.coming(of: other).map { [first, $0] }
  }
  return trials.ranked(pairs.compactMap { trials.exchange(.swap, $0) }, watch)
}
