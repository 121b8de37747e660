import Dates
import Diagnostics
package import RotaModel

extension Rule {
  static let loneSkill: Rule = Rule(
    "lone-skill", .warning,
    "More than one engineer can hold each shift and own each project of the period.",
    why: "Where everything hangs on one person, one sick day breaks the rota.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
        """,
      keepingTeam: """
        engineers:
          ada:
          grace:
        """,
      rota: """
        shifts:
          2027-01-04: { service: ada }
        """),
    shapes: .rota { roster in
      let frame = roster.frame
      return HangsOnOne.all(in: frame).compactMap { hanging -> Diagnostic? in
        switch hanging {
        case .shift(let index, let rotation, let engineer):
          let week = frame.weeks[index]
          guard week.last >= roster.today else { return nil }
          return Reason(
            "only `\(engineer)` can hold `\(rotation)` in the week of \(week)",
            label: "hangs on one person"
          ).diagnostic(
            .loneSkill, at: roster.place(ofWeek: index),
            about: Subject(rotation, in: week, engineer))
        case .project(let framed, let engineer):
          guard framed.daysToDecide.upperBound > roster.today, !framed.daysToDecide.isEmpty else {
            return nil
          }
          return Reason(
            "only `\(engineer)` may own `\(framed.project.id)`", label: "hangs on one person"
          ).diagnostic(
            .loneSkill, at: framed.project.place, about: Subject(framed.project.id, engineer))
        }
      }
    })
}

/// What exactly one engineer can do in a period.
package enum HangsOnOne: Sendable {
  /// Only one of `E(r, w)` is available in the week, given by its index.
  case shift(week: Int, RotationID, EngineerID)
  /// Only one may own it.
  case project(FramedProject, EngineerID)

  /// Shifts by week, then projects in the team file's order.
  package static func all(in frame: Frame) -> [HangsOnOne] {
    let shifts = frame.weeks.indices.flatMap { week in
      frame.rotations.compactMap { rotation -> HangsOnOne? in
        let able = frame.engineers.filter {
          frame.isEligible($0, rotation, week) && frame.isAvailable($0, week)
        }
        guard able.count == 1 else { return nil }
        return .shift(
          week: week, frame.team.rotations[rotation].id, frame.team.engineers[able[0]].id)
      }
    }
    let projects = frame.projects.compactMap { framed -> HangsOnOne? in
      let able = frame.engineers.filter { framed.mayOwn[$0] }
      guard able.count == 1 else { return nil }
      return .project(framed, frame.team.engineers[able[0]].id)
    }
    return shifts + projects
  }
}
