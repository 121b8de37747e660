public import Diagnostics
public import RotaModel

/// Why an engineer holds a shift: what everybody else is stopped by, or would cost.
public struct Explanation: Sendable {
  public let week: ShiftWeek
  public let rotation: RotationID
  /// The holder in the rota on file; nil where nobody is.
  public let holder: EngineerID?
  /// The points of the best rota of the period, weeks that have begun as they are.
  public let optimum: Int
  /// The points of the rota on file; nil where what is left of it breaks a hard rule. Where they are
  /// the fewest, moves are told against this rota, else against a best one.
  public let pointsOnFile: Int?
  /// Every engineer, in the team file's order, the holder too.
  public let options: [Option]

  public struct Option: Sendable {
    public let engineer: EngineerID
    public let verdict: Verdict
  }

  public enum Verdict: Sendable {
    /// Hard rules forbid it, whatever the rest of the rota.
    case stopped([Diagnostic])
    /// No rota exists in which the engineer holds it.
    case impossible(summary: String)
    /// A rota exists in which the engineer holds it.
    case costs(Cost)
    /// The work limit ended before an answer was proved.
    case unknown
  }

  /// What it takes that an engineer holds the shift.
  public struct Cost: Sendable {
    /// So many points more has the best rota in which the engineer holds it.
    public let rise: Int
    /// What makes the rise, by term: more points, or fewer; the terms that stay the same are left
    /// out.
    public var terms: [(term: Term, points: Int)] = []
    /// Of all rotas with as few points these other shifts and projects change hands in the one that
    /// changes least.
    public var moves: [Move] = []
    public var handovers: [Handover] = []
  }

  /// A shift that somebody else would hold.
  public struct Move: Sendable, Hashable {
    public let week: ShiftWeek
    public let rotation: RotationID
    public let from: EngineerID?
    public let to: EngineerID?
  }

  /// A project that others own.
  public struct Handover: Sendable, Hashable {
    public let project: ProjectID
    /// Those who would own it no more, and those who would instead.
    public let from: [EngineerID]
    public let to: [EngineerID]
  }
}
