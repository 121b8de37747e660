import Dates
import Diagnostics
import RotaModel
import Testing

@testable import Planning
@testable import Views

/// Some absences in numbers: the most of each, and the hardest of all.
struct StressViewTests {
  private let team: Team
  private let monday: Day

  init() throws {
    team = ViewsTests.team(["ada", "bo"])
    monday = try #require(Day("2027-01-04"))
  }

  private func text(
    _ outcomes: [(engineer: String, weeks: Int, outcome: StressTest.Outcome)]
  ) throws -> String {
    let test = StressTest(
      rota: Rota(period: try #require(Period(named: "2027-01-04 to 2027-01-31"))),
      absences: outcomes.map {
        StressTest.Absence(
          engineer: EngineerID($0.engineer), first: ShiftWeek(startingOn: monday),
          length: $0.weeks, outcome: $0.outcome)
      }, bottlenecks: [])
    return StressView(test, team: team).text(width: nil)
  }

  /// Of two that take as many changed shifts the first is told; points may fall.
  @Test func theMostOfEachAndTheHardestOfAll() throws {
    let text = try text([
      ("ada", 1, .mendable(changed: 0, ownerChanges: 3, rise: -5)),
      ("ada", 2, .mendable(changed: 1, ownerChanges: 0, rise: 40)),
      ("bo", 1, .mendable(changed: 2, ownerChanges: 1, rise: 7)),
      ("bo", 2, .mendable(changed: 2, ownerChanges: 2, rise: 9)),
    ])
    #expect(
      text.hasPrefix(
        """
        Rota of 2027-01-04 to 2027-01-31 under stress: everybody off for one, two or three weeks \
        from every coming week on

        All 4 absences can be mended; the hardest takes 2 changed shifts: bo, 1 week from 2027-01-04

        off for  absences  mendable  no shift moves  shifts ≤  projects ≤  points ≤
        1 week          2         2               1         2           3         7
        2 weeks         2         2               0         2           2        40

        """), "\(text)")
    #expect(
      text.contains(
        """

        who is off  absences  mendable  no shift moves  shifts ≤  projects ≤  points ≤
        ada                2         2               1         1           3        40
        bo                 2         2               0         2           2         9

        """), "\(text)")
  }

  @Test func nothingIsHardestWhereNoShiftMoves() throws {
    let unharmed = StressTest.Outcome.mendable(changed: 0, ownerChanges: 0, rise: 3)
    let text = try text([("ada", 1, unharmed), ("bo", 1, unharmed)])
    #expect(text.contains("\n\nAll 2 absences can be mended\n\n"), "\(text)")
  }

  @Test func oneAbsenceIsNotAllOfThem() throws {
    let text = try text([
      ("ada", 1, StressTest.Outcome.mendable(changed: 0, ownerChanges: 0, rise: 0))
    ])
    #expect(text.contains("\n\n1 of 1 absences can be mended\n\n"), "\(text)")
  }
}
