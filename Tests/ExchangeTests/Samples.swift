import Dates
import Diagnostics
import Exchange
import Foundation
import ICalendar
import RotaModel
import Testing

func day(_ text: String) throws -> Day { try #require(Day(text), "\(text) is a date") }

func period(_ name: String) throws -> Period { try #require(Period(named: name)) }

/// Places don't matter here: everything stands in an empty file.
let nowhere = Place(SourceText(path: "team.yaml", text: ""), 0..<0)
let service = RotationID("service")
let backup = RotationID("backup")

let zones = ZoneDirectory.system(tzdir: nil)

/// Ada, Bo and Cy with the rotations `service` and `backup`; Cy has no account anywhere.
func team(zone: String = "Europe/Berlin", handover: (hour: Int, minute: Int) = (9, 0)) throws
  -> Team
{
  var team = Team(source: nowhere.source)
  team.name = "Platform"
  team.zone = zone
  team.handover = Handover(
    weekday: .monday,
    time: try #require(LocalTime(hour: handover.hour, minute: handover.minute)))
  team.rotations = [service, backup].map { Rotation(id: $0, name: $0.text, place: nil) }
  team.engineers = ["ada", "bo", "cy"].map {
    Engineer(id: EngineerID($0), name: $0, workdays: .mondayToFriday, place: nowhere)
  }
  for index in [0, 1] {
    team.engineers[index].email = "\(team.engineers[index].id)@example.com"
    for system in ["pagerduty", "atlassian", "goalert", "grafana", "rootly"] {
      let id = system == "rootly" ? "10\(index)" : "\(system)-\(index)"
      team.engineers[index].accounts[system] = Located(id, at: nowhere)
    }
  }
  return team
}

/// A rota in which the holders have the shifts one after the other; nil leaves one open.
func rota(
  _ name: String, _ holders: [String?], of rotation: RotationID = service, covers: [Cover] = []
) throws -> Rota {
  let period = try period(name)
  let shifts = zip(period.weeks(handover: .monday), holders).compactMap { week, holder in
    holder.map { Shift(week: week, rotation: rotation, engineer: EngineerID($0)) }
  }
  return Rota(period: period, shifts: shifts, covers: covers)
}

func cover(_ first: String, _ last: String, by engineer: String) throws -> Cover {
  Cover(
    days: try day(first)..<(day(last) + 1), rotation: service, engineer: EngineerID(engineer))
}

/// The stretches of some rotas in a team's zone.
func stretches(
  _ rotas: [Rota], of team: Team, window: ExportWindow = ExportWindow()
) throws -> DutyStretches {
  DutyStretches(
    of: rotas, rotation: service, team: team, zone: try zones.zone(named: team.zone),
    window: window)
}

/// The body of a format for some rotas, as if sent long before they begin.
func body(
  _ name: String, _ rotas: [Rota], of team: Team, settings: [String: [String]] = [:]
) throws -> String {
  let format = try #require(ExportFormat.named(name))
  let found = try stretches(rotas, of: team)
  let people = format.people.names(of: found.stretches, in: team)
  #expect(people.missing.isEmpty)
  let export = Export(
    team: team, zone: try zones.zone(named: team.zone), today: try day("2026-12-01"),
    rotation: team.rotation(service), formatStart: nil, stretches: found.stretches, sources: [],
    settings: settings, people: people.names)
  return String(decoding: format.body(export), as: UTF8.self)
}

/// A text in RFC 3339 as a moment, read by Foundation.
func moment(_ text: String) throws -> Int {
  let formatter = ISO8601DateFormatter()
  formatter.formatOptions = [.withInternetDateTime]
  return Int(try #require(formatter.date(from: text), "\(text)").timeIntervalSince1970)
}

/// JSON read by Foundation.
func parsed(_ text: some StringProtocol) throws -> [String: Any] {
  try #require(
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}
