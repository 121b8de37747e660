import Dates
package import Diagnostics
package import RotaModel

/// Sessions as people read them, a line each: of a rota, or of one engineer.
package struct SessionsTable: Sendable {
  private let sessions: [PlannedSession]
  private let team: Team
  private let contacts: Bool

  /// - Parameters:
  ///   - sessions: in the order of the lines; may be none.
  ///   - contacts: whether guests and addresses are named.
  package init(_ sessions: [PlannedSession], of team: Team, contacts: Bool = true) {
    self.sessions = sessions
    self.team = team
    self.contacts = contacts
  }

  package var table: TextTable {
    var table = TextTable([
      .whole("date"), .whole("time"), .number("length"), .words("session"), .words("with"),
    ])
    for session in sessions { table.add(cells(of: session)) }
    return table
  }

  /// The interface of `show --format json` and of `who --format json`.
  package var json: JSON { .array(sessions.map(\.json)) }

  /// `2027-01-12`, `Tue 14:00`, `90 min`, `Pairing: Vault`, `Ada Lindqvist, Dora Kim`.
  private func cells(of planned: PlannedSession) -> [String] {
    let session = planned.session
    return [
      session.day.description, "\(session.day.weekday.shortName) \(session.time)",
      "\(session.minutes) min", planned.title, audience(of: planned).joined(separator: ", "),
    ]
  }

  /// Whom it is with, each by their name.
  package func audience(of planned: PlannedSession) -> [String] {
    let owners = planned.engineers.map(team.name(of:))
    switch planned.purpose {
    case .sharing(let project):
      return owners + [project.shareWith == .everyone ? "everyone" : "the team"]
    case .pairing(let project): return owners + project.pairWith.shownNames(contacts: contacts)
    case .thanks: return ["everyone"]
    case .improvements:
      return ["the team"] + (contacts ? (team.feedback?.guests ?? []).map(\.shownName) : [])
    }
  }
}

extension PlannedSession {
  var json: JSON {
    [
      "kind": .string(kind), "date": .string(session.day.description),
      "time": .string(session.time.description), "minutes": .number(session.minutes),
      "project": project.map { .string($0.id.text) } ?? .null,
      "engineers": .array(engineers.map { .string($0.text) }),
    ]
  }

  /// As in the UIDs of calendars.
  package var kind: String {
    switch purpose {
    case .sharing: "sharing"
    case .pairing: "pairing"
    case .thanks: "feedback.thanks"
    case .improvements: "feedback.improvements"
    }
  }
}
