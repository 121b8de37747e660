package import RotaModel

/// What a fact says, so that facts of one kind can be told in one sentence.
package enum FactKind: Sendable {
  /// Somebody lacks what a rotation asks for.
  case skill(_ rotation: Int)
  /// Somebody is not a member of a rotation in some weeks.
  case membership(_ rotation: Int)
  /// Somebody is not on the team in some weeks.
  case employment
  /// Somebody is away in some weeks.
  case timeOff
  /// Somebody holds at most so many shifts.
  case limit(Int)
  case pin(ShiftWeek, EngineerID)
  /// Shifts that bind by rest: before the period, in a later rota, or in a week that stays.
  case heldBefore(ShiftWeek)
  case heldAfter(ShiftWeek)
  case frozen(ShiftWeek)
  /// Somebody may not own a project.
  case owner(OwnerObstacle)
  /// Somebody owns at most so many projects at once.
  case ownedAtOnce(Int)

  /// What keeps somebody from owning a project; who is left is told of those before.
  package enum OwnerObstacle: Int, Sendable {
    case skill, employment, timeOff
  }
}
