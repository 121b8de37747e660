import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// A project that began before the quarter, and who owned it in earlier ones.
@Suite("Fixed owners")
struct FixedOwnersTests {
  private func situation(_ owners: String = "", _ earlier: String...) throws -> Situation {
    let quarters = ["2026-Q3", "2026-Q4"].suffix(earlier.count)
    return try written(
      """
      engineers:
        ada: { wants: [safe] }
        grace:
        joan:
      projects:
        safe: { start: 2026-09-07, end: 2027-01-29, docs: none\(owners) }
      """,
      rotas: zip(quarters, earlier).map { "period: \($0)\nowners:\n  safe: \($1)" })
  }

  private func broken(_ situation: Situation, _ owners: String) throws -> [String] {
    try situation.findings(
      "period: 2027-Q1\nowners:\n  safe: \(owners)", of: "owner-changed", "pin-broken"
    ).map(\.id)
  }

  @Test("an entry that ends early records a decided change")
  func decidedChange() throws {
    let kept = try situation("", "[ada]")
    #expect(try broken(kept, "[ada until 2027-01-17, grace from 2027-01-18]") == [])
    #expect(try broken(kept, "[grace]") == ["owner-changed"])
    #expect(try broken(kept, "[grace until 2027-01-17, ada from 2027-01-18]") == ["owner-changed"])
    // What the team file says is not changed by the rota.
    let named = try situation(", owners: [ada]")
    let change = "[ada until 2027-01-17, grace from 2027-01-18]"
    #expect(try broken(named, change) == ["pin-broken"])
  }

  @Test("more of them than the project needs fix nobody")
  func surplus() throws {
    let one = try situation("", "[ada, grace]")
    #expect(try broken(one, "[joan]") == [])
    let two = try situation(", owners: 2", "[ada, grace]")
    #expect(try broken(two, "[ada, joan]") == ["owner-changed"])
    #expect(try broken(two, "[joan]") == ["owner-changed", "owner-changed"])
  }

  @Test("are those of the latest rota that names any, on the project's last day")
  func latest() throws {
    let changed = try situation("", "[ada]", "[grace]")
    #expect(try broken(changed, "[grace]") == [])
    #expect(try broken(changed, "[ada]") == ["owner-changed"])
    let dated = try situation("", "[ada until 2026-12-31, grace from 2027-01-01]")
    #expect(try broken(dated, "[grace]") == [])
    #expect(try broken(dated, "[joan]") == ["owner-changed"])
  }

  /// Ten points for ada's wish, none where it could not be granted.
  @Test("a wish for a project costs nothing where an owner is fixed")
  func want() throws {
    func points(_ situation: Situation) throws -> Int {
      try situation.judged("period: 2027-Q1\nowners:\n  safe: [grace]").points[.want]
    }
    #expect(try points(situation("", "[grace]")) == 0)
    #expect(try points(situation(", owners: [grace]")) == 0)
    #expect(try points(situation()) == 10)
    #expect(try points(situation("", "[ada, grace]")) == 10)
  }
}
