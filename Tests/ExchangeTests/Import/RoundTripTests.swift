import Calendars
import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel
import SeededNumbers
import Testing

/// What is exported and imported again is the same rota.
@Suite struct RoundTripTests {
  /// A random team with rotas of two quarters: covers, closed weeks, open shifts, a handover that
  /// changes, people who have left.
  private struct Sample {
    var team: Team
    var rotas: [Rota] = []

    init(seed: UInt64) throws {
      var numbers = SeededNumbers(seed: seed)
      func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
      let zone = ["Europe/Berlin", "UTC", "America/St_Johns", "Australia/Lord_Howe"]
        .randomElement(using: &numbers)
      let hour = [0, 2, 9, 23].randomElement(using: &numbers) ?? 9
      team = try ExchangeTests.team(zone: zone ?? "UTC", handover: (hour, 30))
      let weekday = Weekday.allCases.randomElement(using: &numbers) ?? .monday
      team.handover = Handover(weekday: weekday, time: team.handover.time)
      if chance(40) { team.rotations.removeLast() }
      team.engineers[2].leaves = Located(try day("2027-03-31"), at: nowhere)
      for name in ["2027-Q1", "2027-Q2"] {
        let period = try period(name)
        let own =
          name == "2027-Q1" && chance(40)
          ? Weekday.allCases.randomElement(using: &numbers) ?? weekday : weekday
        var rota = Rota(period: period)
        for week in period.weeks(handover: own) {
          for rotation in team.rotations where !chance(8) {
            let holder = team.engineers.randomElement(using: &numbers)?.id ?? EngineerID("ada")
            rota.shifts.append(
              Shift(week: week, rotation: rotation.id, engineer: holder))
            guard chance(35) else { continue }
            // Of three parts of the week each may be covered.
            for days in [0..<2, 2..<5, 5..<7] where chance(50) {
              let other = team.engineers.filter { $0.id != holder }.randomElement(using: &numbers)
              guard let other else { continue }
              rota.covers.append(
                Cover(
                  days: week.start + days.lowerBound..<week.start + days.upperBound,
                  rotation: rotation.id, engineer: other.id))
            }
          }
        }
        rotas.append(rota)
      }
      rotas = rotas.following(handover: weekday)
    }

    /// Who holds and who covers, covers that follow each other as one.
    var weeks: [String] {
      let order = team.rotations.map(\.id)
      return rotas.flatMap { rota in
        rota.shifts.sorted {
          ($0.week, order.firstIndex(of: $0.rotation) ?? 0)
            < ($1.week, order.firstIndex(of: $1.rotation) ?? 0)
        }.map { shift in
          var days: [(Day, EngineerID)] = []
          for cover in rota.covers
          where cover.rotation == shift.rotation && cover.days.overlaps(rota.days(of: shift.week)) {
            days += cover.days.map { ($0, cover.engineer) }
          }
          var text = "\(shift.week) \(shift.rotation) \(shift.engineer)"
          var index = 0
          days.sort { $0.0 < $1.0 }
          while index < days.count {
            var end = index + 1
            while end < days.count, days[end].1 == days[index].1,
              days[end].0 == days[end - 1].0 + 1
            { end += 1 }
            text += " +\(days[index].1) \(days[index].0) \(end - index)"
            index = end
          }
          return text
        }
      }
    }

    func body(_ name: String) throws -> [UInt8] {
      let format = try #require(ExportFormat.named(name))
      let zone = try zones.zone(named: team.zone)
      let stretches = DutyStretches(
        of: rotas, rotation: nil, team: team, zone: zone, window: ExportWindow())
      let people = format.people.names(of: stretches.stretches, in: team)
      return format.body(
        Export(
          team: team, zone: zone, today: try day("2027-12-01"), rotation: nil, formatStart: nil,
          stretches: stretches.stretches, sources: [], settings: [:], people: people.names))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>, ["csv", "json"])
  func exports(seed: UInt64, format: String) throws {
    let sample = try Sample(seed: seed)
    let found = try imported(
      sample.body(format), path: "x", team: sample.team)
    #expect(found.weeks == sample.weeks, "\(found.messages)")
    #expect(found.mistakes.isEmpty)
    // Beside the rotas on file nothing differs.
    let again = try imported(
      sample.body(format), path: "x", team: sample.team, today: "2027-01-01",
      rotas: sample.rotas)
    #expect(again.weeks == sample.weeks, "\(again.messages)")
    #expect(again.shifts.files.allSatisfy { $0.existing != nil })
  }

  @Test(arguments: 0..<20 as Range<UInt64>, [true, false])
  func calendars(seed: UInt64, isAllDay: Bool) throws {
    let sample = try Sample(seed: seed)
    let made = try Calendars.calendars(
      of: sample.team, rotas: sample.rotas, periods: sample.rotas.map(\.period),
      zone: zones.zone(named: sample.team.zone), today: day("2027-01-01"),
      options: CalendarOptions(allDay: isAllDay))
    let file = try #require(made.files.first { $0.path == "team.ics" })
    let found = try imported(file.bytes, path: file.path, team: sample.team)
    #expect(found.weeks == sample.weeks, "\(found.messages)")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func brokenFilesCrashNothing(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let sample = try Sample(seed: seed)
    for format in ["csv", "json"] {
      var bytes = try sample.body(format)
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes[at] = "\",;|{}[]-/:.\n0129".utf8.randomElement(using: &numbers) ?? 0
        default:
          let end = min(bytes.count, at + Int.random(in: 1...200, using: &numbers))
          bytes.removeSubrange(at..<end)
        }
        if bytes.isEmpty { break }
      }
      let found = try imported(bytes, path: "x", team: sample.team)
      #expect(found.shifts.tally.read <= found.shifts.tally.rows)
    }
  }
}
