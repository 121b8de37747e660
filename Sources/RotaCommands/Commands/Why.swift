import Dates
import Diagnostics
import Planning
import RotaModel
import Rules
import Views

extension Command {
  static let why = Command(
    "why", operands: "WEEK [ENGINEER]", .week, .engineer, count: 1...2,
    summary: "why somebody holds a shift, and what everybody else would cost",
    details: """
      Explains the shift of a coming week on file: for every other engineer the hard rules that
      stop them, or by how many points the best rota of the period would rise if they held it, and
      which other shifts and projects would change hands then. They are told against the rota on
      file where that has the fewest points, else against a best one. Of a large team not all is
      proved: `+5 to +6` and `at most +4` are bounds. Weeks that have begun, and the owners of
      projects that have, stay as they are. WEEK is any date in it, or an ISO week such as
      2027-W05.
      """,
    options: [.rotation, .format(["text", "json"])],
    examples: [
      Example("why 2027-W05", "everybody's case"),
      Example("why 2027-02-01 ada", "one engineer's"),
    ],
    run: why)

  private static func why(_ context: Context) throws -> ExitStatus {
    let files = try OnFile(context)
    let week = try files.week(named: context.arguments.operands[0])
    let rotation = try files.rotation(context.arguments)
    let only = try context.arguments.operands.dropFirst().first.map(files.engineer)
    let rota = try files.rota(holding: week)
    try refuse(week, rotation, in: files)
    let explanation = try files.explanation(
      week, rotation, in: rota, files.situation, only: only)
    guard let explanation else {
      throw Unusable(
        .usage(
          "no-explanation", "no best rota of \(rota.period.name) is known to compare with",
          help: ["`rota generate \(rota.period.commandLine) --dry-run` says why"]))
    }
    let view = ExplanationView(explanation, team: files.team)
    try context.reply.answer(view.text(width: context.reply.width), json: view.json)
    return .done
  }

  /// What has begun is not decided any more, and nobody is needed in a closed week.
  private static func refuse(_ week: ShiftWeek, _ rotation: RotationID, in files: OnFile) throws {
    if week.start <= files.today {
      throw Unusable(
        .usage(
          "refused", "the week of \(week) has begun: its shifts stay as they are",
          help: [
            "`why` is about a coming week; `rota check --explain` tells what each point is for"
          ]))
    }
    let availability = files.situation.availability
    if let duty = availability.index(of: rotation), availability.isClosed(duty, in: week) {
      throw Unusable(
        .usage(
          "refused", "the week of \(week) is closed for `\(rotation)`: it has no shift",
          help: ["a week is closed while none of the rotation's members has a working day in it"]))
    }
  }
}
