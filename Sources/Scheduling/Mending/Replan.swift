public import Diagnostics
public import RotaModel

/// A rota mended after a change.
public struct Replanned: Sendable {
  public let solution: Solution
  /// Shifts of the base from the date on that somebody else holds now; the fewest possible.
  public let changed: [Change]
  /// Shifts that nobody held.
  public let filled: [Shift]
  /// Shifts that nobody holds any more, for there is no such shift.
  public let emptied: [Emptied]
  /// Projects that get owners, or lose some.
  public let handovers: [Handover]
  /// Entries of owners that lie after their project's last day: they are dropped.
  public let droppedEntries: [DroppedEntry]
  /// Covers that break a rule, or whose holder changed: they are dropped.
  public let droppedCovers: [DroppedCover]

  public struct Emptied: Sendable {
    public let shift: Shift
    public let reason: String
  }

  public struct DroppedEntry: Sendable {
    public let project: ProjectID
    public let entry: EngineerSpan
  }

  public struct Change: Sendable {
    public let week: ShiftWeek
    public let rotation: RotationID
    public let from: EngineerID
    public let to: EngineerID
    /// Why the former holder cannot keep it: the rules that forbid it by themselves, else those
    /// that the mended rota would break with it.
    public let reasons: [Diagnostic]
  }

  public struct Handover: Sendable {
    public let project: ProjectID
    /// The first day on which the new owners own it.
    public let day: Day
    /// Those who owned it and don't any more, and those who do now; not both are empty.
    public let from: [EngineerID]
    public let to: [EngineerID]
    /// Why the former owners cannot keep it.
    public let reasons: [Diagnostic]
  }
}

public enum ReplanOutcome: Sendable {
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
public func replan(
  _ base: Rota, from date: Day, in situation: Situation, effort: Int = 1,
  watch: (SearchProgress) -> Void = { _ in }, step: (ClashStep) -> Void = { _ in }
) -> ReplanOutcome {
  let frame = situation.frame(of: base, purpose: .replan(from: date, base: base))
  return Replanning(frame, base).outcome(effort: effort, watch, step: step)
}
