import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import TeamFiles
import Testing

@testable import Planning
@testable import Rules

/// A tiny team of an odd shape, as the files that `rota` reads: a failing law prints them.
struct OddTeam: CustomStringConvertible {
  private(set) var team = ""
  private(set) var rotas: [(name: String, text: String)] = []
  let period: Period
  private var random: SeededNumbers
  private let handover: Weekday
  private let engineers: Int
  private let rotations: Int
  private static let first = Day(number: 20_823)  // 2027-01-04, a Monday
  static let today = first - 34

  init(seed: Int, rotations: Int) throws {
    random = SeededNumbers(seed: seed)
    self.rotations = rotations
    // With three and four rotations most of the team is on duty every week.
    engineers =
      rotations > 2
      ? Int.random(in: rotations...5, using: &random)
      : rotations + Int.random(in: 1...(rotations == 1 ? 3 : 2), using: &random)
    let weeks =
      switch rotations {
      case 1: Int.random(in: 2...4, using: &random)
      case 2: 3
      default: Int.random(in: 3...5, using: &random)
      }
    handover = random.chance(40) ? Weekday.allCases.randomElement(using: &random)! : .monday
    period = try #require(Period(from: OddTeam.first, weeks: weeks))
    writeTeam(weeks)
    writeHistory()
  }

  func read() throws -> Situation {
    let reading = readTeam(SourceText(path: "team.yaml", text: team), zones: .utc)
    let read = try #require(reading.team, "\(reading.diagnostics.map(\.message))\n\(self)")
    let past = try rotas.map { rota in
      let reading = readRota(SourceText(path: "\(rota.name).yaml", text: rota.text), of: read)
      return try #require(reading.rota, "\(reading.diagnostics.map(\.message))\n\(self)")
    }
    return Situation(team: read, rotas: past, today: OddTeam.today)
  }

  var description: String {
    "# team.yaml\n\(team)" + rotas.map { "\n# rotas/\($0.name).yaml\n\($0.text)" }.joined()
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func days(_ range: ClosedRange<Int>, length: ClosedRange<Int>) -> String {
    let first = OddTeam.first + number(range)
    return "\(first) to \(first + (number(length) - 1))"
  }

  private func handovers(from day: Day, weeks: Int) -> [Day] {
    (0..<weeks).map { ShiftWeek(holding: day + 6, handover: handover).start + 7 * $0 }
  }

  private mutating func writeTeam(_ weeks: Int) {
    let end = 7 * weeks
    let isCrowded = rotations > 2
    let rest =
      random.chance(80) ? (isCrowded ? 0 : number(0...2)) : number(0...52)
    team = "handover: \(handover.name) 09:00\nrest: \(rest)\n"
    if random.chance(30) { team += "away_days_allowed: \(number(1...7))\n" }
    if random.chance(30) {
      let start = number(-7...end)
      team += "holidays: { default: [\(days(start...start, length: 1...9))] }\n"
    }
    if random.chance(40) {
      team += "unpopular: [\(days(0...end, length: 1...4)), \(days(-50 ... -8, length: 1...9))]\n"
    }
    if random.chance(50) {
      let weights = Weights.Key.allCases.filter { _ in random.chance(50) }.map {
        "\($0.rawValue): \([0, 1, number(0...60), 1000][number(0...3)])"
      }
      team += "weights: { \(weights.joined(separator: ", ")) }\n"
    }
    team += "rotations:\n"
    for rotation in 0..<rotations {
      var members: [String] = []
      for engineer in 0..<engineers where random.chance(85) || engineer == 0 {
        members.append(
          "e\(engineer)"
            + (random.chance(10) ? " from \(OddTeam.first + number(-20...10))" : "")
            + (random.chance(10) ? " until \(OddTeam.first + number(10...40))" : ""))
      }
      let all = random.chance(isCrowded ? 80 : 60) ? "all" : "[\(members.joined(separator: ", "))]"
      team += "  r\(rotation): { members: \(all)\(random.chance(15) ? ", skills: [aws]" : "") }\n"
    }
    let projects = random.chance(50) ? 0 : rotations == 1 ? number(1...2) : 1
    team += "engineers:\n"
    for engineer in 0..<engineers {
      var keys: [String] = []
      if engineer == 0 || random.chance(60) { keys.append("skills: [aws]") }
      if random.chance(isCrowded ? 60 : 30) { keys.append("load: \(number(1...100))%") }
      if random.chance(15) { keys.append("workdays: [Mon, Tue, Sat]") }
      if random.chance(25) { keys.append("away: [\(days(-3...end, length: 1...8))]") }
      if random.chance(25) { keys.append("avoid: [\(days(0...end, length: 1...3))]") }
      if random.chance(25) { keys.append("prefer: [\(days(0...end, length: 1...9))]") }
      if random.chance(15) { keys.append("max_shifts: \(number(1...2))") }
      if random.chance(10) { keys.append("joined: \(OddTeam.first + number(-80...8))") }
      if random.chance(10) { keys.append("leaves: \(OddTeam.first + number(8...60))") }
      if random.chance(20) { keys.append("projects_at_once: \(number(0...2))") }
      if projects > 0, random.chance(40) { keys.append("wants: [p0]") }
      team += "  e\(engineer): { \(keys.joined(separator: ", ")) }\n"
    }
    if projects > 0 { team += "projects:\n" }
    for project in 0..<projects {
      let start = OddTeam.first + number(-20...end - 8)
      let last = max(OddTeam.first + 8, start + number(3...30))
      var keys = "start: \(start), end: \(last), docs: none"
      keys += ", protect: \(["edges", "all", "none", "[\(start), \(last)]"][number(0...3)])"
      if random.chance(25) { keys += ", skills: [aws]" }
      if random.chance(25) {
        keys += ", owners: 2"
      } else if random.chance(15) {
        keys += ", owners: [e\(number(0...engineers - 1))]"
      }
      team += "  p\(project): { \(keys) }\n"
    }
    if random.chance(20) {
      let week = handovers(from: OddTeam.first, weeks: weeks)[number(0...weeks - 1)]
      team += "pins:\n  \(week): { r0: e\(number(0...engineers - 1)) }\n"
    }
  }

  /// A rota just before the period, and one that lies partly beyond what is remembered.
  private mutating func writeHistory() {
    for start in [-35, -7 * 106] where random.chance(70) {
      let first = OddTeam.first + start
      let starts = handovers(from: first, weeks: 5)
      guard let period = Period(from: first, weeks: 5) else { continue }
      var text = "period: \(period.name)\nshifts:\n"
      var covers = ""
      for (index, week) in starts.enumerated() {
        let turn = index * rotations + number(0...1)
        text += "  \(week): { "
        text += (0..<rotations).map { "r\($0): e\((turn + $0) % engineers)" }
          .joined(separator: ", ")
        text += " }\n"
        if random.chance(30) {
          let from = week + number(0...3)
          covers += "  - { from: \(from), to: \(from + number(0...3)), rotation: r0, "
          covers += "engineer: e\((turn + 1) % engineers) }\n"
        }
      }
      if random.chance(40), team.contains("  p0: ") {
        text += "owners:\n  p0: [e\(number(0...engineers - 1))]\n"
      }
      rotas.append((period.fileStem, text + (covers.isEmpty ? "" : "covers:\n" + covers)))
    }
  }
}
