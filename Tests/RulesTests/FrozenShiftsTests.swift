import RotaModel
import Testing
import WrittenTeams

@testable import Rules

@Suite("Shifts of weeks that stay")
struct FrozenShiftsTests {
  /// Three of four weeks stay, the third of them unpopular, as is the fourth.
  @Test("are counted by engineer and rotation, unpopular ones apart")
  func counted() throws {
    let situation = try written(
      """
      rest: 0
      rotations: { service: {}, late: {} }
      engineers: { ada: {}, grace: {}, joan: {} }
      unpopular: [2027-01-12, 2027-01-20]
      """)
    let rota = try writtenRota(
      """
      period: 2026-12-28 to 2027-01-24
      shifts:
        2026-12-28: { service: joan, late: joan }
        2027-01-04: { service: ada, late: grace }
        2027-01-11: { service: ada, late: ada }
        2027-01-18: { service: grace, late: ada }
      """, of: situation.team)
    let frozen = FrozenShifts(Roster(rota, in: situation.frame(of: rota)), weeks: 3)
    #expect(frozen.unpopular == [2, 0, 0])
    #expect((0..<3).map { frozen.count(of: $0) } == [3, 1, 2])
    #expect((0..<2).map { frozen.count(of: 0, $0) } == [2, 1])
    #expect((0..<3).map { frozen.last(of: $0) } == [2, 1, 0])
  }
}
