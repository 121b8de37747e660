import Dates
package import Diagnostics
import RotaModel

extension RotaSheet {
  /// The interface of `show --format json`.
  package var json: JSON {
    var members: [JSON.Member] = [
      .init("period", .string(rota.period.name)),
      .init("weeks", .array(rows.map(json(of:)))),
      .init("shifts", rota.shiftsJSON),
      .init("owners", rota.ownersJSON),
      .init("covers", .array(rota.covers.map(\.json))),
    ]
    if let sessions { members.append(.init("sessions", SessionsTable(sessions, of: team).json)) }
    return .object(members)
  }

  private func json(of row: Row) -> JSON {
    [
      "week": .string(row.week.description), "iso": .string(row.isoWeek.description),
      "last": .string(row.week.last.description), "notes": .array(row.notes.map(JSON.string)),
    ]
  }
}
