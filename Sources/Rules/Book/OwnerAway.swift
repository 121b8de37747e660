import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let ownerAway: Rule = Rule(
    "owner-away", .hard,
    "An owner is away on no more than half of their working days among the days they own.",
    why: "A project whose owner is mostly on leave has no owner.",
    examples: Examples(
      team: """
        engineers:
          ada: { away: [2027-01-11 to 2027-01-22] }
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
        let (working, away) = situation.availability.count(of: owning.engineer, in: owning.days)
        return 2 * away > working
      },
      explain: { situation, owning in
        let person = situation.team.engineers[owning.engineer]
        let (working, away) = situation.availability.count(of: owning.engineer, in: owning.days)
        let entries = person.away.filter { $0.days.overlaps(owning.days) }
        return Reason(
          """
          `\(person.id)` is away on \(away) of \(working) working days on which they would own \
          `\(owning.project.id)`
          """,
          label: "mostly away", related: entries.map { Located("time off", at: $0.place) },
          help: ["name another owner, or move the project"])
      },
      fact: { reason, _, owning in
        BlockingFact(
          reason.message, at: reason.related.first?.place, .given, kind: .owner(.timeOff),
          owning.engineer)
      }))
}
