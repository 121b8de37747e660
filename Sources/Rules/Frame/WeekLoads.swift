import Dates
import Diagnostics
package import RotaModel

/// What one week of one rotation on file adds to everybody's account: who accrued what, who held
/// it, and what covers moved. Shares and fairness are sums of these.
package struct WeekLoads {
  /// Why a week counts for nobody.
  enum LeftOut: Sendable {
    /// It is not given: closed, or nobody was found.
    case nobody
    /// Its holder is not in `E(r, w)`.
    case holder
  }

  /// A cover by somebody whom the team file has.
  package struct Moved {
    package let standIn: Int
    /// Working days of the holder.
    package let days: Int
    /// The part of the shift they come to, in millionths.
    package let load: Int
  }

  package let week: ShiftWeek
  package let rotation: Int
  let content: Result<Content, LeftOut>

  struct Content {
    package let holder: Int
    let accruals: [(engineer: Int, load: Int)]
    let moved: [Moved]

    /// What the engineer held in the end, in millionths of a shift.
    package func held(by engineer: Int) -> Int {
      moved.reduce(engineer == holder ? Shares.wholeShift : 0) { sum, part in
        sum + (part.standIn == engineer ? part.load : 0) - (engineer == holder ? part.load : 0)
      }
    }
  }

  /// - Parameter shift: that of the rotation and week in the rota; nil where nobody holds it.
  /// - Complexity: O(engineers + covers of the rota).
  init(
    _ shift: Shift?, of rotation: Int, in week: ShiftWeek, of rota: Rota, _ situation: Situation
  ) {
    self.week = week
    self.rotation = rotation
    let availability = situation.availability
    guard let shift else {
      content = .failure(.nobody)
      return
    }
    guard let holder = availability.index(of: shift.engineer),
      availability.isEligible(holder, for: rotation, in: week)
    else {
      content = .failure(.holder)
      return
    }
    var accruals: [(engineer: Int, load: Int)] = []
    situation.forEachShare(of: rotation, in: week) { accruals.append(($0, $1)) }
    content = .success(
      Content(
        holder: holder, accruals: accruals,
        moved: rota.movedLoads(of: shift, holder: holder, availability: availability)))
  }
}

extension WeekLoads.LeftOut: Error {}

extension WeekLoads {
  /// What a week of a rota on file holds of a rotation. O(log shifts), beside what its load takes.
  init(of rotation: Int, in week: ShiftWeek, of rota: Rota, _ situation: Situation) {
    let id = situation.team.rotations[rotation].id
    let start = rota.shifts.partitioningIndex(where: { $0.week >= week })
    let shift = rota.shifts[start...].prefix { $0.week == week }.first { $0.rotation == id }
    self.init(shift, of: rotation, in: week, of: rota, situation)
  }
}

extension Rota {
  /// The parts of a shift's load that its covers move from the holder to stand-ins the team has.
  package func movedLoads(of shift: Shift, holder: Int, availability: Availability) -> [WeekLoads
    .Moved]
  {
    let working = availability.workingDays(of: holder, in: shift.week)
    return covers(of: shift).compactMap { cover in
      guard let standIn = availability.index(of: cover.engineer) else { return nil }
      let covered = (working & cover.days.bits(in: shift.week)).nonzeroBitCount
      guard covered > 0 else { return nil }
      return WeekLoads.Moved(
        standIn: standIn, days: covered,
        load: dividedHalfUp(Shares.wholeShift * covered, by: working.nonzeroBitCount))
    }
  }

  /// The covers of a shift, in the file's order.
  package func covers(of shift: Shift) -> [Cover] {
    let days = days(of: shift.week)
    return covers.filter { $0.rotation == shift.rotation && days.overlaps($0.days) }
  }
}
