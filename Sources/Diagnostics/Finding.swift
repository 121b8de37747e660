extension Diagnostic {
  /// The diagnostic as an object of the `findings` that every command prints with `--format json`:
  /// `rule`, `severity`, `message`, `file`, `line`, `column`, then `help` (sentences) and `related`
  /// (`message`, `file`, `line`, `column`) where there are any. Lines and columns are 1-based,
  /// columns in Unicode scalars; all three are null where there is no place.
  package var finding: JSON {
    var members: [JSON.Member] = [
      .init("rule", .string(id)),
      .init("severity", .string(severity.rawValue)),
      .init("message", .string(message)),
    ]
    members += position(place)
    if !help.isEmpty { members.append(.init("help", .array(help.map(JSON.string)))) }
    if !related.isEmpty {
      let places = related.map {
        JSON.object([.init("message", .string($0.value))] + position($0.place))
      }
      members.append(.init("related", .array(places)))
    }
    return .object(members)
  }
}

private func position(_ place: Place?) -> [JSON.Member] {
  [
    .init("file", place.map { .string($0.file) } ?? .null),
    .init("line", place.map { .number($0.line) } ?? .null),
    .init("column", place.map { .number($0.column) } ?? .null),
  ]
}
