package import Dates

/// A session of the team at a date and local time.
package struct Session: Sendable, Hashable {
  package let day: Day
  package let time: LocalTime
  /// Its length.
  package let minutes: Int

  package init(day: Day, time: LocalTime, minutes: Int) {
    self.day = day
    self.time = time
    self.minutes = minutes
  }
}

/// The dates of knowledge-sharing sessions, pairing sessions and feedback meetings, around time
/// off, holidays and duty.
///
/// A function of the team, whose calendars have been read, and of all rotas on file: a session
/// after a project's end needs the shifts of the next period.
package struct Sessions: Sendable {
  package let owners: Owners
  let team: Team
  let availability: Availability
  private let duties: Duties

  package init(of team: Team, _ availability: Availability, rotas: [Rota]) {
    self.team = team
    self.availability = availability
    owners = Owners(rotas)
    duties = Duties(rotas, handover: team.handover.time)
  }

  /// The knowledge-sharing session after a project's end: the first on which no owner still on
  /// the team is absent or on duty. nil where the project introduces nothing, the team holds no
  /// such sessions, or none is free within the weeks it allows.
  package func knowledgeSharing(after project: Project) -> Session? {
    guard project.introduces != nil, let sharing = team.sharing else { return nil }
    let owners = owners.all(of: project)
    let days = project.life.upperBound..<project.life.upperBound + 7 * sharing.withinWeeks
    return days.lazy.filter { $0.weekday == sharing.weekday }
      .map { Session(day: $0, time: sharing.time, minutes: sharing.length) }
      .first { session in owners.allSatisfy { isFree($0, for: session) } }
  }

  /// The pairing sessions of a project's life, those left out on which an owner is absent or on
  /// duty; none where the project has no pairing. O(length of its life).
  package func pairing(of project: Project) -> [Session] {
    guard let pairing = project.pairing else { return [] }
    return project.life.filter { $0.weekday == pairing.weekday }
      .map { Session(day: $0, time: pairing.time, minutes: pairing.length) }
      .filter { session in
        owners.of(project, on: session.day).allSatisfy { isFree($0, for: session) }
      }
  }

  /// Whether the engineer can be there, or has left the team and need not.
  private func isFree(_ engineer: EngineerID, for session: Session) -> Bool {
    guard let index = availability.index(of: engineer),
      availability.isOnTeam(index, on: session.day..<session.day + 1)
    else { return true }
    return !availability.isAway(index, on: session.day)
      && !availability.hasHoliday(index, on: session.day)
      && !duties.isOnDuty(engineer, during: session)
  }
}
