import Dates
import Diagnostics
package import RotaModel

/// What every engineer owes of every rotation in a period (`Rules.docc`, "Shares and targets").
///
/// Loads are in millionths of a shift, targets in hundredths.
package struct Shares: Sendable {
  /// The accruals over the weeks of the period, `[engineer * rotations + rotation]`.
  private(set) var accrued: [Int]
  /// `T(e,r)`, laid out as `accrued`.
  private(set) var targets: [Int]
  /// `past(e,r)`: what was done too much in the weeks that are remembered, laid out as `accrued`.
  let past: [Int]
  /// `U(e)`, by engineer.
  private(set) var unpopularTargets: [Int]
  /// What accrued and what was done too much in unpopular weeks, by engineer.
  private var accruedUnpopular: [Int]
  private let pastUnpopular: [Int]

  package static let wholeShift = 1_000_000

  /// - Parameter remembered: as it is before the period.
  /// - Complexity: O(weeks × rotations × engineers).
  init(_ situation: Situation, weeks: [ShiftWeek], isUnpopular: [Bool], remembered: Remembered) {
    let engineers = situation.team.engineers.count
    let rotations = situation.team.rotations.count
    accrued = Array(repeating: 0, count: engineers * rotations)
    accruedUnpopular = Array(repeating: 0, count: engineers)
    past = remembered.past
    pastUnpopular = remembered.unpopular
    targets = []
    unpopularTargets = []
    for (week, unpopular) in zip(weeks, isUnpopular) {
      add(week, isUnpopular: unpopular, times: 1, situation)
    }
    setTargets()
  }

  /// The shares where some weeks are shared out otherwise.
  mutating func change(
    _ weeks: some Sequence<(week: ShiftWeek, isUnpopular: Bool)>, from before: Situation,
    to after: Situation
  ) {
    for (week, isUnpopular) in weeks {
      add(week, isUnpopular: isUnpopular, times: -1, before)
      add(week, isUnpopular: isUnpopular, times: 1, after)
    }
    setTargets()
  }

  private mutating func add(
    _ week: ShiftWeek, isUnpopular: Bool, times sign: Int, _ situation: Situation
  ) {
    let rotations = situation.team.rotations.count
    for rotation in 0..<rotations {
      situation.forEachShare(of: rotation, in: week) { engineer, share in
        accrued[engineer * rotations + rotation] += sign * share
        if isUnpopular { accruedUnpopular[engineer] += sign * share }
      }
    }
  }

  private mutating func setTargets() {
    targets = zip(accrued, past).map(Shares.target)
    unpopularTargets = zip(accruedUnpopular, pastUnpopular).map(Shares.target)
  }

  /// What a target is made of, in hundredths: the share of the period, and what is carried over
  /// from earlier ones (both sum up to the target), with what would be if all of it counted.
  package func parts(_ engineer: Int, _ rotation: Int) -> TargetParts {
    let index = engineer * (accrued.count / max(1, unpopularTargets.count)) + rotation
    let share = dividedHalfUp(accrued[index], by: Shares.wholeShift / 100)
    return TargetParts(
      share: share, carried: targets[index] - share,
      all: accrued[index] == 0 ? 0 : dividedHalfUp(-past[index], by: Shares.wholeShift / 100))
  }

  /// Accrued minus the clamped balance, in hundredths; nothing is owed where nothing accrued.
  private static func target(accrued: Int, past: Int) -> Int {
    guard accrued != 0 else { return 0 }
    let clamped = min(max(past, -2 * wholeShift), 2 * wholeShift)
    return dividedHalfUp(accrued - clamped, by: wholeShift / 100)
  }
}

/// What an engineer's target is made of, in hundredths of a shift.
package struct TargetParts: Sendable, Hashable {
  /// Of the period itself.
  package let share: Int
  /// From earlier periods, at most two shifts; negative for who did too much.
  package let carried: Int
  /// The same without that limit.
  package let all: Int

  package init(share: Int, carried: Int, all: Int) {
    self.share = share
    self.carried = carried
    self.all = all
  }

  /// `T(e,r)`.
  package var target: Int { share + carried }

  /// Whether more than two shifts are left over, of which two count.
  package var isCut: Bool { abs(all) > 200 && abs(carried) < abs(all) }
}

extension Shares {
  /// `1.24: 1.16 of this quarter, 0.08 carried over`.
  func words(_ engineer: Int, _ rotation: Int, span: String) -> String {
    let parts = parts(engineer, rotation)
    let carried =
      parts.isCut
      ? "\(hundredths(parts.carried)) carried over (of \(hundredths(parts.all)), two shifts count)"
      : "\(hundredths(parts.carried)) carried over"
    return
      "\(hundredths(parts.target)): \(hundredths(parts.share)) of this \(span), "
      + carried
  }
}

extension Situation {
  /// How the load of one week of a rotation is shared out: calls `body` for every engineer of
  /// `E(r, w)` who is available, with their accrual.
  func forEachShare(of rotation: Int, in week: ShiftWeek, _ body: (Int, Int) -> Void) {
    let engineers = team.engineers
    let sharing = engineers.indices.filter {
      availability.isEligible($0, for: rotation, in: week)
        && availability.isAvailable($0, in: week)
    }
    let sum = sharing.reduce(0) { $0 + engineers[$1].load }
    for engineer in sharing {
      body(engineer, dividedHalfUp(Shares.wholeShift * engineers[engineer].load, by: sum))
    }
  }
}

extension Range<Day> {
  /// The days that lie in a week as bits, bit 0 its first day.
  package func bits(in week: ShiftWeek) -> UInt8 {
    clamped(to: week.days).reduce(into: 0) { $0 |= 1 << UInt8(week.start.distance(to: $1)) }
  }
}
