import Calendars
import Dates
import Diagnostics
import Exchange
import ICalendar
import Planning
import RotaModel
import Rules
import TeamFiles

/// The team file, its calendars and the rotas on file as they were read, mistakes and all.
struct FilesRead {
  let context: Context
  /// What could be read of the team, with the days of its calendars; nil where there is no team
  /// file.
  private(set) var draft: Team?
  /// The rotas of the rotas folder that could be read, by period.
  private(set) var rotas: [Rota] = []
  /// The files, in the order in which they were read.
  private(set) var sources: [SourceText] = []
  /// Those of the rotas folder.
  private(set) var rotaSources: [SourceText] = []
  /// What there is to say about the team file and its calendars, and about the rotas on file.
  private(set) var teamFindings: [Diagnostic] = []
  private(set) var rotaFindings: [Diagnostic] = []
  /// Why the team file, the rotas folder or a rota in it could not be read; among the findings too.
  private(set) var unread: [Diagnostic] = []
  /// The calendars that the team file names, as far as they could be read.
  private(set) var calendars: [CalendarRead] = []
  /// The calendars that were not here and were read from elsewhere, as the team file names them.
  private(set) var calendarsFromElsewhere: [String] = []
  /// Where calendars are read from that are not here.
  private let calendarsElsewhere: (any Environment)?
  private let zones: ZoneDirectory

  /// - Parameters:
  ///   - period: one that is about to be planned: repeating time off is asked for in it.
  ///   - team: the team file where it has just been read or written.
  ///   - calendarsElsewhere: where calendars are read from that are not where the team file is; nil
  ///     for nowhere.
  init(
    _ context: Context, planning period: Period? = nil, team: SourceText? = nil,
    calendarsElsewhere: (any Environment)? = nil
  ) throws {
    self.context = context
    self.calendarsElsewhere = calendarsElsewhere
    zones = context.environment.zones
    readTeamFile(team)
    readRotas()
    try readCalendars(for: period)
    if let warning = warningOfOldZones { rotaFindings.append(warning) }
  }

  /// Countries change their clocks at short notice: data two or more calendar years older than a
  /// rota may give its handovers an hour off. UTC and the fixed offsets beside it have no rules.
  private var warningOfOldZones: Diagnostic? {
    guard let zone = draft?.zone, zone != "UTC", !zone.hasPrefix("Etc/"),
      let release = context.environment.zoneRelease,
      let latest = rotas.max(by: { $0.period.last < $1.period.last }),
      latest.period.last.year - release.year >= 2
    else { return nil }
    return Diagnostic(
      "old-zones", .warning,
      "the time zone data is of \(release), and the rota ends in \(latest.period.last.year): "
        + "clocks of `\(zone)` may have been changed since",
      at: latest.periodPlace,
      help: [
        "install the newest time zone data (the package `tzdata` of most systems), or let the "
          + "environment variable TZDIR name a folder that holds it"
      ])
  }

  var findings: [Diagnostic] { teamFindings + rotaFindings }

  /// What is left out of calendars, and where it is listed: a line each.
  var leftOut: [String] {
    calendars.compactMap(\.strangersText).map { "\($0); `rota check --verbose` lists them" }
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// The team, where neither its file nor its calendars have an error: only then can a rota be
  /// judged.
  var team: Team? { teamFindings.contains { $0.severity == .error } ? nil : draft }

  /// The folder of the rota files; nil where there is no team file.
  var rotasFolder: String? { draft.map { FilePath.join(teamFolder, $0.rotasFolder) } }

  var teamFolder: String { FilePath.folder(of: context.arguments.teamFile) }

  /// What a clock on the team's wall shows.
  func now() throws -> LocalDateTime { try context.now(in: zone) }

  /// The team's time zone; throws `Unusable` where the system does not have it.
  func zone() throws -> Zone {
    guard let team = draft else { return .utc }
    do throws(ZoneError) {
      return try zones.zone(named: team.zone)
    } catch {
      throw Unusable(.usage("no-zone", error.message, help: [error.help]))
    }
  }

  private mutating func readTeamFile(_ given: SourceText?) {
    do throws(FileProblem) {
      let path = context.arguments.teamFile
      let source =
        if let given { given } else { try context.environment.source(path, limit: .text) }
      let reading = readTeam(source, zones: zones.zoneNames)
      sources.append(source)
      draft = reading.draft
      teamFindings += reading.diagnostics + warningsOfNearSystems(in: reading.draft)
    } catch {
      let problem = Diagnostic.unreadable(
        error, "team file",
        help: ["`rota init` writes a first one; `--team FILE` names another"])
      teamFindings.append(problem)
      unread.append(problem)
    }
  }

  private mutating func readRotas() {
    guard let draft, let rotasFolder else { return }
    let names: [String]
    do throws(FileProblem) {
      names = try context.environment.names(inFolder: rotasFolder)
    } catch {
      // A folder that is not there yet holds no rotas.
      if error.reason != .missing {
        rotaFindings.append(.unreadable(error, "folder of the rotas"))
        unread += rotaFindings
      }
      return
    }
    for name in names where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      if name.unicodeScalars.contains("\u{FFFD}") {
        unread.append(.notUTF8(name, inFolder: rotasFolder))
        rotaFindings += unread.suffix(1)
        continue
      }
      let reading = readRotaFile(FilePath.join(rotasFolder, name), of: draft)
      rotaFindings += reading.findings
      if let source = reading.source {
        sources.append(source)
        rotaSources.append(source)
      } else {
        unread += reading.findings
      }
      if let rota = reading.rota { rotas.append(rota) }
    }
    rotas = rotas.following(handover: draft.handover.weekday)
    rotaFindings += checkFolder(rotas, of: draft)
  }

