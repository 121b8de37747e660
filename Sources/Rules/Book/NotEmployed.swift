import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let notEmployed: Rule = Rule(
    "not-employed", .hard,
    "The shift week lies wholly between the engineer's first and last day on the team.",
    why: "Nobody can do the service tasks before they have joined or after they have left.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace: { joined: 2027-01-06 }
        """,
      breaking: """
        shifts:
          2027-01-04: { service: grace }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
        """),
    shapes: .cell(
      breaks: { frame, cell in
        !frame.availability.isOnTeam(cell.engineer, in: frame.weeks[cell.week])
      },
      explain: { frame, cell in
        notOnTeam(frame.team.engineers[cell.engineer], on: frame.weeks[cell.week].days)
      },
      facts: { reason, frame, cell in
        let person = frame.team.engineers[cell.engineer]
        return Blockers(
          BlockingFact(
            reason.message, at: reason.related.first?.place ?? person.place, .outside,
            kind: .employment, cell.engineer, in: cell.week))
      }),
    .cover { roster, cover, standIn in
      roster.frame.availability.isOnTeam(standIn, on: cover.days)
        ? nil : notOnTeam(roster.frame.team.engineers[standIn], on: cover.days)
    })

  /// Why an engineer is not on the team on all of some days.
  static func notOnTeam(_ person: Engineer, on days: Range<Day>) -> Reason {
    if let joined = person.joined, joined.value > days.lowerBound {
      return Reason(
        "`\(person.id)` joins the team on \(joined.value)", label: "not on the team yet",
        related: [Located("joins", at: joined.place)],
        help: ["from \(joined.value) on `\(person.id)` is on the team"])
    }
    return Reason(
      "`\(person.id)` leaves the team on \(person.leaves.map { "\($0.value)" } ?? "")",
      label: "not on the team any more",
      related: [Located("leaves", at: person.leaves?.place)],
      help: ["give it to someone who is on the team"])
  }
}
