import Dates
import Diagnostics
import ICalendar
import RotaModel
import Rules

/// A team without errors and the rotas on file: what most commands work on.
struct OnFile {
  let team: Team
  let rotas: [Rota]
  /// What a clock on the team's wall shows.
  let now: LocalDateTime
  /// What is worth knowing about the files, of severity `warning`.
  let warnings: [Diagnostic]
  let files: FilesRead

  var context: Context { files.context }
  var today: Day { now.date }
  var situation: Situation { Situation(team: team, rotas: rotas, today: today) }

  /// Reads everything; throws `Unusable` with all mistakes where there is one.
  init(_ context: Context, planning period: Period? = nil) throws {
    try self.init(FilesRead(context, planning: period))
  }

  /// - Parameter allowingBrokenRotas: whether rotas with mistakes are left out instead.
  init(_ files: FilesRead, allowingBrokenRotas: Bool = false) throws {
    guard let team = files.team, allowingBrokenRotas || !files.hasErrors else {
      throw Unusable(files.findings.inReadingOrder(of: files.sources))
    }
    self.files = files
    self.team = team
    rotas = files.rotas
    warnings = files.findings
    now = try files.now()
  }

  /// The team's time zone.
  func zone() throws -> Zone { try files.zone() }

  /// The rota that an operand names, on file or elsewhere.
  func rota(named name: String) throws -> Rota {
    let named = files.rota(named: name)
    guard let rota = named.rota else { throw Unusable(named.findings) }
    return rota
  }
}
