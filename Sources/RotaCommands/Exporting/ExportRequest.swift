import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel

/// What the arguments of an export ask for.
struct ExportRequest {
  let format: ExportFormat
  /// nil for all.
  let rotation: RotationID?
  let settings: ExportSettings
  let window: ExportWindow
  /// Before this moment nothing of the format begins; nil for none.
  let formatStart: Instant?

  /// Throws `Unusable` with every mistake of the arguments.
  init(_ onFile: OnFile, zone: Zone) throws {
    let arguments = onFile.context.arguments
    guard let format = arguments.format.flatMap(ExportFormat.named) else {
      throw InternalError("`export` ran without a format of the table")
    }
    let now = try onFile.context.moment(in: zone)
    formatStart = format.start(now: now, in: zone)
    var mistakes: [Diagnostic] = []
    func noting<Value>(_ read: () throws -> Value) throws -> Value? {
      do {
        return try read()
      } catch let error as Unusable {
        mistakes += error.findings
        return nil
      }
    }
    let rotation = try noting { try onFile.exportedRotation(of: format) }
    let settings = try noting { try ExportSettings(arguments.texts(.set), of: format) }
    let window = try noting { try ExportWindow(arguments, of: format, now: now, zone: zone) }
    guard let rotation, let settings, let window else { throw Unusable(mistakes) }
    self.format = format
    self.rotation = rotation
    self.settings = settings
    self.window = window
  }
}

extension OnFile {
  /// The rotation that is asked for, which is needed where a format knows one schedule and the team
  /// has several; nil for all.
  fileprivate func exportedRotation(of format: ExportFormat) throws -> RotationID? {
    let arguments = context.arguments
    return format.takesOneRotation || arguments.has(.rotation) ? try rotation(arguments) : nil
  }
}

extension ExportWindow {
  /// Throws `Unusable` where `--to` lies before `--from`.
  fileprivate init(
    _ arguments: Arguments, of format: ExportFormat, now: Instant, zone: Zone
  ) throws {
    let (from, to) = (arguments.day(.exportFrom), arguments.day(.exportTo))
    if let from, let to, to < from {
      throw Unusable(
        .usage(
          "bad-range", "`--to \(to)` lies before `--from \(from)`",
          help: ["both dates are included"]))
    }
    func midnight(_ day: Day) -> Instant { zone.instant(of: day.at(hour: 0, minute: 0)) }
    self.init(
      start: [from.map(midnight), format.start(now: now, in: zone)].compactMap(\.self).max(),
      end: to.map { midnight($0 + 1) }, firstEnd: format.firstEnd(now: now))
  }
}
