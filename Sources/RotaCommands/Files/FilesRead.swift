import Diagnostics
import ICalendar
import RotaModel
import TeamFiles

/// The team file, its calendars and the rotas on file as they were read, mistakes and all.
struct FilesRead {
  /// Longer files are cut here, one byte beyond what the largest kind of file may have, so that
  /// their readers see that they are too long.
  static let longestFile = 32 << 20 + 1

  let context: Context
  /// What could be read of the team; nil where there is no team file.
  private(set) var draft: Team?
  /// Whether the team file and its calendars have no error: only then can a rota be judged.
  private(set) var teamIsUsable = false
  /// The rotas of the rotas folder that could be read, by period.
  private(set) var rotas: [Rota] = []
  /// Everything there is to say about the files themselves.
  private(set) var findings: [Diagnostic] = []
  /// The files, in the order in which they were read.
  private(set) var sources: [SourceText] = []

  init(_ context: Context) {
    self.context = context
    readTeamFile()
    teamIsUsable = !hasErrors
    readRotas()
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// The team, where it can be used.
  var team: Team? { teamIsUsable ? draft : nil }

  /// The folder of the rota files; nil where there is no team file.
  var rotasFolder: String? { draft.map { FilePath.join(teamFolder, $0.rotasFolder) } }

  private var teamFolder: String { FilePath.folder(of: context.arguments.teamFile) }

  /// What a clock on the team's wall shows.
  func now() throws -> LocalDateTime { try context.now(in: zone) }

  /// The team's time zone; throws `Unusable` where the system does not have it.
  func zone() throws -> Zone {
    guard let team else { return .utc }
    do throws(ZoneError) {
      return try context.environment.zones.zone(named: team.zone)
    } catch {
      throw Unusable(.usage("no-zone", error.message, help: [error.help]))
    }
  }

  private mutating func readTeamFile() {
    do throws(FileProblem) {
      let source = try read(context.arguments.teamFile)
      let zones = context.environment.zones
      let reading = readTeam(
        source,
        zones: ZoneNames(isKnown: { (try? zones.zone(named: $0)) != nil }, all: zones.names))
      sources.append(source)
      draft = reading.draft
      findings += reading.diagnostics
    } catch {
      findings.append(
        .unreadable(
          error, "team file",
          help: ["`rota init` writes a first one; `--team FILE` names another"]))
    }
  }

  private mutating func readRotas() {
    guard let draft, let rotasFolder else { return }
    let names: [String]
    do throws(FileProblem) {
      names = try context.environment.names(inFolder: rotasFolder)
    } catch {
      // A folder that is not there yet holds no rotas.
      if error.reason != .missing { findings.append(.unreadable(error, "folder of the rotas")) }
      return
    }
    for name in names where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      let reading = readRotaFile(FilePath.join(rotasFolder, name), of: draft)
      findings += reading.findings
      if let source = reading.source { sources.append(source) }
      if let rota = reading.rota { rotas.append(rota) }
    }
    rotas.sort { $0.period.first < $1.period.first }
    findings += checkFolder(rotas, of: draft)
  }

  /// A rota file that was read, or why it could not be.
  struct RotaFile {
    let rota: Rota?
    let source: SourceText?
    let findings: [Diagnostic]
  }

  func readRotaFile(_ path: String, of team: Team) -> RotaFile {
    do throws(FileProblem) {
      let source = try read(path)
      let reading = readRota(source, of: team)
      return RotaFile(rota: reading.rota, source: source, findings: reading.diagnostics)
    } catch {
      let help = ["name a rota by its period or by its file"]
      return RotaFile(
        rota: nil, source: nil, findings: [.unreadable(error, "rota file", help: help)])
    }
  }

  private func read(_ path: String) throws(FileProblem) -> SourceText {
    SourceText(
      path: path, bytes: try context.environment.read(path, limit: FilesRead.longestFile))
  }
}
