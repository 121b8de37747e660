import Calendars
import Diagnostics
import ICalendar
import RotaModel
import Testing

@Suite struct ShiftImportTests {
  func read(
    _ text: String, to team: Team = team(), rotation: RotationID? = nil, period: Period? = nil
  ) throws -> ShiftImport {
    try importShifts(
      from: SourceText(path: "shifts.ics", text: text), to: team, rotation: rotation,
      period: period, zone: zone(team.zone), zones: zones)
  }

  func read(_ events: [String], to team: Team = team(), rotation: RotationID? = nil) throws
    -> ShiftImport
  {
    let bodies = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
    return try read("BEGIN:VCALENDAR\n\(bodies)END:VCALENDAR\n", to: team, rotation: rotation)
  }

  func shifts(_ imported: ShiftImport) -> [String] {
    imported.rotas.flatMap(\.shifts).map { "\($0.week) \($0.rotation) \($0.engineer)" }
  }

  @Test func ourOwnCalendarComesBackAsTheRota() throws {
    let original = try rota(
      "2027-Q1", [ada, bo, cy], covers: [cover("2027-01-13", "2027-01-14", ada)])
    for options in [CalendarOptions(), CalendarOptions(allDay: true, attendees: true)] {
      let folder = try run(team(), [original], options: options)
      let imported = try read(folder.text("team.ics"))
      #expect(imported.rotas.map(\.period) == [original.period])
      #expect(imported.rotas.flatMap(\.shifts) == original.shifts)
      #expect(imported.rotas.flatMap(\.covers) == original.covers)
      #expect(imported.diagnostics.isEmpty)
      #expect(imported.matched == 4)
      // An own calendar names its engineer in the ids alone.
      let own = try read(folder.text("engineers/bo.ics"))
      #expect(shifts(own) == ["2027-01-11 service bo"])
    }
  }

