import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let ownerNotEmployed: Rule = Rule(
    "owner-not-employed", .hard, "Each owner is on the team on all days on which they own.",
    why: "A project is owned for its whole life, so its owner must be there for all of it.",
    examples: Examples(
      team: """
        engineers:
          ada: { leaves: 2027-01-20 }
          grace:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
        """,
      breaking: """
        owners:
          safe: [ada]
        """,
      keeping: """
        owners:
          safe: [grace]
        """),
    shapes: .owner(
      breaks: { situation, owning in
        !situation.availability.isOnTeam(owning.engineer, on: owning.days)
      },
      explain: { situation, owning in
        let person = situation.team.engineers[owning.engineer]
        let reason = notOnTeam(person, on: owning.days)
        return Reason(
          reason.message + ", but owns `\(owning.project.id)`", label: reason.label,
          related: reason.related + [Located("the project", at: owning.project.place)],
          help: ["name another owner, or a second one for the rest"])
      },
      fact: { reason, _, owning in
        BlockingFact(
          reason.message, at: reason.related.first?.place, .outside, kind: .owner(.employment),
          owning.engineer)
      }))
}
