package import Diagnostics
package import RotaModel

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

extension Cover {
  /// As every JSON interface gives it.
  var json: JSON {
    [
      "from": .string(days.lowerBound.description),
      "to": .string((days.upperBound - 1).description),
      "rotation": .string(rotation.text), "engineer": .string(engineer.text),
    ]
  }
}

extension Rota {
  /// The shifts as every JSON interface gives them.
  package var shiftsJSON: JSON {
    .array(
      shifts.map {
        [
          "week": .string($0.week.description), "rotation": .string($0.rotation.text),
          "engineer": .string($0.engineer.text),
        ]
      })
  }

  /// The owners as every JSON interface gives them: entries as they stand in the file.
  package var ownersJSON: JSON {
    .object(owners.map { .init($0.project.text, .array($0.entries.map { .string($0.text) })) })
  }
}
