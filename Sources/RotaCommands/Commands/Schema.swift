import Diagnostics
import TeamFiles

extension Command {
  static let schema = Command(
    "schema", operands: "[\(FileKind.words)]", .words(FileKind.allCases.map(\.rawValue)),
    count: 0...1,
    summary: "the JSON Schema of the team file, or of rota files, for editors",
    details: """
      Prints the JSON Schema (draft 7) from which editors complete and check what you write: that of
      the team file, or with `rota` that of the rota files. What takes more than a schema, `check`
      says.
      """,
    options: [.format(["json"])],
    examples: [
      Example("schema", "the schema of config/team.yaml"),
      Example("schema rota", "the schema of config/rotas/*.yaml"),
    ],
    run: schema)

  private static func schema(_ context: Context) throws -> ExitStatus {
    let name = context.arguments.operands.first ?? FileKind.team.rawValue
    guard let kind = FileKind(rawValue: name) else {
      throw Unusable(
        .usage("unknown-schema", "there is no schema `\(name)`", help: ["write \(FileKind.words)"]))
    }
    try context.reply.print(kind.schema)
    return .done
  }
}

extension FileKind {
  fileprivate static var words: String { allCases.map(\.rawValue).joined(separator: "|") }
}
