import Dates
import Diagnostics
import Exchange
import RotaModel
import Testing

@Suite struct ImportEventTests {
  private func calendar(_ events: [String], name: String = "") -> String {
    let title = name.isEmpty ? "" : "X-WR-CALNAME:\(name)\n"
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n\(title)"
      + events.enumerated().map { index, event in
        let uid = event.contains("UID:") ? "" : "UID:\(index)\n"
        return "BEGIN:VEVENT\n\(uid)DTSTAMP:20260901T000000Z\n\(event)\nEND:VEVENT\n"
      }.joined() + "END:VCALENDAR\n"
  }

  private func week(_ title: String, _ start: String, _ end: String, _ more: String = "") -> String
  {
    "SUMMARY:\(title)\nDTSTART;VALUE=DATE:\(start)\nDTEND;VALUE=DATE:\(end)\(more)"
  }

  private func two(_ text: String, _ change: (inout ImportRequest) -> Void = { _ in }) throws
    -> Imported
  {
    try imported(text, path: "x", team: importTeam(["service", "backup"]), change)
  }

  @Test func titlesNameRotationsAndPeople() throws {
    let found = try two(
      calendar(
        [
          week("Service: Ada Lovelace", "20261005", "20261012"),
          week("On call - Bo", "20261005", "20261012"),
          week("service / Søren Angstrom", "20261012", "20261019"),
        ], name: "On call: Second line"))
    #expect(
      found.weeks == [
        "2026-10-05 service ada", "2026-10-05 backup bo", "2026-10-12 service soren",
      ])
  }

  @Test func eventsWithoutARotationAreAnError() throws {
    let text = calendar([week("Ada Lovelace", "20261005", "20261012")])
    #expect(try two(text).mistakes == ["7:1 import-rotation"])
    #expect(try two(text) { $0.rotation = backup }.weeks == ["2026-10-05 backup ada"])
  }

  @Test func whereMostEventsNameSomebodyOthersAreLeavers() throws {
    let rows = [
      week("On call - Ada Lovelace", "20261005", "20261012"),
      week("On call - Ann Lee", "20261012", "20261019"),
      week("On call - Bo Stone", "20261019", "20261026"),
    ]
    let found = try imported(calendar(rows), path: "x.ics")
    #expect(found.mistakes == ["14:1 import-person"])
    #expect(found.messages.contains("`ann-lee: { name: Ann Lee, leaves: 2026-10-18 }`"))
    let holiday = try imported(
      calendar([rows[0], rows[1], week("Offsite", "20261019", "20261026")]), path: "x.ics")
    #expect(holiday.mistakes.isEmpty)
    #expect(
      holiday.tally == "1 of 1 row read into 1 rota; no rows: 2 events that name nobody")
  }

  @Test func whatIsNoShiftIsCounted() throws {
    let found = try imported(
      calendar([
        week("Ada Lovelace", "20261005", "20261012"),
        week("Bo Stone", "20261012", "20261019", "\nSTATUS:CANCELLED"),
        "SUMMARY:Bo Stone\nDTSTART:20261013T080000Z\nDTEND:20261013T090000Z",
        "SUMMARY:Bo Stone",
        week("Vault: Bo Stone", "20261005", "20261105", "\nUID:project.vault@team.rota"),
      ]), path: "x.ics")
    #expect(found.weeks == ["2026-10-05 service ada"])
    #expect(found.mistakes == ["26:1 calendar-event"])
    #expect(
      found.tally
        == "1 of 2 rows read into 1 rota; 1 left out: 1 date; no rows: "
        + "1 event of less than a day, 1 cancelled event, 1 event of other things")
  }

  @Test func aSeriesWithoutAnEndIsReadAsFarAsAnythingIsKnown() throws {
    let text = calendar([
      week("Ada Lovelace", "20261005", "20261012", "\nRRULE:FREQ=WEEKLY")
    ])
    let next = try imported(text, path: "x.ics", today: "2026-09-01")
    #expect(next.weeks.last == "2026-12-28 service ada")
    let filed = Rota(period: try period("2026-10-05_2026-10-18"))
    let known = try imported(text, path: "x.ics", today: "2026-09-01", rotas: [filed])
    #expect(known.weeks == ["2026-10-05 service ada", "2026-10-12 service ada"])
    let asked = try imported(text, path: "x.ics", today: "2026-09-01") {
      $0.period = Period(named: "2027-Q1")
    }
    #expect(asked.weeks.count == 13)
  }

  @Test func rotasOwnCoversStandInWhateverTheirLength() throws {
    let found = try imported(
      calendar([
        week("service: Ada", "20261005", "20261012", "\nUID:shift.2026-10-05.service@team.rota"),
        week("x", "20261005", "20261012", "\nUID:cover.2026-10-05.service.bo@team.rota"),
        week("x", "20261013", "20261014", "\nUID:cover.2026-10-13.service.bo@team.rota"),
      ]), path: "x.ics")
    #expect(found.weeks == ["2026-10-05 service ada +bo 2026-10-05 7"])
    #expect(found.mistakes == ["20:1 import-cover"])
  }
}
