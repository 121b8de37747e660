import Diagnostics
import RotaModel

extension Rule {
  static let spacing: Rule = Rule(
    "spacing", .soft,
    "The shifts of an engineer are spread out: as many weeks apart as an even round would give.",
    why: "Two shifts close together, though allowed, stop a project for a month.",
    examples: Examples(
      team: """
        rest: 0
        engineers:
          ada:
          grace:
          joan:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-25: { service: ada }
        """),
    shapes: .chainPoints { frame, engineer, distance in
      let missing = frame.idealDistance[engineer] - distance
      return missing > 0 ? frame.weight(.spacing) * missing * missing : 0
    })
}
