import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let noJoined: Rule = Rule(
    "no-joined", .warning,
    "An engineer without `joined` holds a shift on file, once rotas on file span 13 weeks.",
    why: """
      Without `joined` an engineer was always there: a newcomer, or somebody whose id changed, \
      seems to owe what others did before.
      """,
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
          grace:
        """,
      keepingTeam: """
        engineers:
          ada:
          grace: { joined: 2026-12-14 }
        """,
      earlier: """
        period: 2026-Q4
        shifts:
          2026-10-05: { service: ada }
          2026-11-02: { service: ada }
        """),
    shapes: .rota { roster in
      let frame = roster.frame
      // Told once, of the latest rota: what is carried over into it is the largest.
      guard frame.later.isEmpty else { return [] }
      let before = frame.earlier.flatMap { $0.weeks(handover: frame.team.handover.weekday) }
      guard let first = before.map(\.start).min(),
        let last = before.map(\.last).max()
      else { return [] }
      let weeks = (first.distance(to: last) + 1) / 7
      guard weeks >= weeksOfAStranger else { return [] }
      let onFile = Set(frame.situation.rotas.flatMap(\.shifts).map(\.engineer))
      return frame.engineers.compactMap { engineer in
        let person = frame.team.engineers[engineer]
        guard person.joined == nil, !onFile.contains(person.id) else { return nil }
        // Who could not serve in that time owes nothing of it.
        let owed = frame.rotations.map { frame.shares.parts(engineer, $0) }
        guard owed.contains(where: { $0.all > 0 }) else { return nil }
        let carried = owed.reduce(0) { $0 + $1.carried }
        return Reason(
          """
          `\(person.id)` has no `joined` and holds no shift on file: all of the \(weeks) weeks \
          before \(frame.period.name) count as theirs, and \(hundredths(carried)) shifts are owed \
          for them
          """,
          label: "no `joined`",
          help: [
            "write the first day on the team: `joined: YYYY-MM-DD`",
            "an engineer whose id was changed keeps the history under the old id alone",
          ]
        ).diagnostic(.noJoined, at: person.place, about: Subject(people: [person.id.text]))
      }
    })

  /// After so many weeks on file somebody without any shift is told.
  private static let weeksOfAStranger = 13
}
