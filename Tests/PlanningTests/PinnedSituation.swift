import Dates
import RotaModel
import Rules

extension Situation {
  /// The same with a shift that is an engineer's, whoever it was pinned to.
  func pinning(_ week: ShiftWeek, _ rotation: RotationID, _ engineer: EngineerID) -> Situation {
    var team = team
    team.pins.removeAll { $0.week == week && $0.rotation == rotation }
    team.pins.append(
      Pin(
        week: week, rotation: rotation, engineer: engineer, place: team.engineers[0].place))
    return Situation(team: team, rotas: rotas, today: today)
  }
}
