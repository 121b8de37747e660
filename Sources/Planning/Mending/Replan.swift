package import Dates
package import Diagnostics
package import RotaModel
package import Rules
package import Solver

/// A rota mended after a change.
package struct Replanned: Sendable {
  package let solution: Solution
  /// Shifts of the base from the date on that somebody else holds now; the fewest possible.
  package let changed: [Change]
  /// Shifts that nobody held.
  package let filled: [Shift]
  /// Shifts that nobody holds any more, for there is no such shift.
  package let emptied: [Emptied]
  /// Projects that get owners, or lose some.
  package let handovers: [Handover]
  /// Entries of owners that lie after their project's last day: they are dropped.
  package let droppedEntries: [DroppedEntry]
  /// Covers that break a rule, or whose holder changed: they are dropped.
  package let droppedCovers: [DroppedCover]

  package struct Emptied: Sendable {
    package let shift: Shift
    package let reason: String
  }

  package struct DroppedEntry: Sendable {
    package let project: ProjectID
    package let entry: EngineerSpan
  }

  package struct Change: Sendable {
    package let week: ShiftWeek
    package let rotation: RotationID
    package let from: EngineerID
    package let to: EngineerID
    /// Why the former holder cannot keep it: the rules that forbid it by themselves, else those
    /// that the mended rota would break with it.
    package let reasons: [Diagnostic]
  }

  package struct Handover: Sendable {
    package let project: ProjectID
    /// The first day on which the new owners own it.
    package let day: Day
    /// Those who owned it and don't any more, and those who do now; not both are empty.
    package let from: [EngineerID]
    package let to: [EngineerID]
    /// Why the former owners cannot keep it.
    package let reasons: [Diagnostic]
  }
}

package enum ReplanOutcome: Sendable {
  case mended(Replanned)
  case infeasible(Clash)
  case unknown
  /// A bound and a rota contradict each other: a mistake of the program, and no result.
  case contradiction(String)
}

/// Mends a rota after a change with the fewest changed shifts, then the fewest points. Weeks that
/// started before the date or have begun by today stay as they are.
///
/// - Parameters:
///   - watch: told how the searches go, one after the other.
///   - step: told what is found out once it is known that no rota exists.
package func replan(
  _ base: Rota, from date: Day, in situation: Situation, effort: Int = 1,
  watch: (SearchProgress) -> Void = { _ in }, step: (ClashStep) -> Void = { _ in }
) -> ReplanOutcome {
  let frame = situation.frame(of: base, purpose: .replan(from: date, base: base))
  return Replanning(frame, base).outcome(effort: effort, watch, step: step)
}
