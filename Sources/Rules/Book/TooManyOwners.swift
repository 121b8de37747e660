import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let tooManyOwners: Rule = Rule(
    "too-many-owners", .hard, "A project has no more owners than it needs on any day.",
    why: "Where everybody owns a project, nobody does.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
        """,
      breaking: """
        owners:
          safe: [ada, grace]
        """,
      keeping: """
        owners:
          safe: [ada]
        """),
    shapes: .rota { roster in
      roster.projectsWithOwners { needed, counts in counts.first { $0.owners > needed } }
        .map { project, found in
          let needed = project.ownersNeeded
          return Reason(
            """
            `\(project.project.id)` needs \(needed) \(needed == 1 ? "owner" : "owners") and has \
            \(found.owners) from \(found.days.lowerBound) on
            """,
            label: "too many owners",
            related: [Located("the project", at: project.project.place)],
            help: ["remove an owner, or raise `owners` of the project"]
          ).diagnostic(
            .tooManyOwners, at: roster.place(of: project), about: Subject(project.project.id))
        }
    })
}
