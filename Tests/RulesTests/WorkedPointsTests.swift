import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// Shares worked out by hand. Two engineers of equal load, and a period of two weeks: each accrues
/// 1.00 in it.
@Suite("Shares worked out by hand")
struct WorkedSharesTests {
  private let pair = "rest: 0\nengineers:\n  ada:\n  grace:"

  private func targets(after earlier: String) throws -> [Int] {
    try written(pair, rotas: [earlier]).judged("period: 2027-01-04 to 2027-01-17").shares.map(
      \.target)
  }

  /// 2025-01-06 starts 104 weeks (728 days) before 2027-01-04, 2024-12-30 a week earlier: ada held
  /// 1.00 and accrued 0.50 in the one week that is remembered.
  @Test("104 weeks are remembered")
  func memory() throws {
    let targets = try targets(
      after: """
        period: 2024-12-30 to 2025-01-12
        shifts:
          2024-12-30: { service: ada }
          2025-01-06: { service: ada }
        """)
    #expect(targets == [50, 150])
  }

  /// Six weeks held by ada alone are 6.00 held less 3.00 accrued, of which two shifts count.
  @Test("two shifts are carried over at most")
  func clamp() throws {
    let weeks = ["11-09", "11-16", "11-23", "11-30", "12-07", "12-14"]
    let shifts = weeks.map { "  2026-\($0): { service: ada }" }.joined(separator: "\n")
    let targets = try targets(after: "period: 2026-11-09 to 2026-12-20\nshifts:\n\(shifts)")
    #expect(targets == [-100, 300])
  }

  /// Friday to Sunday is one of ada's five working days: 0.20 of the shift moves to grace. Ada has
  /// held 0.80 and grace 0.20, and both accrued 0.50.
  @Test("a cover moves the holder's working days")
  func cover() throws {
    let targets = try targets(
      after: """
        period: 2026-12-28 to 2027-01-03
        shifts:
          2026-12-28: { service: ada }
        covers:
          - { from: 2027-01-01, to: 2027-01-03, rotation: service, engineer: grace }
        """)
    #expect(targets == [70, 130])
  }

  /// The second cover is of a weekend.
  @Test("a cover of days on which the holder does not work moves nothing")
  func coverOfDaysOff() throws {
    let situation = try written(pair)
    let rota = try writtenRota(
      """
      period: 2026-12-21 to 2027-01-03
      shifts:
        2026-12-21: { service: grace }
        2026-12-28: { service: ada }
      covers:
        - { from: 2026-12-24, to: 2026-12-24, rotation: service, engineer: ada }
        - { from: 2027-01-02, to: 2027-01-03, rotation: service, engineer: grace }
      """, of: situation.team)
    func moved(_ shift: Int, holder: Int) -> [Int] {
      rota.movedLoads(
        of: rota.shifts[shift], holder: holder, availability: situation.availability
      ).map(\.load)
    }
    #expect(moved(0, holder: 1) == [200_000])
    #expect(moved(1, holder: 0) == [])
  }

  /// Of four weeks each owes two shifts: ada holds three, and then all.
  @Test(
    "more than one shift off is unfair, and exactly one is not",
    arguments: [("grace", 0), ("ada", 2)])
  func unfair(last: String, count: Int) throws {
    let found = try written(pair).findings(
      """
      period: 2027-01-04 to 2027-01-31
      shifts:
        2027-01-04: { service: ada }
        2027-01-11: { service: ada }
        2027-01-18: { service: ada }
        2027-01-25: { service: \(last) }
      """, of: "unfair")
    #expect(found.count == count)
  }

  @Test("half goes up, below zero too")
  func halfUp() {
    let rounded = [(-16, -2), (-15, -1), (-6, -1), (-5, 0), (-4, 0), (4, 0), (5, 1), (15, 2)]
    for (tenths, whole) in rounded { #expect(dividedHalfUp(tenths, by: 10) == whole) }
    for (number, floor) in [(-51, -2), (-50, -1), (-1, -1), (0, 0), (49, 0), (50, 1)] {
      #expect(floorDivided(number, by: 50) == floor)
    }
  }
}

@Suite("Points worked out by hand")
struct WorkedPointsTests {
  private func points(_ team: String, _ rota: String, _ term: Term) throws -> Int {
    try written(team).judged(rota).points[term]
  }

  /// Ten engineers share ten weeks: a round takes ten weeks, and eight apart are enough. Seven
  /// apart is one short: 4 · 1².
  @Test(
    "eight weeks apart are always far enough", arguments: [("2027-03-01", 0), ("2027-02-22", 4)])
  func idealDistance(second: String, expected: Int) throws {
    let team = "rest: 0\nengineers:\n" + (0..<10).map { "  e\($0):\n" }.joined()
    let rota = """
      period: 2027-01-04 to 2027-03-14
      shifts:
        2027-01-04: { service: e0 }
        \(second): { service: e0 }
      """
    #expect(try points(team, rota, .spacing) == expected)
  }

  /// Ada is away in the first of the two weeks that she would like: 15 for the second.
  @Test("a preferred week counts where a shift could be held")
  func prefer() throws {
    let team = """
      engineers:
        ada: { prefer: [2027-01-04, 2027-01-11], away: [2027-01-04 to 2027-01-08] }
        grace:
      """
    #expect(try points(team, "period: 2027-01-04 to 2027-01-17", .prefer) == 15)
  }

