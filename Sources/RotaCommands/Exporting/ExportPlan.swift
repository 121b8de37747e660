import Diagnostics
import Exchange
import ICalendar
import RotaModel
import TeamFiles

/// What an export sends and what there is to say beside it, all mistakes ruled out.
struct ExportPlan {
  let format: ExportFormat
  let export: Export
  let stretches: DutyStretches
  private let settings: ExportSettings

  /// Throws `Unusable` with every mistake of the arguments, of what the format needs of people, or
  /// because nothing is left to send.
  init(_ context: Context) throws {
    guard let format = context.arguments.format.flatMap(ExportFormat.named) else {
      throw InternalError("`export` ran without a format of the table")
    }
    let onFile = try OnFile(context)
    let rotas = try ChosenRotas(onFile)
    let shared = sharedWeeks(rotas.chosen, handover: onFile.team.handover.weekday)
    guard shared.isEmpty else { throw Unusable(shared) }
    let zone = try onFile.zone()
    let rotation = try onFile.exportedRotation(of: format)
    settings = try ExportSettings(context.arguments.texts(.set), of: format)
    let now = try context.moment(in: zone)
    let window = try ExportWindow(context.arguments, of: format, now: now, zone: zone)
    func duties(of rotas: [Rota], in window: ExportWindow) -> DutyStretches {
      DutyStretches(
        of: rotas, rotation: rotation, team: onFile.team, zone: zone, window: window)
    }
    stretches = duties(of: rotas.chosen, in: window)
    if format.isWholeState, !context.arguments.has(.exportPartial) {
      let others = rotas.others.filter { !duties(of: [$0], in: window).stretches.isEmpty }
      try format.refuseLosses(context.arguments, today: onFile.today, rotasLeftOut: others)
    }
    guard !stretches.stretches.isEmpty else { throw Unusable(stretches.nothingToSend) }
    let people = format.people.names(of: stretches.stretches, in: onFile.team)
    guard people.missing.isEmpty else { throw Unusable(people.missing) }
    self.format = format
    export = Export(
      team: onFile.team, zone: zone, today: onFile.today,
      rotation: rotation.flatMap(onFile.team.rotation),
      formatStart: format.start(now: now, in: zone),
      stretches: stretches.stretches,
      sources: rotas.chosen.compactMap(\.source).map { source in
        FilePath.path(source.path, from: onFile.files.teamFolder)
      },
      settings: settings.values, people: people.names)
  }

  /// What is not in the body, and what happens where it is sent: a line each.
  var remarks: [String] {
    var lines = settings.remarks + stretches.remarks
    guard format.reach != .everything else { return lines }
    lines.append(format.facts.copies)
    lines += format.facts.cannotSay.map { "`\(format.name)` cannot say \($0)" }
    return lines + format.remarks(export)
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

extension ExportFormat {
  /// Where the system forgets all that it is not sent, what is asked for has to be all there is to
  /// come: throws `Unusable` with everything that leaves some of it out.
  fileprivate func refuseLosses(
    _ arguments: Arguments, today: Day, rotasLeftOut: [Rota]
  ) throws {
    var losses: [String] = []
    if let to = arguments.day(.exportTo) {
      losses.append("`--to \(to)` leaves out what comes after")
    }
    if let from = arguments.day(.exportFrom), from > today {
      losses.append("`--from \(from)` leaves out what comes before")
    }
    losses += rotasLeftOut.map { "the rota of \($0.period.name) is left out" }
    guard !losses.isEmpty else { return }
    throw Unusable(
      losses.map {
        .usage(
          "partial-state", "`\(name)` is all that the schedule will hold, and \($0)",
          help: ["send everything, or add `--partial`"])
      })
  }
}
