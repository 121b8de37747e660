import Diagnostics
import Planning
import RotaModel
import Rules
import Views

/// What the signs of a chart mean: those that it uses.
struct Legend {
  struct Item {
    let words: String
    /// Drawn over a box of 18 by 12 pixels, and a pixel above and below it.
    let sign: Markup
  }

  let items: [Item]

  init(_ drawing: TimelineDrawing) {
    let chart = drawing.chart
    var items: [Item] = []
    for rotation in chart.rotations {
      let classes = drawing.marks.classes(of: rotation)
      items.append(
        Item(
          words: drawing.words.name(of: rotation),
          sign: Legend.box("shift " + classes)
            + .element(
              .text, [.classed("letter " + classes), Attribute(.x, 3), Attribute(.y, 10)],
              Markup(drawing.marks.letter(of: rotation)))))
    }
    if chart.engineers.contains(where: { !$0.standsIn.isEmpty }), let first = chart.rotations.first
    {
      items.append(
        Item(words: "covers", sign: Legend.box("cover " + drawing.marks.classes(of: first))))
      items.append(
        Item(
          words: "covered",
          sign: Legend.box("shift " + drawing.marks.classes(of: first))
            + Legend.box("covered", fill: "url(#covered)")))
    }
    let cells = chart.engineers.flatMap(\.cells)
    if cells.contains(where: { !$0.away.isEmpty }) {
      items.append(Item(words: "away", sign: Legend.box("off", fill: "url(#off)")))
    }
    if cells.contains(where: { !$0.holidays.isEmpty }) {
      items.append(
        Item(words: "public holiday", sign: Legend.box("holiday", fill: "url(#holiday)")))
    }
    if cells.contains(where: { !$0.notOnTeam.isEmpty }) {
      items.append(Item(words: "not on the team", sign: Legend.box("gone")))
    }
    if !chart.projects.projects.isEmpty {
      items.append(Item(words: "project", sign: Legend.box("project")))
      items.append(
        Item(words: "protected week", sign: Legend.box("project") + Legend.box("protected")))
    }
    let shapes = drawing.sessions.map(SessionShape.init)
    for shape in SessionShape.allCases where shapes.contains(shape) {
      items.append(Item(words: shape.words, sign: shape.drawn(at: "9", 6)))
    }
    self.items = items
  }

  private static func box(_ classes: String, fill: String? = nil) -> Markup {
    .element(
      .rect,
      [
        .classed(classes), Attribute(.x, 0), Attribute(.y, -1), Attribute(.width, 18),
        Attribute(.height, 14),
      ] + (fill.map { [Attribute(.fill, $0)] } ?? []))
  }

  var list: Markup {
    .element(
      .ul, [.classed("legend")],
      items.map { item in
        .element(
          .li,
          .element(
            .svg,
            [Attribute(.width, 18), Attribute(.height, 12), Attribute(.hidden, "true")], item.sign),
          .name(item.words))
      })
  }

  /// The same below a picture, in lines that fit its width.
  ///
  /// - Returns: with the height that they take, in pixels.
  func drawn(top: Int, width: Int) -> (markup: Markup, height: Int) {
    var (x, y) = (0, top)
    var parts: [Markup] = []
    for item in items {
      // A letter is about 7 pixels wide, and 8 at most but for capitals in a row.
      let words = item.words.safeForTerminal.shortened(toColumns: (width - 40) / 8)
      let taken = 24 + words.terminalWidth * 7 + 16
      if x > 0, x + taken > width { (x, y) = (0, y + 20) }
      parts.append(
        .element(
          .svg, [Attribute(.x, x), Attribute(.y, y), Attribute(.overflow, "visible")], item.sign))
      parts.append(
        .element(
          .text, [Attribute(.x, x + 24), Attribute(.y, y + 10)],
          .element(.title, Markup(item.words)), Markup(words)))
      x += taken
    }
    return (.element(.g, [], parts), y + 20 - top)
  }
}