  /// Each owns the project for two of its four weeks, all of which are protected: 60 for a shift
  /// in a week of one's own, nothing for one in the other's.
  @Test(
    "a week is protected for those who own the project in it",
    arguments: [
      ("ada", "2027-01-11", 60), ("ada", "2027-01-18", 0), ("grace", "2027-01-11", 0),
      ("grace", "2027-01-18", 60),
    ])
  func protect(holder: String, week: String, expected: Int) throws {
    let team = """
      engineers:
        ada:
        grace:
      projects:
        safe: { start: 2027-01-04, end: 2027-01-31, protect: all, docs: none }
      """
    let rota = """
      period: 2027-01-04 to 2027-01-31
      shifts:
        \(week): { service: \(holder) }
      owners:
        safe: [ada until 2027-01-17, grace from 2027-01-18]
      """
    #expect(try points(team, rota, .protect) == expected)
  }

  /// Ada held both unpopular weeks before: 1.00 more than her part, and grace as much less. In the
  /// period each accrues 0.50 where it has one: U = −0.50 and 1.50, else 0. With U = −0.50,
  /// Q(1) = 50 + 50 − 0; with U = 1.50, Q(0) = 0 − (50 − 150).
  @Test(
    "unpopular weeks held before count, where the period has any",
    arguments: [("ada", "2027-01-04", 400), ("grace", "2027-01-04", 0), ("ada", "2027-03-01", 0)])
  func unpopular(holder: String, day: String, expected: Int) throws {
    let found = try written(
      "rest: 0\nengineers: { ada: {}, grace: {} }\nunpopular: [2026-12-21, 2026-12-28, \(day)]",
      rotas: [
        """
        period: 2026-12-21 to 2027-01-03
        shifts:
          2026-12-21: { service: ada }
          2026-12-28: { service: ada }
        """
      ]
    ).judged("period: 2027-01-04 to 2027-01-10\nshifts:\n  2027-01-04: { service: \(holder) }")
    #expect(found.points[.unpopular] == expected)
  }

  /// Two owner-weeks over three engineers: P = 67, so m(0) = floor(−17/50) = −1 and
  /// m(1) = floor(83/50) = 1. The least sum is −1: B(0) = 1, and B(2) = −1 + 1 + 1 = 1.
  @Test("an uneven part of the owner-weeks is rounded down, below zero too")
  func balance() throws {
    let team = """
      engineers: { ada: {}, grace: {}, joan: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-17, docs: none }
      """
    let rota = "period: 2027-01-04 to 2027-01-17\nowners:\n  safe: [ada]"
    #expect(try points(team, rota, .balance) == 3)
  }

  /// Of one owner-week of one engineer P = 100, however small the load: B(1) = 0. Where nobody is
  /// there all period P = 0, m(0) = 1, and the least sum is 0: B(1) = 1.
  @Test(
    "owner-weeks are shared by who is there",
    arguments: [("load: 1%", 0), ("away: [2027-01-04 to 2027-01-10]", 1)])
  func balanceOfOne(key: String, expected: Int) throws {
    let team = """
      engineers: { ada: { \(key) } }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-10, docs: none }
      """
    let rota = "period: 2027-01-04 to 2027-01-10\nowners:\n  safe: [ada]"
    #expect(try points(team, rota, .balance) == expected)
  }
}

/// Points for what differs from an earlier plan, worked out by hand.
@Suite("Points of changes worked out by hand")
struct WorkedChangesTests {
  private func points(_ team: String, _ rota: String, base: String, _ term: Term) throws -> Int {
    let situation = try written(team)
    let base = try writtenRota(base, of: situation.team)
    return judge(try writtenRota(rota, of: situation.team), in: situation, base: base)
      .points[term]
  }

  /// Two shifts of the first week changed hands: 2 · 25. What nobody holds any more is no change,
  /// nor is a week that the base left open.
  @Test("a shift that somebody else holds now counts, week by week and rotation by rotation")
  func change() throws {
    let found = try points(
      """
      rest: 0
      rotations: { service: {}, backup: {} }
      engineers: { ada: {}, grace: {} }
      """,
      """
      period: 2027-01-04 to 2027-01-24
      shifts:
        2027-01-04: { service: grace, backup: ada }
        2027-01-11: { service: grace }
        2027-01-18: { service: grace, backup: ada }
      """,
      base: """
        period: 2027-01-04 to 2027-01-24
        shifts:
          2027-01-04: { service: ada, backup: grace }
          2027-01-11: { service: grace, backup: ada }
        """, .change)
    #expect(found == 50)
  }

  /// The days to decide begin on 2027-01-04. Of the base's owners on them Grace is on the team, and
  /// Olga no longer: 40 for each who owns the project on none of them now.
  @Test(
    "an owner of the days to decide who owns it on none of them counts, once",
    arguments: [
      ("[ada]", 80), ("[joan]", 80), ("[grace until 2027-01-10, ada from 2027-01-11]", 40),
      ("[grace until 2027-01-03, ada from 2027-01-04]", 80),
    ])
  func changeOwner(owners: String, expected: Int) throws {
    let found = try points(
      """
      engineers: { ada: {}, grace: {}, joan: {} }
      projects:
        safe: { start: 2026-11-02, end: 2027-01-29, docs: none }
      """, "period: 2027-Q1\nowners: { safe: \(owners) }",
      base: """
        period: 2027-Q1
        owners:
          safe:
            - ada until 2027-01-03
            - grace from 2027-01-04 until 2027-01-10
            - olga from 2027-01-11 until 2027-01-17
            - grace from 2027-01-18
        """, .changeOwner)
    #expect(found == expected)
  }
}
