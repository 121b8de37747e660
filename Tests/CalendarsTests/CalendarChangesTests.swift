import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Testing

@Suite struct CalendarChangesTests {
  /// What a run would do to a folder, file by file.
  func changes(_ team: Team, _ rotas: [Rota], today: String = "2026-12-20", on folder: Folder)
    throws -> [String]
  {
    let made = try calendars(
      of: team, rotas: rotas, periods: rotas.map(\.period), zone: zone(team.zone),
      today: day(today), folder: folder.files)
    return calendarChanges(writing: made.files, to: folder.files).map { "\($0.path) \($0.text)" }
  }

  @Test func aNewFolderGetsEverything() throws {
    #expect(
      try changes(team(), [rota("2027-Q1", [ada])], on: Folder()) == [
        "team.ics adds `Service tasks: Ada Lindqvist`, 2027-01-04 09:00",
        "engineers/ada.ics adds `Service tasks`, 2027-01-04 09:00",
        "rotations/service.ics adds `Service tasks: Ada Lindqvist`, 2027-01-04 09:00",
      ])
  }

  @Test func nothingIsNothing() throws {
    let folder = try run(busyTeam(), [busyRota()])
    #expect(try changes(busyTeam(), [busyRota()], on: folder) == [])
  }

  @Test func aSwapInWords() throws {
    let folder = try run(team(), [rota("2027-Q1", [ada, bo])])
    #expect(
      try changes(team(), [rota("2027-Q1", [bo, ada])], on: folder) == [
        "team.ics changes `Service tasks: Ada Lindqvist` to `Service tasks: Bo Chen`, 2027-01-04 09:00",
        "team.ics changes `Service tasks: Bo Chen` to `Service tasks: Ada Lindqvist`, 2027-01-11 09:00",
        "engineers/ada.ics cancels `Service tasks`, 2027-01-04 09:00",
        "engineers/ada.ics adds `Service tasks`, 2027-01-11 09:00",
        "engineers/bo.ics adds `Service tasks`, 2027-01-04 09:00",
        "engineers/bo.ics cancels `Service tasks`, 2027-01-11 09:00",
        "rotations/service.ics changes `Service tasks: Ada Lindqvist` to `Service tasks: Bo Chen`, "
          + "2027-01-04 09:00",
        "rotations/service.ics changes `Service tasks: Bo Chen` to `Service tasks: Ada Lindqvist`, "
          + "2027-01-11 09:00",
      ])
    // Swapped back, the cancelled event is added again.
    let swapped = try run(team(), [rota("2027-Q1", [bo, ada])], on: folder)
    #expect(
      try changes(team(), [rota("2027-Q1", [ada, bo])], on: swapped)[2]
        == "engineers/ada.ics adds `Service tasks`, 2027-01-04 09:00")
  }

  @Test func whatMoves() throws {
    let folder = try run(busyTeam(), [busyRota()])
    let later = try busyTeam {
      $0.projects[0].life = try days("2027-01-11", "2027-02-12")
    }
    let projects = try changes(later, [busyRota()], on: folder).filter {
      $0.hasPrefix("projects.ics")
    }
    #expect(
      projects == [
        "projects.ics moves `Move secrets: Ada Lindqvist, Bo Chen` from 2027-01-11 to 2027-01-11, "
          + "until 2027-02-12",
        "projects.ics moves `Knowledge sharing: HashiCorp Vault` from 2027-02-11 16:00 to "
          + "2027-02-18 16:00",
      ])
  }

  @Test func aDescriptionAlone() throws {
    let folder = try run(team(), [rota("2027-Q1", [ada, bo])])
    #expect(
      try changes(team(), [rota("2027-Q1", [ada, cy])], on: folder)[0]
        == "team.ics changes what `Service tasks: Ada Lindqvist` says, 2027-01-04 09:00")
  }

  @Test func whatIsLongPastIsDropped() throws {
    let folder = try run(team(), [rota("2027-Q1", [ada, bo])])
    let cancelled = try run(team(), [rota("2027-Q1", [])], on: folder)
    #expect(
      try changes(team(), [rota("2027-Q1", [])], today: "2027-04-11", on: cancelled) == [
        "team.ics drops the cancelled `Service tasks: Ada Lindqvist`, 2027-01-04 09:00",
        "rotations/service.ics drops the cancelled `Service tasks: Ada Lindqvist`, 2027-01-04 09:00",
      ])
  }
}
