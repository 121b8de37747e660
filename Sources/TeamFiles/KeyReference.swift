/// The reference of every key of both files, as Markdown: what `rota help config` prints to a file.
package func keyReference() -> String { keyTables.map(\.markdown).joined(separator: "\n") }

/// Every key of both files, a table a section.
package var keyTables: [KeyTable] {
  [
    KeyTable("The team file, `team.yaml`", teamKeys),
    KeyTable("A rotation, under `rotations`", rotationKeys),
    KeyTable("An engineer, under `engineers`", engineerKeys),
    KeyTable("A project, under `projects`", projectKeys),
    KeyTable("A project's `pairing`", pairingKeys),
    KeyTable("`sharing`", sharingKeys),
    KeyTable("`feedback`", feedbackKeys),
    KeyTable("`weights`", weightKeys),
    KeyTable("A calendar, in `away` and `holidays`", calendarKeys),
    KeyTable("A rota file", rotaKeys),
    KeyTable("A cover, under `covers` of a rota", coverKeys),
  ]
}

/// The keys of one section in words, whatever they are read into.
package struct KeyTable {
  /// Names of keys and files stand in backticks.
  package let title: String
  package let rows:
    [(key: String, value: String, without: String, meaning: String, example: String)]

  init<Owner>(_ title: String, _ section: Section<Owner>) {
    self.title = title
    rows = section.fields.map { field in
      let without =
        switch field.presence {
        case .required: "required"
        case .optional: "not set"
        case .defaults(let words): words
        }
      return (field.name, field.words, without, field.doc, "\(field.name): \(flow(field.example))")
    }
  }

  /// A heading and a table.
  package var markdown: String {
    var lines = [
      "## \(title)", "", "| key | value | left out | meaning | example |",
      "|---|---|---|---|---|",
    ]
    lines += rows.map { row in
      "| `\(row.key)` | \(row.value) | \(row.without) | \(row.meaning) | `\(row.example)` |"
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
