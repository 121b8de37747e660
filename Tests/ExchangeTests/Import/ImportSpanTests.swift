import Dates
import Diagnostics
import Exchange
import RotaModel
import Testing

@Suite struct ImportSpanTests {
  // MARK: Ends

  @Test func endsThatAreDatesAreIncluded() throws {
    let found = try imported(
      """
      from,to,who
      2026-10-05,2026-10-11,ada
      2026-10-12,2026-10-18,bo

      """)
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"])
    #expect(found.shifts.said.isEmpty)
  }

  @Test func endsThatAreTheNextStartAreExclusive() throws {
    let found = try imported(
      """
      from,to,who
      2026-10-05,2026-10-12,ada
      2026-10-12,2026-10-19,bo
      2026-10-26,2026-11-02,cy

      """)
    #expect(
      found.weeks == [
        "2026-10-05 service ada", "2026-10-12 service bo", "2026-10-26 service cy",
      ])
    #expect(found.shifts.said == ["ends that are dates are the day after the last"])
    #expect(found.warnings.isEmpty)
  }

  @Test func anExclusiveEndOnTheStartLeavesNothing() throws {
    let found = try imported(
      """
      from,to,who
      2026-10-05,2026-10-12,ada
      2026-10-12,2026-10-19,bo
      2026-10-26,2026-10-26,cy

      """)
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"])
    #expect(found.mistakes == ["4:23 import-date"])
  }

  /// A moment late on the last day of the last year that is taken, and years a calendar may have.
  @Test func theEndsOfTimeCrashNothing() throws {
    let found = try imported(
      "start,end,who\n2999-12-31T23:30:00-05:00,2999-12-31T23:50:00-05:00,ada\n"
        + "1900-01-01T00:10:00+14:00,1900-01-02,bo\n",
      today: "2999-12-31")
    #expect(found.weeks.isEmpty)
    let event =
      "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:00010101\nDTEND;VALUE=DATE:00010109\n"
      + "SUMMARY:Ada\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
    let calendar = try imported(
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n\(event)END:VCALENDAR\n", path: "x.ics",
      today: "2999-12-31")
    #expect(calendar.weeks.isEmpty)
  }

  @Test func aRowLastsUntilTheNextOneButNotOverAHole() throws {
    let found = try imported(
      """
      week,who
      2026-10-05,ada
      2026-10-12,bo
      2026-10-19,cy
      2026-11-16,ada

      """)
    #expect(
      found.weeks == [
        "2026-10-05 service ada", "2026-10-12 service bo", "2026-10-19 service cy",
        "2026-11-16 service ada",
      ])
    #expect(found.warnings == ["4 import-hole"])
    #expect(
      found.shifts.warnings[0].message
        == "after this row nobody is named from 2026-10-26 to 2026-11-15")
  }

  /// Else the row would last for 180 years, and so would the last one.
  @Test func aMistypedYearMakesNoUsualDistance() throws {
    let found = try imported("week,who\n2027-01-11,ada\n2207-01-12,bo\n")
    #expect(found.weeks == ["2027-01-11 service ada", "2207-01-12 service bo"])
    #expect(found.warnings == ["2 import-hole"])
  }

  @Test func aFortnightIsUsualWhereMostAre() throws {
    let found = try imported(
      "week,who\n2026-10-05,ada\n2026-10-19,bo\n2026-11-02,cy\n2026-11-09,ada\n")
    #expect(
      found.weeks == [
        "2026-10-05 service ada", "2026-10-12 service ada", "2026-10-19 service bo",
        "2026-10-26 service bo", "2026-11-02 service cy", "2026-11-09 service ada",
        "2026-11-16 service ada",
      ])
  }

  @Test func emptyCellsAndWordsForNobodyEndTheRowBefore() throws {
    let found = try imported(
      "week,who\n2026-10-05,ada\n2026-10-12,\n2026-10-19,tbd\n2026-10-26,bo\n")
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-26 service bo"])
    #expect(
      found.tally
        == "2 of 2 rows read into 1 rota; no rows: 1 empty cell, 1 cell for nobody")
  }

  @Test func strangersEndTheRowBefore() throws {
    let found = try imported(
      "week,who\n2026-10-05,ada\n2026-10-12,Ann Lee\n2026-10-19,bo\n", today: "2026-10-18")
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-19 service bo"])
    #expect(found.mistakes == ["3:12 import-person"])
    #expect(!found.messages.contains("leaves:"))
    let later = try imported(
      "week,who\n2026-10-05,ada\n2026-10-12,Ann Lee\n2026-10-19,bo\n", today: "2026-10-19")
    #expect(later.messages.contains("`ann-lee: { name: Ann Lee, leaves: 2026-10-18 }`"))
  }

  // MARK: One over the other

  @Test func aSpanInsideALongerOneStandsIn() throws {
    let found = try imported(
      """
      start,end,who
      2026-10-05,2026-10-18,ada
      2026-10-07,2026-10-08,bo
      2026-10-15,2026-10-20,bo

      """)
    #expect(
      found.weeks == [
        "2026-10-05 service ada +bo 2026-10-07 2",
        "2026-10-12 service bo +ada 2026-10-12 3",
      ])
    #expect(found.warnings == ["4 import-overlap", "4 import-week"])
  }

  /// Ada has nine hours of Tuesday before Bo's ten, and five after them.
  @Test func hoursOfADayAreAddedUp() throws {
    let found = try imported(
      """
      start,end,who
      2026-10-05 09:00,2026-10-12 09:00,ada
      2026-10-06 18:00,2026-10-07 04:00,bo

      """)
    #expect(found.weeks == ["2026-10-05 service ada"])
  }

  /// Bo stands in on Thursday for ten hours, and has it for twelve: it is a day of his own, and with
  /// it the week.
  @Test func hoursStoodInForAreNotOnesOwn() throws {
    let found = try imported(
      """
      start,end,who
      2026-10-05 09:00,2026-10-08 21:00,ada
      2026-10-08 11:00,2026-10-08 21:00,bo
      2026-10-08 21:00,2026-10-12 09:00,bo
      2026-10-12 09:00,2026-10-19 09:00,cy
      2026-10-19 09:00,2026-10-26 09:00,ada

      """)
    #expect(
      found.weeks == [
        "2026-10-05 service bo +ada 2026-10-05 3", "2026-10-12 service cy",
        "2026-10-19 service ada",
      ])
  }

  @Test func anOverrideOfMostOfAWeekIsACover() throws {
    let found = try imported(
      "start,end,who\n2026-10-05,2026-10-11,ada\n2026-10-05,2026-10-10,bo\n")
    #expect(found.weeks == ["2026-10-05 service ada +bo 2026-10-05 6"])
  }

  @Test func twoPeopleAtTheSameTimeAreLeftOutBoth() throws {
    let found = try imported(
      """
      start,end,who
      2026-10-05,2026-10-11,ada
      2026-10-05,2026-10-11,bo
      2026-10-12,2026-10-18,cy
      2026-10-12,2026-10-18,cy

      """)
    #expect(found.weeks == ["2026-10-12 service cy"])
    #expect(found.mistakes == ["2:23 import-same-time"])
    #expect(
      found.tally == "2 of 4 rows read into 1 rota; 2 left out: 2 of two people at the same time")
  }

  @Test func aDayIsWhoseMostOfItsHoursAre() throws {
    // Both hand over at midnight, 9 hours before the team does.
    let found = try imported(
      """
      start,end,who
      2026-10-05 00:00,2026-10-12 00:00,ada
      2026-10-12 00:00,2026-10-19 00:00,bo

      """)
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-12 service bo"])
    #expect(found.warnings.isEmpty)
  }

  @Test func standsInForIsACoverWhateverItsLength() throws {
    let found = try imported(
      """
      start,end,engineer,stands_in_for
      2026-10-05,2026-10-11,bo,ada
      2026-10-12,2026-10-13,cy,
      2026-10-14,2026-10-18,bo,cy

      """)
    #expect(
      found.weeks == [
        "2026-10-05 service ada +bo 2026-10-05 7", "2026-10-12 service cy +bo 2026-10-14 5",
      ])
  }

  // MARK: Weeks

  @Test func aWeekOfThreeDaysIsNotWritten() throws {
    let found = try imported(
      """
      start,end,who
      2026-10-05,2026-10-11,ada
      2026-10-14,2026-10-16,bo
      2026-10-19,2026-10-25,ada
      2026-10-26,2026-10-27,bo

      """)
    #expect(found.weeks == ["2026-10-05 service ada", "2026-10-19 service ada"])
    // The last week of the file may be cut off.
    #expect(found.mistakes == ["3:23 import-week"])
    #expect(found.warnings == ["5 import-week"])
    #expect(found.tally.contains("1 left out: 1 in a week of which too few days are given"))
  }

  @Test func weeksOfAnotherWeekdayKeepItOnceTheyAreOver() throws {
    let sheet = "week,who\n2026-10-07,ada\n2026-10-14,bo\n2026-10-21,cy\n"
    let over = try imported(sheet, today: "2026-10-28")
    #expect(
      over.weeks == ["2026-10-07 service ada", "2026-10-14 service bo", "2026-10-21 service cy"])
    let running = try imported(sheet, today: "2026-10-27")
    #expect(running.mistakes == ["2:12 sheet-weeks"])
    let named = try imported(sheet, today: "2026-10-27") { $0.sheetWeeks = .named }
    #expect(
      named.weeks == ["2026-10-12 service ada", "2026-10-19 service bo", "2026-10-26 service cy"])
    let cut = try imported(sheet, today: "2026-10-27") { $0.sheetWeeks = .cut }
    #expect(
      cut.weeks == [
        "2026-10-05 service ada", "2026-10-12 service bo +ada 2026-10-12 2",
        "2026-10-19 service cy +bo 2026-10-19 2",
      ])
    #expect(cut.warnings == ["4 import-week"])
  }

  @Test func ownWeeksAreNoneBesideARotaOfAnotherWeekday() throws {
    let sheet = "week,who\n2026-10-07,ada\n2026-10-14,bo\n2026-10-21,cy\n"
    let filed = Rota(
      period: try period("2026-11-30_2026-12-06"),
      shifts: [
        Shift(
          week: ShiftWeek(startingOn: try day("2026-11-30")), rotation: service,
          engineer: EngineerID("ada"))
      ])
    let found = try imported(sheet, today: "2027-01-01", rotas: [filed])
    #expect(found.mistakes == ["2:12 sheet-weeks"])
  }

  /// The last week before another weekday lasts until the first of that.
  @Test func aWeekLastsUntilTheFirstOfAnotherWeekday() throws {
    let sheet = """
      week,who
      2026-09-16,ada
      2026-09-23,bo
      2026-09-30,cy
      2026-10-05,ada
      2026-10-12,bo
      2026-10-19,cy

      """
    let found = try imported(sheet)
    #expect(found.periods == ["2026-Q3", "2026-Q4"])
    #expect(
      found.weeks == [
        "2026-09-16 service ada", "2026-09-23 service bo", "2026-09-30 service cy",
        "2026-10-05 service ada", "2026-10-12 service bo", "2026-10-19 service cy",
      ])
    #expect(found.warnings.isEmpty)
  }

  // MARK: Files

  @Test func weeksGoIntoQuartersAndRotasOnFile() throws {
    let filed = Rota(period: try period("2026-10-12_2026-10-25"))
    let found = try imported(
      """
      week,who
      2026-09-28,ada
      2026-10-05,bo
      2026-10-12,cy
      2026-10-19,ada
      2026-10-26,bo

      """, rotas: [filed])
    #expect(
      found.periods == [
        "2026-Q3", "2026-10-05 to 2026-10-11", "2026-10-12 to 2026-10-25",
        "2026-10-26 to 2027-01-03",
      ])
    #expect(found.shifts.files.map { $0.existing == nil } == [true, true, false, true])
  }

  @Test func aPeriodLeavesOutOtherWeeks() throws {
    let found = try imported(
      "week,who\n2026-09-28,ada\n2026-10-05,Ann Lee\n2026-10-12,bo\n2027-01-04,Bob\n"
    ) {
      $0.period = Period(named: "2026-Q4")
    }
    #expect(found.weeks == ["2026-10-12 service bo"])
    #expect(found.mistakes == ["3:12 import-person"])
    #expect(found.tally.hasSuffix("no rows: 2 outside the period"))
  }
}
