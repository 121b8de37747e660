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
      is cancelled, and a file that would not change is not touched.
      """,
    options: [.out, .allDay, .reminders, .attendees],
    examples: [
      Example("calendar --out calendars", "the calendars of all rotas on file"),
      Example("calendar 2027-Q1 --out calendars", "the events of one quarter; others stay"),
      Example("calendar --out calendars --reminders", "with an alarm a working day before a shift"),
    ],
    run: calendar)

  private static func calendar(_ context: Context) throws -> ExitStatus {
    let plan = try CalendarPlan(context)
    var counts = (new: 0, changed: 0, same: 0)
    for file in plan.files {
      let path = FilePath.join(plan.folder.path, file.path)
      let old = plan.folder.files[file.path]
      if old?.bytes == file.bytes {
        counts.same += 1
        continue
      }
      if old == nil { counts.new += 1 } else { counts.changed += 1 }
      do throws(FileProblem) {
        try context.environment.replace(path, with: file.bytes)
      } catch {
        throw Unusable(.unwritable(error))
      }
      try context.reply.say("wrote \(path)")
    }
    try context.reply.say(
      "\(counts.new) new, \(counts.changed) changed, \(counts.same) as they were")
    return .done
  }
}
