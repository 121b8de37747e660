import Diagnostics
public import RotaModel

/// A way to free the holder of a shift: shifts that change hands, or a cover for some days.
public struct Exchange: Sendable {
  public enum Kind: String, Sendable {
    case takeover, swap
    case threeWay = "three-way"
    case cover
  }

  public let kind: Kind
  /// The shifts as they are held after it.
  public let shifts: [Shift]
  /// The cover to be written, for `cover` alone.
  public let cover: Cover?
  /// What it adds to the points of the rota; below zero for a better one.
  public let points: Int
}

/// What cannot be exchanged, in a sentence.
public struct ExchangeRefusal: Error, Sendable {
  public let message: String
}

/// The ways to free the holder of a shift that break no rule that is not broken already, the
/// cheapest first; of equal ones takeovers before swaps before three-way exchanges.
///
/// - Parameters:
///   - days: asks for covers of these days instead.
///   - partner: the other shift's week; asks for swaps with it alone.
///   - watch: told how many ways have been judged.
public func exchanges(
  for week: ShiftWeek, _ rotation: RotationID, in rota: Rota, _ situation: Situation,
  covering days: Range<Day>? = nil, with partner: ShiftWeek? = nil,
  watch: (SearchProgress) -> Void = { _ in }
) throws(ExchangeRefusal) -> [Exchange] {
  guard let index = rota.shifts.firstIndex(where: { $0.week == week && $0.rotation == rotation })
  else {
    throw ExchangeRefusal(message: "nobody holds `\(rotation)` in the week of \(week)")
  }
  let mending = Mending(rota, situation)
  if let days {
    guard week.days.contains(days.lowerBound), days.upperBound <= week.days.upperBound else {
      throw ExchangeRefusal(
        message: "the days lie outside the shift week \(week) to \(week.last)")
    }
    guard days.lowerBound >= situation.today else {
      throw ExchangeRefusal(message: "covers can be written from today (\(situation.today)) on")
    }
    return mending.ranked(mending.covers(of: index, days), watch)
  }
  for begun in [week, partner].compactMap(\.self) where begun.start <= situation.today {
    throw ExchangeRefusal(message: "the week of \(begun) has begun: its shifts stay as they are")
  }
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

/// Tries changes of a rota, each judged by every rule.
struct Mending: Sendable {
  let rota: Rota
  let frame: Frame
  /// The broken rules, each message with how often it is broken.
  private let conflicts: [String: Int]
  private let points: Int
  private let coming: [Int]
  private let held: HeldWeeks

  init(_ rota: Rota, _ situation: Situation) {
    self.rota = rota
    frame = Frame(situation, period: rota.period)
    let roster = Roster(rota, in: frame)
    held = HeldWeeks(roster)
    conflicts = roster.conflicts.reduce(into: [:]) { $0[Mending.key($1), default: 0] += 1 }
    points = roster.points().total
    coming = rota.shifts.indices.filter { rota.shifts[$0].week.start > situation.today }
  }

  /// A way that may keep the rules.
  enum Attempt: Sendable {
    case shifts(Exchange.Kind, [(index: Int, to: EngineerID)])
    case cover(index: Int, by: EngineerID, Range<Day>)
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

  func covers(of index: Int, _ days: Range<Day>) -> [Attempt] {
    frame.team.engineers.filter { $0.id != rota.shifts[index].engineer }.map {
      .cover(index: index, by: $0.id, days)
    }
  }

  /// The rota with somebody standing in for some days of a shift.
  func covered(_ index: Int, by standIn: EngineerID, _ days: Range<Day>) -> Rota {
    let rotation = rota.shifts[index].rotation
    var changed = rota
    changed.covers.removeAll { $0.rotation == rotation && $0.days.overlaps(days) }
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

  /// Those that keep the rules, the cheapest first.
  func ranked(_ attempts: [Attempt], _ watch: (SearchProgress) -> Void) -> [Exchange] {
    // Swift's sort is stable: equal ones stay in the order in which they were tried.
    attempts.mapSideBySide(watch: watch, judged).compactMap(\.self)
      .sorted { $0.points < $1.points }
  }

  /// nil where it breaks a rule that was not broken.
  private func judged(_ attempt: Attempt) -> Exchange? {
    switch attempt {
    case .shifts(let kind, let changes):
      let changed = changed(changes)
      return added(by: changed).map {
        Exchange(
          kind: kind, shifts: changes.map { changed.shifts[$0.index] }, cover: nil, points: $0)
      }
    case .cover(let index, let standIn, let days):
      let cover = Cover(days: days, rotation: rota.shifts[index].rotation, engineer: standIn)
      return added(by: covered(index, by: standIn, days)).map {
        Exchange(kind: .cover, shifts: [], cover: cover, points: $0)
      }
    }
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

  /// What a changed rota adds to the points; nil where it breaks a rule that was not broken.
  private func added(by changed: Rota) -> Int? {
    let roster = Roster(changed, in: frame)
    return newConflicts(roster).isEmpty ? roster.points().total - points : nil
  }

  /// The rules that a changed rota breaks and that were not broken.
  func newConflicts(_ changed: Rota) -> [Diagnostic] { newConflicts(Roster(changed, in: frame)) }

  private func newConflicts(_ roster: Roster) -> [Diagnostic] {
    var known = conflicts
    return roster.conflicts.filter { finding in
      let left = known[Mending.key(finding), default: 0]
      known[Mending.key(finding)] = left - 1
      return left <= 0
    }
  }

  private static func key(_ finding: Diagnostic) -> String { finding.id + " " + finding.message }
}
