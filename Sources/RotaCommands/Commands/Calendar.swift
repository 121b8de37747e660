import Calendars
import Diagnostics

extension Command {
  static let calendar = Command(
    "calendar", operands: "[ROTA…]", .rota, count: .any,
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
    var writing = FolderWriting(context)
    for file in plan.files {
      writing.write(
        file.bytes, to: FilePath.join(plan.folder.path, file.path),
        over: plan.folder.files[file.path]?.bytes)
    }
    try writing.finish()
    return .done
  }
}
