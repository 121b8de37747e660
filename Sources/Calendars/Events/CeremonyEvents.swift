import Dates
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
  /// The sessions of the periods on file, by day and time.
  func ceremonies() -> [Ceremony] {
    guard let first = rotas.first?.period.first, let last = rotas.map(\.period.last).max() else {
      return []
    }
    return sessions.planned(in: first..<last + 1).filter { isOnFile($0.session.day) }.map(ceremony)
  }

  private func ceremony(_ planned: PlannedSession) -> Ceremony {
    let kind = kind(of: planned)
    return Ceremony(
      event: PlannedEvent(
        uid: EventUID(kind.slot), time: time(of: planned.session), summary: planned.title,
        details: details(of: planned), category: kind.category, load: .busy,
        url: planned.project.flatMap(link), people: people(at: planned)),
      participants: planned.engineers)
  }

  private func kind(of planned: PlannedSession) -> (
    slot: EventSlot, category: PlannedEvent.Category
  ) {
    switch planned.purpose {
    case .sharing(let project): (.sharing(project.id), .sharing)
    case .pairing(let project): (.pairing(project.id, planned.session.day), .pairing)
    case .thanks(let month): (.feedback(month: month, .thanks), .feedback)
    case .improvements(let month): (.feedback(month: month, .improvements), .feedback)
    }
  }

  private func details(of planned: PlannedSession) -> [String] {
    let owners = names(planned.engineers)
    let agenda = team.feedback?.agenda ?? ""
    switch planned.purpose {
    case .sharing(let project):
      let audience = project.shareWith == .everyone ? "everyone" : "the team"
      return line("Held by", owners) + ["For: \(audience)"] + line("Project", project.name)
    case .pairing(let project):
      return line("Owner", owners) + line("With", shownNames(project.pairWith))
        + line("For", project.customer ?? "")
    case .thanks: return ["For: everyone"] + line("Agenda", agenda)
    case .improvements:
      let guests = options.contacts ? shownNames(team.feedback?.guests ?? []) : ""
      return ["For: \(guests.isEmpty ? "the team" : "the team and \(guests)")"]
        + line("Agenda", agenda)
    }
  }

  private func people(at planned: PlannedSession) -> [Contact] {
    switch planned.purpose {
    case .sharing:
      let owners = planned.engineers
      let others = sessions.present(on: planned.session.day).filter { !owners.contains($0) }
      return people(owners + others)
    case .pairing(let project): return people(planned.engineers, project.pairWith)
    case .thanks, .improvements: return people(planned.engineers, team.feedback?.guests ?? [])
    }
  }

  /// A line of a description; none where there is nothing to say.
  private func line(_ word: String, _ text: String) -> [String] {
    text.isEmpty ? [] : ["\(word): \(text)"]
  }

  private func shownNames(_ contacts: [Contact]) -> String {
    contacts.shownNames(contacts: options.contacts).joined(separator: ", ")
  }
}
