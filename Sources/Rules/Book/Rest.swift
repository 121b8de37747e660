import Diagnostics
import RotaModel

extension Rule {
  package static let rest: Rule = Rule(
    "rest", .hard,
    "Between two shifts of an engineer, of any rotation, lie at least `rest` free weeks.",
    why: """
      A week of interruptions is followed by weeks of project work, across the quarter's edge too.
      """,
    examples: Examples(
      team: """
        rest: 2
        engineers:
          ada:
          grace:
          joan:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: joan }
        """),
    shapes: .chain(
      least: { $0.team.rest + 1 },
      explain: { frame, pair in
        let free = max(0, pair.distance - 1)
        let weeks = free == 0 ? "no free week" : free == 1 ? "1 free week" : "\(free) free weeks"
        return Reason(
          """
          `\(frame.team.engineers[pair.engineer].id)` has \(weeks) between the shifts of \
          \(pair.first.week) and \(pair.second.week); `rest` is \(frame.team.rest)
          """,
          label: "too close", related: [Located("the shift before", at: pair.first.place)],
          help: ["give one of the two shifts to someone else"])
      }))
}
