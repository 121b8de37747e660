import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel
import TeamFiles

/// What an export sends and what there is to say beside it, all mistakes ruled out.
struct ExportPlan {
  let export: Export
  private let request: ExportRequest
  private let stretches: DutyStretches
  /// Rotations that nobody asked to leave out and that the team does not have.
  private let unknownRotations: [RotationID]

  var format: ExportFormat { request.format }

  /// Throws `Unusable` with every mistake of the arguments, with all that the format lacks of
  /// people, or because nothing is left to send.
  init(_ context: Context) throws {
    let onFile = try OnFile(context)
    let zone = try onFile.zone()
    let request = try ExportRequest(onFile, zone: zone)
    let rotas = try ChosenRotas(onFile)
    let shared = sharedWeeks(rotas.chosen, handover: onFile.team.handover.weekday)
    guard shared.isEmpty else { throw Unusable(shared) }
    func duties(of rotas: [Rota]) -> DutyStretches {
      DutyStretches(
        of: rotas, rotation: request.rotation, team: onFile.team, zone: zone,
        window: request.window)
    }
    if request.format.isWholeState, !context.arguments.has(.exportPartial) {
      try request.format.refuseLosses(
        context.arguments, today: onFile.today,
        rotasLeftOut: rotas.others.filter { !duties(of: [$0]).stretches.isEmpty })
    }
    stretches = duties(of: rotas.chosen)
    guard !stretches.stretches.isEmpty else { throw Unusable(stretches.nothingToSend) }
    let people = request.format.people.names(of: stretches.stretches, in: onFile.team)
    guard people.missing.isEmpty else { throw Unusable(people.missing) }
    self.request = request
    let isChosen = request.rotation == nil || context.arguments.has(.rotation)
    unknownRotations =
      isChosen
      ? []
      : Set(rotas.chosen.flatMap(\.shifts).map(\.rotation)).sorted()
        .filter { onFile.team.rotation($0) == nil }
    export = Export(
      team: onFile.team, zone: zone, today: onFile.today,
      rotation: request.rotation.flatMap(onFile.team.rotation), formatStart: request.formatStart,
      stretches: stretches.stretches,
      sources: rotas.chosen.compactMap(\.source).map { source in
        FilePath.path(source.path, from: onFile.files.teamFolder)
      },
      settings: request.settings.values, people: people.names)
  }

  /// What is not in the body, and what happens where it is sent: a line each.
  var remarks: [String] {
    var lines =
      request.settings.remarks
      + unknownRotations.map {
        "left out: the shifts of `\($0)`, which is no rotation of the team"
      } + stretches.remarks
    guard format.reach != .everything else { return lines }
    lines.append(format.facts.copies)
    lines += format.facts.cannotSay.map { "`\(format.name)` cannot say \($0)" }
    return lines + format.remarks(export)
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
