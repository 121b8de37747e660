import Dates
import Diagnostics
import Foundation
import ICalendar
import Planning
import RotaModel
import Rules
import TeamFiles
import Testing

@testable import Page

/// Columns, lanes and words of a chart, with values worked out by hand.
struct TimelineTests {
  private static let team = """
    handover: Monday 09:00
    holidays: { default: [2027-01-06] }
    rotations: { service: { name: Service tasks }, backup: { name: Backup } }
    engineers:
      ada: { name: Ada, away: [2027-01-11 to 2027-01-12, 2027-01-18 to 2027-01-22] }
      bob: { name: Bob, leaves: 2027-01-20 }
      eve: { name: Eve, leaves: 2026-12-31 }
    projects:
      vault: { start: 2027-01-05, end: 2027-01-14 }
      mesh: { start: 2027-01-13, end: 2027-02-28 }
      dns: { start: 2027-01-20, end: 2027-01-26 }
    """

  private static let rota = """
    period: 2027-01-04 to 2027-01-31
    shifts:
      2027-01-04: { service: ada, backup: bob }
      2027-01-11: { service: bob }
    owners:
      vault: [ada]
      mesh: [ada]
    covers:
      - { from: 2027-01-07, to: 2027-01-08, rotation: service, engineer: bob }
    """

  private let chart: RotaChart
  private let drawing: TimelineDrawing

  init() throws {
    let (rota, situation) = try TimelineTests.read(TimelineTests.team)
    chart = RotaChart(of: rota, in: situation)
    drawing = TimelineDrawing(chart, team: situation.team, sessions: [])
  }

