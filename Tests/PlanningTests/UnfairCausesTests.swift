import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules

@Suite("The cause of an unfair share")
struct UnfairCausesTests {
  /// A team, and the same without the cause.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let engineer: String
    let clause: String
    let team: String
    let without: String
    var rota = ""
  }

  static let examples = [
    Example(
      testDescription: "a limit holds back",
      engineer: "ada", clause: "`max_shifts: 2` holds `ada` back",
      team: """
        engineers:
          ada: { max_shifts: 2 }
          bo:
          cleo:
        """,
      without: """
        engineers:
          ada:
          bo:
          cleo:
        """),
    Example(
      testDescription: "a limit gives the rest to somebody else",
      engineer: "bo", clause: "`max_shifts` of `ada` gives `bo` 11 or more",
      team: """
        rest: 0
        engineers:
          ada: { max_shifts: 2 }
          bo:
        """,
      without: """
        rest: 0
        engineers:
          ada:
          bo:
        """),
    Example(
      testDescription: "rest leaves too few weeks to who has a large load",
      engineer: "ada", clause: "`rest: 4` holds `ada` back",
      team: """
        rest: 4
        engineers:
          ada: { load: 100% }
          bo: { load: 5% }
          cleo: { load: 5% }
          dov: { load: 5% }
          eve: { load: 5% }
        """,
      without: """
        rest: 0
        engineers:
          ada: { load: 100% }
          bo: { load: 5% }
          cleo: { load: 5% }
          dov: { load: 5% }
          eve: { load: 5% }
        """),
    Example(
      testDescription: "pins give many",
      engineer: "ada", clause: "pins give `ada` 7 or more",
      team: """
        rest: 0
        engineers:
          ada:
          bo:
          cleo:
        pins:
          2027-01-04: { service: ada }
          2027-01-11: { service: ada }
          2027-01-18: { service: ada }
          2027-01-25: { service: ada }
          2027-02-01: { service: ada }
          2027-02-08: { service: ada }
          2027-02-15: { service: ada }
        """,
      without: """
        rest: 0
        engineers:
          ada:
          bo:
          cleo:
        """),
    Example(
      testDescription: "pins leave few weeks to others",
      engineer: "bo", clause: "pins to others hold `bo` back",
      team: """
        rest: 0
        engineers:
          ada:
          bo:
        pins:
          2027-01-04: { service: ada }
          2027-01-11: { service: ada }
          2027-01-18: { service: ada }
          2027-01-25: { service: ada }
          2027-02-01: { service: ada }
          2027-02-08: { service: ada }
          2027-02-15: { service: ada }
          2027-02-22: { service: ada }
          2027-03-01: { service: ada }
        """,
      without: """
        rest: 0
        engineers:
          ada:
          bo:
        """),
    Example(
      testDescription: "leave of who owes from earlier leaves no room",
      engineer: "ada", clause: "time off holds `ada` back",
      team: """
        rest: 0
        engineers:
          ada: { away: [2027-01-11 to 2027-04-11] }
          bo:
        """,
      without: """
        rest: 0
        engineers:
          ada:
          bo:
        """,
      rota: """
        period: 2026-11-30 to 2027-01-03
        shifts:
          2026-11-30: { service: bo }
          2026-12-07: { service: bo }
          2026-12-14: { service: bo }
          2026-12-21: { service: bo }
          2026-12-28: { service: bo }
        """),
    Example(
      testDescription: "leave of others gives their weeks to who is there",
      engineer: "bo", clause: "time off of others gives `bo` 13 or more",
      team: """
        rest: 0
        engineers:
          ada: { away: [2027-01-04 to 2027-04-11] }
          bo:
        """,
      without: """
        rest: 0
        engineers:
          ada:
          bo:
        """,
      rota: """
        period: 2026-11-30 to 2027-01-03
        shifts:
          2026-11-30: { service: bo }
          2026-12-07: { service: bo }
          2026-12-14: { service: bo }
          2026-12-21: { service: bo }
          2026-12-28: { service: bo }
        """),
    Example(
      testDescription: "wishes that weigh more than a fair share",
      engineer: "ada", clause: "`avoid` holds `ada` back",
      team: """
        rest: 0
        weights: { avoid: 1000 }
        engineers:
          ada: { avoid: [2027-01-18 to 2027-04-04] }
          bo:
        """,
      without: """
        rest: 0
        weights: { avoid: 1000 }
        engineers:
          ada:
          bo:
        """),
    Example(
      testDescription: "weeks to prefer that weigh more than a fair share",
      engineer: "ada", clause: "`prefer` gives `ada` 9 or more",
      team: """
        rest: 0
        weights: { prefer: 1000 }
        engineers:
          ada: { prefer: [2027-01-04 to 2027-03-14] }
          bo:
        """,
      without: """
        rest: 0
        weights: { prefer: 1000 }
        engineers:
          ada:
          bo:
        """),
  ]

  private func unfair(_ team: String, _ example: Example) throws -> [Diagnostic] {
    let situation = try written(team, rotas: example.rota.isEmpty ? [] : [example.rota])
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: 13))
    guard case .solved(let solution) = plan(period, in: situation) else {
      Issue.record("no rota")
      return []
    }
    return judge(solution.rota, in: situation).findings.filter {
      $0.id == "unfair" && $0.message.hasPrefix("`\(example.engineer)`")
    }
  }

  @Test("is named, and without it the best rota is not unfair", arguments: examples)
  func named(_ example: Example) throws {
    let found = try unfair(example.team, example)
    #expect(found.count == 1)
    let clause = found.first?.message.split(separator: "; ", maxSplits: 1).last.map(String.init)
    #expect(clause == example.clause)
    #expect(try unfair(example.without, example).map(\.message) == [])
  }

  /// A shift more or less is worth 400 points to either share; a wish weighs 15 or 30.
  @Test("is no wish that weighs less than a fair share")
  func lightWishes() throws {
    let situation = try written(
      """
      rest: 0
      engineers:
        ada: { avoid: [2027-01-04 to 2027-02-07] }
        bo: { prefer: [2027-01-04 to 2027-02-07] }
      """)
    let rota = """
      period: 2027-01-04 to 2027-02-07
      shifts:
        2027-01-04: { service: bo }
        2027-01-11: { service: bo }
        2027-01-18: { service: bo }
        2027-01-25: { service: bo }
        2027-02-01: { service: bo }
      """
    #expect(
      try situation.findings(rota, of: "unfair").map(\.message) == [
        "`ada` holds 0 of `service` and owes 2.50", "`bo` holds 5 of `service` and owes 2.50",
      ])
  }

  /// Ada owes two shifts from earlier, and one week is left to her.
  @Test("is not time off where somebody has left the team")
  func leaver() throws {
    let situation = try written(
      """
      rest: 0
      engineers:
        ada: { leaves: 2027-01-10 }
        bo:
      """,
      rotas: [
        """
        period: 2026-11-30 to 2027-01-03
        shifts:
          2026-11-30: { service: bo }
          2026-12-07: { service: bo }
          2026-12-14: { service: bo }
          2026-12-21: { service: bo }
          2026-12-28: { service: bo }
        """
      ])
    let rota = """
      period: 2027-01-04 to 2027-02-07
      shifts:
        2027-01-04: { service: ada }
        2027-01-11: { service: bo }
        2027-01-18: { service: bo }
        2027-01-25: { service: bo }
        2027-02-01: { service: bo }
      """
    #expect(
      try situation.findings(rota, of: "unfair").map(\.message) == [
        "`ada` holds 1 of `service` and owes 2.50", "`bo` holds 4 of `service` and owes 2.50",
      ])
  }

  @Test("is not named where a lead has written an unfair rota that could be fair")
  func unknown() throws {
    let situation = try written(
      """
      rest: 0
      engineers:
        ada: { max_shifts: 6, avoid: [2027-01-11] }
        bo: { prefer: [2027-01-04] }
      """)
    let rota = """
      period: 2027-01-04 to 2027-02-07
      shifts:
        2027-01-04: { service: bo }
        2027-01-11: { service: bo }
        2027-01-18: { service: bo }
        2027-01-25: { service: bo }
        2027-02-01: { service: bo }
      """
    #expect(
      try situation.findings(rota, of: "unfair").map(\.message) == [
        "`ada` holds 0 of `service` and owes 2.50", "`bo` holds 5 of `service` and owes 2.50",
      ])
  }
}
