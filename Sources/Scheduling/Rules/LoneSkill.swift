import Diagnostics
import RotaModel

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
      let shifts = frame.weeks.indices.flatMap { week in
        frame.rotations.compactMap { rotation -> Diagnostic? in
          guard !roster.isPast(frame.weeks[week]) else { return nil }
          let able = frame.engineers.filter {
            frame.isEligible($0, rotation, week) && frame.isAvailable($0, week)
          }
          guard able.count == 1 else { return nil }
          let person = frame.team.engineers[able[0]]
          return Reason(
            """
            only `\(person.id)` can hold `\(frame.team.rotations[rotation].id)` in the week of \
            \(frame.weeks[week])
            """, label: "hangs on one person"
          ).diagnostic(.loneSkill, at: roster.place(ofWeek: week))
        }
      }
      let projects = frame.projects.compactMap { framed -> Diagnostic? in
        guard framed.daysToDecide.upperBound > roster.today, !framed.daysToDecide.isEmpty else {
          return nil
        }
        let able = frame.engineers.filter { framed.mayOwn[$0] }
        guard able.count == 1 else { return nil }
        return Reason(
          "only `\(frame.team.engineers[able[0]].id)` may own `\(framed.project.id)`",
          label: "hangs on one person"
        ).diagnostic(.loneSkill, at: framed.project.place)
      }
      return shifts + projects
    })
}
