import CommittedSample
import Dates
import Diagnostics
import Foundation
import RotaModel
import TeamFiles
import Testing

@testable import Rules
@testable import Solver

/// The numbers of the solver's catalog are those of the program: `Solver.docc/WorkedExample.md`.
@Suite("The worked example", .serialized)
struct WorkedExampleTests {
  private static let page = CommittedSample.checkout.appending(
    path: "Sources/Solver/Solver.docc/WorkedExample.md")

  private let text: String
  private let names: [String]
  private let problem: Problem

  init() throws {
    text = try String(contentsOf: WorkedExampleTests.page, encoding: .utf8)
    let team = try WorkedExampleTests.block("yaml", of: text)
    let read = readTeam(SourceText(path: "team.yaml", text: team + "\n"), zones: .utc).team
    let known = try #require(read)
    names = known.engineers.map(\.id.text)
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: 4))
    problem = Problem(
      Frame(Situation(team: known, rotas: [], today: first - 30), period: period))
  }

  /// What stands on the page between two fences, the first of them with a word.
  private static func block(_ word: String, of text: String) throws -> String {
    let parts = text.components(separatedBy: "```\(word)\n")
    let rest = try #require(parts.count == 2 ? parts[1] : nil, "one block `\(word)`")
    return rest.components(separatedBy: "\n```")[0]
  }

  /// Compares a block of the page; `ROTA_RECORD=1` writes it anew and fails.
  private func holds(_ word: String, _ lines: [String]) throws {
    let computed = lines.joined(separator: "\n")
    let written = try WorkedExampleTests.block(word, of: text)
    if ProcessInfo.processInfo.environment["ROTA_RECORD"] == "1", written != computed {
      let now = try String(contentsOf: WorkedExampleTests.page, encoding: .utf8)
      let recorded = now.replacingOccurrences(
        of: "```\(word)\n\(written)\n```", with: "```\(word)\n\(computed)\n```")
      try recorded.write(to: WorkedExampleTests.page, atomically: true, encoding: .utf8)
      Issue.record("recorded")
    }
    #expect(written == computed)
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let padded = cells.map { String(repeating: " ", count: max(0, 6 - $0.count)) + $0 }
    return name + String(repeating: " ", count: max(0, 24 - name.count)) + padded.joined()
  }

  @Test("has the tables that the rules come to")
  func tables() throws {
    var lines = [row("points by shifts held", (0...2).map { "\($0)" })]
    for (engineer, name) in names.enumerated() {
      lines.append(row(name, problem.countPoints[engineer].prefix(3).map { "\($0)" }))
    }
    lines += ["", row("points of a shift", (1...4).map { "W0\($0)" })]
    for (engineer, name) in names.enumerated() {
      lines.append(
        row(
          name,
          (0..<4).map { week in
            let cell = problem.cell(engineer, week, 0)
            return problem.allowed[cell] ? "\(problem.shiftPoints[cell])" : "no"
          }))
    }
    lines += ["", "weeks from one shift to the next: \(problem.least) at least"]
    try holds("tables", lines)
  }

  @Test("has the prices at which the plans fit together")
  func prices() throws {
    let market = Market(problem, slack: 1)
    var scratch = Market.Scratch(market)
    var prices = Prices(problem, unitsPerPoint: market.scale.unitsPerPoint)
    var lines = ["at no prices"]
    for (engineer, name) in names.enumerated() {
      let reply = market.reply(engineer, at: prices, scratch: &scratch, setLimit: 1)
      let weeks = reply.shifts.map { "W0\($0.week + 1)" }.joined(separator: " ")
      lines.append("  \(name) takes \(weeks), for \(points(reply.cost, market)) points")
    }
    lines.append("  the bound is \(points(market.bound(at: prices, scratch: &scratch), market))")
    market.settle(&prices, passes: 50, from: 8, to: 0.02, scratch: &scratch)
    let bound = market.bound(at: prices, scratch: &scratch)
    let settled = prices.shifts.map { points(Int($0), market) }.joined(separator: ", ")
    lines += [
      "after 50 passes, with steps of 8 points down to 0.02", "  the prices are \(settled)",
      "  the bound is \(points(bound, market)): "
        + "no rota has fewer than \(market.scale.pointsRoundedUp(bound)) points",
    ]
    try holds("prices", lines)
  }

  /// Units as points with two digits, cut off.
  private func points(_ units: Int, _ market: Market) -> String {
    let hundredths = 100 * abs(units) / market.scale.unitsPerPoint
    let digits = hundredths % 100
    return
      "\(units < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }

  @Test("has the rota with the fewest points")
  func rota() throws {
    guard case .optimal(let answer) = Solver.solve(problem, effort: 1) else {
      Issue.record("not proved")
      return
    }
    let holders = answer.holders.enumerated().map { "W0\($0 + 1) \(names[$1])" }
    try holds(
      "rota", [holders.joined(separator: ", "), "\(answer.points) points, and no rota has fewer"])
  }
}