  /// The team now hands over on Wednesdays; the rota of the first quarter has Monday's weeks, the
  /// last of which lasts until the first Wednesday of the next.
  @Test func rotasOnFileKeepTheirWeekday() throws {
    let team = try team { $0.handover = Handover(weekday: .wednesday, time: try time("09:00")) }
    var second = Rota(period: try period("2027-Q2"))
    second.shifts = second.period.weeks(handover: .wednesday).prefix(3).map {
      Shift(week: $0, rotation: service, engineer: bo)
    }
    let first = try rota(
      "2027-Q1", (0..<13).map { [ada, bo, cy][$0 % 3] },
      covers: [cover("2027-01-13", "2027-01-14", ada), cover("2027-04-05", "2027-04-06", cy)])
    let filed = [first, second].following(handover: .wednesday)
    let folder = try run(team, filed)
    let text = try SourceText(path: "team.ics", text: folder.text("team.ics"))
    for known in [filed, [filed[0]], [first]] {
      let imported = try importShifts(
        from: text, to: team, zone: zone(team.zone), zones: zones, onFile: known)
      #expect(imported.rotas.map(\.period) == filed.map(\.period))
      #expect(imported.rotas.flatMap(\.shifts) == filed.flatMap(\.shifts))
      #expect(imported.rotas.flatMap(\.covers) == first.covers)
      #expect(imported.diagnostics.isEmpty)
    }
    let table = SourceText(
      path: "shifts.csv",
      text: "week,engineer\n2027-01-05,ada\n2027-01-11,bo\n2027-04-06,ada\n2027-04-07,bo\n")
    let imported = importShifts(fromTable: table, to: team, onFile: filed)
    #expect(
      shifts(imported) == [
        "2027-01-04 service ada", "2027-01-11 service bo", "2027-03-29 service ada",
        "2027-04-07 service bo",
      ])
    #expect(imported.diagnostics.isEmpty)
  }

  @Test func thoseBeforeAndAfterAreNotTheHolder() throws {
    let original = try rota("2027-Q1", [ada, EngineerID("gone"), ada])
    let folder = try run(team(), [original])
    let imported = try read(folder.text("team.ics"))
    #expect(shifts(imported) == ["2027-01-04 service ada", "2027-01-18 service ada"])
    #expect(imported.diagnostics.count == 1)
  }

  @Test func anyTeamsCalendarComesBackAsItsRotas() throws {
    for seed in UInt64(1)...20 {
      let random = try RandomTeam(seed: seed)
      let folder = try random.run()
      guard folder.files["team.ics"] != nil else { continue }
      for rota in random.rotas where !rota.shifts.isEmpty {
        let imported = try read(folder.text("team.ics"), to: random.team, period: rota.period)
        let sorted = rota.shifts.sorted {
          ($0.week, $0.rotation) < ($1.week, $1.rotation)
        }
        #expect(imported.rotas.flatMap(\.shifts) == sorted, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    "SUMMARY:On Call - Ada Lindqvist - Service", "SUMMARY:On call\nATTENDEE:mailto:ada@example.com",
    "SUMMARY:On call\nORGANIZER;CN=Ada Lindqvist:mailto:x@example.com", "SUMMARY:Ada: on call",
    "SUMMARY:On call\nDESCRIPTION:Primary: ada@example.com", "SUMMARY:ADA",
    "SUMMARY:Ada Lindqvist\nDESCRIPTION:Before: Bo Chen",
  ])
  func engineersAreFoundWhereverTheyAreNamed(event: String) throws {
    let imported = try read([
      "DTSTART;TZID=Europe/Berlin:20270104T090000\nDTEND;TZID=Europe/Berlin:20270111T090000\n\(event)"
    ])
    #expect(shifts(imported) == ["2027-01-04 service ada"])
    #expect(imported.diagnostics.isEmpty)
  }

  @Test(arguments: [
    // Other handover times, whole days, a working week, an event of two weeks.
    ("DTSTART:20270104T080000Z\nDTEND:20270111T080000Z", ["2027-01-04"]),
    ("DTSTART:20270104T093000\nDTEND:20270111T093000", ["2027-01-04"]),
    ("DTSTART:20270104T000000\nDTEND:20270111T000000", ["2027-01-04"]),
    ("DTSTART:20270104\nDTEND:20270111", ["2027-01-04"]),
    ("DTSTART:20270104\nDTEND:20270109", ["2027-01-04"]),
    ("DTSTART:20270104T090000\nDTEND:20270118T090000", ["2027-01-04", "2027-01-11"]),
    (
      "DTSTART:20270104T090000\nDURATION:P7D\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2",
      ["2027-01-04", "2027-01-18"]
    ),
    ("DTSTART:20270104T080000\nDURATION:PT10H\nRRULE:FREQ=DAILY;COUNT=5", ["2027-01-04"]),
  ])
  func shiftWeeksAreFoundByTheirTime(event: String, weeks: [String]) throws {
    let imported = try read(["SUMMARY:Ada Lindqvist\n\(event)"])
    #expect(shifts(imported) == weeks.map { "\($0) service ada" })
    #expect(imported.diagnostics.isEmpty)
    #expect(imported.matched == 1)
  }

  @Test func whatCannotBeMatchedIsListed() throws {
    let imported = try read([
      "DTSTART:20270104\nDURATION:P7D\nSUMMARY:Ada Lindqvist",
      "DTSTART:20270111\nDURATION:P7D\nSUMMARY:Grace Hopper",
      "DTSTART:20270118\nDURATION:P7D\nSUMMARY:Ada Lindqvist and Bo Chen",
      "DTSTART:20270106\nDURATION:P2D\nSUMMARY:Bo Chen",
      "DTSTART:20270125\nDURATION:P7D\nSUMMARY:Cy Okafor\nSTATUS:CANCELLED",
      "DTSTART:20270201\nDTEND:99991231\nSUMMARY:Cy Okafor",
    ])
    #expect(shifts(imported) == ["2027-01-04 service ada"])
    #expect(imported.diagnostics.map(\.severity) == [.warning, .warning, .warning, .warning])
    #expect(imported.diagnostics.compactMap { $0.place?.line } == [10, 15, 20, 31])
    #expect(
      imported.diagnostics.map(\.message) == [
        "this event does not say which engineer of the team it is of, and is left out",
        "this event does not say which engineer of the team it is of, and is left out",
        "this event is less than half of a shift week, and is left out",
        "this event lasts longer than eight weeks, and is left out",
      ])
  }

  @Test func rotationsAreFoundByNameOrGiven() throws {
    let two = team {
      $0.rotations.append(Rotation(id: RotationID("backup"), name: "Second line", place: nil))
    }
    let events = [
      "DTSTART:20270104\nDURATION:P7D\nSUMMARY:second line: Ada Lindqvist",
      "DTSTART:20270104\nDURATION:P7D\nSUMMARY:Bo Chen\nCATEGORIES:Service tasks",
      "DTSTART:20270111\nDURATION:P7D\nSUMMARY:Bo Chen",
    ]
    let imported = try read(events, to: two)
    #expect(shifts(imported) == ["2027-01-04 service bo", "2027-01-04 backup ada"])
    #expect(
      imported.diagnostics.map(\.message) == [
        "this event does not say which rotation of the team it is of, and is left out"
      ])
    #expect(
      shifts(try read([events[2]], to: two, rotation: RotationID("backup")))
        == ["2027-01-11 backup bo"])
  }

  @Test func everyQuarterHasARotaOfItsOwn() throws {
    let q1 = "DTSTART:20270329\nDURATION:P7D\nSUMMARY:Ada"
    let q2 = "DTSTART:20270405\nDURATION:P7D\nSUMMARY:Bo"
    #expect(try read([q1]).rotas.map(\.period.name) == ["2027-Q1"])
    #expect(try read([q2, q1]).rotas.map(\.period.name) == ["2027-Q1", "2027-Q2"])
    #expect(try read([String]()).rotas.isEmpty)
  }

  @Test func aPeriodTakesItsOwnShifts() throws {
    let text = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20270329
      DURATION:P7D
      RRULE:FREQ=WEEKLY
      SUMMARY:Ada
      END:VEVENT
      END:VCALENDAR
      """
    let weeks = Period(from: try #require(Day("2027-04-05")), weeks: 2)
    let imported = try read(text, period: weeks)
    #expect(shifts(imported) == ["2027-04-05 service ada", "2027-04-12 service ada"])
    #expect(imported.rotas.map(\.period) == [weeks])
    let endless = try read(text)
    #expect(endless.rotas.isEmpty)
    #expect(endless.diagnostics.map(\.severity) == [.error])
    #expect(endless.diagnostics.first?.place?.line == 6)
  }

  @Test(arguments: [
    ("Adda on call", "did you mean `ada`?"), ("Cyy Okafor; week 3", "did you mean `Cy Okafor`?"),
    ("mail adda@example.com", "did you mean `ada@example.com`?"),
    ("Ada Lindqvist, Bo Chen", "it names `ada`, `bo`"),
  ])
  func whoIsMeantIsSuggested(summary: String, help: String) throws {
    let imported = try read(["DTSTART:20270104\nDURATION:P7D\nSUMMARY:\(summary)"])
    #expect(imported.rotas.isEmpty)
    #expect(imported.diagnostics.map(\.help) == [[help]])
  }

  @Test func coversThatARotaCannotHaveAreListed() throws {
    func cover(_ first: Int, _ days: Int, _ engineer: String) -> String {
      "UID:cover.2027-01-\(first).service.\(engineer)@x.rota\nSUMMARY:Cover by \(engineer)\n"
        + "DTSTART:202701\(first)\nDURATION:P\(days)D"
    }
    let imported = try read([
      "UID:shift.2027-01-11.service@x.rota\nDTSTART:20270111\nDURATION:P7D\nSUMMARY:Ada Lindqvist",
      cover(12, 2, "bo"), cover(13, 1, "cy"), cover(14, 1, "ada"), cover(15, 7, "bo"),
      cover(19, 1, "bo"),
    ])
    #expect(imported.rotas.flatMap(\.covers).map(\.engineer.text) == ["bo"])
    #expect(
      imported.diagnostics.map(\.message) == [
        "another cover of the shift has a day of this one, and is left out",
        "this cover is of the engineer who holds the shift, and is left out",
        "this cover reaches beyond its shift week, and is left out",
        "the shift that this event covers is not in the calendar, and is left out",
      ])
  }
}
