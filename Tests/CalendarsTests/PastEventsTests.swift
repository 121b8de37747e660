import Calendars
import Dates
import Diagnostics
import RotaModel
import Testing

/// From which day on an event is over, after which a new handover moves it no more.
@Suite struct PastEventsTests {
  /// The start of Ada's shift from 4 to 11 January, nine o'clock, once the handover is at noon.
  private func start(onceNoonFrom today: String, _ change: (String) -> String = { $0 }) throws
    -> String?
  {
    let rotas = [try rota("2027-Q1", [ada, bo])]
    var folder = try run(team(), rotas)
    folder.files["team.ics"] = SourceText(
      path: "team.ics", text: change(try folder.text("team.ics")))
    let noon = try team {
      $0.handover = Handover(weekday: .monday, time: try time("12:00"))
    }
    let after = try run(noon, rotas, today: today, on: folder)
    return try after.event("team.ics", "shift.2027-01-04.service").raw("DTSTART")
  }

  @Test func aShiftIsOverOnTheDayAfterItsEnd() throws {
    #expect(try start(onceNoonFrom: "2027-01-11") == "20270104T120000")
    #expect(try start(onceNoonFrom: "2027-01-12") == "20270104T090000")
  }

  /// Some programs leave out the end.
  @Test func anEventWithoutAnEndTakesItsDay() throws {
    func withoutEnds(_ text: String) -> String {
      text.split(separator: "\r\n").filter { !$0.hasPrefix("DTEND;TZID") }
        .map { $0 + "\r\n" }.joined()
    }
    #expect(try start(onceNoonFrom: "2027-01-04", withoutEnds) == "20270104T120000")
    #expect(try start(onceNoonFrom: "2027-01-05", withoutEnds) == "20270104T090000")
  }

  /// A calendar that is made late holds the sessions that are over, too: none were on another day.
  @Test func aFirstCalendarHoldsPastSessions() throws {
    let late = try run(busyTeam(), [busyRota()], today: "2027-03-01")
    #expect(try late.hasEvent("team.ics", "pairing.vault.2027-01-19"))
  }
}
