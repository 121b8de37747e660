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
///   engineers); each of the others takes as long as judging the rota.
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
    let mending = Mending(rota, situation)
    return mending.ranked(mending.covers(of: index, days), watch)
  }
  for begun in [week, partner].compactMap(\.self) where begun.start <= situation.today {
    throw ExchangeRefusal(message: "the week of \(begun) has begun: its shifts stay as they are")
  }
  let mending = Mending(rota, situation)
  if let partner {
    let holders = rota.shifts.filter { $0.week == partner }.map(\.engineer)
    guard holders.contains(where: { $0 != rota.shifts[index].engineer }) else {
      let words = holders.isEmpty ? "nobody holds a shift" : "the same engineer holds the shift"
      throw ExchangeRefusal(message: "\(words) in the week of \(partner): there is nothing to swap")
    }
    return mending.ranked(
      rota.shifts.indices.filter { rota.shifts[$0].week == partner }.compactMap {
        mending.exchange(.swap, [index, $0])
      }, watch)
  }
  return mending.ranked(
    mending.takeovers(of: index) + mending.swaps(of: index) + mending.threeWays(of: index), watch)
}

/// Every trade of one coming shift of an engineer for one of another that brings no conflict that
/// was not there, ranked.
///
/// - Parameter rotation: of the first engineer's shift; nil for any.
package func trades(
  of one: EngineerID, with other: EngineerID, _ rotation: RotationID?, in rota: Rota,
  _ situation: Situation, watch: (SearchProgress) -> Void = { _ in }
) -> [Exchange] {
  let mending = Mending(rota, situation)
  let pairs = mending.coming(of: one, rotation).flatMap { first in
    mending.coming(of: other).map { [first, $0] }
  }
  return mending.ranked(pairs.compactMap { mending.exchange(.swap, $0) }, watch)
}

/// Tries changes of a rota, each judged by every rule.
struct Mending: Sendable {
  let rota: Rota
  let frame: Frame
  private let roster: Roster
  private let known: KnownConflicts
  private let points: Int
  /// By engineer: what their shifts are charged.
  private let charged: [Int]
  private let coming: [Int]
  private let held: HeldWeeks

  init(_ rota: Rota, _ situation: Situation) {
    self.rota = rota
    frame = situation.frame(of: rota)
    let roster = Roster(rota, in: frame)
    self.roster = roster
    held = HeldWeeks(roster)
    known = KnownConflicts(roster)
    points = roster.points().total
    charged = frame.engineers.map { roster.points(ofShiftsOf: [$0]) }
    coming = rota.shifts.indices.filter { rota.shifts[$0].week.start > situation.today }
  }

  /// A way that may keep the rules.
  enum Attempt: Sendable {
    case shifts(Exchange.Kind, [(index: Int, to: EngineerID)])
    case cover(index: Int, by: EngineerID, Range<Day>)
  }

  /// The shifts of an engineer in weeks that have not begun.
  func coming(of engineer: EngineerID, _ rotation: RotationID? = nil) -> [Int] {
    coming.filter { index in
      rota.shifts[index].engineer == engineer
        && (rotation.map { $0 == rota.shifts[index].rotation } ?? true)
    }
  }

  func takeovers(of index: Int) -> [Attempt] {
    frame.team.engineers.filter { $0.id != rota.shifts[index].engineer }.compactMap {
      attempt(.takeover, [(index, $0.id)])
    }
  }

  func swaps(of index: Int) -> [Attempt] {
    coming.compactMap { exchange(.swap, [index, $0]) }
  }

  func threeWays(of index: Int) -> [Attempt] {
    coming.flatMap { second in
      coming.compactMap { third in exchange(.threeWay, [index, second, third]) }
    }
  }

  /// Whoever stands in on all of the days already is none.
  func covers(of index: Int, _ days: Range<Day>) -> [Attempt] {
    let shift = rota.shifts[index]
    return frame.team.engineers.map(\.id).filter { engineer in
      engineer != shift.engineer
        && !days.allSatisfy { day in
          rota.covers(of: shift).contains { $0.engineer == engineer && $0.days.contains(day) }
        }
    }.map { .cover(index: index, by: $0, days) }
  }

  /// The rota with somebody standing in for some days of a shift; older covers of them are cut.
  func covered(_ index: Int, by standIn: EngineerID, _ days: Range<Day>) -> Rota {
    let rotation = rota.shifts[index].rotation
    let cuts = CoverCuts(rota.covers, by: days, of: rotation)
    var changed = rota
    changed.covers = rota.covers.flatMap { old -> [Cover] in
      if cuts.dropped.contains(old) { return [] }
      guard let cut = cuts.cut.first(where: { $0.cover == old }) else { return [old] }
      return cut.days.map {
        Cover(
          days: $0, rotation: old.rotation, engineer: old.engineer, place: old.place,
          engineerPlace: old.engineerPlace)
      }
    }
    changed.covers.append(Cover(days: days, rotation: rotation, engineer: standIn))
    return changed
  }

