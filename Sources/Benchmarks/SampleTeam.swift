import Dates
import Diagnostics
package import RotaModel
package import Rules
import SeededNumbers
import TeamFiles

/// A team made up from a seed, as the files that people would have written: the team file, and
/// the rotas of the quarters before. The same size and seed give the same bytes.
package struct SampleTeam: Sendable {
  package let size: TeamSize
  package let seed: Int
  package let situation: Situation
  package let period: Period
  /// The period as it is given to `rota generate`.
  package let periodArguments: String
  /// The text of each file, by its path beside `team.yaml`.
  package let files: [(path: String, text: String)]

  package init(_ size: TeamSize, seed: Int) {
    var random = SeededNumbers(seed: seed)
    let calendar = SampleCalendar(weeks: size.weeks, hasBreak: random.chance(15))
    let draft = SampleTeamFile(size, calendar, &random)
    let source = SourceText(path: "team.yaml", text: draft.text)
    let reading = readTeam(source, zones: .utc)
    guard let team = reading.team else {
      preconditionFailure("\(size), seed \(seed): \(reading.diagnostics.map(\.message))")
    }
    let earlier =
      size.kind == .plain ? [] : SampleHistory(team, calendar, draft.projects, &random).rotas
    self.size = size
    self.seed = seed
    situation = Situation(team: team, rotas: earlier, today: calendar.today)
    period = calendar.period
    periodArguments = calendar.periodArguments
    files =
      [("team.yaml", draft.text)]
      + earlier.map { ("rotas/\($0.period.fileStem).yaml", rotaText($0)) }
  }
}

/// The team file of a sample team.
struct SampleTeamFile {
  let projects: [SampleProject]
  private(set) var text = ""

  init(_ size: TeamSize, _ calendar: SampleCalendar, _ random: inout SeededNumbers) {
    var engineers = (0..<size.engineers).map {
      SampleEngineer($0, calendar, size.kind, &random)
    }
    let rotations = SampleRotations(size, calendar, engineers, &random)
    var committed: Set<String> = []
    projects = (0..<size.projects).map {
      SampleProject($0, calendar, committed: &committed, engineers, &random)
    }
    if !projects.isEmpty {
      for index in engineers.indices where random.chance(50) {
        engineers[index].wants = random.pick(random.number(1...2), of: projects).map(\.id)
      }
    }
    var lines = SampleTeamFile.head(size, calendar, &random)
    lines += ["rotations:"] + rotations.lines
    lines += ["engineers:"] + engineers.flatMap(\.lines)
    if !projects.isEmpty { lines += ["projects:"] + projects.flatMap(\.lines) }
    if size.kind != .plain {
      lines += SampleTeamFile.pins(calendar, rotations, engineers, &random)
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  private static func head(
    _ size: TeamSize, _ calendar: SampleCalendar, _ random: inout SeededNumbers
  ) -> [String] {
    guard size.kind != .plain else {
      // Up to a week less than could be: with time off, that leaves most teams a rota.
      let most = max(0, size.engineers / size.rotations - 2)
      return ["team: Sample of \(size)", "rest: \(random.number(0...min(most, 3)))"]
    }
    let isTight = size.kind == .tight
    let rest = max(0, min(random.number(1...3), 2, size.engineers / size.rotations - 3))
    var unpopular = ["2026-12-21 to 2027-01-03", "2027-12-20 to 2028-01-02"]
    if random.chance(50) { unpopular.append("2027-02-01 to 2027-02-05") }
    let usual = ["2026-12-25", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-06"]
    let north = ["2026-12-24 to 2026-12-26", "2027-01-06", "2027-03-26", "2027-06-25"]
    let closed = calendar.hasBreak ? [spanText(calendar.companyBreak)] : []
    var lines = [
      "team: Sample of \(size)",
      "handover: \(random.pick(["Monday", "Monday", "Tuesday", "Wednesday"])) 09:30",
      "rest: \(isTight ? 6 : rest)",
      "away_days_allowed: \(isTight ? 0 : random.pick([0, 0, 1, 2]))",
      "unpopular: [\(unpopular.joined(separator: ", "))]",
      "holidays:",
      "  default: [\((usual + closed).joined(separator: ", "))]",
      "  north: [\((north + closed).joined(separator: ", "))]",
    ]
    if random.chance(15) {
      let terms = ["fair", "unpopular", "spacing", "avoid", "protect_sole", "want", "balance"]
      let weights = random.pick(3, of: terms).map { "\($0): \(random.number(0...9))" }
      lines.append("weights: { \(weights.joined(separator: ", ")) }")
    }
    return lines
  }

  /// One pin in some of the quarters, of somebody who can keep it.
  private static func pins(
    _ calendar: SampleCalendar, _ rotations: SampleRotations, _ engineers: [SampleEngineer],
    _ random: inout SeededNumbers
  ) -> [String] {
    var pins: [String] = []
    for quarter in 0..<(calendar.weeks + 5) / 13 where random.chance(40) {
      let week = calendar.first + 7 * (13 * quarter + random.number(2...4))
      let able = engineers.filter {
        $0.isSteady && $0.has([SampleEngineer.incidentSkill]) && !$0.isAway(in: week...week + 8)
          && rotations.isMember($0.id, of: 0)
      }
      guard !able.isEmpty else { continue }
      // A Thursday: whatever the handover, it lies in the week that begins after Sunday.
      pins.append("  \(week + 3): { \(rotations.ids[0]): \(random.pick(able).id) }")
    }
    return pins.isEmpty ? [] : ["pins:"] + pins
  }
}
