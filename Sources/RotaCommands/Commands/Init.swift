import Diagnostics
import Exchange
import ICalendar
import TeamFiles

extension Command {
  static let initialise = Command(
    "init", operands: "[DIR]", .folder, count: 0...1,
    summary: "write a commented starter team file, DIR/team.yaml",
    details: """
      Writes a team file to start with, which shows every key with a comment, to DIR/team.yaml, with
      the machine's time zone, and its JSON Schema for editors beside it. DIR is `config` where it
      is left out. A file that is there already stays as it is. `--from` puts the people of a list
      or a table in it, instead of made-up ones; the table's shifts are for `rota import`.
      """,
    options: [.initFrom],
    examples: [
      Example("init", "writes config/team.yaml"),
      Example("init --from people.txt", "with the names of that list"),
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
    let people = try context.arguments.text(.initFrom).map(context.people) ?? []
    let engineers = people.map { person in
      JSON.Member(
        person.id,
        .object(
          [.init("name", .string(person.name))]
            + [person.email.map { .init("email", .string($0)) }].compactMap(\.self)))
    }
    var files = [(path, starterTeamFile(zone: zone, engineers: engineers))]
    let schema = FilePath.join(folder, "team.schema.json")
    let keepsSchema = try isThere(schema, in: environment)
    if !keepsSchema { files.append((schema, FileKind.team.schema.rendered() + "\n")) }
    try context.write(
      files.map { FileChange($0.0, bytes: Array($0.1.utf8), insteadOf: .nothing) })
    for (path, _) in files { try context.reply.say("wrote \(path)") }
    if keepsSchema {
      try context.reply.say("left \(schema) as it is: `rota schema team` prints the current one")
    }
    if !people.isEmpty {
      try context.reply.say(
        "\(people.count) \(people.count == 1 ? "engineer" : "engineers") of the file: "
          + people.map(\.id).joined(separator: ", "))
    }
    let ask = [zone == nil ? "your time zone" : nil, people.isEmpty ? "your team" : nil]
      .compactMap(\.self).joined(separator: " and ")
    try context.reply.say(
      ask.isEmpty
        ? "\(path): look it over, then run `rota generate`"
        : "\(path): put \(ask) in, then run `rota generate`")
    return .done
  }

  /// Where that cannot be found out, nothing is written.
  private static func isThere(_ schema: String, in environment: any Environment) throws -> Bool {
    do throws(FileProblem) {
      _ = try environment.read(schema, limit: 1)
      return true
    } catch {
      guard case .missing = error.reason else { throw Unusable(.unreadable(error, "schema")) }
      return false
    }
  }
}

extension Context {
  /// Whom a file names.
  fileprivate func people(of path: String) throws -> [NamedPerson] {
    let source: SourceText
    do throws(FileProblem) {
      source = try environment.source(path, limit: .calendar)
    } catch {
      throw Unusable(
        .unreadable(
          error, "file of names",
          help: ["write the names into it, one a line; a spreadsheet is saved as CSV"]))
    }
    do throws(UnreadablePeople) {
      return try namedPeople(in: source)
    } catch {
      throw Unusable(error.findings)
    }
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
