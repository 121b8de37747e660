package import Dates

/// A session with what it is for and who of the team it needs.
package struct PlannedSession: Sendable {
  package enum Purpose: Sendable {
    /// Knowledge sharing after a project that introduced something.
    case sharing(Project)
    case pairing(Project)
    /// The two parts of a feedback meeting; its month as `2027-01`.
    case thanks(month: String)
    case improvements(month: String)
  }

  package let purpose: Purpose
  package let session: Session
  /// The project's owners, or everyone on the team that day.
  package let engineers: [EngineerID]

  /// `Pairing: Move secrets to Vault`.
  package var title: String {
    switch purpose {
    case .sharing(let project): "Knowledge sharing: \(project.introduces ?? project.name)"
    case .pairing(let project): "Pairing: \(project.name)"
    case .thanks: "Feedback: thanks"
    case .improvements: "Feedback: improvements"
    }
  }

  /// What it is about; nil for feedback.
  package var project: Project? {
    switch purpose {
    case .sharing(let project), .pairing(let project): project
    case .thanks, .improvements: nil
    }
  }
}

extension Sessions {
  /// The sessions on some days, by day and time; of the same time knowledge sharing comes first,
  /// then pairing, then feedback. What lasts no time is none. O(projects × days).
  package func planned(in days: Range<Day>) -> [PlannedSession] {
    let sessions =
      team.projects.compactMap(sharing) + team.projects.flatMap(pairings)
      + feedback(in: days).flatMap(parts)
    return sessions.filter { days.contains($0.session.day) && $0.session.minutes > 0 }
      .enumerated().sorted { a, b in
        (a.element.session.day, a.element.session.time, a.offset)
          < (b.element.session.day, b.element.session.time, b.offset)
      }.map(\.element)
  }

  private func sharing(_ project: Project) -> PlannedSession? {
    knowledgeSharing(after: project).map { session in
      let present = present(on: session.day)
      return PlannedSession(
        purpose: .sharing(project), session: session,
        engineers: owners.all(of: project).filter(present.contains))
    }
  }

  private func pairings(_ project: Project) -> [PlannedSession] {
    pairing(of: project).map {
      PlannedSession(
        purpose: .pairing(project), session: $0, engineers: owners.of(project, on: $0.day))
    }
  }

  private func parts(_ meeting: FeedbackMeeting) -> [PlannedSession] {
    guard let feedback = team.feedback else { return [] }
    let present = present(on: meeting.day)
    let start = Session(day: meeting.day, time: feedback.time, minutes: feedback.thanks)
    return [
      PlannedSession(
        purpose: .thanks(month: meeting.month), session: start, engineers: present),
      PlannedSession(
        purpose: .improvements(month: meeting.month),
        session: start.followed(byMinutes: feedback.improvements), engineers: present),
    ]
  }

  /// Those of the team's engineers who are on the team on a day, in the file's order.
  package func present(on day: Day) -> [EngineerID] {
    team.engineers.filter { $0.tenure.contains(day) }.map(\.id)
  }
}

extension Session {
  /// The session that begins when this one ends, perhaps after midnight.
  fileprivate func followed(byMinutes minutes: Int) -> Session {
    let end = time.minutes + self.minutes
    return Session(
      day: day + end / LocalTime.minutesOfDay, time: LocalTime(minutesOfDay: end), minutes: minutes)
  }
}
