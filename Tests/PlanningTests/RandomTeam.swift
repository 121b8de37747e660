import Dates
import Diagnostics
import JudgedSeeds
import RotaModel
import SeededNumbers
import TeamFiles
import Testing

@testable import Planning
@testable import Rules

/// How large a random team is.
struct TeamSize {
  var engineers: Int
  var weeks: Int
  var rotations = 1
  var projects = 0
  /// Quarters of history.
  var history = 1
}

/// A team with a bit of everything, and the rotas before a period: read from files, which a law that
/// fails prints.
func randomSituation(_ size: TeamSize, seed: Int) throws -> (Situation, Period) {
  var random = SeededNumbers(seed: seed)
  let first = Day(number: 20_823)  // 2027-01-04, a Monday
  let period = try #require(Period(from: first, weeks: size.weeks))
  func day(_ low: Int, _ high: Int) -> Day {
    first + Int.random(in: low...high, using: &random)
  }
  let length = 7 * size.weeks

  var text = "rest: "
  text +=
    "\(Int.random(in: 0...min(2, max(0, size.engineers / size.rotations - 2)), using: &random))\n"
  if random.chance(20) { text += "away_days_allowed: 2\n" }
  var engineers: [[String]] = []
  for _ in 0..<size.engineers {
    var keys: [String] = []
    if random.chance(20) { keys.append("load: \(10 * Int.random(in: 4...9, using: &random))%") }
    if random.chance(60) {
      let start = day(0, length)
      keys.append("away: [\(start) to \(start + Int.random(in: 1...10, using: &random) - 1)]")
    }
    if random.chance(30) {
      let start = day(0, length)
      keys.append("avoid: [\(start) to \(start + 2)]")
    }
    if random.chance(30) { keys.append("prefer: [\(day(0, length))]") }
    if random.chance(15) { keys.append("max_shifts: \(Int.random(in: 1...3, using: &random))") }
    if random.chance(10) { keys.append("joined: \(day(-20, 20))") }
    if random.chance(20) { keys.append("projects_at_once: 2") }
    if random.chance(60) { keys.append("skills: [aws]") }
    engineers.append(keys)
  }
  // A skill that nobody has is a mistake in the file.
  let isSkilled = engineers.contains { $0.contains("skills: [aws]") }
  var projects = ""
  var wants = Array(repeating: [String](), count: size.engineers)
  for index in 0..<size.projects {
    let start = day(-30, length - 7)
    let last = start + Int.random(in: 5...60, using: &random) - 1
    var keys = ["name: P\(index)", "start: \(start)", "end: \(last)", "docs: none"]
    if random.chance(30), isSkilled { keys.append("skills: [aws]") }
    if random.chance(20) { keys.append("owners: 2") }
    if random.chance(20) { keys.append("protect: all") }
    projects += "  p\(index): { \(keys.joined(separator: ", ")) }\n"
    if random.chance(50) {
      wants[Int.random(in: 0..<size.engineers, using: &random)].append("p\(index)")
    }
  }
  if random.chance(50) {
    let start = day(0, length)
    text += "unpopular: [\(start) to \(start + 3), \(start - 60) to \(start - 51)]\n"
  }
  if random.chance(30) {
    let week = first + 7 * Int.random(in: 0..<size.weeks, using: &random)
    text += "pins: { \(week): { r0: e\(Int.random(in: 0..<size.engineers, using: &random)) } }\n"
  }
  text += "rotations:\n"
  for index in 0..<size.rotations { text += "  r\(index): { name: R\(index) }\n" }
  text += "engineers:\n"
  for (index, keys) in engineers.enumerated() {
    let wanted = wants[index].joined(separator: ", ")
    let all = ["name: E\(index)"] + keys + (wanted.isEmpty ? [] : ["wants: [\(wanted)]"])
    text += "  e\(index): { \(all.joined(separator: ", ")) }\n"
  }
  if !projects.isEmpty { text += "projects:\n" + projects }

  var rotas: [String] = []
  for quarter in 0..<size.history {
    let start = first - 91 * (quarter + 1)
    var shifts = "period: \(start) to \(start + 90)\nshifts:\n"
    for week in 0..<13 {
      let holders = (0..<size.rotations).map { rotation in
        let turn = (week * size.rotations + Int.random(in: 0...1, using: &random)) % size.engineers
        return "r\(rotation): e\(turn)"
      }
      shifts += "  \(start + 7 * week): { \(holders.joined(separator: ", ")) }\n"
    }
    rotas.append(shifts)
  }
  atHand("# team.yaml\n" + text + rotas.map { "\n# a rota\n" + $0 }.joined())
  let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: .utc)
  let team = try #require(reading.team, "\(terminalText(of: reading.diagnostics))")
  let read = try rotas.map { text in
    let reading = readRota(SourceText(path: "rota.yaml", text: text), of: team)
    return try #require(reading.rota, "\(terminalText(of: reading.diagnostics))")
  }
  return (Situation(team: team, rotas: read, today: first - 30), period)
}
