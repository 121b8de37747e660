import Dates
import ICalendar
import Planning
import RotaModel
import Rules
import Views

extension TimelineDrawing {
  /// The chart of a page: the drawing, and behind it, cell by cell, a table that says the same in
  /// words, for who cannot see the drawing, hovers or moves through it with the keyboard.
  func figure(in zone: Zone) -> Markup {
    let label = "Timeline of \(chart.rota.period.name); the table behind it says the same in words"
    let isWide = layout.width > 1000
    return .element(
      .div, [.classed(isWide ? "chart long" : "chart")],
      .element(
        .svg,
        [
          .classed("timeline"), Attribute(.role, "img"), Attribute(.label, label),
          Attribute(.width, isWide ? "\(layout.width)" : "100%"),
          Attribute(.height, layout.height), Attribute(.left, layout.left),
        ] + instants(in: zone), content),
      table)
  }

  /// Where `now.js` draws today's line: the first and the last moment of the drawing.
  private func instants(in zone: Zone) -> [Attribute] {
    guard let span = chart.columns.span else { return [] }
    func midnight(_ day: Day) -> String {
      zone.instant(of: LocalDateTime(day)).description
    }
    return [
      Attribute(.from, midnight(span.lowerBound)), Attribute(.to, midnight(span.upperBound)),
    ]
  }

  var table: Markup {
    let columns = chart.columns
    let places = columns.days.map { layout.across($0) ?? 0..<0 }
    let widths = [layout.left] + places.map(\.count)
    let head = columns.weeks.indices.map { index in
      Markup.element(
        .th, [Attribute(.scope, "col")],
        .element(
          .time, [.classed("words"), Attribute(.datetime, columns.weeks[index].description)],
          Markup("\(columns.numbers[index]), \(DayWords.short(columns.days[index]))")))
    }
    var isFirst = true
    let rows = layout.lanes.map { lane in
      let engineer = chart.engineers[lane.index]
      let name = team.name(of: engineer.engineer)
      let cells = columns.weeks.indices.map { column -> Markup in
        let said = words.all(column, of: engineer)
        if said.isEmpty { return .element(.td) }
        // One stop for the keyboard; arrows go on from there.
        defer { isFirst = false }
        return .element(
          .td, [Attribute(.tabindex, isFirst ? 0 : -1)],
          .element(.span, [.classed("words")], .sentence(said.joined(separator: "; "), of: team)))
      }
      return Markup.element(
        .tr, [Attribute(.height, lane.height)],
        [
          .element(
            .th, [Attribute(.scope, "row")], .element(.span, [.classed("words")], .name(name)))
        ] + cells)
    }
    return .element(
      .table, [.classed("behind")],
      .element(
        .caption, [.classed("words")],
        Markup("Who does what in each week of \(chart.rota.period.name)")),
      .element(
        .colgroup, [], widths.map { .element(.col, [Attribute(.width, percent($0))]) }),
      .element(
        .thead,
        .element(.tr, [Attribute(.height, TimelineLayout.head)], [.element(.td)] + head)),
      .element(.tbody, [], rows))
  }
}
