import RotaModel

/// What a fact says, so that facts of one kind can be told in one sentence.
enum FactKind: Sendable {
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
  /// A rule keeps somebody from owning a project; the seat is one of the problem's.
  case owner(_ seat: Int, rule: String)
  /// Somebody owns at most so many projects at once.
  case ownedAtOnce(Int)

  /// What facts have in common that are told together.
  enum Family: Hashable {
    case skill(Int)
    case membership(Int, weeks: Set<Int>)
    case employment(weeks: Set<Int>)
    case timeOff(weeks: Set<Int>)
    case owner(Int, rule: String)
    case limit, pin, heldBefore, heldAfter, frozen, ownedAtOnce
  }

  func family(_ weeks: Set<Int>) -> Family {
    switch self {
    case .skill(let rotation): .skill(rotation)
    case .membership(let rotation): .membership(rotation, weeks: weeks)
    case .employment: .employment(weeks: weeks)
    case .timeOff: .timeOff(weeks: weeks)
    case .limit: .limit
    case .pin: .pin
    case .heldBefore: .heldBefore
    case .heldAfter: .heldAfter
    case .frozen: .frozen
    case .owner(let seat, let rule): .owner(seat, rule: rule)
    case .ownedAtOnce: .ownedAtOnce
    }
  }
}
