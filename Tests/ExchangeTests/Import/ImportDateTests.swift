import Dates
import Diagnostics
import Exchange
import RotaModel
import Testing

@Suite struct ImportDateTests {
  /// The Monday of each spelling of 5 October 2026.
  @Test(arguments: [
    "2026-10-05", "20261005", "2026-W41", "2026-10-05T09:00:00Z", "2026-10-05T09:00:00.000+02:00",
    "2026-10-05 09:00", "2026/10/05", "5 Oct 2026", "5-Oct-26", "October 5, 2026", "Oct 5 2026",
    "5th October 2026", "Mon 5 October 2026", "Monday, 5 Sept 2026", "05.10.2026", "5.10.26",
    "05/10/2026", "05-10-2026", "5/10/26 9:00", "05/10/2026 09:00 AM", "2026-10-05 – 2026-10-11",
    "5 Oct 2026 to 11 Oct 2026", "05.10.2026-11.10.2026", "20261005T090000Z",
    "2026-10-05 23:59", "5 Oct 2026 23:00",
  ])
  func spellings(_ text: String) throws {
    let found = try imported("date;engineer\n\(text);ada\n") { $0.dateOrder = .dayFirst }
    let isOctober = !text.contains("Sept")
    #expect(found.weeks == (isOctober ? ["2026-10-05 service ada"] : []), "\(found.messages)")
    #expect(found.mistakes.isEmpty == isOctober)
  }

  @Test(arguments: [
    ("46300", "this is a number by which a spreadsheet counts days, not a date"),
    ("5 Oct", "this date has no year"), ("05.10.", "this date has no year"),
    ("5/10", "this date has no year"), ("2026-02-30", "there is no such date"),
    ("31.11.2026", "there is no such date"), ("2026-W54", "there is no such date"),
    ("Tue 5 Oct 2026", "2026-10-05 is a Monday"), ("soon", "this is no date that can be read"),
    ("5 Oct - 11 Oct 2026", "this date has no year"),
    ("2026-10-05 23:60", "this is no date that can be read"),
    ("2026-10-05 24:01", "this is no date that can be read"),
    ("1789-07-14", "the year 1789 is out of range"),
    ("2026-10-12 to 2026-10-05", "this ends before it begins"),
  ])
  func mistakes(_ text: String, _ message: String) throws {
    let found = try imported("date;engineer\n2026-09-28;ada\n\(text);bo\n2026-10-12;ada\n")
    #expect(found.mistakes == ["3:1 import-date"])
    #expect(found.shifts.leftOut.map(\.message) == [message])
    #expect(
      found.tally.hasPrefix("2 of 3 rows read into"), "\(found.tally)")
    #expect(found.weeks == ["2026-09-28 service ada", "2026-10-12 service ada"])
  }

  @Test func aPartAboveTwelveDecides() throws {
    let days = try imported("date,engineer\n05/10/2026,ada\n19/10/2026,bo\n")
    #expect(days.weeks.first == "2026-10-05 service ada")
    #expect(days.shifts.said == ["dates are read day-first: line 3 has a part above 12"])
    let months = try imported("date,engineer\n10/12/2026,ada\n10/19/2026,bo\n")
    #expect(months.weeks == ["2026-10-12 service ada", "2026-10-19 service bo"])
    let both = try imported("date,engineer\n10/19/2026,ada\n26/10/2026,bo\n")
    #expect(both.mistakes == ["3:1 import-order"])
    #expect(both.shifts.errors[0].related.map(\.place.line) == [2])
  }

  @Test func theHandoversWeekdayDecides() throws {
    // 5 October is a Monday, 10 May a Sunday.
    let found = try imported("date,engineer\n05/10/2026,ada\n")
    #expect(found.weeks == ["2026-10-05 service ada"])
    #expect(
      found.shifts.said == [
        "dates are read day-first: so all rows start on the handover's Monday"
      ])
  }

  @Test func oneWeekdayOfThreeRowsDecides() throws {
    // Wednesdays by the month, and a Saturday, a Monday and a Wednesday by the day.
    let found = try imported(
      "date,engineer\n07/01/2026,ada\n07/08/2026,bo\n07/22/2026,cy\n".replacing("22", with: "12"))
    #expect(found.mistakes.count == 1)
    let wednesdays = try imported(
      "date,engineer\n04/01/2026,ada\n04/08/2026,bo\n05/06/2026,cy\n"
    ) { $0.sheetWeeks = .named }
    #expect(
      wednesdays.shifts.said.first == "dates are read month-first: so all rows start on a Wednesday"
    )
    #expect(wednesdays.weeks.first == "2026-04-06 service ada")
  }

  @Test func whereNothingDecidesBothReadingsAreTold() throws {
    let found = try imported("date,engineer\n06/10/2026,ada\n07/10/2026,bo\n")
    #expect(found.mistakes == ["2:1 import-order"])
    #expect(
      found.shifts.errors[0].help == [
        "`--dates day-first` reads it as 2026-10-06, a Tuesday",
        "`--dates month-first` reads it as 2026-06-10, a Wednesday",
      ])
    let given = try imported("date,engineer\n06/10/2026,ada\n13/10/2026,bo\n") {
      $0.dateOrder = .monthFirst
    }
    #expect(given.shifts.leftOut.map(\.message) == ["there is no such date"])
  }

  /// All that is wrong is told at once.
  @Test func strangersAreToldBesideDates() throws {
    let found = try imported("date,engineer\n06/10/2026,Ann Lee\n07/10/2026,bo\n")
    #expect(found.mistakes == ["2:1 import-order", "2:12 import-person"])
  }

  @Test func aTimeWithoutOffsetIsTheTeams() throws {
    // Half of Monday the 12th and more is Bo's.
    let found = try imported(
      """
      start,end,engineer
      2026-10-05T07:00:00Z,2026-10-12T06:00:00Z,ada
      2026-10-12 08:00,2026-10-19 09:00,bo

      """)
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"])
    #expect(found.warnings.isEmpty)
  }
}
