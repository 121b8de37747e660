import Dates
import Diagnostics
import Foundation
import RotaModel
import Rules
import TeamFiles
import Testing

@testable import Benchmarks

@Suite("Planners that go week by week")
struct GreedyTests {
  /// Three engineers and four weeks; `b` is away in the second.
  private func situation(pins: String = "") throws -> (Situation, Period) {
    let text = """
      rest: 0
      engineers:
        a:
        b: { away: [2027-01-11 to 2027-01-15] }
        c:
      \(pins)
      """
    let source = SourceText(path: "team.yaml", text: text)
    let team = try #require(readTeam(source, zones: .utc).team)
    let past = try #require(Period(named: "2026-12-28_2027-01-03"))
    let before = Shift(
      week: ShiftWeek(startingOn: past.first), rotation: RotationID("service"),
      engineer: EngineerID("a"))
    let situation = Situation(
      team: team, rotas: [Rota(period: past, shifts: [before])], today: past.first)
    return (situation, try #require(Period(named: "2027-01-04_2027-01-31")))
  }

  @Test(
    "choose by their rule",
    arguments: [
      // On from `a`, who had the last shift; that `b` is away is not asked.
      (GreedyRule.roundRobin, ["b", "c", "a", "b"]),
      // `b` and `c` had none yet; then `a`, and in the week after it `b`, whose shift is oldest.
      (.leastRecent, ["b", "c", "a", "b"]),
      // Everybody begins with none; `a` and `c` serve while `b` is away.
      (.leastLoad, ["a", "c", "b", "a"]),
    ])
  func choices(rule: GreedyRule, holders: [String]) throws {
    let (situation, period) = try situation()
    #expect(rule.rota(of: period, in: situation).shifts.map(\.engineer.text) == holders)
  }

  @Test("keep pins, and the weeks before a date", arguments: GreedyRule.allCases)
  func kept(rule: GreedyRule) throws {
    let (plain, period) = try situation()
    let old = rule.rota(of: period, in: plain)
    let (pinned, _) = try situation(pins: "pins: { 2027-01-18: { service: b } }")
    let new = rule.rota(
      of: period, in: pinned, keeping: old, before: period.first + 14)
    #expect(new.shifts.prefix(2) == old.shifts.prefix(2))
    #expect(new.shifts[2].engineer.text == "b")
  }

  @Test("leave a shift open when nobody is there", arguments: [GreedyRule.leastRecent, .leastLoad])
  func open(rule: GreedyRule) throws {
    let (situation, period) = try situation()
    var team = situation.team
    let place = team.engineers[0].place
    for index in team.engineers.indices {
      team.engineers[index].away = [MarkedDays(period.first..<period.first + 7, at: place)]
    }
    let alone = Situation(team: team, rotas: situation.rotas, today: situation.today)
    #expect(rule.rota(of: period, in: alone).shifts.count == 3)
  }

  @Test("break rules that Rota keeps, as the README says")
  func readme() throws {
    let comparison = GreedyComparison(seeds: 1...10)
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: checkout.appending(path: "README.md"), encoding: .utf8)
    #expect(
      readme.contains("\n\n" + comparison.markdown + "\n"),
      "put in the README what `rota-bench greedy --seeds 10` prints")
    #expect(comparison.markdown.contains("| Rota | 0 |"))
  }
}
