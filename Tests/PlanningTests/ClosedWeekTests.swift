import Dates
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

@Suite("Closed weeks")
struct ClosedWeekTests {
  /// Grace held six weeks alone: ada owes 1.00 of the two open weeks and 2.00 carried over, grace
  /// 1.00 less. With both, ada is one off, 2 · 50; grace, at 0 and −1.00, is not.
  @Test("are held by nobody, however much somebody owes")
  func owing() throws {
    let weeks = ["11-23", "11-30", "12-07", "12-14", "12-21", "12-28"]
    let shifts = weeks.map { "  2026-\($0): { service: grace }" }.joined(separator: "\n")
    let situation = try written(
      """
      rest: 0
      weights: { spacing: 0 }
      holidays: { default: [2027-01-11 to 2027-01-17] }
      engineers: { ada: {}, grace: {} }
      """, rotas: ["period: 2026-11-23 to 2027-01-03\nshifts:\n\(shifts)"])
    let first = try #require(Day("2027-01-04"))
    guard case .solved(let best) = plan(try #require(Period(from: first, weeks: 3)), in: situation)
    else {
      Issue.record("no rota")
      return
    }
    #expect(
      best.rota.shifts.map { "\($0.week) \($0.engineer)" } == ["2027-01-04 ada", "2027-01-18 ada"])
    #expect(best.points.total == 100)
    #expect(best.bound == 100)
  }
}
