package import Diagnostics

/// The files that people write.
package enum FileKind: String, Sendable, CaseIterable {
  case team
  case rota

  /// Its JSON Schema (draft 7), from which editors complete and check.
  ///
  /// It says what each value may look like. Whether dates exist and names are known takes more
  /// than a schema: `rota check` says that.
  package var schema: JSON {
    switch self {
    case .team: schemaDocument("The team file of Rota", teamKeys.schema)
    case .rota: schemaDocument("A rota file of Rota", rotaKeys.schema)
    }
  }
}

private func schemaDocument(_ title: String, _ schema: Schema) -> JSON {
  Schema(
    [
      .init("$schema", "http://json-schema.org/draft-07/schema#"),
      .init("title", .string(title)),
    ]
  ).with(schema.members).json
}
