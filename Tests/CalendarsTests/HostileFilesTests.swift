import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import SeededNumbers
import Testing

/// Files that nobody should have written are read, refused or reported; they never crash a run.
@Suite struct HostileFilesTests {
  @Test(arguments: 1..<9 as Range<UInt64>)
  func brokenCalendarsCrashNothing(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let folder = try run(
      busyTeam(), [busyRota()], options: CalendarOptions(reminders: true, attendees: true))
    let whole = try folder.bytes("engineers/ada.ics")
    for _ in 0..<12 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &numbers) {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
        case 1:
          bytes[at] =
            "0123456789.;:,TZ-P"
            .utf8.randomElement(using: &numbers) ?? 0
        case 2: bytes.remove(at: at)
        default:
          let end = min(bytes.count, at + Int.random(in: 1...80, using: &numbers))
          bytes.insert(contentsOf: bytes[at..<end], at: at)
        }
      }
      let file = SourceText(path: "engineers/ada.ics", bytes: bytes)
      let dates = try CalendarDates(
        window: days("2027-01-01", "2027-12-31"), today: day("2027-05-01"))
      let (team, rota, berlin) = (try busyTeam(), try busyRota(), try zone("Europe/Berlin"))
      for use in [CalendarEntry.Use.timeOff(ada), .teamTimeOff, .holidays(list: "default")] {
        let read = timeOff(
          reading: file, for: CalendarEntry(path: file.path, use: use, place: nowhere), of: team,
          zone: berlin, zones: zones, dates: dates)
        #expect(read.away.allSatisfy { !$0.days.isEmpty })
      }
      let made = try calendars(
        of: team, rotas: [rota], periods: [rota.period], zone: berlin, today: day("2027-05-01"),
        folder: [file.path: file])
      // Either it was read, and what is written can be read again, or it is left alone.
      let next = made.files.first { $0.path == file.path }
      #expect((next == nil) == !made.diagnostics.isEmpty)
      if let next {
        let again = readCalendar(SourceText(path: next.path, bytes: next.bytes))
        #expect(!again.isRefused)
      }
      _ = calendarChanges(writing: made.files, to: [file.path: file]).map(\.text)
    }
  }
}
