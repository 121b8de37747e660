import RotaModel
import Rules
import Solver

/// Who holds which weeks of a rota: tells soon that most exchanges break a rule, which judging each
/// would take long to find out.
struct HeldWeeks: Sendable {
  private let frame: Frame
  private let problem: Problem
  /// As in the rota, with the names looked up.
  private let shifts: [Roster.Held]
  /// By engineer: the weeks of their shifts.
  private let weeks: [[Int]]

  init(_ roster: Roster) {
    frame = roster.frame
    problem = Problem(roster.frame)
    shifts = roster.shifts
    var weeks = Array(repeating: [Int](), count: roster.frame.engineers.count)
    for shift in roster.shifts {
      guard let engineer = shift.engineer, let week = shift.week else { continue }
      weeks[engineer].append(week)
    }
    self.weeks = weeks
  }

  /// False where shifts in these hands bring a conflict that was not there; true may be wrong.
  func mayFit(_ changes: [(index: Int, to: EngineerID)]) -> Bool {
    changes.allSatisfy { change in
      let shift = shifts[change.index]
      // Whom the team file does not name can take nothing, and nobody a shift that is none.
      guard let engineer = frame.availability.index(of: change.to), let week = shift.week,
        let rotation = shift.rotation
      else { return false }
      let limits = problem.engineers[EngineerIndex(engineer)]
      guard limits.allowed[problem.slots[WeekIndex(week), RotationIndex(rotation)]] else {
        return false
      }
      let given = changes.compactMap {
        shifts[$0.index].engineer == engineer ? shifts[$0.index].week : nil
      }
      let own = weeks[engineer].count { $0 == week }
      // Two in one week, or one there before that was as close to the others.
      guard own == 0 else { return given.count { $0 == week } == own }
      if let since = limits.sinceLast, week + since < problem.least { return false }
      return weeks[engineer].allSatisfy { other in
        abs(other - week) >= problem.least || given.contains(other)
      }
    }
  }
}
