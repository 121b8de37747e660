import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let outsideLife: Rule = Rule(
    "outside-life", .warning, "The protected dates of a project lie in its life.",
    why: "A date outside it protects nothing, and is most likely a slip.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, protect: [2027-02-08], docs: none }
        """,
      keepingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, protect: [2027-01-18], docs: none }
        """),
    shapes: .team { situation in
      situation.team.projects.flatMap { project -> [Diagnostic] in
        guard case .days(let marked) = project.protect else { return [] }
        return marked.filter { $0.days.clamped(to: project.life) != $0.days }.map {
          Reason(
            """
            `\(project.id)` lives from \(project.firstDay) to \(project.lastDay): there is nothing \
            to protect then
            """,
            label: "outside its life",
            related: [
              Located("starts", at: project.startPlace), Located("ends", at: project.endPlace),
            ]
          ).diagnostic(.outsideLife, at: $0.place, about: Subject(project.id, on: $0.days))
        }
      }
    })
}
