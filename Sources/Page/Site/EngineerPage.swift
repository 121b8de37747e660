import Calendars
import Dates
import ICalendar
import RotaModel
import Views

/// One engineer's duties of the rota shown and of later ones, projects, sessions and calendar.
struct EngineerPage {
  let facts: SiteFacts
  let engineer: Engineer
  private let path: String

  static func path(_ id: EngineerID) -> String { "engineer/\(id).html" }

  init(_ facts: SiteFacts, _ engineer: Engineer) {
    self.facts = facts
    self.engineer = engineer
    path = EngineerPage.path(engineer.id)
  }

  var page: SitePage {
    SitePage(
      path: path, heading: .name(engineer.name), title: "\(engineer.name), \(facts.title)",
      main: contact + [duties, projects, sessions, calendar])
  }

  /// The address, where it may be shown.
  private var contact: [Markup] {
    guard facts.contacts, let email = engineer.email,
      let link = Link(address: "mailto:" + email, mail: true)
    else { return [] }
    return [.element(.p, .element(.a, [.href(link)], .name(email)))]
  }

  /// The rota shown and those that follow it.
  private var rotas: [Rota] { facts.rotas.filter { $0.period.first >= facts.shown.period.first } }

  private var duties: Markup {
    let duties = facts.duties(of: engineer.id)
    guard !duties.isEmpty else {
      return .part("duties", "Duties", [.element(.p, Markup("No duty from this rota on."))])
    }
    let caption = "Duties from \(facts.shown.period.name) on"
    let table = Markup.scrolling(
      caption,
      .element(
        .table, [.classed("duties")],
        .element(.caption, Markup(caption)),
        .element(
          .thead,
          .element(
            .tr, [],
            ["duty", "from", "to"].map {
              .element(.th, [Attribute(.scope, "col")], Markup($0))
            } + [.element(.td)])),
        .element(.tbody, [], duties.map(row))))
    return .part("duties", "Duties", [table])
  }

  /// `now.js` writes into the last cell which one is next.
  private func row(_ duty: Duty) -> Markup {
    let rotation = facts.team.rotation(duty.duty.rotation)?.name ?? duty.duty.rotation.text
    let holder = duty.standsInFor.map {
      Markup(" for ") + facts.person($0, from: path)
    }
    let times = [duty.span.lowerBound, duty.span.upperBound].map { moment in
      Markup.element(
        .td,
        .element(
          .time, [Attribute(.datetime, moment.description)],
          Markup(WallTime(moment, in: facts.zone).text)))
    }
    return .element(
      .tr,
      [
        Attribute(.from, duty.span.lowerBound.description),
        Attribute(.to, duty.span.upperBound.description),
      ],
      [.element(.th, [Attribute(.scope, "row")], .name(rotation), holder ?? .none)] + times
        + [.element(.td, [.classed("when")])])
  }

  private var projects: Markup {
    let owned = facts.team.projects.flatMap { project in
      facts.sessions.owners.days(of: engineer.id, owning: project).map { (project, $0) }
    }.filter { $0.1.upperBound > facts.shown.period.first }
    return .part(
      "projects", "Projects",
      owned.isEmpty
        ? [.element(.p, Markup("No project from this rota on."))]
        : [
          .table(
            "Projects owned from \(facts.shown.period.name) on",
            head: ["project", "life", "owns it"],
            rows: owned.map { project, days in
              [
                .name(project.name),
                .date(project.firstDay) + Markup(" to ") + .date(project.lastDay),
                .date(days.lowerBound) + Markup(" to ") + .date(days.upperBound - 1),
              ]
            })
        ])
  }

  private var sessions: Markup {
    let sessions = rotas.flatMap(facts.sessions).filter { $0.engineers.contains(engineer.id) }
    return .part(
      "sessions", "Sessions",
      sessions.isEmpty
        ? [.element(.p, Markup("No session from this rota on."))]
        : [
          facts.table(of: sessions, "Sessions from \(facts.shown.period.name) on", from: path)
        ])
  }

  private var calendar: Markup {
    let file = "calendars/engineers/\(engineer.id).ics"
    guard facts.calendars.contains(file) else {
      return .part(
        "calendar", "Calendar", [.element(.p, Markup("The calendar would hold no event."))])
    }
    let links = CalendarLinks(facts, file, page: path)
    return .part(
      "calendar", "Calendar",
      [
        .element(.p, Markup("Duties, projects and sessions: "), links.links),
        .element(.h3, Markup("How to subscribe")), links.instructions,
      ])
  }
}
