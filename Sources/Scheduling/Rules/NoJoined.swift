import Diagnostics
import RotaModel

extension Rule {
  /// Of so many weeks on file a newcomer is told from somebody who was not asked.
  private static let fewestWeeks = 13

  static let noJoined: Rule = Rule(
    "no-joined", .warning,
    "Who holds no shift on file, though rotas of a quarter or more are, has a first day on the team.",
    why: """
      Without `joined` all of that time counts as theirs: they owe every week of it, and get more \
      shifts than anybody else.
      """,
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
          new:
        """,
      keepingTeam: """
        engineers:
          ada:
          new: { joined: 2027-01-01 }
        """,
      after: "period: 2026-Q4\nshifts:\n  2026-12-28: { service: ada }"),
    shapes: .rota { roster in
      let frame = roster.frame
      guard frame.later.isEmpty, let first = frame.earlier.map(\.period.first).min(),
        first.distance(to: frame.period.first) >= 7 * fewestWeeks
      else { return [] }
      let holders = Set(frame.situation.rotas.flatMap(\.shifts).map(\.engineer))
      return frame.engineers.compactMap { index in
        let engineer = frame.team.engineers[index]
        guard engineer.joined == nil, !holders.contains(engineer.id),
          frame.rotations.contains(where: { frame.isEverEligible(index, $0) })
        else { return nil }
        return Reason(
          """
          `\(engineer.id)` holds no shift on file and has no `joined`: all weeks from \(first) on \
          count as theirs
          """,
          label: "no first day",
          help: ["write the first day on the team: `joined: \(frame.period.first)`, for example"]
        ).diagnostic(.noJoined, at: engineer.place, about: Subject(people: [engineer.id.text]))
      }
    })
}
