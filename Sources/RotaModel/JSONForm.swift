import Dates
package import Diagnostics

// What every JSON interface gives the same way.

extension Range<Day> {
  /// `from` and `to`, both included. The range is not empty.
  package var jsonMembers: [JSON.Member] {
    [
      .init("from", .string(lowerBound.description)),
      .init("to", .string((upperBound - 1).description)),
    ]
  }
}

extension Cover {
  /// Its days, rotation and stand-in: also as a rota file has it.
  package var jsonMembers: [JSON.Member] {
    days.jsonMembers + [
      .init("rotation", .string(rotation.text)), .init("engineer", .string(engineer.text)),
    ]
  }

  package var json: JSON { .object(jsonMembers) }
}

extension Shift {
  package var json: JSON {
    [
      "week": .string(week.description), "rotation": .string(rotation.text),
      "engineer": .string(engineer.text),
    ]
  }
}

extension Rota {
  package var shiftsJSON: JSON { .array(shifts.map(\.json)) }

  /// Entries as they stand in the file.
  package var ownersJSON: JSON {
    .object(owners.map { .init($0.project.text, .array($0.entries.map { .string($0.text) })) })
  }
}
