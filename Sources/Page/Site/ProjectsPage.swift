import Dates
import RotaModel
import Views

/// The projects and sessions of all rotas on file.
struct ProjectsPage {
  static let path = "projects.html"
  let facts: SiteFacts

  init(_ facts: SiteFacts) { self.facts = facts }

  var page: SitePage {
    SitePage(
      path: ProjectsPage.path, heading: Markup("Projects"), title: "Projects, \(facts.title)",
      main: [projects, sessions])
  }

  private var onFile: [Project] {
    facts.team.projects.filter { project in
      facts.rotas.contains {
        project.firstDay <= $0.period.last && $0.period.first <= project.lastDay
      }
    }
  }

  private var projects: Markup {
    let projects = onFile
    let hasContacts = facts.contacts && projects.contains { !$0.pairWith.isEmpty }
    return .part(
      "all-projects", "Lives and owners",
      projects.isEmpty
        ? [.element(.p, Markup("No project falls into a rota on file."))]
        : [
          .table(
            "Projects of all rotas on file",
            head: ["project", "life", "owners", "for", "introduces", "documentation"]
              + (hasContacts ? ["pairs with"] : []),
            rows: projects.map { project in
              [
                .name(project.name),
                .date(project.firstDay) + Markup(" to ") + .date(project.lastDay),
                owners(of: project), .name(project.customer ?? ""),
                .name(project.introduces ?? ""), documentation(of: project),
              ]
                + (hasContacts ? [.joined(project.pairWith.map(contact), by: ", ")] : [])
            })
        ])
  }

  private func owners(of project: Project) -> Markup {
    let spans = facts.sessions.owners.spans(of: project)
    let parts = facts.sessions.owners.all(of: project).map { engineer -> Markup in
      let owned = spans.filter { $0.engineers.contains(engineer) }.map(\.days)
      let words = owned.map { days in
        (days.lowerBound > project.firstDay ? " from \(days.lowerBound)" : "")
          + (days.upperBound <= project.lastDay ? " until \(days.upperBound - 1)" : "")
      }.joined(separator: ",")
      return facts.person(engineer, from: ProjectsPage.path) + Markup(words)
    }
    return parts.isEmpty ? Markup("–") : .joined(parts, by: ", ")
  }

  /// A link where it is one that leads to a page; a path, and anything else, is text.
  private func documentation(of project: Project) -> Markup {
    switch project.docs {
    case .required: return Markup("to be written")
    case .none: return Markup("none needed")
    case .written(let text):
      if let link = Link(address: text, mail: facts.contacts) {
        return .element(.a, [.href(link)], .name(text))
      }
      return text.lowercased().hasPrefix("mailto:") ? Markup("by e-mail") : .name(text)
    }
  }

  private func contact(_ contact: Contact) -> Markup {
    guard let email = contact.email, let link = Link(address: "mailto:" + email, mail: true) else {
      return .name(contact.shownName)
    }
    return .element(.a, [.href(link)], .name(contact.shownName))
  }

  private var sessions: Markup {
    let sessions = facts.rotas.flatMap(facts.sessions)
    return .part(
      "all-sessions", "Sessions",
      sessions.isEmpty
        ? [.element(.p, Markup("No session falls into a rota on file."))]
        : [facts.table(of: sessions, "Sessions of all rotas on file", from: ProjectsPage.path)])
  }
}
