import Dates
import Diagnostics
import RotaModel
import Testing

@testable import Planning
@testable import Views

/// What goes with the ways of `cover` and `swap`: notes with the numbers of their ways, and who is
/// on duty on the other days of a covered week.
struct ExchangesViewTests {
  private let team: Team
  private let monday: Day
  private let service = RotationID("service")

  init() throws {
    team = ViewsTests.team(["ada", "bo", "cy"], rotations: ["service"])
    monday = try #require(Day("2027-01-04"))
  }

  private func cover(_ engineer: String, _ days: Range<Int>) -> Cover {
    Cover(
      days: monday + days.lowerBound..<monday + days.upperBound, rotation: service,
      engineer: EngineerID(engineer))
  }

  private func way(_ number: Int, cover: Cover? = nil, dropping dropped: [Cover] = [])
    -> ExchangesView.Way
  {
    let shift = Shift(
      week: ShiftWeek(startingOn: monday), rotation: service, engineer: EngineerID("bo"))
    let exchange = Exchange(
      kind: cover == nil ? .takeover : .cover, shifts: cover == nil ? [shift] : [], cover: cover,
      points: number, droppedCovers: dropped, cutCovers: [], conflicts: [], left: [])
    return ExchangesView.Way(number, exchange, comments: [])
  }

  private func rota(_ covers: [Cover]) throws -> Rota {
    Rota(
      period: try #require(Period(named: "2027-01-04 to 2027-01-10")),
      shifts: [
        Shift(
          week: ShiftWeek(startingOn: monday), rotation: service, engineer: EngineerID("ada"))
      ],
      covers: covers)
  }

  @Test(arguments: [
    ([1, 2, 3, 4], "all"), ([1, 2, 3], "1 to 3"), ([1, 2, 4], "1 to 2, 4"), ([1, 3], "1, 3"),
    ([2], "2"), ([1, 3, 4], "1, 3 to 4"),
  ])
  func aNoteStandsOnceWithTheNumbersOfItsWays(_ numbers: [Int], _ words: String) throws {
    let old = cover("cy", 2..<4)
    let ways = (1...4).map { way($0, dropping: numbers.contains($0) ? [old] : []) }
    let text = ExchangesView(ways, rotas: [try rota([old])], team: team).text(width: nil)
    let note = "the cover of cy from 2027-01-06 to 2027-01-07 is dropped: its shift changes hands"
    #expect(text.hasSuffix("\n\n\(words): \(note)\n"), "\(text)")
  }

  /// Bo is to stand in on Wednesday and Thursday; Cy does on Friday already, and Ada has the rest.
  @Test func theOtherDaysOfACoveredWeek() throws {
    let view = ExchangesView(
      [way(1, cover: cover("bo", 2..<4))], rotas: [try rota([cover("cy", 4..<5)])], team: team)
    #expect(
      view.text(width: nil).hasSuffix(
        "\n\nOn duty on the other days: ada from 2027-01-04 to 2027-01-05 and from 2027-01-09 to "
          + "2027-01-10, cy on 2027-01-08.\n"))
    #expect(
      view.json.rendered(.compact).contains(
        """
        "other_days":[{"from":"2027-01-04","to":"2027-01-05","engineer":"ada"},\
        {"from":"2027-01-08","to":"2027-01-08","engineer":"cy"},\
        {"from":"2027-01-09","to":"2027-01-10","engineer":"ada"}]
        """))
  }
}
