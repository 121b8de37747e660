import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let unknownEngineer: Rule = Rule(
    "unknown-engineer", .hard, "The engineers whom a rota names stand in the team file.",
    why: "A misspelt name is a shift that nobody holds. Leavers stay in the file with `leaves`.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: grce }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: grace }
        """),
    shapes: .rota { roster in
      let known = roster.frame.team.engineers
      func finding(
        _ id: EngineerID, at place: Place?, past: Bool, about: @autoclosure () -> Subject
      ) -> Diagnostic? {
        guard roster.frame.availability.index(of: id) == nil else { return nil }
        let near = nearest(to: id.text, among: known.map(\.id.text))
        let similar = known.first { $0.id.text == near }
        return unknown(
          .unknownEngineer, id.unknown, at: place, past: past, about: about(),
          label: "not in `engineers`", near: near,
          related: Located("a similar name is defined here", at: similar?.place))
      }
      return roster.shifts.compactMap {
        finding(
          $0.shift.engineer, at: $0.shift.place, past: roster.isPast($0.shift.week),
          about: Subject($0.shift))
      }
        + roster.rota.covers.compactMap {
          finding(
            $0.engineer, at: $0.engineerPlace, past: roster.isPast($0),
            about: Subject($0))
        }
        + roster.rota.owners.flatMap { ownership in
          let project = roster.frame.team.project(ownership.project)
          return ownership.entries.compactMap { entry in
            // From where the next rota takes the project over, its own names are judged.
            let end = min(
              entry.days.upperBound, project?.life.upperBound ?? roster.rota.period.last + 1,
              project.flatMap(roster.takenOver) ?? .distantFuture)
            return finding(
              entry.engineer, at: entry.place, past: end <= roster.today,
              about: Subject(ownership.project, entry.engineer))
          }
        }
    })

  static let unknownRotation: Rule = Rule(
    "unknown-rotation", .hard, "The rotations that a rota names stand in the team file.",
    why: "A misspelt rotation is a duty that nobody does.",
    examples: Examples(
      team: """
        engineers:
          ada:
        """,
      breaking: """
        shifts:
          2027-01-04: { servce: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
        """),
    shapes: .rota { roster in
      let known = roster.frame.team.rotations
      return roster.shifts.compactMap { held in
        guard held.rotation == nil else { return nil }
        let name = held.shift.rotation.text
        let near = nearest(to: name, among: known.map(\.id.text))
        return unknown(
          .unknownRotation, held.shift.rotation.unknown, at: held.shift.rotationPlace,
          past: roster.isPast(held.shift.week), about: Subject(held.shift),
          label: "not in `rotations`", near: near,
          related: Located(
            "a similar name is defined here", at: known.first { $0.id.text == near }?.place))
      }
    })

  static let unknownProject: Rule = Rule(
    "unknown-project", .hard, "The projects that a rota names stand in the team file.",
    why: "A misspelt project is one that nobody owns.",
    examples: Examples(
      team: """
        engineers:
          ada:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
        """,
      breaking: """
        owners:
          safe-2: [ada]
        """,
      keeping: """
        owners:
          safe: [ada]
        """),
    shapes: .rota { roster in
      guard !roster.isWhollyPast else { return [] }
      let known = roster.frame.team.projects
      return roster.rota.owners.compactMap { ownership in
        guard roster.frame.team.project(ownership.project) == nil else { return nil }
        let near = nearest(to: ownership.project.text, among: known.map(\.id.text))
        return unknown(
          .unknownProject, ownership.project.unknown, at: ownership.place,
          past: false, about: Subject(ownership.project), label: "not in `projects`", near: near,
          related: Located(
            "a similar name is defined here", at: known.first { $0.id.text == near }?.place))
      }
    })

  /// A name that the team file does not have: of what is past only a warning.
  private static func unknown(
    _ rule: Rule, _ message: String, at place: Place?, past: Bool, about: Subject, label: String,
    near: String?, related: Located<String>?
  ) -> Diagnostic {
    var finding = Diagnostic(
      rule.id, past ? .warning : .conflict, message, at: place, label: label,
      related: [related].compactMap(\.self), help: near.map { ["did you mean `\($0)`?"] } ?? [])
    finding.about = about
    return finding
  }
}
