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
    },
    tell: { frame, charge in
      guard let engineer = charge.engineer, let week = charge.week, let earlier = charge.earlier,
        let distance = charge.count
      else { return "" }
      let weeks = distance == 1 ? "1 week" : "\(distance) weeks"
      return """
        \(frame.name(charge))'s shifts of \(earlier) and \(frame.weeks[week]) lie \(weeks) apart; \
        \(frame.idealDistance[engineer]) would be ideal
        """
    })
}
