import Diagnostics
import RotaModel

extension RotaSheet {
  static let sessionsHead = ["date", "time", "length", "session", "with"]

  /// `2027-01-12`, `Tue 14:00`, `90 min`, `Pairing: Vault`, `Ada Lindqvist, Dora Kim`.
  func cells(of planned: PlannedSession) -> [String] {
    let session = planned.session
    return [
      session.day.description, "\(session.day.weekday.shortName) \(session.time)",
      "\(session.minutes) min", planned.title, audience(of: planned),
    ]
  }

  private func audience(of planned: PlannedSession) -> String {
    let owners = planned.engineers.map(team.name(of:))
    let guests: [Contact]
    let people: [String]
    switch planned.purpose {
    case .sharing(let project):
      people = owners + [project.shareWith == .everyone ? "everyone" : "the team"]
      guests = []
    case .pairing(let project):
      people = owners
      guests = project.pairWith
    case .thanks: return "everyone"
    case .improvements:
      people = ["the team"]
      guests = team.feedback?.guests ?? []
    }
    return (people + guests.map(\.shownName)).joined(separator: ", ")
  }
}
