import Diagnostics
import RotaModel

extension Command {
  static let watch = Command(
    "watch",
    summary: "check again whenever a file of the team changes, and publish with --out",
    details: """
      Checks the team file and all rotas on file, as `check` does, and again whenever one of their
      files or of the calendars that the team file names changes, comes or goes; with `--out`,
      publishes the site after each, as `publish` does. A line says what has changed. What is wrong
      is shown and waited out. Ctrl-C ends it, and the exit status is 0.
      """,
    options: [.watchOut, .title, .baseURL, .contacts],
    examples: [
      Example("watch", "beside an editor: what each save brings"),
      Example("watch --out public", "and the site as it will be"),
    ],
    run: { try Watching($0).run() })
}

/// One run of `watch`.
private struct Watching {
  private let context: Context
  private var environment: any Environment { context.environment }
  /// What is run after each change.
  private let commands: [Command]
  /// With the team file that is there by now.
  private var arguments: Arguments { context.arguments.findingTeamFile(in: environment) }

  /// Seconds between two looks at the files.
  private static let pause = 0.5

  init(_ context: Context) {
    self.context = context
    commands = [.check] + (context.arguments.has(.watchOut) ? [.publish] : [])
  }

  func run() throws -> ExitStatus {
    environment.holdInterrupts()
    var before = try stamps()
    try runCommands()
    while !environment.isInterrupted {
      environment.pause(seconds: Watching.pause)
      let now = try stamps(andOf: before.keys)
      // An editor may be in the middle of it: what it writes is looked at once it has come to rest.
      guard now != before else { continue }
      environment.pause(seconds: Watching.pause)
      let after = try stamps(andOf: Set(before.keys).union(now.keys))
      let paths = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      before = after
      if paths.isEmpty || environment.isInterrupted { continue }
      try context.reply.say("")
      try context.reply.say("changed: " + paths.sorted().joined(separator: ", "))
      try runCommands()
    }
    return .done
  }

  private func runCommands() throws {
    for command in commands where !environment.isInterrupted {
      let context = Context(
        arguments: arguments.options(of: command), environment: environment)
      do {
        // What cannot be used is said once.
        if try command.run(context) == .unusable { return }
      } catch let error as Unusable {
        try context.reply.unusable(error.findings)
      } catch let error as FileProblem {
        // Nobody would see what comes next.
        throw Unusable(.unwritable(error, after: context.written))
      }
    }
  }

  /// When each file of the team was written last.
  ///
  /// - Parameter known: files that are looked at as well: a team file that cannot be read names none.
  private func stamps(andOf known: some Sequence<String> = []) throws -> [String: FileStamp] {
    let files = try FilesRead(Context(arguments: arguments, environment: environment))
    let paths =
      [arguments.teamFile] + files.sources.map(\.path)
      + (files.draft?.calendars.map { FilePath.join(files.teamFolder, $0.path) } ?? [])
    return Dictionary(
      Set(paths).union(known).compactMap { path in environment.stamp(of: path).map { (path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
