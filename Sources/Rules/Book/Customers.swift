import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let pairingMissing: Rule = Rule(
    "pairing-missing", .warning,
    "A project built for a product team names the engineers of it to pair with.",
    why: """
      Building it together takes the place of review comments afterwards, and leaves the product \
      team able to run it.
      """,
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, customer: Checkout, docs: none }
        feedback: { at: first Thursday 15:00, thanks: 20 minutes, improvements: 40 minutes }
        """,
      keepingTeam: """
        engineers:
          ada:
        projects:
          safe:
            start: 2027-01-11
            end: 2027-01-29
            customer: Checkout
            pair_with: [Dora Kim]
            docs: none
        feedback: { at: first Thursday 15:00, thanks: 20 minutes, improvements: 40 minutes }
        """),
    shapes: .team { situation in
      situation.projectsWithCustomer.compactMap { project in
        guard project.pairWith.isEmpty else { return nil }
        return Reason(
          "`\(project.id)` is built for a customer, and nobody there is named to pair with",
          label: "has no `pair_with`",
          help: ["name an engineer of that team: `pair_with: [Dora Kim <dora@example.com>]`"]
        ).diagnostic(.pairingMissing, at: project.place, about: Subject(project.id))
      }
    })

  static let feedbackMissing: Rule = Rule(
    "feedback-missing", .warning,
    "A team that builds projects for others meets them for feedback, once a month.",
    why: "A feedback loop is regular; what is asked once tells how things were that day.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada:
        projects:
          safe:
            start: 2027-01-11
            end: 2027-01-29
            customer: Checkout
            pair_with: [Dora Kim]
            docs: none
        """,
      keepingTeam: """
        engineers:
          ada:
        projects:
          safe:
            start: 2027-01-11
            end: 2027-01-29
            customer: Checkout
            pair_with: [Dora Kim]
            docs: none
        feedback: { at: first Thursday 15:00, thanks: 20 minutes, improvements: 40 minutes }
        """),
    shapes: .team { situation in
      let team = situation.team
      guard team.feedback == nil, let project = situation.projectsWithCustomer.first else {
        return []
      }
      return [
        Reason(
          "the team builds projects for others, such as `\(project.id)`, and has no `feedback`",
          label: "no feedback meeting",
          related: [Located("built for a customer", at: project.place)],
          help: [
            """
            plan one: `feedback: { at: first Thursday 15:00, thanks: 20 minutes, \
            improvements: 40 minutes }`
            """
          ]
        ).diagnostic(
          .feedbackMissing, at: team.namePlace ?? Place(team.source, 0..<0), about: Subject())
      ]
    })
}

extension Situation {
  /// The projects not ended before today that are built for a customer, in the file's order.
  fileprivate var projectsWithCustomer: [Project] {
    team.projects.filter { $0.customer != nil && $0.lastDay >= today }
  }
}
