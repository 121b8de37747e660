import Rules

/// What facts have in common that are told in one sentence.
enum FactFamily: Hashable {
  case skill(Int)
  case membership(Int, weeks: Set<Int>)
  case employment(weeks: Set<Int>)
  case timeOff(weeks: Set<Int>)
  case owner(seat: Int, FactKind.OwnerObstacle)
  case limit, pin, heldBefore, heldAfter, frozen, ownedAtOnce

  /// nil for a fact that stands for itself.
  init?(_ fact: BlockingFact) {
    switch fact.kind {
    case .skill(let rotation): self = .skill(rotation)
    case .membership(let rotation): self = .membership(rotation, weeks: fact.weeks)
    case .employment: self = .employment(weeks: fact.weeks)
    case .timeOff: self = .timeOff(weeks: fact.weeks)
    case .limit: self = .limit
    case .pin: self = .pin
    case .heldBefore: self = .heldBefore
    case .heldAfter: self = .heldAfter
    case .frozen: self = .frozen
    case .owner(let obstacle):
      guard let seat = fact.seat else { return nil }
      self = .owner(seat: seat, obstacle)
    case .ownedAtOnce: self = .ownedAtOnce
    case nil: return nil
    }
  }
}
