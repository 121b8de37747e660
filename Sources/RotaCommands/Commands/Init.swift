import Diagnostics
import ICalendar
import TeamFiles

extension Command {
  static let initialise = Command(
    "init", operands: "[DIR]", .folder, count: 0...1,
    summary: "write a commented starter team file, DIR/team.yaml",
    details: """
      Writes a team file to start with, which shows every key with a comment, to DIR/team.yaml, with
      the machine's time zone, and its JSON Schema for editors beside it. DIR is `config` where it
      is left out. A file that is there already stays as it is.
      """,
    examples: [
      Example("init", "writes config/team.yaml"),
      Example("init teams/storage", "writes teams/storage/team.yaml"),
    ],
    run: initialise)

  private static func initialise(_ context: Context) throws -> ExitStatus {
    let folder = context.arguments.operands.first ?? "config"
    let environment = context.environment
    let path = FilePath.join(folder, "team.yaml")
    guard !environment.has(path) else {
      throw Unusable(
        .usage(
          "file-in-the-way", "`\(path)` is there already",
          help: ["name another folder: `rota init DIR`"]))
    }
    let zone = environment.machineZone
    var files = [(path, starterTeamFile(zone: zone))]
    let schema = FilePath.join(folder, "team.schema.json")
    if !environment.has(schema) { files.append((schema, FileKind.team.schema.rendered() + "\n")) }
    try context.write(
      files.map { FileChange($0.0, bytes: Array($0.1.utf8), insteadOf: .nothing) })
    for (path, _) in files { try context.reply.say("wrote \(path)") }
    let ask = zone == nil ? "your time zone and your team" : "your team"
    try context.reply.say("\(path): put \(ask) in, then run `rota generate`")
    return .done
  }
}

extension Environment {
  /// The time zone of the machine, of the variable `TZ` or else of the system's link; nil where
  /// neither names one that is known.
  fileprivate var machineZone: String? {
    guard let named = variable("TZ") ?? zoneLink, !named.isEmpty else { return nil }
    let name = named.hasPrefix(":") ? named.dropFirst() : named[...]
    let parts = name.split(separator: "/")
    let inside = parts.lastIndex(of: "zoneinfo").map { parts[($0 + 1)...] } ?? parts[...]
    let zone = inside.drop { $0 == "posix" || $0 == "right" }.joined(separator: "/")
    return (try? zones.zone(named: zone)) == nil ? nil : zone
  }
}
