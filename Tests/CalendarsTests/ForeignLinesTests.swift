import Calendars
import Dates
import Diagnostics
import RotaModel
import Testing

/// Events of others stay as they are, but for the ends of their lines (RFC 5545 3.1).
@Suite struct ForeignLinesTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func endInCRLF(ending: String) throws {
    let lunch = ["BEGIN:VEVENT", "UID:1@example.com", "DTSTART:20270105T120000Z", "END:VEVENT"]
    var folder = try run(team(), [rota("2027-Q1", [ada])])
    let text = try folder.text("team.ics").replacing(
      "END:VCALENDAR",
      with: lunch.map { $0 + ending }.joined() + "END:VCALENDAR")
    folder.files["team.ics"] = SourceText(path: "team.ics", text: text)
    let after = try run(team(), [rota("2027-Q1", [bo])], today: "2027-01-02", on: folder)
    #expect(try after.text("team.ics").contains(lunch.map { $0 + "\r\n" }.joined()))
  }
}
