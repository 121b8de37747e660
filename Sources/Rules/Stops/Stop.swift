package import Diagnostics

/// A hard rule that forbids something by itself, and why.
package struct Stop: Sendable {
  let rule: Rule
  package let reason: Reason
  package let blockers: Blockers
  /// Where it is told; nil for the first place that the reason names.
  var place: Place?

  /// Tells the facts of one rule from those of another.
  package var ruleID: String { rule.id }

  /// Whether it is nothing but a pin to somebody else.
  package var isPin: Bool {
    blockers.facts.allSatisfy { fact in
      if case .pin = fact.kind { true } else { false }
    }
  }

  /// The finding, at the place of the fact behind it.
  package var diagnostic: Diagnostic {
    reason.diagnostic(rule, at: place ?? reason.related.first?.place)
  }
}

/// Where a shift lies that is too close to another.
package enum ChainSide: Sendable {
  /// In an earlier rota, or in a week that stays as it is.
  case before
  /// In a later rota.
  case after
}
