import Dates
import Diagnostics
import Planning
import RotaModel
import Testing

@testable import Views

@Suite("The text of a clash")
struct ClashViewTests {
  private let proved = Clash.Fix("lower `rest` to 3", points: 243)
  private let found = Clash.Fix("lower `rest` to 2", points: 250, isProved: false)

  @Test("says of an edit whose fewest points are not known how many were found")
  func atMost() throws {
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: 4))
    var text = ClashText(period: period, isVerbose: false)
    #expect(text.helps(proved).hasSuffix("\n  lower `rest` to 3 (243 points)\n"))
    #expect(text.helps(found) == "  lower `rest` to 2 (at most 250 points)\n")
  }

  @Test("gives the edits as JSON, one that is not proved with its status")
  func json() {
    let clash = Clash(summary: "nobody is left", facts: [], fixes: [proved, found])
    #expect(
      clash.members.map(\.value) == [
        .array([]),
        .array([
          ["text": "lower `rest` to 3", "points": 243],
          ["text": "lower `rest` to 2", "points": 250, "status": "feasible"],
        ]),
      ])
  }
}
