import Dates
internal import Diagnostics
internal import ICalendar
internal import RotaModel

extension ExportFormat {
  static let csv = ExportFormat(
    name: "csv", summary: "a table that `rota import` reads back to the same rota", people: .id,
    reach: .everything,
    facts: Facts(
      ids: """
        Engineers and rotations stand there by their ids in the team file. `stands_in_for` is the
        holder of a shift that somebody covers, else empty.
        """,
      copies: "nothing is sent: the same rotas give the same text",
      sources: [], call: "rota export --format csv --out rota.csv")
  ) { export in
    let rows = export.stretches.map { stretch in
      [
        stretch.rotation.text, stretch.engineer.text, export.zone.text(of: stretch.span.lowerBound),
        export.zone.text(of: stretch.span.upperBound), stretch.standsInFor?.text ?? "",
      ].map(csvField)
    }
    let head = ["rotation", "engineer", "start", "end", "stands_in_for"]
    return Array(([head] + rows).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }
}
