import Dates
import Diagnostics
import RotaModel

/// Why somebody is more than one shift away from what they owe, where a fact of the team file
/// leaves no other way.
///
/// A cause is named only if it is one: with it the engineer cannot come within one shift of what
/// they owe, and without it they can. What anybody can hold is counted by the hard rules alone,
/// beside the shifts that they hold of other rotations. O(weeks × engineers) for a warning.
struct UnfairCauses {
  private let roster: Roster
  private let frame: Frame
  private let engineer: Int
  private let rotation: Int
  private let held: Int
  private let target: Int

  /// What may be the cause, in the order in which they are told.
  private enum Cause: UInt8, CaseIterable {
    case limit, timeOff, rest, pins, wishes
  }

  /// Some of them: asked for of every week of everybody.
  private struct Causes: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ cause: Cause) { rawValue = 1 << cause.rawValue }

    static let limit = Causes(.limit)
    static let timeOff = Causes(.timeOff)
    static let rest = Causes(.rest)
    static let pins = Causes(.pins)
    static let wishes = Causes(.wishes)
    static let all: Causes = [.limit, .timeOff, .rest, .pins, .wishes]
  }

  init(_ roster: Roster, engineer: Int, rotation: Int, held: Int) {
    self.roster = roster
    frame = roster.frame
    self.engineer = engineer
    self.rotation = rotation
    self.held = held
    target = roster.frame.target(engineer, rotation)
  }

  /// A clause for the warning: `max_shifts: 2` holds `ada` back; nil where no cause is known.
  var words: String? {
    let isTooFew = 100 * held < target
    // The fewest and the most that are within one shift.
    let needed = -floorDivided(100 - target, by: 100)
    let allowed = max(0, floorDivided(target + 100, by: 100))
    let causes = causes {
      isTooFew ? most(engineer, without: $0) < needed : least(without: $0) > allowed
    }
    guard !causes.isEmpty else { return nil }
    let names = listed(causes.map { isTooFew ? nameWhereTooFew($0) : nameWhereTooMany($0) })
    let isOne = causes.count == 1 && causes[0] != .pins
    let name = "`\(frame.team.engineers[engineer].id)`"
    return isTooFew
      ? "\(names) \(isOne ? "holds" : "hold") \(name) back"
      : "\(names) \(isOne ? "gives" : "give") \(name) \(least(without: [])) or more"
  }

  private func nameWhereTooFew(_ cause: Cause) -> String {
    let person = frame.team.engineers[engineer]
    return switch cause {
    case .limit: "`max_shifts: \(person.maxShifts?.value ?? 0)`"
    case .timeOff: "time off"
    case .rest: "`rest: \(frame.team.rest)`"
    case .pins: "pins to others"
    case .wishes: "`avoid`"
    }
  }

  private func nameWhereTooMany(_ cause: Cause) -> String {
    switch cause {
    case .limit:
      let limited = frame.engineers.filter {
        $0 != engineer && most($0, without: [.pins]) < most($0, without: [.pins, .limit])
      }
      return "`max_shifts` of " + listed(limited.map { "`\(frame.team.engineers[$0].id)`" })
    case .timeOff: return "time off of others"
    case .rest: return "`rest: \(frame.team.rest)`"
    case .pins: return "pins"
    case .wishes: return "`prefer`"
    }
  }

  // MARK: Causes

  /// Those each of which would be enough to take away; else the fewest that are only together.
  private func causes(_ isForced: (Causes) -> Bool) -> [Cause] {
    guard isForced([]), !isForced(.all) else { return [] }
    let single = Cause.allCases.filter { !isForced(Causes($0)) }
    guard single.isEmpty else { return single }
    var needed = Causes.all
    for cause in Cause.allCases.reversed() where !isForced(needed.subtracting(Causes(cause))) {
      needed.remove(Causes(cause))
    }
    return Cause.allCases.filter { needed.contains(Causes($0)) }
  }

  /// How many shifts of the rotation somebody can hold at most by the hard rules, beside those of
  /// other rotations. Weeks to avoid count as closed where the points speak against them.
  private func most(_ person: Int, without: Causes) -> Int {
    let others = roster.shifts(of: person).filter { $0.rotation != rotation }
    let around =
      others.map(\.shift.week)
      + [frame.lastBefore[person], frame.firstAfter[person]].compactMap { $0?.week }
    let least = without.contains(.rest) ? 1 : frame.leastDistance
    var count = 0
    var last: ShiftWeek?
    for week in frame.weeks.indices where canHold(person, week, without) {
      let date = frame.weeks[week]
      guard around.allSatisfy({ abs($0.weeks(to: date)) >= least }),
        last.map({ $0.weeks(to: date) >= least }) ?? true
      else { continue }
      count += 1
      last = date
    }
    guard let limit = frame.team.engineers[person].maxShifts?.value, !without.contains(.limit)
    else { return count }
    return min(count, max(0, limit - others.count { $0.week != nil }))
  }

  private func canHold(_ person: Int, _ week: Int, _ without: Causes) -> Bool {
    guard frame.isEligible(person, rotation, week), !frame.isClosed(rotation, week) else {
      return false
    }
    let date = frame.weeks[week]
    let serves =
      without.contains(.timeOff)
      ? frame.availability.isOnTeam(person, in: date)
        && frame.availability.canServe(awayDays: 0, of: person, in: date)
      : frame.isAvailable(person, week)
    guard serves else { return false }
    if !without.contains(.pins), let pin = frame.pin(rotation, week),
      frame.availability.index(of: pin.engineer) != person
    {
      return false
    }
    return without.contains(.wishes) || person != engineer || !avoids || !isAvoided(week)
  }

  /// How many shifts of the rotation are left to the engineer at least.
  private func least(without: Causes) -> Int {
    let open = frame.weeks.indices.filter { !frame.isClosed(rotation, $0) }
    let others = frame.engineers.filter { $0 != engineer }
    var forced = Set(
      open.filter { week in !others.contains { canHold($0, week, without.union(.pins)) } })
    if !without.contains(.pins) { forced.formUnion(pinned) }
    if !without.contains(.wishes), prefers { forced.formUnion(preferred) }
    let left = open.count - others.reduce(0) { $0 + most($1, without: without.union(.pins)) }
    return max(forced.count, left)
  }

  /// The weeks whose shift is pinned to the engineer.
  private var pinned: [Int] {
    frame.weeks.indices.filter { week in
      guard !frame.isClosed(rotation, week), let pin = frame.pin(rotation, week) else {
        return false
      }
      return frame.availability.index(of: pin.engineer) == engineer
    }
  }

  /// The weeks to prefer of which the engineer has the shift.
  private var preferred: [Int] {
    roster.shifts.compactMap { shift in
      guard shift.engineer == engineer, shift.rotation == rotation, let week = shift.week,
        frame.team.engineers[engineer].prefer.touches(frame.weeks[week].days)
      else { return nil }
      return week
    }
  }

  private func isAvoided(_ week: Int) -> Bool {
    frame.team.engineers[engineer].avoid.touches(frame.weeks[week].days)
  }

  // MARK: Wishes

  /// Whether a shift in a week to avoid costs more points than the engineer's share then wins.
  private var avoids: Bool {
    100 * held < target
      && frame.weight(.avoid) > frame.weight(.fair) * gain(from: held, to: held + 1)
  }

  /// Whether a week to prefer wins more points than the engineer's share loses.
  private var prefers: Bool {
    100 * held > target
      && frame.weight(.prefer) > frame.weight(.fair) * gain(from: held, to: held - 1)
  }

  private func gain(from count: Int, to other: Int) -> Int {
    Fairness.distance(count, from: target) - Fairness.distance(other, from: target)
  }
}
