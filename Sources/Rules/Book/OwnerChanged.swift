import Diagnostics
import RotaModel

extension Rule {
  static let ownerChanged: Rule = Rule(
    "owner-changed", .hard,
    "A project keeps the owner that an earlier rota gave it, for its whole life.",
    why: """
      Knowledge is lost with every change of hands. A decided change is written with dates: \
      `[ada until 2027-02-14, grace from 2027-02-15]`.
      """,
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        projects:
          safe: { start: 2026-12-14, end: 2027-01-29, docs: none }
        """,
      earlier: """
        period: 2026-Q4
        owners:
          safe: [ada]
        """,
      breaking: """
        owners:
          safe: [grace]
        """,
      keeping: """
        owners:
          safe: [ada]
        """),
    shapes: .rota { roster in
      roster.missingFixedOwners(named: false).map { fixed, project in
        let name = roster.frame.team.engineers[fixed.engineer].id
        return Reason(
          "`\(name)` owned `\(project.project.id)` before and does not own all of what is left of it",
          label: "owned by `\(name)` before",
          related: [Located("the owner in the earlier rota", at: fixed.entry.place)],
          help: [
            "keep `\(name)`, or write the change down: `\(name) until DATE` before the new owner"
          ]
        ).diagnostic(
          .ownerChanged, at: roster.place(of: project), about: Subject(project.project.id, name))
      }
    })
}
