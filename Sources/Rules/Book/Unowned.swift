import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let unowned: Rule = Rule(
    "unowned", .hard, "A project has as many owners as it needs on each day that is to be decided.",
    why: "Each project is owned for its whole life, so that somebody always answers for it.",
    examples: Examples(
      team: """
        engineers:
          ada:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
        """,
      breaking: """
        owners:
          safe: []
        """,
      keeping: """
        owners:
          safe: [ada]
        """),
    shapes: .rota { roster in
      roster.projectsWithOwners { needed, counts in counts.first { $0.owners < needed } }
        .map { project, found in
          let needed = project.ownersNeeded
          return Reason(
            """
            `\(project.project.id)` needs \(needed) \(needed == 1 ? "owner" : "owners") and has \
            \(found.owners == 0 ? "none" : "\(found.owners)") from \(found.days.lowerBound) on
            """,
            label: "not fully owned",
            related: [Located("the project", at: project.project.place)],
            help: ["name the owner under `owners`: `\(project.project.id): [ID]`"]
          ).diagnostic(
            .unowned, at: roster.place(of: project), about: Subject(project.project.id))
        }
    })
}
