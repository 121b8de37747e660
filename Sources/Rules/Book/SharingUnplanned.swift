import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let sharingUnplanned: Rule = Rule(
    "sharing-unplanned", .warning,
    "A project that introduces something ends with a knowledge-sharing session.",
    why: "What only its owners know is lost to the team with their next project.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada: { away: [2027-02-01 to 2027-02-12] }
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, introduces: Vault, docs: none }
        sharing: { at: Thursday 16:00, for: 45 minutes, within: 2 weeks }
        """,
      keepingTeam: """
        engineers:
          ada: { away: [2027-02-01 to 2027-02-12] }
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, introduces: Vault, docs: none }
        sharing: { at: Thursday 16:00, for: 45 minutes, within: 3 weeks }
        """,
      rota: """
        owners:
          safe: [ada]
        """),
    shapes: .rota { roster in
      let frame = roster.frame
      guard let sharing = frame.team.sharing else { return [] }
      let new = frame.projects.map(\.project).filter { project in
        project.introduces != nil
          && project.life.upperBound + 7 * sharing.withinWeeks > roster.today
      }
      if new.isEmpty { return [] }
      let sessions = Sessions(
        of: frame.team, frame.availability, rotas: frame.earlier + [roster.rota] + frame.later)
      return new.filter { sessions.knowledgeSharing(after: $0) == nil }.map { project in
        let weeks = sharing.withinWeeks == 1 ? "week" : "\(sharing.withinWeeks) weeks"
        return Reason(
          """
          `\(project.id)` has no knowledge-sharing session: on no \(sharing.weekday.name) in the \
          \(weeks) after its end are all of its owners free
          """,
          label: "has no session", related: [Located("its end", at: project.endPlace)],
          help: ["`within` in `sharing` gives it more weeks"]
        ).diagnostic(.sharingUnplanned, at: project.place, about: Subject(project.id))
      }
    })
}