  private mutating func readCalendars(for period: Period?) throws {
    guard let team = draft, !team.calendars.isEmpty else { return }
    if let calendarsElsewhere {
      calendarsFromElsewhere = team.calendars.map(\.path).filter { path in
        let path = FilePath.join(teamFolder, path)
        return !context.environment.has(path) && calendarsElsewhere.has(path)
      }
    }
    let today = try now().date
    let window = daysThatMatter(to: team, planning: period, today: today)
    let filled = addingCalendars(
      to: team, zone: try zone(), zones: zones,
      dates: CalendarDates(window: window, today: today),
      isQuoting: context.arguments.has(.verbose), load: load)
    draft = filled.team
    let ended = warningsOfEndedHolidays(
      in: filled.calendars, periods: rotas.map(\.period) + [period].compactMap(\.self),
      today: today)
    teamFindings += filled.diagnostics + ended
    calendars = filled.calendars
    sources += filled.calendars.map(\.file)
  }

  private func load(_ entry: CalendarEntry) -> LoadedCalendar {
    let path = FilePath.join(teamFolder, entry.path)
    let environment = environment(ofCalendar: path)
    if !context.arguments.has(.allowOutside), isOutside(path, named: entry.path, in: environment) {
      return .unreadable(.outside(entry))
    }
    do throws(FileProblem) {
      return .read(try environment.source(path, limit: .calendar))
    } catch {
      let help = ["paths in the team file are relative to it"]
      return .unreadable(.unreadable(error, "calendar", at: entry.place, help: help))
    }
  }

  /// Where a calendar is read from: here, unless it is elsewhere alone.
  private func environment(ofCalendar path: String) -> any Environment {
    guard let calendarsElsewhere, !context.environment.has(path), calendarsElsewhere.has(path)
    else { return context.environment }
    return calendarsElsewhere
  }

  /// Whether a path of the team file leads out of its folder, by its text or by a symbolic link.
  /// Whoever may propose a change of the team file does not choose which files of the machine that
  /// checks it are opened.
  private func isOutside(
    _ path: String, named text: String, in environment: any Environment
  ) -> Bool {
    if FilePath.leavesItsFolder(text) { return true }
    guard let real = environment.realPath(path),
      let folder = environment.realPath(teamFolder.isEmpty ? "." : teamFolder)
    else { return false }
    return !real.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// From the first to the last date at which anything can ask for time off: a year beyond the last,
  /// and before the first as far as shares look back.
  private func daysThatMatter(to team: Team, planning period: Period?, today: Day) -> Range<Day> {
    let periods = rotas.map(\.period) + [period].compactMap(\.self)
    let firsts = periods.map(\.first) + team.projects.map(\.firstDay) + [today]
    let lasts = periods.map(\.last) + team.projects.map(\.lastDay) + [today]
    let memory = 7 * Situation.weeksRemembered
    return (firsts.min() ?? today) - memory..<(lasts.max() ?? today) + 366
  }

  /// A rota file that was read, or why it could not be.
  struct RotaFile {
    let rota: Rota?
    let source: SourceText?
    let findings: [Diagnostic]
  }

  /// - Parameter help: what to do where there is no such file.
  func readRotaFile(_ path: String, of team: Team, help: [String] = []) -> RotaFile {
    do throws(FileProblem) {
      let source = try context.environment.source(path, limit: .text)
      let reading = readRota(source, of: team)
      return RotaFile(rota: reading.rota, source: source, findings: reading.diagnostics)
    } catch {
      return RotaFile(
        rota: nil, source: nil, findings: [.unreadable(error, "rota file", help: help)])
    }
  }
}

extension ZoneDirectory {
  /// What a team file may name as its zone.
  var zoneNames: ZoneNames { ZoneNames(isKnown: mayKnow, all: names) }

  /// Whether a name is that of a zone; also where that cannot be told for want of zone data, which
  /// is another mistake.
  func mayKnow(_ name: String) -> Bool {
    do throws(ZoneError) {
      _ = try zone(named: name)
      return true
    } catch {
      return error != .unknownName(name)
    }
  }
}
