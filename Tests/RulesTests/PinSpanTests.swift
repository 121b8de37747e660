import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// Pins are judged as rotas of their own, however far apart they lie.
@Suite("Pins of coming weeks")
struct PinSpanTests {
  private func findings(_ pins: [String]) throws -> [String] {
    let situation = try written(
      """
      rest: 1
      engineers:
        ada: { away: [2050-03-07 to 2050-03-11] }
        grace:
      pins:
      """ + "\n" + pins.map { "  \($0)" }.joined(separator: "\n"))
    return judgeTeam(in: situation).map(\.id)
  }

  @Test("are judged beyond the weeks of a period")
  func farApart() throws {
    #expect(
      try findings(["2027-01-04: { service: ada }", "2050-03-07: { service: ada }"]) == ["away"])
  }

  @Test("are judged together where one period ends and the next begins")
  func acrossPeriods() throws {
    guard let first = Day("2027-01-04") else { return }
    // A break in the last week of the longest period and in the first of the next, and none beside.
    let pins = (0..<600).map { week in
      let name = week == 520 || week % 2 == 1 ? "ada" : "grace"
      return "\(first + 7 * week): { service: \(name) }"
    }
    #expect(try findings(pins) == ["rest", "rest"])
  }
}
