import Dates
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// Who keeps a project, and which seats are free from when on, where its rota is mended from
/// Monday, 2027-02-22 on. Ada's last day is the Friday before.
@Suite("Passing projects on")
struct PassingOnTests {
  private struct Passed: Equatable {
    /// `bo 2027-01-04 2027-02-21`, with ` stays` for whoever keeps the days ahead.
    var given: [String]
    /// `2027-02-20 2027-03-26 1`: its days, and how many owners; with those who must have it.
    var seats: [String]
    /// The fixed owners; in brackets whom the team file names.
    var fixed: [String] = []
  }

  private func passed(
    _ owners: String, needed: Int, named: String = "", cy: String = "", today: String = "2026-12-01"
  ) throws -> Passed {
    let situation = try written(
      """
      engineers: { ada: { leaves: 2027-02-19 }, bo: {}, cy: { \(cy) } }
      projects:
        safe: { start: 2027-01-04, end: 2027-03-26, owners: \(named.isEmpty ? "\(needed)" : named), docs: none }
      """, rotas: ["period: 2027-Q1\nowners: { safe: \(owners) }"], today: today)
    let date = try #require(Day("2027-02-22"))
    let base = situation.rotas[0]
    let frame = Frame(
      situation, period: base.period, purpose: .replan(from: date, base: base))
    let names = situation.team.engineers.map(\.id.text)
    return Passed(
      given: frame.projects[0].given.map {
        "\(names[$0.engineer]) \($0.days.lowerBound) \($0.days.upperBound - 1)"
          + ($0.stays ? " stays" : "")
      },
      seats: frame.projects[0].seats.map { seat in
        (["\(seat.days.lowerBound) \(seat.days.upperBound - 1) \(seat.needed)"]
          + seat.fixed.map { names[$0] }).joined(separator: " ")
      },
      fixed: frame.projects[0].fixed.map {
        $0.isNamed ? "[\(names[$0.engineer])]" : names[$0.engineer]
      })
  }

  @Test("a leaver's seat passes on the day after their last one, or today")
  func leaver() throws {
    let ada = "ada 2027-01-04 2027-02-19"
    #expect(
      try passed("[ada]", needed: 1) == Passed(given: [ada], seats: ["2027-02-20 2027-03-26 1"]))
    #expect(
      try passed("[ada]", needed: 1, today: "2027-02-21")
        == Passed(given: [ada], seats: ["2027-02-21 2027-03-26 1"]))
  }

  @Test("beside a leaver's seat nobody changes where the rest is filled")
  func kept() throws {
    #expect(
      try passed("[ada, bo]", needed: 2)
        == Passed(
          given: [
            "ada 2027-01-04 2027-02-19", "bo 2027-01-04 2027-02-21",
            "bo 2027-02-22 2027-03-26 stays",
          ], seats: ["2027-02-20 2027-03-26 1"], fixed: ["bo"]))
  }

  @Test("a leaver's seat is no hole where their entry ends with them")
  func endedEntry() throws {
    let passed = try passed("[ada until 2027-02-19, bo]", needed: 2)
    #expect(passed.seats == ["2027-02-20 2027-03-26 1"])
    #expect(passed.fixed == ["bo"])
  }

  /// On the days from the date on, or on those that are his, Cy is away for more than half.
  @Test(
    "who may not own what is left does not keep it",
    arguments: [
      ("[cy]", "2027-02-22 to 2027-03-12", []),
      ("[cy]", "2027-03-15 to 2027-03-26", ["cy"]),
      ("[bo until 2027-03-07, cy from 2027-03-15]", "2027-02-22 to 2027-03-12", []),
      ("[bo until 2027-03-07, cy from 2027-03-15]", "2027-02-22 to 2027-02-26", ["cy"]),
    ])
  func unable(owners: String, away: String, fixed: [String]) throws {
    let passed = try passed(owners, needed: 1, cy: "away: [\(away)]")
    #expect(passed.fixed == fixed)
    let stays = owners == "[cy]" && !fixed.isEmpty
    #expect(
      passed.seats == (stays ? [] : [(["2027-02-22 2027-03-26 1"] + fixed).joined(separator: " ")]))
  }

  @Test("all that is ahead is free where days lack different numbers of owners")
  func different() throws {
    #expect(
      try passed("[ada, bo until 2027-03-07]", needed: 2)
        == Passed(
          given: ["ada 2027-01-04 2027-02-19", "bo 2027-01-04 2027-02-21"],
          seats: ["2027-02-22 2027-03-26 1", "2027-02-20 2027-03-26 1"]))
  }

  /// Ada, whom the team file does not name, leaves; of the named Cy does not own it yet.
  @Test("named owners have the seats: those who own it now the ones from the date on")
  func named() throws {
    let cy = try passed("[bo]", needed: 1, named: "[cy]")
    #expect(cy.seats == ["2027-02-22 2027-03-26 1 cy"])
    #expect(cy.fixed == ["[cy]"])
    let both = try passed("[ada, bo]", needed: 2, named: "[bo, cy]")
    #expect(both.seats == ["2027-02-22 2027-03-26 1 bo", "2027-02-20 2027-03-26 1"])
  }

  @Test("of one that has ended all stays as it is")
  func ended() throws {
    #expect(
      try passed("[ada, bo until 2027-03-07]", needed: 2, today: "2027-03-27")
        == Passed(given: ["ada 2027-01-04 2027-03-26", "bo 2027-01-04 2027-03-07"], seats: []))
  }

  /// Bo has the project to its end, and more of it than is needed: the seat is his.
  @Test("who keeps a project has its first seat")
  func following() throws {
    #expect(
      try passed("[ada, bo from 2027-03-01]", needed: 1)
        == Passed(
          given: ["ada 2027-01-04 2027-02-19"], seats: ["2027-02-20 2027-03-26 1 bo"], fixed: ["bo"]
        ))
  }
}
