import Diagnostics
import RotaModel
import Scheduling
import Views

extension Command {
  static let show = Command(
    "show", operands: "[ROTA]", .rota, count: 0...1,
    summary: "the rota as a table: for the terminal, Markdown, CSV, JSON",
    details: """
      Prints a rota: who holds each shift, who owns each project, and when its knowledge-sharing,
      pairing and feedback sessions are. ROTA is a period such as 2027-Q1, or a file; without it, it
      is the rota that holds today, else the next, else the latest. The CSV is the shifts alone.
      """,
    options: [.format(["text", "markdown", "csv", "json"])],
    examples: [
      Example("show", "the rota that holds today"),
      Example("show 2027-Q1 --format markdown", "a table for a wiki page"),
      Example("show 2027-Q1 --format csv", "a shift a line, for a spreadsheet"),
    ],
    run: show)

  private static func show(_ context: Context) throws -> ExitStatus {
    let onFile = try OnFile(context)
    let rota = try onFile.rotaAsked(for: context.arguments)
    let availability = onFile.situation.availability
    let others = onFile.rotas.filter { $0.period != rota.period }
    let sessions = Sessions(of: onFile.team, availability, rotas: others + [rota])
    let sheet = RotaSheet(
      rota, of: onFile.team, availability: availability,
      sessions: sessions.planned(in: rota.period.first..<rota.period.last + 1))
    switch context.reply.format {
    case "markdown": try context.reply.print(sheet.markdown)
    case "csv": try context.reply.print(sheet.csv)
    case "json": try context.reply.print(sheet.json)
    default: try context.reply.print(sheet.text)
    }
    return .done
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
