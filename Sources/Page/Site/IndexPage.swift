import Dates
import RotaModel
import Rules
import Views

/// The first page: who is on duty now, the rota shown, what is fair, everybody's calendars, history.
struct IndexPage {
  static let path = "index.html"
  let facts: SiteFacts

  init(_ facts: SiteFacts) { self.facts = facts }

  var page: SitePage {
    let parts = RotaParts(facts, facts.shown, page: IndexPage.path)
    return SitePage(
      path: IndexPage.path,
      heading: .name(facts.title) + Markup(" ")
        + .element(.span, [.classed("dim")], Markup(facts.shown.period.name)),
      title: "\(facts.title): \(facts.shown.period.name)",
      main: [NowSection(facts).markup] + parts.all + [fairness, calendars, history])
  }

  private var fairness: Markup {
    let sentences =
      facts.fairness.map { view in view.rotations.compactMap(view.sentence) } ?? []
    return .part(
      "fairness", "Fairness",
      [
        .element(
          .p, .joined(sentences.map { .sentence($0, of: facts.team) }, by: " "), Markup(" "),
          .element(
            .a, [.href(Link(FairnessPage.path, from: IndexPage.path))],
            Markup("All balances in numbers and bars")))
      ])
  }

  private var calendars: Markup {
    let shared: [(words: String, path: String)] =
      [("All shifts and sessions", "calendars/team.ics")]
      + facts.team.rotations.map { ($0.name, "calendars/rotations/\($0.id).ics") }
      + [("Projects", "calendars/projects.ics")]
    let people = facts.team.engineers.map { engineer in
      (facts.person(engineer.id, from: IndexPage.path), "calendars/engineers/\(engineer.id).ics")
    }
    let rows =
      shared.filter { facts.calendars.contains($0.path) }.map { (Markup.name($0.words), $0.path) }
      + people.filter { facts.calendars.contains($0.1) }
    let table = Markup.table(
      "Calendars to subscribe to", head: ["calendar", "subscribe or download"],
      rows: rows.map { [$0.0, CalendarLinks(facts, $0.1, page: IndexPage.path).links] })
    return .part(
      "calendars", "Calendars",
      [
        .element(
          .p, Markup("An engineer's page says how to subscribe to their own.")), table,
      ])
  }

  private var history: Markup {
    let years = Dictionary(grouping: facts.rotas) { $0.period.first.year }
    return .part(
      "history", "History",
      [
        .element(
          .ul, [.classed("history")],
          years.keys.sorted(by: >).map { year in
            .element(
              .li, Markup("\(year): "),
              .joined(
                (years[year] ?? []).map { rota in
                  .element(
                    .a, [.href(Link(RotaPage.path(rota.period), from: IndexPage.path))],
                    Markup(rota.period.name))
                }, by: ", "))
          })
      ])
  }
}
