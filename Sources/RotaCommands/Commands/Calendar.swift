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
    let plan = try CalendarRun(context)
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

/// The calendars as they are to be, beside the folder as it is.
struct CalendarRun {
  let folder: CalendarFolder
  let files: [CalendarFile]

  init(_ context: Context) throws {
    let onFile = try OnFile(context)
    let named = try context.arguments.operands.map { try onFile.rota(named: $0) }
    // A rota that is named by a file elsewhere stands in for the one on file.
    let others = onFile.rotas.filter { rota in !named.contains { $0.period == rota.period } }
    let rotas = (others + named).sorted { $0.period.first < $1.period.first }
    guard !rotas.isEmpty else { throw Unusable(.noRotaOnFile) }
    guard let path = context.arguments.text(.out) else {
      throw InternalError("`calendar` ran without `--out`")
    }
    folder = try CalendarFolder(path, in: context.environment)
    let made = calendars(
      of: onFile.team, rotas: rotas, periods: (named.isEmpty ? rotas : named).map(\.period),
      zone: try onFile.zone(), today: onFile.today,
      options: CalendarOptions(
        allDay: context.arguments.has(.allDay), reminders: context.arguments.has(.reminders),
        attendees: context.arguments.has(.attendees)),
      folder: folder.files)
    guard made.diagnostics.isEmpty else { throw Unusable(made.diagnostics) }
    files = made.files
  }
}

/// The .ics files of a folder and of the two folders in it that `calendar` writes to.
struct CalendarFolder {
  let path: String
  /// By their path in the folder: `engineers/ada.ics`.
  private(set) var files: [String: SourceText] = [:]

  init(_ path: String, in environment: any Environment) throws {
    self.path = path
    for folder in ["", "engineers", "rotations"] {
      do throws(FileProblem) {
        let names = try environment.names(
          inFolder: folder.isEmpty ? path : FilePath.join(path, folder))
        for name in names where name.hasSuffix(".ics") && !name.hasPrefix(".") {
          let inside = FilePath.join(folder, name)
          let file = FilePath.join(path, inside)
          files[inside] = try environment.source(file, limit: .calendar)
        }
      } catch {
        // What is missing is made when it is written.
        if error.reason != .missing { throw Unusable(.unreadable(error, "calendar")) }
      }
    }
  }
}
