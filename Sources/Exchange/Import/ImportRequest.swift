package import Dates
package import ICalendar
package import RotaModel

/// What an import is asked to do, and what it starts from.
package struct ImportRequest: Sendable {
  package let team: Team
  /// The team's.
  package let zone: Zone
  package let zones: ZoneDirectory
  package let today: Day
  /// As they follow each other.
  package let rotas: [Rota]
  /// Whose weeks to take; nil for all.
  package var period: Period?
  /// Of rows and columns that name no rotation.
  package var rotation: RotationID?
  /// `--column`: of a header which rotation, nil to leave it out.
  package var columns: [(header: String, rotation: RotationID?)] = []
  package var dateOrder: DateOrder?
  package var sheetWeeks: SheetWeeks?
  /// `--list`: keys joined by dots.
  package var list: String?
  /// `--as`: whom a text means, nil to leave it out.
  package var people: [(text: String, engineer: EngineerID?)] = []

  package init(team: Team, zone: Zone, zones: ZoneDirectory, today: Day, rotas: [Rota]) {
    self.team = team
    self.zone = zone
    self.zones = zones
    self.today = today
    self.rotas = rotas
  }
}

/// By which weekday the weeks of a sheet are read that begin on another one than the handover's.
package enum SheetWeeks: String, Sendable, CaseIterable {
  /// A start names the shift week that starts in the seven days from it.
  case named
  /// The rota has the weekday of the sheet.
  case own
  /// The days of each row are given to the shift weeks they lie in.
  case cut
}