  private static func read(_ team: String) throws -> (Rota, Situation) {
    let reading = readTeam(SourceText(path: "team.yaml", text: team + "\n"), zones: .utc)
    let team = try #require(reading.team, "\(reading.diagnostics.map(\.message))")
    let rota = try #require(
      readRota(SourceText(path: "rota.yaml", text: TimelineTests.rota + "\n"), of: team).rota)
    let today = try #require(Day("2027-01-01"))
    return (rota, Situation(team: team, rotas: [rota], today: today))
  }

  private func drawing(of team: String) throws -> TimelineDrawing {
    let (rota, situation) = try TimelineTests.read(team)
    return TimelineDrawing(
      RotaChart(of: rota, in: situation), team: situation.team, sessions: [])
  }

  private func picture(of team: String) throws -> String {
    let (rota, situation) = try TimelineTests.read(team)
    return timelinePicture(of: rota, in: situation, sessions: [])
  }

  private func days(_ first: String, _ last: String) throws -> Range<Day> {
    try #require(Day(first))..<(try #require(Day(last))) + 1
  }

  /// Names take 140 of 1000 pixels; 28 days share the other 86 percent.
  @Test func columnsShareTheWidth() throws {
    let layout = drawing.layout
    #expect(layout.left == 1400)
    #expect(chart.columns.numbers == ["W01", "W02", "W03", "W04"])
    #expect(layout.across(chart.columns.days[0]) == 1400..<3550)
    #expect(layout.across(chart.columns.days[3]) == 7850..<10000)
    // 7 and 8 January are the fourth and fifth of 28 days: 8600 · 3 / 28 = 921, 8600 · 5 / 28 = 1535.
    #expect(layout.across(try days("2027-01-07", "2027-01-08")) == 2321..<2935)
    #expect(layout.across(try days("2027-02-01", "2027-02-01")) == nil)
    #expect(percent(2321) == "23.21%")
    #expect(percent(2305) == "23.05%")
    #expect(percent(2310) == "23.1%")
    #expect(percent(2300) == "23%")
  }

  /// Ada has a row of duties and two of projects, which overlap on two days; Bob's shift and cover
  /// overlap, too. Eve left before.
  @Test func lanesHoldWhatDoesNotOverlap() {
    let lanes = drawing.layout.lanes
    #expect(chart.engineers.map(\.engineer.text) == ["ada", "bob"])
    #expect(lanes.map(\.top) == [36, 92])
    #expect(lanes.map(\.height) == [6 + 18 + 32, 6 + 36])
    #expect(lanes[0].bars.map(\.row) == [0, 1])
    #expect(lanes[1].duties.map(\.row) == [0, 0, 1])
    // The project without an owner stands below: 134 to 156.
    #expect(drawing.layout.unowned?.top == 134)
    #expect(drawing.layout.height == 134 + 6 + 16 + 1)
  }

  @Test func stretchesThatOverlapStandInRows() throws {
    let stretches = [
      try days("2027-01-01", "2027-01-03"), try days("2027-01-03", "2027-01-05"),
      try days("2027-01-04", "2027-01-04"), try days("2027-01-05", "2027-01-06"),
      try days("2027-01-05", "2027-01-05"),
    ]
    #expect(packed(stretches) == [0, 1, 0, 0, 2])
    #expect(rowCount([]) == 0)
  }

  @Test func cellsSayWhatTheyHold() {
    func words(_ lane: Int) -> [String] {
      chart.columns.weeks.indices.map {
        drawing.words.all($0, of: chart.engineers[lane]).joined(separator: "; ")
      }
    }
    #expect(
      words(0) == [
        "Service tasks; covered by Bob, 7 to 8 January; holiday 6 January",
        "away 11 to 12 January", "away", "",
      ])
    #expect(
      words(1) == [
        "Backup; covers Service tasks, 7 to 8 January; holiday 6 January", "Service tasks",
        "not on the team 21 to 24 January", "not on the team",
      ])
  }

  /// A mark for each shift and cover, one a week for time off, one for each owner of a project.
  @Test func everyMarkSaysWhatItIs() {
    let source = drawing.content.picture
    func count(_ text: String) -> Int { source.ranges(of: text).count }
    #expect(count("data-kind=\"shift\"") == 3)
    #expect(
      count(
        "data-kind=\"cover\" data-week=\"2027-01-04\" data-rotation=\"service\" data-engineer=\"bob\""
      )
        == 1)
    #expect(count("data-kind=\"off\"") == 2)
    #expect(count("data-kind=\"project\"") == 3)
    #expect(count("data-kind=\"project\" data-week=\"2027-01-04\" data-engineer=\"ada\"") == 1)
    #expect(!source.contains("style="))
  }

  /// Ada and Bob have 6 January off; the list by week says so in one line, and names nobody.
  @Test func theListSaysAHolidayOfEverybodyOnce() throws {
    let source = try list(of: TimelineTests.team)
    #expect(source.ranges(of: "<li class=\"dim\">Public holiday, 6 January</li>").count == 1)
    #expect(!source.contains("</bdi> holiday"))
  }

  @Test func theListNamesThoseWhoHaveAHoliday() throws {
    let team = TimelineTests.team.replacing("name: Bob,", with: "name: Bob, holidays: none,")
    #expect(
      try list(of: team).contains(
        "<li class=\"dim\">Public holiday, 6 January: <bdi>Ada</bdi></li>"))
  }

  /// From handover to handover, so that a script marks the week that is now.
  @Test func theListKnowsWhenEachWeekIs() throws {
    #expect(
      try list(of: TimelineTests.team).contains(
        "<li data-from=\"2027-01-04T09:00:00Z\" data-to=\"2027-01-11T09:00:00Z\">"))
  }

  private func list(of team: String) throws -> String {
    let source = try drawing(of: team).part(in: .utc).picture
    return String(source[try #require(source.firstRange(of: "<ol")).lowerBound...])
  }

  /// A name that is too long is cut, and what the picture is of is not.
  @Test func aPictureSaysItsPeriod() throws {
    let team = "team: \(String(repeating: "Long name ", count: 20))\n" + TimelineTests.team
    let source = try picture(of: team)
    #expect(source.contains("…: rota of 2027-01-04 to 2027-01-31</text>"))
  }

  @Test func lettersTellRotationsApart() {
    let two = [RotationID("service"), RotationID("backup")]
    #expect(RotationMarks(two, names: ["service", "Backup"]).letter(of: two[0]) == "S")
    let same = RotationMarks(two, names: ["Service", "Standby"])
    #expect(two.map(same.letter) == ["A", "B"])
  }

  @Test(arguments: [
    ("2027-03-26", "2027-03-28", "26 to 28 March", "26 to 28 March 2027"),
    ("2027-03-29", "2027-04-04", "29 March to 4 April", "29 March to 4 April 2027"),
    ("2026-12-28", "2027-01-03", "28 December to 3 January", "28 December 2026 to 3 January 2027"),
    ("2027-03-26", "2027-03-26", "26 March", "26 March 2027"),
  ])
  func daysAreSaidAsPeopleSayThem(
    _ first: String, _ last: String, _ short: String, _ dated: String
  ) throws {
    #expect(DayWords.short(try days(first, last)) == short)
    #expect(DayWords.dated(try days(first, last)) == dated)
  }

  @Test func barsAreAsLongAsBalances() {
    #expect(BalanceBar(1_000_000, most: 2_000_000).length == 39)
    #expect(BalanceBar(-2_000_000, most: 2_000_000).length == 78)
    #expect(BalanceBar(0, most: 0).length == 0)
  }
}

/// WCAG 2.2, "contrast ratio": letters on the colours of rotations can be read.
struct ContrastTests {
  private func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test func lettersStandOutFromTheirColours() {
    #expect(abs(contrast("#ffffff", "#000000") - 21) < 0.001)
    for colour in ChartStyle.colours {
      #expect(contrast(colour.day.description, "#ffffff") >= 4.5)
      #expect(contrast(colour.night.description, "#0d1117") >= 4.5)
    }
  }
}
