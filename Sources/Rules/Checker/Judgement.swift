package import Diagnostics
package import RotaModel

/// What a rota, as it is, comes to.
package struct Judgement: Sendable {
  package let points: Points
  /// By engineer in the team file's order, every one of an `E(r)`; rotations in the file's order.
  package let shares: [Share]
  /// Conflicts and warnings of this rota, by place.
  package let findings: [Diagnostic]

  package init(points: Points, shares: [Share], findings: [Diagnostic]) {
    self.points = points
    self.shares = shares
    self.findings = findings
  }
}

/// What one engineer owes and holds of one rotation in a period.
package struct Share: Sendable, Hashable {
  package let engineer: EngineerID
  package let rotation: RotationID
  /// What is owed.
  package let parts: TargetParts
  /// Shifts held in the period.
  package let held: Int

  package init(engineer: EngineerID, rotation: RotationID, parts: TargetParts, held: Int) {
    self.engineer = engineer
    self.rotation = rotation
    self.parts = parts
    self.held = held
  }

  /// `T(e,r)` in hundredths of a shift.
  package var target: Int { parts.target }
}
