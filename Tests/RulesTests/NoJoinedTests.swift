import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// Without `joined` all weeks on file count as an engineer's own, which is told of strangers.
@Suite("An engineer without a first day")
struct NoJoinedTests {
  /// Thirteen weeks from 2026-10-05 to 2027-01-03.
  private let quarter = """
    period: 2026-Q4
    shifts:
      2026-10-05: { service: ada }
      2026-11-02: { service: ada }
    """

  private func found(
    _ newcomer: String, rotas: [String], of rota: String = "period: 2027-Q1"
  ) throws -> [String] {
    let team = """
      rotations: { service: { members: [ada, joan] } }
      engineers:
        ada:
        joan: \(newcomer)
        lead:
      """
    return try written(team, rotas: rotas).findings(rota, of: "no-joined").map(\.message)
  }

  @Test("is told where thirteen weeks on file are owed")
  func told() throws {
    #expect(
      try found("{}", rotas: [quarter]) == [
        """
        `joan` has no `joined` and holds no shift on file: all of the 13 weeks before 2027-Q1 \
        count as theirs, and 1.00 shifts are owed for them
        """
      ])
    #expect(try found("{ joined: 2026-12-01 }", rotas: [quarter]) == [])
    #expect(try found("{ joined: 2020-01-01 }", rotas: [quarter]) == [])
  }

  @Test("is not told of twelve weeks")
  func short() throws {
    let twelve = quarter.replacingPeriod(by: "2026-10-05 to 2026-12-27")
    #expect(try found("{}", rotas: [twelve]) == [])
  }

  @Test("is not told of who holds a shift on file, the latest rota's too")
  func holds() throws {
    let held = "period: 2027-Q1\nshifts:\n  2027-01-04: { service: joan }"
    #expect(try found("{}", rotas: [quarter, held], of: held) == [])
    // A rota that is only being made is not on file.
    #expect(try found("{}", rotas: [quarter], of: held).count == 1)
  }

  @Test("is told once, of the latest rota")
  func once() throws {
    let latest = "period: 2027-Q1"
    #expect(try found("{}", rotas: [quarter, latest], of: quarter) == [])
    #expect(try found("{}", rotas: [quarter, latest], of: latest).count == 1)
  }
}

@Suite("Engineers of one name")
struct SameNameTests {
  private func found(_ first: String, _ second: String) throws -> [String] {
    let team = "engineers:\n  one: { name: \(first) }\n  two: { name: \(second) }"
    return judgeTeam(in: try written(team)).filter { $0.id == "same-name" }.map(\.message)
  }

  @Test("are told, whatever the case and the accents")
  func told() throws {
    #expect(try found("Ada Moss", "Ada Moss") == ["`two` and `one` have the same full name"])
    #expect(try found("Zoë Ng", "zoe  NG").count == 1)
    #expect(try found("Ada Moss", "Ada Mosse") == [])
  }
}

extension String {
  fileprivate func replacingPeriod(by period: String) -> String {
    "period: \(period)\n" + split(separator: "\n").dropFirst().joined(separator: "\n")
  }
}
