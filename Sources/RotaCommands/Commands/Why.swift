import Diagnostics
import RotaModel
import Scheduling
import Views

extension Command {
  static let why = Command(
    "why", operands: "WEEK [ENGINEER]", .week, count: 1...2,
    summary: "why somebody holds a shift, and what everybody else would cost",
    details: """
      Explains the shift of a week: for every other engineer the hard rules that stop them, or by
      how many points the best rota of the period would rise if they held it, and which other
      shifts and projects would change hands then. They are told against the rota on file where
      that has the fewest points, else against a best one. WEEK is any date in it, or an ISO week
      such as 2027-W05.
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
    let handover = files.team.handover.weekday
    // On a rota that week's period counts, else the quarter's.
    let period =
      files.rotas.first { $0.holds(week.start, handover: handover) }?.period
      ?? Period(quarterHolding: week.start)
    let explanation = SearchWatch(context.environment).shown {
      explain(week, rotation, of: period, in: files.situation, only: only, watch: $0)
    }
    guard let explanation else {
      throw Unusable(
        .usage(
          "no-explanation", "no best rota of \(period.name) is known to compare with",
          help: ["`rota generate \(period.commandLine) --dry-run` says why"]))
    }
    let view = ExplanationView(explanation, team: files.team)
    try context.reply.answer(view.text, json: view.json)
    return .done
  }
}
