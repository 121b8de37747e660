import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel

extension Command {
  static let export = Command(
    "export", operands: "[ROTA…]", .rota, count: .any,
    summary: "who is on duty when, as a table, as JSON, or as an on-call system takes it",
    details: """
      Prints the stretches of duty of the rotas named, or of all on file: a stretch is the part of a
      shift that one person does, so that covers cut the shift they are in. The output is the body of
      a call and nothing else; what is left out, and what the format cannot say, is said beside it.

      `json` and `csv` give all that is on file. In every other format nothing begins before today,
      what ends before five minutes from now is left out, and one rotation goes into it. Everybody on
      duty needs the account or e-mail address by which the system knows them; else nothing is
      written, and all that is missing is listed. The exit status is 2, too, where nothing is left
      to send.

      \(formatList)

      JSON of `--format json`: { "team", "timezone", "generated_from": [ paths from the team file ],
      "shifts": [ { "rotation", "engineer", "name", "email", "accounts", "start", "end",
      "stands_in_for" } ] }.
      """,
    options: [
      .exportFormat, .rotation, .exportFrom, .exportTo, .set, .exportPartial, .exportOut,
    ],
    examples: [
      Example("export --format csv --out rota.csv", "everything on file as a table"),
      Example("export 2027-Q1 --format pagerduty --rotation service", "a quarter for PagerDuty"),
      Example("export --format incident-io --set schedule_id=01ABC", "with an id in every line"),
    ],
    formatsMistakes: false, run: export)

  private static var formatList: String {
    let width = ExportFormat.all.map(\.name.count).max() ?? 0
    return ExportFormat.all.map { format in
      let space = String(repeating: " ", count: width - format.name.count)
      return "  \(format.name)\(space)  \(format.summary)"
    }.joined(separator: "\n")
  }

  private static func export(_ context: Context) throws -> ExitStatus {
    let plan = try ExportPlan(context)
    let body = plan.format.body(plan.export)
    if let path = context.arguments.text(.exportOut) {
      try context.write([FileChange(path, bytes: body, insteadOf: .anything)])
      try context.reply.say("wrote \(path)")
    } else {
      try context.environment.write(body, to: .output)
    }
    for line in plan.remarks { try context.reply.say(line) }
    return .done
  }
}
