import Diagnostics
import RotaModel

extension Rule {
  package static let ownerSkill: Rule = Rule(
    "owner-skill", .hard, "Each owner has all skills of the project.",
    why: "An owner answers for the project alone; who lacks its skills cannot.",
    examples: Examples(
      team: """
        engineers:
          ada: { skills: [vault] }
          grace:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, skills: [vault], docs: none }
        """,
      breaking: """
        owners:
          safe: [grace]
        """,
      keeping: """
        owners:
          safe: [ada]
        """),
    shapes: .owner(
      breaks: { situation, owning in
        let skills = situation.team.engineers[owning.engineer].skills
        return !owning.project.skills.allSatisfy { skills.contains($0.value) }
      },
      explain: { situation, owning in
        let person = situation.team.engineers[owning.engineer]
        let lacking = owning.project.skills.filter { !person.skills.contains($0.value) }
        let names = lacking.map { "`\($0.value)`" }.joined(separator: ", ")
        return Reason(
          "`\(person.id)` lacks \(names), which `\(owning.project.id)` asks for",
          label: "lacks \(names)",
          related: [Located("asked for here", at: lacking.first?.place)],
          help: ["name an owner with the skill, or add it to `\(person.id)`"])
      }))

  /// Whether no rule forbids an engineer to own a project on some days, whatever else they own.
  package static func allowsOwner(_ situation: Situation, _ owning: Owning) -> Bool {
    RuleBook.rules.allSatisfy { $0.allowsOwner(situation, owning) }
  }

  /// Whether this rule does not forbid it.
  package func allowsOwner(_ situation: Situation, _ owning: Owning) -> Bool {
    shapes.allSatisfy { shape in
      guard case .owner(let breaks, _) = shape else { return true }
      return !breaks(situation, owning)
    }
  }
}
