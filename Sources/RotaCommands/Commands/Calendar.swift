import Calendars
import Diagnostics
import RotaModel

extension Command {
  static let calendar = Command(
    "calendar", operands: "[ROTA…]", .rota, count: 0...1000,
    summary: "write the .ics files of the team, each engineer and each rotation",
    details: """
      Writes team.ics, engineers/ID.ics, rotations/ID.ics and projects.ics to a folder, for
      everybody to import or subscribe to. With ROTA only events of these rotas' periods change;
      without, those of all rotas on file. An event keeps its id from run to run; one that vanished
      is cancelled, and a file that would not change is not touched. JSON: `files`, each with its
      `file` and a `state`: `new`, `changed` or `same`.
      """,
    options: [.out, .allDay, .reminders, .attendees, .format(["text", "json"])],
    examples: [
      Example("calendar --out calendars", "the calendars of all rotas on file"),
      Example("calendar 2027-Q1 --out calendars", "the events of one quarter; others stay"),
      Example("calendar --out calendars --reminders", "with an alarm a working day before a shift"),
    ],
    run: calendar)

  private static func calendar(_ context: Context) throws -> ExitStatus {
    let plan = try CalendarPlan(context)
    var changes: [FileChange] = []
    var states: [(path: String, state: State)] = []
    for file in plan.files {
      let path = FilePath.join(plan.folder.path, file.path)
      let old = plan.folder.files[file.path]
      if old?.bytes == file.bytes {
        states.append((path, .same))
        continue
      }
      states.append((path, old == nil ? .new : .changed))
      changes.append(
        FileChange(
          path, bytes: file.bytes, insteadOf: old.map { .bytes($0.bytes) } ?? .nothing))
    }
    // All at once: a calendar is a function of the folder as it was read.
    try context.write(changes)
    for change in changes { try context.reply.say("wrote \(change.path)") }
    if context.reply.wantsJSON {
      try context.reply.print([
        "files": .array(
          states.map { ["file": .string($0.path), "state": .string($0.state.rawValue)] })
      ])
    }
    func count(_ state: State) -> Int { states.count { $0.state == state } }
    try context.reply.say(
      "\(count(.new)) new, \(count(.changed)) changed, \(count(.same)) as they were")
    return .done
  }

  /// What became of a file.
  private enum State: String {
    case new, changed, same
  }
}
