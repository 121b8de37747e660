import Dates
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// Loads of 1, ½ and 1: a week is worth 400, 200 and 400 thousandths of a shift. Dan joins in the
/// second week and is on leave. Ada does two of the five days of Bob's week, the unpopular one.
/// Nobody holds the fifth week, and somebody unknown the sixth: both count for nobody.
@Suite("Accounts worked out by hand")
struct ShareAccountsTests {
  private let situation: Situation
  private let accounts: ShareAccounts

  init() throws {
    situation = try written(
      """
      rest: 0
      engineers:
        ada:
        bob: { load: 50% }
        cat:
        dan: { joined: 2027-01-11, away: [2027-01-11 to 2027-02-14] }
      unpopular: [2027-01-13]
      """,
      rotas: [
        """
        period: 2027-01-04 to 2027-02-14
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: bob }
          2027-01-18: { service: cat }
          2027-01-25: { service: ada }
          2027-02-08: { service: olga }
        covers:
          - { from: 2027-01-12, to: 2027-01-13, rotation: service, engineer: ada }
        """
      ], today: "2027-01-18")
    let span = try #require(FairnessSpan(situation.rotas[0].period, in: situation))
    accounts = ShareAccounts(span, in: situation)
  }

  @Test("shares, what was held and what is planned")
  func sums() {
    func thousandths(_ account: ShareAccounts.Account) -> [Int] {
      [account.share, account.held, account.planned, account.balance].map { $0 / 1000 }
    }
    // The week that begins today has begun.
    #expect(accounts.plannedFrom?.start == Day("2027-01-25"))
    #expect(accounts.leftOut == 1)
    #expect(accounts.rows.map(\.engineer.text) == ["ada", "bob", "cat"])
    #expect(
      accounts.rows.map { thousandths($0.rotations[0].account) } == [
        [1600, 2400, 1000, 800], [800, 600, 0, -200], [1600, 1000, 0, -600],
      ])
    #expect(
      accounts.rows.map { thousandths($0.unpopular) } == [
        [400, 400, 0, 0], [200, 600, 0, 400], [400, 0, 0, -400],
      ])
    #expect(accounts.rows.map(\.unpopular.weeks.count) == [0, 1, 0])
  }

  @Test("days of covers, and how far shifts lie apart")
  func days() {
    #expect(accounts.rows.map(\.stoodInDays) == [2, 0, 0])
    #expect(accounts.rows.map(\.coveredDays) == [0, 2, 0])
    #expect(accounts.rows.map(\.farthest) == [3, nil, nil])
    #expect(accounts.rows.map { $0.next?.start } == [Day("2027-01-25"), nil, nil])
    #expect(
      accounts.rows.map { $0.last?.start } == ["04", "11", "18"].map { Day("2027-01-\($0)") })
  }

  @Test("week by week, with why nothing is owed")
  func traces() {
    let (ada, bob, dan) = (0, 1, 3)
    func lines(_ engineer: Int) -> [FairnessTrace.Line] {
      FairnessTrace(engineer, accounts, in: situation).lines
    }
    #expect(lines(ada).map { $0.accrued / 1000 } == [400, 400, 400, 400, 0, 0])
    #expect(lines(ada).map(\.among) == [3, 3, 3, 3, 0, 0])
    #expect(lines(ada).map { $0.held / 1000 } == [1000, 400, 0, 1000, 0, 0])
    #expect(lines(ada).map(\.reason) == [nil, nil, nil, nil, .nobody, .leftOut])
    #expect(lines(ada)[1].covers.map { [$0.days, $0.load / 1000] } == [[2, 400]])
    #expect(lines(bob)[1].covers.map { [$0.days, $0.load / 1000] } == [[2, -400]])
    #expect(
      lines(dan).map(\.reason) == [.notEmployed, .away, .away, .away, .nobody, .leftOut])
  }
}
