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

  /// The rule of an id, or nil.
  package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
