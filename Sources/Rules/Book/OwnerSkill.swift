import Diagnostics
import RotaModel

extension Rule {
  static let ownerSkill: Rule = Rule(
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
      },
      fact: { reason, situation, owning in
        let id = situation.team.engineers[owning.engineer].id
        let edit = FactEdit(text: "teach `\(id)` the skills of `\(owning.project.id)`") { team in
          team.change(id) { $0.skills.formUnion(owning.project.skills.map(\.value)) }
        }
        return BlockingFact(
          reason.message, at: reason.related.first?.place, .given, edit: edit, kind: .owner(.skill),
          owning.engineer)
      }))
}
