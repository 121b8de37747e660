import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel
import Testing

struct DutyStretchesTests {
  @Test func coversCutTheShiftTheyAreIn() throws {
    let rota = try rota(
      "2027-Q1", ["ada", "bo"],
      covers: [
        cover("2027-01-06", "2027-01-07", by: "cy"), cover("2027-01-11", "2027-01-17", by: "ada"),
      ])
    let found = try stretches([rota], of: team()).stretches
    #expect(
      found.map { "\($0.engineer) \($0.standsInFor?.text ?? "-") \($0.firstDay)" } == [
        "ada - 2027-01-04", "cy ada 2027-01-06", "ada - 2027-01-08", "ada bo 2027-01-11",
      ])
    for (one, next) in zip(found, found.dropFirst()) {
      #expect(one.span.upperBound == next.span.lowerBound)
    }
  }

  @Test func twoWeeksOfOnePersonAreTwoStretches() throws {
    #expect(try stretches([rota("2027-Q1", ["ada", "ada"])], of: team()).stretches.count == 2)
  }

  /// A day of four hours' handover east of Greenwich and the like: what the wall shows at each end
  /// is the handover, and the moment is the one that the offset beside it says.
  @Test(
    arguments: [
      ("Europe/Berlin", "2027-Q1"), ("America/New_York", "2027-Q1"),
      ("Australia/Lord_Howe", "2027-Q2"),
      ("Asia/Kolkata", "2027-Q1"), ("Asia/Kathmandu", "2027-Q1"), ("America/St_Johns", "2027-Q4"),
      ("Australia/Adelaide", "2027-Q4"), ("Africa/Casablanca", "2027-Q1"), ("UTC", "2027-Q1"),
    ])
  func offsetsAreThoseOfTheZoneAtEachInstant(_ zoneName: String, _ period: String) throws {
    let team = try team(zone: zoneName)
    let zone = try zones.zone(named: zoneName)
    let holders = (0..<13).map { $0 % 2 == 0 ? "ada" : "bo" }
    let found = try stretches([rota(period, holders)], of: team).stretches
    #expect(found.count == 13)
    var end: Int?
    for stretch in found {
      let text = zone.text(of: stretch.span.lowerBound)
      #expect(text.hasPrefix("\(stretch.firstDay)T09:00:00"))
      #expect(text.hasSuffix("Z") == (zoneName == "UTC"))
      #expect(try moment(text) == stretch.span.lowerBound.secondsSince1970)
      if !zone.isUTC {
        #expect(
          try moment("\(stretch.firstDay)T09:00:00Z") - moment(text)
            == zone.offset(at: stretch.span.lowerBound).seconds)
      }
      if let end { #expect(try moment(text) == end) }
      end = try moment(zone.text(of: stretch.span.upperBound))
    }
  }

  /// On 2027-03-28 clocks in Berlin go from 02:00 to 03:00, on 2027-10-31 from 03:00 to 02:00.
  @Test func aHandoverThatIsSkippedIsLaterAndOfOneThatRepeatsTheFirstCounts() throws {
    var team = try team(handover: (2, 30))
    team.handover = Handover(weekday: .sunday, time: team.handover.time)
    let zone = try zones.zone(named: team.zone)
    func starts(_ name: String, _ week: String) throws -> [String] {
      let week = ShiftWeek(startingOn: try day(week))
      let rota = Rota(
        period: try period(name),
        shifts: [Shift(week: week, rotation: service, engineer: EngineerID("ada"))])
      return try stretches([rota], of: team).stretches.map { zone.text(of: $0.span.lowerBound) }
    }
    #expect(try starts("2027-Q1", "2027-03-28") == ["2027-03-28T03:30:00+02:00"])
    #expect(try starts("2027-Q4", "2027-10-31") == ["2027-10-31T02:30:00+02:00"])
  }

  @Test func whatLiesAcrossIsCutAndWhatIsOverIsLeftOut() throws {
    let rota = try rota("2027-Q1", ["ada", "bo", "ada"])
    let team = try team()
    let start = Instant(utc: LocalDateTime(try day("2027-01-13")))
    let window = ExportWindow(start: start, end: start + 86_400 * 10, firstEnd: start + 300)
    let found = try stretches([rota], of: team, window: window)
    #expect(found.stretches.map { $0.beginning < $0.span.lowerBound } == [true, false])
    #expect(found.stretches.first?.span.lowerBound == start)
    #expect(found.stretches.last?.span.upperBound == start + 86_400 * 10)
    #expect(found.stretches.first?.firstDay == (try day("2027-01-11")))
    #expect(found.outsideWindow == 1)
  }

  @Test(arguments: [(299, 1), (300, 0), (301, 0)])
  func stretchesThatEndBeforeFiveMinutesFromNowAreLeftOut(_ seconds: Int, _ leftOut: Int) throws {
    let format = try #require(ExportFormat.named("pagerduty"))
    let team = try team()
    let rota = try rota("2027-Q1", ["ada"])
    let end = try #require(try stretches([rota], of: team).stretches.first?.span.upperBound)
    let window = ExportWindow(firstEnd: format.firstEnd(now: end + -seconds))
    #expect(try stretches([rota], of: team, window: window).stretches.count == 1 - leftOut)
  }

  @Test func whatNobodyHoldsAndWhatIsClosedIsNamed() throws {
    var team = try team()
    let closed = try day("2027-01-11")..<day("2027-01-18")
    team.holidayLists = [HolidayList(name: "default", days: [MarkedDays(closed, at: nowhere)])]
    for index in team.engineers.indices { team.engineers[index].holidayList = "default" }
    let window = ExportWindow(
      end: Instant(utc: LocalDateTime(try day("2027-01-20"))))
    let found = try stretches([rota("2027-Q1", ["ada", nil, nil])], of: team, window: window)
    #expect(found.unheld.map(\.days.lowerBound) == [try day("2027-01-11"), try day("2027-01-18")])
    #expect(found.unheld.map(\.reason) == [.closed, .nobody])
  }

  @Test func theLastShiftLastsUntilAnotherHandoverWeekday() throws {
    let q1 = try rota("2027-Q1", Array(repeating: "ada", count: 13))
    let thursday = ShiftWeek(startingOn: try day("2027-04-01"))
    let q2 = Rota(
      period: try period("2027-Q2"),
      shifts: [Shift(week: thursday, rotation: service, engineer: EngineerID("bo"))])
    var team = try team()
    team.handover = Handover(weekday: .thursday, time: team.handover.time)
    let found = try stretches([q1, q2].following(handover: .thursday), of: team).stretches
    let (ada, bo) = (try #require(found.dropLast().last), try #require(found.last))
    #expect(ada.firstDay == (try day("2027-03-29")))
    #expect(ada.span.upperBound == bo.span.lowerBound)
    #expect(bo.firstDay == thursday.start)
  }

  @Test func aShiftThatIsNoWeekOfItsRotaIsNamedAndLeftOut() throws {
    var rota = try rota("2027-Q1", ["ada", "bo", "ada"])
    let stray = Shift(
      week: ShiftWeek(startingOn: try day("2027-01-06")), rotation: service,
      engineer: EngineerID("cy"))
    rota.shifts.append(stray)
    let found = try stretches([rota], of: team())
    #expect(found.misplaced == [stray])
    #expect(found.stretches.count == 3)
  }
}
