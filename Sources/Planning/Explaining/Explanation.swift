package import Diagnostics
package import RotaModel
package import Rules

/// Why an engineer holds a shift: what everybody else is stopped by, or would cost.
package struct Explanation: Sendable {
  package let week: ShiftWeek
  package let rotation: RotationID
  /// The holder in the rota on file; nil where nobody is.
  package let holder: EngineerID?
  /// The points of the best rota of the period, weeks that have begun as they are; of a large team
  /// those of the best one found.
  package let optimum: Int
  /// No rota has fewer points.
  package let bound: Int
  /// The points of the rota on file; nil where what is left of it breaks a hard rule. Where they are
  /// the fewest, moves are told against this rota, else against a best one.
  package let pointsOnFile: Int?
  /// Every engineer, in the team file's order, the holder too.
  package let options: [Option]

  package struct Option: Sendable {
    package let engineer: EngineerID
    package let verdict: Verdict
  }

  package enum Verdict: Sendable {
    /// Hard rules forbid it, whatever the rest of the rota.
    case stopped([Diagnostic])
    /// No rota exists in which the engineer holds it.
    case impossible(summary: String)
    /// A rota exists in which the engineer holds it.
    case costs(Cost)
    /// The same, and a rota in which it takes fewer points more may exist; at least so many it takes.
    case between(Cost, atLeast: Int)
    /// The work limit ended before an answer was found.
    case unknown
  }

  /// What it takes that an engineer holds the shift.
  package struct Cost: Sendable {
    /// So many points more has the best rota in which the engineer holds it; below zero where the
    /// best rota is not known.
    package let rise: Int
    /// What makes the rise, by term: more points, or fewer; the terms that stay the same are left
    /// out.
    package var terms: [(term: Term, points: Int)] = []
    /// Of all rotas found with as few points these other shifts and projects change hands in the one
    /// that changes least.
    package var moves: [Move] = []
    package var ownerChanges: [OwnerChange] = []
  }

  /// A shift that somebody else would hold.
  package struct Move: Sendable, Hashable {
    package let week: ShiftWeek
    package let rotation: RotationID
    package let from: EngineerID?
    package let to: EngineerID?
  }

  /// A project that others own.
  package struct OwnerChange: Sendable, Hashable {
    package let project: ProjectID
    /// Those who would own it no more, and those who would instead.
    package let from: [EngineerID]
    package let to: [EngineerID]
  }
}
