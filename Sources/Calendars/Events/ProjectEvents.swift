import Dates
internal import ICalendar
internal import RotaModel

extension EventPlan {
  /// The whole life of a project with all its owners.
  func event(of project: Project) -> PlannedEvent {
    let owners = sessions.owners.all(of: project)
    return PlannedEvent(
      uid: EventUID(.project(project.id)), time: .dates(project.life),
      summary: owners.isEmpty ? project.name : "\(project.name): \(names(owners))",
      details: details(of: project), category: .project, url: link(of: project),
      people: people(owners))
  }

  /// A project in an owner's calendar, from their first to their last day as owner; nil for
  /// someone who owns it on no day.
  func event(of project: Project, ownedBy engineer: EngineerID) -> PlannedEvent? {
    let owned = sessions.owners.spans(of: project).filter { $0.engineers.contains(engineer) }
    guard let first = owned.first, let last = owned.last else { return nil }
    return PlannedEvent(
      uid: EventUID(.project(project.id), in: engineer),
      time: .dates(first.days.lowerBound..<last.days.upperBound), summary: project.name,
      details: details(of: project), category: .project, url: link(of: project),
      people: people([engineer]))
  }

  func link(of project: Project) -> String? {
    guard case .written(let docs) = project.docs else { return nil }
    return URIText.link(docs)
  }

  /// `Owners: Ada Lindqvist until 2027-02-14, Grace Hopper from 2027-02-15` and what else is known.
  private func details(of project: Project) -> [String] {
    var details: [String] = []
    let spans = sessions.owners.spans(of: project)
    let owners = sessions.owners.all(of: project).map { engineer in
      name(engineer) + ownedDays(of: engineer, spans, in: project)
    }
    if !owners.isEmpty {
      details.append((owners.count == 1 ? "Owner: " : "Owners: ") + owners.joined(separator: ", "))
    }
    if let customer = project.customer { details.append("For: \(customer)") }
    if let new = project.introduces { details.append("Introduces: \(new)") }
    if case .written(let docs) = project.docs,
      options.contacts || !docs.lowercased().hasPrefix("mailto:")
    {
      details.append("Documentation: \(docs)")
    }
    return details
  }

  private func ownedDays(
    of engineer: EngineerID, _ spans: [Owners.Span], in project: Project
  ) -> String {
    let owned = spans.filter { $0.engineers.contains(engineer) }
    guard let first = owned.first?.days.lowerBound, let end = owned.last?.days.upperBound else {
      return ""
    }
    return (first > project.firstDay ? " from \(first)" : "")
      + (end <= project.lastDay ? " until \(end - 1)" : "")
  }
}
