package import Dates
package import Diagnostics
package import RotaModel

extension Situation {
  /// The hard rules that forbid owning a project on some days, whatever else is owned, in the rule
  /// book's order: `stops(owner)`.
  package func stops(_ owning: Owning) -> [Stop] {
    RuleBook.rules.flatMap { rule in
      rule.shapes.compactMap { shape -> Stop? in
        guard case .owner(_, _, let fact) = shape,
          let reason = shape.reason(self, owning, within: owning)
        else { return nil }
        return Stop(rule: rule, reason: reason, blockers: Blockers(fact(reason, self, owning)))
      }
    }
  }

  /// Whether none forbids it. O(rules).
  func allows(_ owning: Owning) -> Bool {
    RuleBook.ownerRules.allSatisfy { !$0(self, owning) }
  }

  /// By engineer: whether no rule forbids owning a project on some days, whatever else they own.
  func mayOwn(_ project: Project, on days: Range<Day>) -> [Bool] {
    team.engineers.indices.map {
      allows(Owning(engineer: $0, project: project, days: days))
    }
  }

  /// The limit of projects that an engineer owns at once; nil where there is none.
  package func ownedAtOnceFact(of engineer: Int) -> BlockingFact? {
    RuleBook.shapes.lazy.compactMap { shape -> BlockingFact? in
      guard case .ownedAtOnce(_, _, let fact) = shape else { return nil }
      return fact(self, engineer)
    }.first
  }
}

extension Frame {
  /// Why somebody cannot own what is left of a project; empty where nothing stops them.
  package func stops(
    _ owner: EngineerID, from framed: FramedProject, on days: Range<Day>
  ) -> [Diagnostic] {
    guard let engineer = availability.index(of: owner) else {
      return [Reason(owner.unknown).diagnostic(.unknownEngineer, at: nil)]
    }
    let stops = situation.stops(Owning(engineer: engineer, project: framed.project, days: days))
    let named = framed.project.namedOwners
    guard stops.isEmpty, !named.isEmpty, !named.contains(where: { $0.value == owner }) else {
      return stops.map(\.diagnostic)
    }
    return [
      Reason("the team file names \(listed(named.map { "`\($0.value)`" })) as owner").diagnostic(
        .pinBroken, at: named.first?.place)
    ]
  }
}

extension Shape {
  /// Why a rule forbids owning a project on some days; nil where it does not, or where all of the
  /// days may be owned: whoever may own all of it is not judged by what is left of it.
  func reason(_ situation: Situation, _ owning: Owning, within whole: Owning) -> Reason? {
    guard case .owner(let breaks, let explain, _) = self, breaks(situation, owning),
      breaks(situation, whole)
    else { return nil }
    return explain(situation, owning)
  }
}
