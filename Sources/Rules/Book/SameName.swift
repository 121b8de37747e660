import Diagnostics
import RotaModel

extension Rule {
  static let sameName: Rule = Rule(
    "same-name", .warning, "No two engineers have the same full name.",
    why: "Feeds of time off and imported tables name people by it, and mean one of them.",
    examples: Examples(
      breakingTeam: """
        engineers:
          kim-a: { name: Kim Lee }
          kim-b: { name: kim lee }
        """,
      keepingTeam: """
        engineers:
          kim-a: { name: Kim Lee (Berlin) }
          kim-b: { name: Kim Lee }
        """),
    shapes: .team { situation in
      var first: [[String]: Engineer] = [:]
      return situation.team.engineers.compactMap { engineer in
        let name = Words(engineer.name).words
        guard let other = first[name] else {
          first[name] = engineer
          return nil
        }
        return Reason(
          "`\(engineer.id)` and `\(other.id)` have the same full name",
          label: "the same name", related: [Located("first here", at: other.place)],
          help: ["tell them apart in `name`: calendars and messages show it"]
        ).diagnostic(
          .sameName, at: engineer.place, about: Subject(people: [engineer.id.text, other.id.text]))
      }
    })
}
