import Dates
import Diagnostics
import Page
import Planning
import RotaModel
import Rules
import Views

extension Command {
  static let show = Command(
    "show", operands: "[ROTA]", .rota, count: 0...1,
    summary: "the rota as a table, for the terminal, Markdown, CSV, JSON, or as a picture",
    details: """
      Prints a rota: who holds each shift, who owns each project, and when its knowledge-sharing,
      pairing and feedback sessions are. ROTA is a period such as 2027-Q1, or a file; without it, it
      is the rota that holds today, else the next, else the latest. Below stands what everybody owes
      and holds; `--explain` adds every point with its owner and a sentence. The CSV is the shifts
      alone, and the SVG a picture of the timeline for a wiki or a message: weeks across, engineers
      down, with covers, time off, projects and sessions.

      `--projects` prints a chart instead, weeks across: each project's life with its protected weeks,
      and below it the owners with their shifts, time off and public holidays. JSON: { "period",
      "weeks", "projects": [ { "project", "start", "end", "protected": weeks, "owners": [ {
      "engineer", "weeks": [ { "week", "shifts", "stands_in": rotations, "away_days", "holidays",
      "on_team" } ] } ] } ] }.
      """,
    options: [.projects, .explain, .format(["text", "markdown", "csv", "svg", "json"])],
    examples: [
      Example("show", "the rota that holds today"),
      Example("show 2027-Q1 --format markdown", "a table for a wiki page"),
      Example("show --projects", "who owns what, and when they are elsewhere"),
      Example("show 2027-Q1 --explain", "whom each point concerns, and why"),
      Example("show 2027-Q1 --format csv", "a shift a line, for a spreadsheet"),
      Example("show 2027-Q1 --format svg", "the timeline as a picture"),
    ],
    run: show)

  private static func show(_ context: Context) throws -> ExitStatus {
    let onFile = try OnFile(context)
    let rota = try onFile.rotaAsked(for: context.arguments)
    if context.arguments.has(.projects) {
      try context.printProjects(of: rota, onFile)
      return .done
    }
    let availability = onFile.situation.availability
    let others = onFile.rotas.filter { $0.period != rota.period }
    let sessions = Sessions(of: onFile.team, availability, rotas: others + [rota])
    let planned = sessions.planned(in: rota.period.first..<rota.period.last + 1)
    let sheet = RotaSheet(
      rota, of: onFile.team, availability: availability, sessions: planned)
    let judged = JudgedRota(
      rota, judge(rota, in: onFile.situation), status: .checked, team: onFile.team)
    let explained =
      context.arguments.has(.explain)
      ? ExplainedView(explainedCharges(of: rota, in: onFile.situation), team: onFile.team) : nil
    let view = ShownRota(sheet: sheet, judged: judged, explained: explained)
    if explained != nil { try context.refuse(["csv", "svg"], of: .explain, as: "no-explanation") }
    try context.reply.answer(
      view.text(width: context.reply.width), markdown: view.markdown, csv: sheet.csv,
      svg: timelinePicture(of: rota, in: onFile.situation, sessions: planned), json: view.json)
    return .done
  }
}

extension Context {
  fileprivate func printProjects(of rota: Rota, _ onFile: OnFile) throws {
    if arguments.has(.explain) {
      throw Unusable(
        .usage(
          "two-views", "`--projects` and `--explain` are two views of a rota",
          help: ["leave one of them out"]))
    }
    let view = ProjectChartView(
      ProjectChart(of: rota, in: onFile.situation), team: onFile.team)
    try refuse(["csv", "svg"], of: .projects, as: "no-chart")
    try reply.answer(view.text(width: reply.width), markdown: view.markdown, json: view.json)
  }
}

extension Context {
  /// Throws `Unusable` where an option has no such format.
  fileprivate func refuse(_ formats: [String], of option: Option, as id: String) throws {
    guard let format = reply.format, formats.contains(format) else { return }
    throw Unusable(
      .usage(
        id, "`--\(option.name)` has no \(format.uppercased())",
        help: ["leave `--\(option.name)` out, or take `--format json`"]))
  }
}

extension OnFile {
  /// The rota that the first operand names; without one the rota that holds today, else the next,
  /// else the latest.
  func rotaAsked(for arguments: Arguments) throws -> Rota {
    if let name = arguments.operands.first { return try rota(named: name) }
    let standard = rotas.standard(today: today, handover: team.handover.weekday)
    guard let standard else { throw Unusable(.noRotaOnFile) }
    return standard
  }
}

extension Diagnostic {
  static var noRotaOnFile: Diagnostic {
    usage("no-rota", "no rota is on file", help: ["`rota generate` makes one"])
  }
}
