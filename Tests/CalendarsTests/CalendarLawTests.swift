import Calendars
import Dates
import Diagnostics
import ICalendar
import JudgedSeeds
import RotaModel
import Testing

/// What holds for the calendars of any team.
@Suite struct CalendarLawTests {
  static let seeds: Range<UInt64> = 1..<15

  @Test(arguments: seeds)
  func everyFileIsACalendarWithUniqueIDs(seed: UInt64) throws {
    let folder = try RandomTeam(seed: seed).run()
    for (path, file) in folder.files {
      let events = try folder.events(path)
      let ids = events.compactMap { $0.text("UID") }
      #expect(ids.count == events.count && !events.isEmpty)
      #expect(Set(ids).count == ids.count, "\(path)")
      #expect(ids.allSatisfy { $0.utf8.count <= 260 && $0.utf8.allSatisfy { $0 < 0x80 } })
      #expect(lintLines(file.bytes), "\(path)")
      let list = readEvents(readCalendar(file), zones: zones, zone: .utc)
      #expect(lintCalendar(file).isEmpty, "\(path)")
      #expect(list.broken.count == 0 && list.diagnostics.isEmpty)
      #expect(list.events.count == events.count)
    }
  }

  /// CR LF after every line, none longer than 75 octets.
  func lintLines(_ bytes: [UInt8]) -> Bool {
    var length = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        guard index > 0, bytes[index - 1] == 0x0D, length <= 76 else { return false }
        length = 0
      } else {
        length += 1
      }
    }
    return length == 0
  }

  func byUID(_ events: [Component]) throws -> [String: Component] {
    try Dictionary(uniqueKeysWithValues: events.map { (try #require($0.text("UID")), $0) })
  }

  @Test(arguments: seeds)
  func everyShiftStandsInTheCalendarsItBelongsTo(seed: UInt64) throws {
    let random = try RandomTeam(seed: seed)
    let folder = try random.run()
    let clock = try zone(random.team.zone)
    let calendars = try folder.files.keys.reduce(into: [:]) {
      $0[$1] = try byUID(folder.events($1))
    }
    let suffix = "@platform.rota"
    for shift in random.rotas.flatMap(\.shifts) {
      let slot = "shift.\(shift.week).\(shift.rotation)"
      let shared = try #require(calendars["team.ics"]?[slot + suffix])
      #expect(calendars["rotations/\(shift.rotation).ics"]?[slot + suffix] == shared)
      let own = try #require(
        calendars["engineers/\(shift.engineer).ics"]?["\(slot).\(shift.engineer)\(suffix)"])
      #expect(own["DTSTART"] == shared["DTSTART"] && own["DTEND"] == shared["DTEND"])
      if random.options.allDay { continue }
      // Its start is the handover on the wall, or later where the clock skips that.
      let handover = random.team.handover.time
      let wall = LocalDateTime(
        shift.week.start, hour: handover.hour,
        minute: handover.minute)
      let text =
        clock.isUTC ? wall.basicFormat + "Z" : clock.local(at: clock.instant(of: wall)).basicFormat
      #expect(shared.raw("DTSTART") == text)
    }
    let shifts =
      try folder.files.keys.contains("team.ics")
      ? folder.events("team.ics").filter { $0.text("CATEGORIES") == "Shift" }.count : 0
    #expect(shifts == random.rotas.reduce(0) { $0 + $1.shifts.count })
  }

  @Test(arguments: seeds)
  func theSameInputIsTheSameBytesLaterToo(seed: UInt64) throws {
    let random = try RandomTeam(seed: seed)
    let first = try random.run()
    let second = try random.run(today: "2027-02-02", on: first)
    #expect(first.files.mapValues(\.bytes) == second.files.mapValues(\.bytes))
    #expect(
      try RandomTeam(seed: seed).run().files.mapValues(\.bytes)
        == first.files.mapValues(\.bytes))
    // One period at a time comes to the same.
    let q1 = try random.run(periods: ["2027-Q1"])
    let both = try random.run(periods: ["2027-Q2"], on: q1)
    #expect(first.files.mapValues(\.bytes) == both.files.mapValues(\.bytes))
  }

  /// After a swap, an event has the next version exactly if it says something else.
  @Test(.judges(atLeast: 8), arguments: seeds)
  func exactlyWhatChangedHasANewVersion(seed: UInt64) throws {
    let random = try RandomTeam(seed: seed)
    guard let (swapped, shifts) = random.swapped() else { return }
    judged()
    let before = try random.run()
    let after = try swapped.run(today: "2026-12-20", on: before)
    let stamps: Set = ["SEQUENCE", "DTSTAMP", "LAST-MODIFIED"]
    for path in after.files.keys {
      let earlier = try byUID(before.files[path] == nil ? [] : before.events(path))
      for event in try after.events(path) {
        let old = earlier[event.text("UID") ?? ""]
        let same =
          old?.properties.filter { !stamps.contains($0.name) }
          == event.properties.filter { !stamps.contains($0.name) }
          && old?.components == event.components
        let isNew = event.raw("DTSTAMP") == "20261220T000000Z"
        #expect(isNew == !same, "\(path) \(event.text("UID") ?? "")")
        #expect(event.raw("LAST-MODIFIED") == event.raw("DTSTAMP"))
        #expect(event.raw("SEQUENCE") == (old == nil || same ? "0" : "1"))
      }
      let kept = try Set(after.events(path).map { $0.text("UID") ?? "" })
      #expect(earlier.keys.allSatisfy(kept.contains), "nothing vanishes at once")
    }
    for shift in shifts {
      let slot = "shift.\(shift.week).\(shift.rotation)"
      #expect(try after.event("team.ics", slot).raw("SEQUENCE") == "1")
      let own = try after.event(
        "engineers/\(shift.engineer).ics", "\(slot).\(shift.engineer)")
      #expect(own.raw("STATUS") == "CANCELLED")
    }
  }

  @Test(arguments: seeds)
  func aPeriodThatIsNotGivenKeepsItsEvents(seed: UInt64) throws {
    let before = try RandomTeam(seed: seed).run()
    // Another team of the same name altogether, of which only the second quarter is given.
    let other = try RandomTeam(seed: seed + 1000)
    let after = try other.run(today: "2027-04-02", periods: ["2027-Q2"], on: before)
    for path in before.files.keys {
      let events = try byUID(after.events(path))
      for event in try before.events(path) {
        let uid = event.text("UID") ?? ""
        let isFirst = (event.raw("DTSTART") ?? "") < "20270401"
        // A project's life may reach into the second quarter, and a session may move there.
        guard isFirst, uid.hasPrefix("shift") || uid.hasPrefix("pairing") else { continue }
        #expect(events[uid] == event, "\(path) \(uid)")
      }
    }
  }
}
