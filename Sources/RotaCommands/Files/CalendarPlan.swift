import Calendars
import Dates
import Diagnostics
import RotaModel

/// The calendars as they are to be, beside the folder as it is.
struct CalendarPlan {
  let folder: CalendarFolder
  let files: [CalendarFile]

  /// Those of the rotas that the operands name, in the folder that `--out` names.
  init(_ context: Context) throws {
    let onFile = try OnFile(context)
    let chosen = try ChosenRotas(onFile)
    guard let path = context.arguments.text(.out) else {
      throw InternalError("`calendar` ran without `--out`")
    }
    try self.init(
      onFile, rotas: chosen.all, periods: chosen.chosen.map(\.period), in: path,
      CalendarOptions(
        allDay: context.arguments.has(.allDay), reminders: context.arguments.has(.reminders),
        attendees: context.arguments.has(.attendees)))
  }

  /// - Parameter periods: those whose events may change.
  init(
    _ onFile: OnFile, rotas: [Rota], periods: [Period], in path: String, _ options: CalendarOptions
  ) throws {
    folder = try CalendarFolder(path, in: onFile.context.environment)
    let made = calendars(
      of: onFile.team, rotas: rotas, periods: periods, zone: try onFile.zone(),
      today: onFile.today, options: options, folder: folder.files)
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
