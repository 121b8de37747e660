import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel
import Testing

/// What an import of some text comes to, as lines that tests can be read by.
struct Imported {
  let shifts: ImportedShifts

  /// `2026-10-05 service ada`, with `+bo 2026-10-07 1` for a cover of one day.
  var weeks: [String] {
    shifts.files.flatMap(\.weeks).map { week in
      "\(week.week) \(week.rotation) \(week.holder)"
        + week.covers.map { " +\($0.engineer) \($0.days.lowerBound) \($0.days.count)" }.joined()
    }
  }

  var periods: [String] { shifts.files.map(\.period.name) }
  /// Of all that stops the whole file or leaves out a row: `3:1 import-date`.
  var mistakes: [String] {
    (shifts.errors + shifts.leftOut).map { finding in
      (finding.place.map { "\($0.line):\($0.column) " } ?? "") + finding.id
    }
  }
  var warnings: [String] { shifts.warnings.map { "\($0.place?.line ?? 0) \($0.id)" } }
  var messages: String { terminalText(of: shifts.errors + shifts.leftOut + shifts.warnings) }
  var tally: String { shifts.tally.text(rotas: shifts.files.count) }
}

/// Ada Lovelace, Bo Stone, Søren Ångström and Cy Young of Berlin, handing over on Monday at 09:00.
func importTeam(_ rotations: [String] = ["service"]) throws -> Team {
  var team = try team()
  team.rotations = rotations.map { id in
    Rotation(id: RotationID(id), name: id == "backup" ? "Second line" : id, place: nil)
  }
  let names = ["ada": "Ada Lovelace", "bo": "Bo Stone", "cy": "Cy Young"]
  for index in team.engineers.indices {
    team.engineers[index].name = names[team.engineers[index].id.text] ?? ""
  }
  var soren = Engineer(
    id: EngineerID("soren"), name: "Søren Ångström", workdays: .mondayToFriday, place: nowhere)
  soren.aliases = [Located("Lucky", at: nowhere)]
  team.engineers.append(soren)
  return team
}

func imported(
  _ text: String, path: String = "sheet.csv", team: Team? = nil, today: String = "2030-01-01",
  rotas: [Rota] = [], _ change: (inout ImportRequest) -> Void = { _ in }
) throws -> Imported {
  try imported(
    Array(text.utf8), path: path, team: team, today: today, rotas: rotas, change)
}

func imported(
  _ bytes: [UInt8], path: String = "sheet.csv", team: Team? = nil, today: String = "2030-01-01",
  rotas: [Rota] = [], _ change: (inout ImportRequest) -> Void = { _ in }
) throws -> Imported {
  let team = try team ?? importTeam()
  var request = ImportRequest(
    team: team, zone: try zones.zone(named: team.zone), zones: zones, today: try day(today),
    rotas: rotas.following(handover: team.handover.weekday))
  change(&request)
  return Imported(
    shifts: importShifts(from: SourceText(path: path, bytes: bytes), request))
}