  /// Each shift goes to the holder of the next one, the last to the holder of the first.
  func exchange(_ kind: Exchange.Kind, _ indices: [Int]) -> Attempt? {
    let holders = indices.map { rota.shifts[$0].engineer }
    guard Set(holders).count == holders.count else { return nil }
    return attempt(
      kind, indices.indices.map { (indices[$0], holders[($0 + 1) % holders.count]) })
  }

  private func attempt(_ kind: Exchange.Kind, _ changes: [(index: Int, to: EngineerID)])
    -> Attempt?
  {
    held.mayFit(changes) ? .shifts(kind, changes) : nil
  }

  /// Those that bring no conflict, ranked.
  func ranked(_ attempts: [Attempt], _ watch: (SearchProgress) -> Void) -> [Exchange] {
    // Swift's sort is stable: equal ones stay in the order in which they were tried.
    attempts.mapSideBySide(watch: watch, judged).compactMap(\.self)
      .sorted { $0.ranking < $1.ranking }.map(\.exchange)
  }

  /// nil where it brings a conflict that was not there.
  private func judged(_ attempt: Attempt) -> (exchange: Exchange, ranking: Ranking)? {
    switch attempt {
    case .shifts(let kind, let changes): exchanged(kind, changes)
    case .cover(let index, let standIn, let days): covered(index, by: standIn, days)
    }
  }

  /// What other holders bring hangs on those who give and take alone.
  private func exchanged(
    _ kind: Exchange.Kind, _ changes: [(index: Int, to: EngineerID)]
  ) -> (exchange: Exchange, ranking: Ranking)? {
    let changed = self.changed(changes)
    let after = roster.changed(to: changed, at: changes.map(\.index))
    let touched = Set(
      changes.flatMap { [roster.shifts[$0.index].engineer, after.shifts[$0.index].engineer] }
        .compactMap(\.self)
    ).sorted()
    guard
      !after.conflicts(ofShiftsAndCoversOf: touched).contains(where: known.isNew)
    else { return nil }
    let rise = after.points(ofShiftsOf: touched) - touched.reduce(0) { $0 + charged[$1] }
    return way(
      kind, changes.map(\.index), after, rise: rise,
      // A rota that breaks no rule breaks none then, and finding that out again takes long.
      conflicts: known.isEmpty ? [] : after.hardFindings,
      dropped: rota.covers.filter { !changed.covers.contains($0) })
  }

  private func covered(
    _ index: Int, by standIn: EngineerID, _ days: Range<Day>
  ) -> (exchange: Exchange, ranking: Ranking)? {
    let changed: Rota = covered(index, by: standIn, days)
    let after = Roster(changed, in: frame)
    let conflicts = after.hardFindings
    guard !conflicts.contains(where: known.isNew) else { return nil }
    let cuts = CoverCuts(rota.covers, by: days, of: rota.shifts[index].rotation)
    return way(
      .cover, [index], after, rise: after.points().total - points, conflicts: conflicts,
      cover: changed.covers.last, dropped: cuts.dropped, cut: cuts.cut)
  }

  private func way(
    _ kind: Exchange.Kind, _ indices: [Int], _ after: Roster, rise: Int, conflicts: [Diagnostic],
    cover: Cover? = nil, dropped: [Cover], cut: [CutCover] = []
  ) -> (exchange: Exchange, ranking: Ranking)? {
    guard let index = indices.first else { return nil }
    let freed = after.shifts[index].shift
    let exchange = Exchange(
      kind: kind, shifts: cover == nil ? indices.map { after.shifts[$0].shift } : [], cover: cover,
      points: rise, droppedCovers: dropped, cutCovers: cut, conflicts: conflicts,
      left: conflicts.filter { $0.isAbout(freed) })
    return (exchange, Ranking(exchange, of: freed, after))
  }

  /// The rota with some shifts in other hands.
  func changed(_ changes: [(index: Int, to: EngineerID)]) -> Rota {
    var changed = rota
    for change in changes {
      let shift = changed.shifts[change.index]
      changed.shifts[change.index] = Shift(
        week: shift.week, rotation: shift.rotation, engineer: change.to,
        weekPlace: shift.weekPlace, rotationPlace: shift.rotationPlace, place: shift.place)
      // The covers of a shift were agreed with its holder.
      changed.covers.removeAll {
        $0.rotation == shift.rotation && shift.week.days.overlaps($0.days)
      }
    }
    return changed
  }

  /// The conflicts of a changed rota that were not there.
  func newConflicts(_ changed: Rota) -> [Diagnostic] {
    Roster(changed, in: frame).hardFindings.filter(known.isNew)
  }
}

extension Diagnostic {
  /// Whether it is about a shift, or a day of it.
  fileprivate func isAbout(_ shift: Shift) -> Bool {
    guard let about else { return false }
    let days = shift.week.start.number..<shift.week.start.number + 7
    return about.rotations.contains(shift.rotation.text)
      && about.days.contains { $0.overlaps(days) }
  }
}
