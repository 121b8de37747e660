internal import ICalendar
internal import RotaModel

/// An event with the engineers into whose own calendars it goes beside the team's.
struct Ceremony {
  let event: PlannedEvent
  let participants: [EngineerID]

  /// The same event in a participant's calendar.
  func event(in calendar: EngineerID) -> PlannedEvent {
    PlannedEvent(
      uid: EventUID(event.uid.slot, in: calendar), time: event.time, summary: event.summary,
      details: event.details, category: event.category, load: event.load, url: event.url,
      people: event.people)
  }
}

extension EventPlan {
  /// The knowledge-sharing sessions on file, in the order of the projects.
  func knowledgeSharing() -> [Ceremony] {
    team.projects.compactMap { project in
      guard let session = sessions.knowledgeSharing(after: project), isOnFile(session.day),
        session.minutes > 0
      else { return nil }
      let present = present(on: session.day)
      let owners = sessions.owners.all(of: project).filter(present.contains)
      let audience = project.shareWith == .everyone ? "everyone" : "the team"
      return Ceremony(
        event: PlannedEvent(
          uid: EventUID(.sharing(project.id)), time: time(of: session),
          summary: "Knowledge sharing: \(project.introduces ?? project.name)",
          details: line("Held by", names(owners)) + ["For: \(audience)"]
            + line("Project", project.name), category: .sharing, load: .busy,
          url: link(of: project),
          people: people(owners + present.filter { !owners.contains($0) })),
        participants: owners)
    }
  }

  /// The pairing sessions on file.
  func pairing() -> [Ceremony] {
    team.projects.flatMap { project in
      sessions.pairing(of: project).filter { isOnFile($0.day) && $0.minutes > 0 }.map { session in
        let owners = sessions.owners.of(project, on: session.day)
        let guests = project.pairWith.map(\.shownName).joined(separator: ", ")
        return Ceremony(
          event: PlannedEvent(
            uid: EventUID(.pairing(project.id, session.day)), time: time(of: session),
            summary: "Pairing: \(project.name)",
            details: line("Owner", names(owners)) + line("With", guests)
              + line("For", project.customer ?? ""), category: .pairing, load: .busy,
            url: link(of: project), people: people(owners, project.pairWith)),
          participants: owners)
      }
    }
  }

  /// The feedback meetings on file, each in its two parts.
  func feedback() -> [Ceremony] {
    guard let feedback = team.feedback, let first = rotas.first?.period.first,
      let last = rotas.map(\.period.last).max()
    else { return [] }
    let meetings = sessions.feedback(in: first..<last + 1).filter { isOnFile($0.day) }
    return meetings.flatMap { meeting in
      let start = clock.wallTime(meeting.day, feedback.time)
      let middle = clock.wallTime(start, plusMinutes: feedback.thanks)
      let end = clock.wallTime(middle, plusMinutes: feedback.improvements)
      return [
        ceremony(.thanks, of: meeting, at: start..<middle, feedback),
        ceremony(.improvements, of: meeting, at: middle..<end, feedback),
      ].compactMap(\.self)
    }
  }

  /// nil for a part without a length.
  private func ceremony(
    _ part: EventSlot.FeedbackPart, of meeting: FeedbackMeeting, at span: Range<LocalDateTime>,
    _ feedback: Feedback
  ) -> Ceremony? {
    if span.isEmpty { return nil }
    let present = present(on: meeting.day)
    let guests = feedback.guests.map(\.shownName).joined(separator: ", ")
    let audience =
      switch part {
      case .thanks: "everyone"
      case .improvements: guests.isEmpty ? "the team" : "the team and \(guests)"
      }
    return Ceremony(
      event: PlannedEvent(
        uid: EventUID(.feedback(month: meeting.month, part)), time: .wallTimes(span),
        summary: "Feedback: \(part.rawValue)",
        details: ["For: \(audience)"] + line("Agenda", feedback.agenda ?? ""),
        category: .feedback, load: .busy, people: people(present, feedback.guests)),
      participants: present)
  }

  /// A line of a description; none where there is nothing to say.
  private func line(_ word: String, _ text: String) -> [String] {
    text.isEmpty ? [] : ["\(word): \(text)"]
  }
}

extension Contact {
  /// The name, or the address where that is all there is.
  fileprivate var shownName: String { name.isEmpty ? email ?? "" : name }
}
