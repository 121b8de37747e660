import Dates
import Diagnostics
import Exchange
import ICalendar
import RotaModel
import TeamFiles

extension FuzzTarget {
  static let table = FuzzTarget(name: "table", base: 16) { bytes in imported(bytes, "sheet.csv") }

  static let json = FuzzTarget(name: "json", base: 16) { bytes in
    guard let first = bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return
    }
    imported(bytes, "shifts.json")
  }

  private static func imported(_ bytes: [UInt8], _ path: String) {
    let zones = ZoneDirectory.system(tzdir: nil)
    var request = ImportRequest(
      team: sampleTeam, zone: (try? zones.zone(named: "Europe/Berlin")) ?? .utc, zones: zones,
      today: Day("2027-07-01")!, rotas: [])
    request.rotation = RotationID("service")
    let shifts = importShifts(from: SourceText(path: path, bytes: bytes), request)
    show(shifts.errors + shifts.leftOut + shifts.warnings)
    for file in shifts.files {
      must(!file.weeks.isEmpty, "a rota is made of weeks")
      for week in file.weeks { _ = shifts.place(of: week).line }
    }
  }
}
