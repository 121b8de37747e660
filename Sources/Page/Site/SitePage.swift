import Dates
import RotaModel
import Views

/// A page with what every page has around it: the head with its policy, the way around the site, one
/// heading.
struct SitePage {
  let path: String
  let heading: Markup
  /// For the window's title.
  let title: String
  let main: [Markup]

  /// Nothing is loaded but from beside the page, and nothing is sent (Content Security Policy 3).
  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    + "base-uri 'none'; form-action 'none'"

  func bytes(_ facts: SiteFacts) -> [UInt8] {
    Markup.element(
      .html, [Attribute(.lang, "en")],
      head(facts),
      .element(
        .body,
        .element(
          .a, [.classed("skip"), .href(Link(to: "main"))], Markup("Skip to the content")),
        .element(.header, navigation(facts)),
        .element(
          .main, [Attribute(.id, "main"), Attribute(.tabindex, -1)],
          [.element(.h1, heading)] + main),
        .element(
          .footer,
          .element(
            .p,
            Markup("Times are those of \(facts.team.zone). Made by Rota from the team's files."))))
    ).document
  }

  private func head(_ facts: SiteFacts) -> Markup {
    .element(
      .head,
      .element(.meta, [Attribute(.charset, "utf-8")]),
      .element(
        .meta,
        [
          Attribute(.httpEquiv, "Content-Security-Policy"),
          Attribute(.content, SitePage.policy),
        ]),
      SiteMark.page,
      .element(
        .meta,
        [Attribute(.name, "viewport"), Attribute(.content, "width=device-width, initial-scale=1")]),
      .element(
        .meta, [Attribute(.name, "color-scheme"), Attribute(.content, "light dark")]),
      .element(.title, Markup(title)),
      .element(.link, [Attribute(.rel, "icon"), .href(Link.noIcon)]),
      .element(
        .link, [Attribute(.rel, "stylesheet"), .href(Link(StyleSheet.path, from: path))]),
      .element(.script, [.src(Link(NowScript.path, from: path))]))
  }

  private func navigation(_ facts: SiteFacts) -> Markup {
    let entries = [
      (IndexPage.path, facts.title), (ProjectsPage.path, "Projects"),
      (FairnessPage.path, "Fairness"),
    ]
    return .element(
      .nav, [Attribute(.label, "Site")],
      .element(
        .ul, [],
        entries.map { entry in
          .element(
            .li,
            .element(
              .a,
              [.href(Link(entry.0, from: path))]
                + (entry.0 == path ? [Attribute(.current, "page")] : []),
              .name(entry.1)))
        }))
  }
}

extension Markup {
  /// A part of a page under its own heading.
  static func part(_ id: String, _ heading: String, classes: String = "", _ content: [Markup])
    -> Markup
  {
    .element(
      .section,
      [Attribute(.labelledBy, id)] + (classes.isEmpty ? [] : [.classed(classes)]),
      [.element(.h2, [Attribute(.id, id)], Markup(heading))] + content)
  }

  /// What may be wider than the screen, and is then moved by itself.
  static func scrolling(_ label: String, _ content: Markup) -> Markup {
    .element(
      .div,
      [
        .classed("scroll"), Attribute(.role, "region"), Attribute(.label, label),
        Attribute(.tabindex, 0),
      ], content)
  }

  /// A table with a caption and the heads of its columns; the first cell of a row is its head.
  ///
  /// - Parameter classes: by column, for the style sheet; empty for none.
  static func table(
    _ caption: String, head: [String], classes: [String] = [], rows: [[Markup]]
  ) -> Markup {
    func attributes(_ column: Int) -> [Attribute] {
      column < classes.count && !classes[column].isEmpty ? [.classed(classes[column])] : []
    }
    return scrolling(
      caption,
      .element(
        .table,
        .element(.caption, Markup(caption)),
        .element(
          .thead,
          .element(
            .tr, [],
            head.enumerated().map { column, title in
              title.isEmpty
                ? .element(.td, attributes(column))
                : .element(
                  .th, [Attribute(.scope, "col")] + attributes(column), .name(title))
            })),
        .element(
          .tbody, [],
          rows.map { row in
            .element(
              .tr, [],
              row.enumerated().map { column, cell in
                column == 0
                  ? .element(.th, [Attribute(.scope, "row")] + attributes(column), cell)
                  : .element(.td, attributes(column), cell)
              })
          })))
  }

  static func date(_ day: Day) -> Markup {
    // The text is a valid date as it is: no attribute says it again.
    .element(.time, Markup(day.description))
  }
}

extension SiteFacts {
  /// An engineer's name, which leads to their page where they have one.
  func person(_ engineer: EngineerID, from page: String) -> Markup {
    let name = Markup.name(team.name(of: engineer))
    guard team.engineer(engineer) != nil else { return name }
    return .element(.a, [.href(Link(EngineerPage.path(engineer), from: page))], name)
  }

  func people(_ engineers: [EngineerID], from page: String) -> Markup {
    .joined(engineers.map { person($0, from: page) }, by: ", ")
  }
}
