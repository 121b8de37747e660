import RotaModel
import Testing
import WrittenTeams

@testable import Rules

@Suite("Protected weeks")
struct ProtectedWeeksTests {
  /// A life from a Sunday to a Sunday, from the first week to the fourth.
  @Test(
    "are those that hold the days which the project asks for",
    arguments: [
      ("edges", [0, 3]), ("all", [0, 1, 2, 3]), ("none", []), ("[2027-01-12, 2027-01-24]", [1, 2]),
    ])
  func indices(protect: String, weeks: [Int]) throws {
    let situation = try written(
      """
      engineers: { ada: {} }
      projects:
        safe: { start: 2027-01-10, end: 2027-01-31, protect: \(protect), docs: none }
      """)
    let frame = Frame(situation, period: try #require(Period(named: "2027-Q1")))
    #expect(frame.projects[0].protected == weeks)
    #expect(frame.projects[0].weeks == 0..<4)
  }
}
