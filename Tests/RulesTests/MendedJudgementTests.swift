import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

@Suite("What is said of a mended rota")
struct MendedJudgementTests {
  private func found(_ team: String, _ rota: String, today: String) throws -> [Diagnostic] {
    let situation = try written(team, today: today)
    return judgeMended(try writtenRota(rota, of: situation.team), in: situation).findings
  }

  /// The team file's findings tell of the second week, which lies ahead.
  @Test("a pin of a closed week that has ended is told, too")
  func pins() throws {
    let pins = try found(
      """
      holidays: { default: [2027-01-04 to 2027-01-10, 2027-01-18 to 2027-01-24] }
      engineers: { ada: {}, grace: {} }
      pins:
        2027-01-04: { service: ada }
        2027-01-18: { service: ada }
      """, "period: 2027-01-04 to 2027-01-24", today: "2027-01-11"
    ).filter { $0.id == "pin-broken" }
    #expect(pins.compactMap { $0.place?.line } == [4])
  }

  /// On Wednesday: Monday and Tuesday are over, and Friday has a stand-in.
  @Test("of time off in a week that has begun, the days that want a stand-in")
  func cover() throws {
    let away = try found(
      "engineers: { ada: { away: [2027-01-11 to 2027-01-15] }, grace: {} }",
      """
      period: 2027-01-11 to 2027-01-24
      shifts:
        2027-01-11: { service: ada }
        2027-01-18: { service: grace }
      covers:
        - { from: 2027-01-15, to: 2027-01-15, rotation: service, engineer: grace }
      """, today: "2027-01-13"
    ).filter { $0.id == "away" }
    #expect(
      away.flatMap(\.help) == [
        """
        the week has begun: `rota cover 2027-01-11 --days "2027-01-13 to 2027-01-14"` finds a \
        stand-in
        """
      ])
  }
}
