import Diagnostics
import TeamFiles

extension Command {
  static let initialise = Command(
    "init", operands: "[DIR]", .folder, count: 0...1,
    summary: "write a commented starter team file, DIR/team.yaml",
    details: """
      Writes a team file to start with, which shows every key with a comment, to DIR/team.yaml. DIR
      is `config` where it is left out. A file that is there already stays as it is.
      """,
    examples: [
      Example("init", "writes config/team.yaml"),
      Example("init teams/storage", "writes teams/storage/team.yaml"),
    ],
    run: initialise)

  private static func initialise(_ context: Context) throws -> ExitStatus {
    let path = FilePath.join(context.arguments.operands.first ?? "config", "team.yaml")
    do throws(FileProblem) {
      _ = try context.environment.read(path, limit: 1)
      throw FileProblem(path, .isFolder)
    } catch {
      guard error.reason == .missing else {
        throw Unusable(
          .usage(
            "file-in-the-way", "`\(path)` is there already",
            help: ["name another folder: `rota init DIR`"]))
      }
    }
    do throws(FileProblem) {
      try context.environment.replace(path, with: Array(starterTeamFile.utf8))
    } catch {
      throw Unusable(.unwritable(error))
    }
    try context.reply.say("wrote \(path): put your team in, then run `rota generate`")
    return .done
  }
}
