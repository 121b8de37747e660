import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Testing

/// A date of a test, which must be one.
func day(_ text: String) throws -> Day { try #require(Day(text), "\(text) is a date") }

/// Both days included, as in files.
func days(_ first: String, _ last: String) throws -> Range<Day> {
  try day(first)..<(day(last) + 1)
}

/// `09:00`, which must be a time.
func time(_ text: String) throws -> LocalTime {
  let parts = text.split(separator: ":").compactMap { Int($0) }
  return try #require(parts.count == 2 ? LocalTime(hour: parts[0], minute: parts[1]) : nil)
}

func period(_ name: String) throws -> Period { try #require(Period(named: name)) }

/// Places don't matter to most of these tests: everything stands in an empty file.
let nowhere = Place(SourceText(path: "team.yaml", text: ""), 0..<0)
let service = RotationID("service")
let ada = EngineerID("ada")
let bo = EngineerID("bo")
let cy = EngineerID("cy")

let zones = ZoneDirectory.system(tzdir: nil)

func zone(_ name: String) throws -> Zone { try zones.zone(named: name) }

/// Ada, Bo and Cy of the team `Platform`, in Berlin.
func team() -> Team { team { _ in } }

func team(_ change: (inout Team) throws -> Void) rethrows -> Team {
  var team = Team(source: nowhere.source)
  team.name = "Platform"
  team.zone = "Europe/Berlin"
  team.rotations = [Rotation(id: service, name: "Service tasks", place: nil)]
  team.engineers = [("ada", "Ada Lindqvist"), ("bo", "Bo Chen"), ("cy", "Cy Okafor")].map {
    var engineer = Engineer(
      id: EngineerID($0.0), name: $0.1, workdays: .mondayToFriday, place: nowhere)
    engineer.email = "\($0.0)@example.com"
    return engineer
  }
  try change(&team)
  return team
}

func project(
  _ id: String, _ first: String, _ last: String, _ change: (inout Project) throws -> Void = { _ in }
) throws -> Project {
  var project = Project(
    id: ProjectID(id), name: id, life: try days(first, last), startPlace: nowhere,
    endPlace: nowhere, place: nowhere)
  try change(&project)
  return project
}

/// A rota whose shifts begin with the first Monday of the period, one engineer a week.
func rota(
  _ name: String, _ holders: [EngineerID], owners: [String: [EngineerSpan]] = [:],
  covers: [Cover] = [], rotation: RotationID = service
) throws -> Rota {
  let period = try period(name)
  let weeks = period.weeks(handover: .monday)
  return Rota(
    period: period,
    shifts: zip(weeks, holders).map { Shift(week: $0, rotation: rotation, engineer: $1) },
    owners: owners.sorted { $0.key < $1.key }.map {
      Ownership(project: ProjectID($0.key), entries: $0.value)
    }, covers: covers)
}

func cover(_ first: String, _ last: String, _ engineer: EngineerID) throws -> Cover {
  Cover(days: try days(first, last), rotation: service, engineer: engineer)
}

/// What a run of `rota calendar` leaves behind.
struct Folder {
  var files: [String: SourceText] = [:]

  init(_ calendars: TeamCalendars) {
    for file in calendars.files {
      files[file.path] = SourceText(path: file.path, bytes: file.bytes)
    }
  }

  init() {}

  func bytes(_ path: String) throws -> [UInt8] { try #require(files[path]).bytes }

  func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  func events(_ path: String) throws -> [Component] {
    let reading = readCalendar(try #require(files[path]))
    #expect(reading.diagnostics.isEmpty)
    return reading.calendars.flatMap(\.components).filter { $0.name == "VEVENT" }
  }

  /// The event whose UID begins with a slot's parts.
  func event(_ path: String, _ slot: String) throws -> Component {
    try #require(
      try events(path).first { $0["UID"]?.text.hasPrefix(slot + "@") ?? false },
      "\(path) has \(slot)")
  }

  func hasEvent(_ path: String, _ slot: String) throws -> Bool {
    try events(path).contains { $0["UID"]?.text.hasPrefix(slot + "@") ?? false }
  }
}

extension Component {
  /// The value of a property as it is written.
  func raw(_ name: String) -> String? { self[name]?.rawValue }
  func text(_ name: String) -> String? { self[name]?.text }
}

/// Runs `calendars` over a folder as the command does: files that are not given stay.
func run(
  _ team: Team, _ rotas: [Rota], periods: [String]? = nil, today: String = "2026-12-01",
  zone named: Zone? = nil, options: CalendarOptions = CalendarOptions(),
  on folder: Folder = Folder()
) throws -> Folder {
  let made = try calendars(
    of: team, rotas: rotas, periods: periods?.map(period) ?? rotas.map(\.period),
    zone: named ?? zone(team.zone), today: day(today), options: options, folder: folder.files)
  #expect(made.diagnostics.isEmpty)
  var next = folder
  next.files.merge(Folder(made).files) { _, new in new }
  return next
}
