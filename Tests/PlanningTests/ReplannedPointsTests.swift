import Dates
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

@Suite("The points of a mended rota")
struct ReplannedPointsTests {
  /// Four owner-weeks over two engineers: P = 200, and m = −3, −1, 1, 3. Ada owns all four weeks,
  /// two of them before the date: B(4) = 0 + 4 for her, and B(0) = 4 for grace.
  @Test("weeks owned before the replanning date count for the balance")
  func balanceOfReplan() throws {
    let situation = try written(
      """
      rest: 0
      engineers: { ada: {}, grace: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-31, protect: none, docs: none }
      """,
      rotas: [
        """
        period: 2027-01-04 to 2027-01-31
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: ada }
          2027-01-25: { service: grace }
        owners:
          safe: [ada]
        """
      ])
    let date = try #require(Day("2027-01-18"))
    guard case .mended(let mended) = replan(situation.rotas[0], from: date, in: situation) else {
      Issue.record("no rota")
      return
    }
    #expect(mended.solution.points[.balance] == 8)
    #expect(mended.changed.isEmpty)
  }
}
