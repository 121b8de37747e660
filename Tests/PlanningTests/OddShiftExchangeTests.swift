import Dates
import RotaModel
import Rules
import Testing

@testable import Planning

/// A shift of no rotation, or at a date that starts no week, is a conflict of whoever holds it: given
/// to somebody else it is a new one.
@Suite("Shifts that no calendar has")
struct OddShiftExchangeTests {
  @Test("change hands in no exchange", arguments: 0..<6)
  func changeNoHands(seed: Int) throws {
    let (situation, period) = try randomSituation(TeamSize(engineers: 5, weeks: 6), seed: seed)
    let team = situation.team
    let weeks = period.weeks(handover: team.handover.weekday)
    let usual = weeks.enumerated().map { number, week in
      Shift(
        week: week, rotation: team.rotations[0].id,
        engineer: team.engineers[number % team.engineers.count].id)
    }
    let odd = [
      Shift(week: weeks[2], rotation: RotationID("servce"), engineer: team.engineers[4].id),
      Shift(
        week: ShiftWeek(startingOn: weeks[4].start + 2), rotation: team.rotations[0].id,
        engineer: team.engineers[1].id),
    ]
    let rota = Rota(period: period, shifts: usual + odd)
    for shift in odd {
      #expect(try exchanges(for: shift.week, shift.rotation, in: rota, situation).isEmpty)
    }
    for shift in usual {
      let ways = try exchanges(for: shift.week, shift.rotation, in: rota, situation)
      let moved = ways.flatMap(\.shifts)
      #expect(
        !odd.contains { odd in moved.contains { $0.week == odd.week && $0.rotation == odd.rotation }
        })
    }
  }
}
