package import RotaModel

/// Points that one thing about a rota costs. All charges of a rota add up to its points.
struct Charge: Sendable {
  var engineer: Int?
  var rotation: Int?
  /// The week, of the period; of two shifts too close, that of the later one.
  var week: Int?
  /// Of two shifts too close, the week of the earlier one, which may lie before the period.
  var earlier: ShiftWeek?
  var project: Int?
  /// Shifts held, or owner-weeks, where a table by number is charged.
  var count: Int?
  let points: Int
}

/// A charge in words, for people: `rota check --explain`.
package struct ExplainedCharge: Sendable {
  package let term: Term
  /// nil where the engineer is no longer on the team.
  package let engineer: EngineerID?
  package let rotation: RotationID?
  package let week: ShiftWeek?
  package let project: ProjectID?
  package let points: Int
  /// One sentence, without a full stop.
  package let text: String
}

/// Every charge of a rota as it is, by term, then in the team file's order; those of no points are
/// left out, and the rest add up to the rota's points.
package func explainedCharges(of rota: Rota, in situation: Situation) -> [ExplainedCharge] {
  let frame = situation.frame(of: rota)
  return Roster(rota, in: frame).charges().map { rule, term, charge in
    let team = situation.team
    return ExplainedCharge(
      term: term, engineer: charge.engineer.map { team.engineers[$0].id },
      // What a shift in a week costs is the week's, whatever the rotation.
      rotation: charge.week == nil ? charge.rotation.map { team.rotations[$0].id } : nil,
      week: charge.week.map { frame.weeks[$0] },
      project: charge.project.map { frame.projects[$0].project.id }, points: charge.points,
      text: rule.tell(frame, charge))
  }
}

extension Frame {
  /// The engineer's name in a sentence.
  func name(_ charge: Charge) -> String {
    charge.engineer.map { team.engineers[$0].name } ?? "somebody who has left"
  }

  /// The project's name in a sentence.
  func projectName(_ charge: Charge) -> String {
    charge.project.map { projects[$0].project.name } ?? "a project"
  }

  /// `the week of 2027-02-15`.
  func weekName(_ charge: Charge) -> String {
    charge.week.map { "the week of \(weeks[$0])" } ?? "a week"
  }
}
