import ConfigText
import Diagnostics

extension Command {
  static let configTree = Command(
    "config tree", operands: "FILE", .file, count: 1...1,
    summary: "the tree of a file as JSON, every scalar a string",
    details: """
      Reads a team file or a rota file as text alone and prints its tree as JSON: maps with their
      keys in order, lists, and every scalar as the string that stands there. For other tools, and
      to see how a file is read.
      """,
    options: [.format(["json"]), .timings],
    examples: [Example("config tree config/team.yaml", "the team file as JSON")],
    run: tree)

  private static func tree(_ context: Context) throws -> ExitStatus {
    let timings = Timings(context)
    let reading = try timings.measure(.read) { try read(context) }
    guard reading.diagnostics.isEmpty else { throw Unusable(reading.diagnostics) }
    try timings.measure(.write) {
      try reading.writeJSON { try context.environment.write($0, to: .output) }
    }
    try timings.print()
    return .done
  }

  private static func read(_ context: Context) throws -> ConfigReading {
    do throws(FileProblem) {
      return readConfig(
        try context.environment.source(context.arguments.operands[0], limit: .text))
    } catch {
      throw Unusable(.unreadable(error, "file"))
    }
  }
}
