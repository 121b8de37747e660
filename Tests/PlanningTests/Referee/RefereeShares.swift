import Dates
import Diagnostics
import RotaModel

/// What every engineer owes, written anew from `Rules.docc`, "Shares and targets".
struct RefereeShares {
  /// By engineer, then by rotation, in hundredths of a shift.
  private(set) var targets: [[Int]] = []
  private(set) var unpopularTargets: [Int] = []
  private(set) var idealDistances: [Int] = []

  init(_ team: Team, earlier: [Rota], weeks: [ShiftWeek]) {
    let facts = RefereeDays(team: team)
    /// The accruals of a week of a rotation by engineer, in millionths.
    func accruals(_ rotation: Rotation, _ week: ShiftWeek) -> [Int] {
      let serving = team.engineers.map {
        facts.isEligible($0, rotation, week) && facts.isAvailable($0, week)
      }
      let sum = zip(team.engineers, serving).reduce(0) { $0 + ($1.1 ? $1.0.load : 0) }
      return zip(team.engineers, serving).map { engineer, serves in
        serves ? floorOfHalfUp(1_000_000 * engineer.load, sum) : 0
      }
    }
    func isUnpopular(_ week: ShiftWeek) -> Bool {
      week.days.contains { day in team.unpopular.contains { $0.days.contains(day) } }
    }
    let zero = team.engineers.map { _ in team.rotations.map { _ in 0 } }
    var accrued = zero
    var past = zero
    var accruedUnpopular = zero
    var pastUnpopular = zero
    for (r, rotation) in team.rotations.enumerated() {
      for week in weeks {
        for (e, share) in accruals(rotation, week).enumerated() {
          accrued[e][r] += share
          if isUnpopular(week) { accruedUnpopular[e][r] += share }
        }
      }
      guard let first = weeks.first else { continue }
      for rota in earlier {
        for shift in rota.shifts where shift.rotation == rotation.id {
          guard shift.week.start >= first.start - 728, shift.week.start < first.start,
            let holder = team.engineers.firstIndex(where: { $0.id == shift.engineer }),
            facts.isEligible(team.engineers[holder], rotation, shift.week)
          else { continue }
          var moved = accruals(rotation, shift.week).map { -$0 }
          moved[holder] += 1_000_000
          let working = facts.workingDays(team.engineers[holder], shift.week.days)
          for cover in rota.covers where cover.rotation == rotation.id {
            let days = working.count { cover.days.contains($0) }
            guard days > 0,
              let standIn = team.engineers.firstIndex(where: { $0.id == cover.engineer })
            else { continue }
            moved[holder] -= floorOfHalfUp(1_000_000 * days, working.count)
            moved[standIn] += floorOfHalfUp(1_000_000 * days, working.count)
          }
          for e in team.engineers.indices {
            past[e][r] += moved[e]
            if isUnpopular(shift.week), facts.isEverEligible(team.engineers[e], rotation) {
              pastUnpopular[e][r] += moved[e]
            }
          }
        }
      }
    }
    func target(_ accrued: Int, _ past: Int) -> Int {
      accrued == 0 ? 0 : floorOfHalfUp(accrued - max(-2_000_000, min(2_000_000, past)), 10_000)
    }
    for (e, engineer) in team.engineers.enumerated() {
      targets.append(team.rotations.indices.map { target(accrued[e][$0], past[e][$0]) })
      unpopularTargets.append(
        target(accruedUnpopular[e].reduce(0, +), pastUnpopular[e].reduce(0, +)))
      let able = weeks.count { week in
        facts.isAvailable(engineer, week)
          && team.rotations.contains { facts.isEligible(engineer, $0, week) }
      }
      let owed = accrued[e].reduce(0, +)
      idealDistances.append(
        owed == 0 ? team.rest + 1 : max(team.rest + 1, min(8, 1_000_000 * able / owed)))
    }
  }
}

/// `floor(a / b + ½)` of a positive `b`.
func floorOfHalfUp(_ a: Int, _ b: Int) -> Int {
  let doubled = 2 * a + b
  let rest = ((doubled % (2 * b)) + 2 * b) % (2 * b)
  return (doubled - rest) / (2 * b)
}
