import Dates
import RotaModel

/// How to get a calendar of the site: subscriptions where its address is known, else downloads.
struct CalendarLinks {
  private let facts: SiteFacts
  /// In the site.
  private let path: String
  private let page: String

  init(_ facts: SiteFacts, _ path: String, page: String) {
    self.facts = facts
    self.path = path
    self.page = page
  }

  var links: Markup {
    let download = Markup.element(
      .a, [.href(Link(path, from: page)), Attribute(.download, "")], Markup("download"))
    let all =
      facts.base.map { base in
        let published = Link.published(path, under: base)
        return [
          Markup.element(.a, [.href(published.calendar)], Markup("subscribe")),
          .element(.a, [.href(published.web)], Markup("address")), download,
        ]
      } ?? [download]
    return .element(.span, [.classed("links")], .joined(all, by: " "))
  }

  /// The address to paste into a calendar program; nil where it is not known.
  private var address: Markup? {
    facts.base.map { .element(.code, Markup(Link.published(path, under: $0).web.text)) }
  }

  private static let ways: [(program: String, steps: String)] = [
    (
      "Google Calendar",
      "on the web, next to Other calendars, choose + and From URL, and paste the address. It looks "
        + "for changes about once a day."
    ),
    (
      "Apple Calendar",
      "on a Mac, File and New Calendar Subscription; on an iPhone, Calendars, Add Calendar, Add "
        + "Subscription Calendar."
    ),
    ("Outlook", "Add calendar, Subscribe from web, and paste the address."),
    (
      "Thunderbird",
      "New Calendar, On the Network, and paste the address; no user name is needed."
    ),
  ]

  /// What to do in each program.
  var instructions: Markup {
    let start: Markup =
      address.map { Markup("The address is ") + $0 + Markup(".") }
      ?? Markup(
        "Where this page is on the web, the address is that of the download link: copy it there. A "
          + "file that is downloaded and imported is a copy, and learns of no change.")
    return .element(.p, start)
      + .element(
        .dl, [],
        CalendarLinks.ways.flatMap { way in
          [.element(.dt, Markup(way.program)), .element(.dd, Markup(way.steps))]
        })
  }
}
