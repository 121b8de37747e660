import Diagnostics
import RotaModel

/// All rules, in the order of the reference: hard, soft, warnings.
package enum RuleBook {
  package static let rules: [Rule] = [
    .unfilled, .unknownEngineer, .unknownRotation, .unknownProject, .outsidePeriod, .notAMember,
    .notEmployed, .away, .doubleShift, .rest, .tooManyShifts, .pinBroken, .unowned,
    .tooManyOwners, .ownerSkill, .ownerNotEmployed, .ownerAway, .tooManyProjects, .ownerChanged,
    .docsMissing,
    .fair, .unpopular, .spacing, .avoid, .prefer, .protect, .want, .balance, .change,
    .changeOwner,
    .unfair, .docsDue, .sharingUnplanned, .noJoined, .loneSkill, .outsideLife, .gap, .sameName,
    .pairingMissing, .feedbackMissing, .bothAway,
  ]

  static let shapes: [Shape] = rules.flatMap(\.shapes)

  /// Those that charge for a project.
  static let projectShapes: [Shape] = shapes.filter {
    switch $0 {
    case .ownerPoints, .linkPoints, .projectPoints: true
    default: false
    }
  }

  /// Those that charge by number or by distance.
  static let countedShapes: [Shape] = shapes.filter {
    switch $0 {
    case .chainPoints, .shiftCountPoints, .unpopularCountPoints, .ownerWeekPoints: true
    default: false
    }
  }

  /// The soft rules, each with the term of points it charges.
  static let terms: [(rule: Rule, term: Term)] = rules.compactMap { rule in
    guard rule.kind == .soft, let term = Term(rawValue: rule.id) else { return nil }
    return (rule, term)
  }

  /// What forbids a shift by itself, and what forbids owning a project.
  static let cellRules: [@Sendable (Frame, Cell) -> Bool] = shapes.compactMap {
    if case .cell(let breaks, _, _) = $0 { breaks } else { nil }
  }
  static let ownerRules: [@Sendable (Situation, Owning) -> Bool] = shapes.compactMap {
    if case .owner(let breaks, _, _) = $0 { breaks } else { nil }
  }

  /// The fewest weeks from one shift of an engineer to the next; 1 where no rule asks for more.
  static func leastDistance(_ team: Team) -> Int {
    shapes.reduce(1) { least, shape in
      guard case .chain(let fewest, _, _, _) = shape else { return least }
      return max(least, fewest(team))
    }
  }

  /// The same ids in the rule book's order, each once.
  package static func inOrder(_ ids: Set<String>) -> [String] {
    rules.map(\.id).filter(ids.contains)
  }

  /// The rule of an id, or nil.
  package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
