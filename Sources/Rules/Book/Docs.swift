import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let docsMissing: Rule = Rule(
    "docs-missing", .hard, "A project that has ended has its documentation, where it is required.",
    why: "Documentation is part of a project that changes the architecture or adds a module.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2026-10-05, end: 2026-11-13 }
        """,
      keepingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2026-10-05, end: 2026-11-13, docs: docs/safe.md }
        """),
    shapes: .team { situation in
      situation.team.projects.compactMap { project in
        guard project.docs == .required, project.lastDay < situation.today else { return nil }
        return Reason(
          "`\(project.id)` ended on \(project.lastDay) and its documentation is still due",
          label: "documentation is missing", related: [Located("its end", at: project.endPlace)],
          help: ["write the link: `docs: https://…`, or `docs: none` where none is needed"]
        ).diagnostic(
          .docsMissing, at: project.docsPlace ?? project.place, about: Subject(project.id))
      }
    })

  static let docsDue: Rule = Rule(
    "docs-due", .warning, "The documentation of a project that ends within 14 days is written.",
    why: "Two weeks are enough to write it down while it is fresh.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2026-10-05, end: 2026-12-04 }
        """,
      keepingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2026-10-05, end: 2026-12-04, docs: docs/safe.md }
        """),
    shapes: .team { situation in
      situation.team.projects.compactMap { project in
        let left = situation.today.distance(to: project.lastDay)
        guard project.docs == .required, (0...14).contains(left) else { return nil }
        let when = left == 0 ? "today" : left == 1 ? "tomorrow" : "in \(left) days"
        return Reason(
          "`\(project.id)` ends \(when) and its documentation is still due",
          label: "documentation is due", related: [Located("its end", at: project.endPlace)],
          help: ["write the link once there is one: `docs: https://…`"]
        ).diagnostic(
          .docsDue, at: project.docsPlace ?? project.place, about: Subject(project.id))
      }
    })
}
