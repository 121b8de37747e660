import Diagnostics
import RotaModel
import TeamFiles

extension Command {
  static let fmt = Command(
    "fmt", operands: "[FILE…]", .file, count: .any,
    summary: "tidy the team file and the rota files",
    details: """
      Puts keys and weeks in order and comments in one column; what the files say, comments and
      quoting stay. Without FILE it takes the team file and the rotas on file. With `--check`
      nothing is written, and the exit status is 1 where a file is not tidy. JSON: `files`, each
      with its `file` and a `state`: `tidy`, `tidied`, or with `--check` `untidy`; beside the
      `findings` of files that cannot be read, those that were tidied all the same.
      """,
    options: [.check, .format(["text", "json"])],
    examples: [
      Example("fmt", "tidy everything"),
      Example("fmt --check", "are all files tidy? for CI"),
    ],
    run: fmt)

  private static func fmt(_ context: Context) throws -> ExitStatus {
    let files = try FilesRead(context)
    let named = context.arguments.operands
    let folder = files.rotasFolder.map(FilePath.normal)
    if files.draft == nil, !files.unread.isEmpty { throw Unusable(files.unread) }
    let sources = files.sources.filter { source in
      named.isEmpty
        ? source.path == context.arguments.teamFile || source.path.hasSuffix(".yaml")
        : named.contains { FilePath.normal($0) == FilePath.normal(source.path) }
    }
    for name in named
    where !sources.contains(where: { FilePath.normal($0.path) == FilePath.normal(name) }) {
      throw Unusable(
        .usage(
          "unknown-file", "`\(name)` is neither the team file nor a rota on file",
          help: folder.map { ["rotas on file stand in `\($0)`"] } ?? []))
    }
    var refused = named.isEmpty ? files.unread : []
    var untidy = false
    var states: [JSON] = []
    func note(_ source: SourceText, _ state: String) {
      states.append(["file": .string(source.path), "state": .string(state)])
    }
    for source in sources {
      let kind: FileKind = source.path == context.arguments.teamFile ? .team : .rota
      switch tidied(source, as: kind) {
      case .refused(let findings): refused += findings
      case .text(let bytes) where bytes == source.bytes: note(source, "tidy")
      case .text(let bytes):
        untidy = true
        guard !context.arguments.has(.check) else {
          note(source, "untidy")
          try context.reply.say("\(source.path) is not tidy")
          continue
        }
        try context.write(source.path, bytes, insteadOf: source)
        note(source, "tidied")
        try context.reply.say("wrote \(source.path)")
      }
    }
    let told = JSON.Member("files", .array(states))
    guard refused.isEmpty else {
      try context.reply.unusable(refused, and: [told])
      return .unusable
    }
    if context.reply.wantsJSON { try context.reply.print(.object([told])) }
    return untidy && context.arguments.has(.check) ? .badNews : .done
  }
}
