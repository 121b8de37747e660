import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let tooManyProjects: Rule = Rule(
    "too-many-projects", .hard,
    "On no day does an engineer own more projects than `projects_at_once`.",
    why: "Whoever owns everything finishes nothing.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
          edge: { start: 2027-01-25, end: 2027-02-12, docs: none }
        """,
      breaking: """
        owners:
          safe: [ada]
          edge: [ada]
        """,
      keeping: """
        owners:
          safe: [ada]
          edge: [grace]
        """),
    shapes: .ownedAtOnce(
      most: { situation, engineer in situation.team.engineers[engineer].projectsAtOnce },
      explain: { situation, engineer, owned, day in
        let person = situation.team.engineers[engineer]
        let names = owned.map { "`\($0.project.id)`" }.joined(separator: ", ")
        return Reason(
          """
          `\(person.id)` owns \(owned.count) projects on \(day) (\(names)); \
          `projects_at_once` is \(person.projectsAtOnce)
          """,
          label: "one too many",
          related: owned.dropLast().map { Located("owned at the same time", at: $0.place) },
          help: ["name another owner for one of them, or raise `projects_at_once`"])
      },
      fact: { situation, engineer in
        let person = situation.team.engineers[engineer]
        let (id, most) = (person.id, person.projectsAtOnce)
        return BlockingFact(
          "`\(id)` owns at most \(most) \(most == 1 ? "project" : "projects") at once",
          at: person.projectsAtOncePlace ?? person.place, .chosen,
          edit: .setting(
            "raise `projects_at_once` of `\(id)`", to: (most..<max(most, 10)).map { $0 + 1 }
          ) { team, value in
            team.change(id) { $0.projectsAtOnce = value }
          }, kind: .ownedAtOnce(most), engineer)
      }))
}
