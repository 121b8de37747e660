package import Diagnostics

/// A fact of a file that forbids something, and that could be otherwise.
package struct BlockingFact: Sendable {
  package let text: String
  package let place: Place?
  package let hardness: Hardness
  /// A single edit of the team file that takes the fact away, with what it says; nil where only
  /// the world can.
  package let edit: FactEdit?
  /// Facts of one kind are told together; nil for one that stands for itself.
  package let kind: FactKind?
  /// Whom it is about.
  package let engineer: Int?
  /// The weeks of the period, by index, in which it forbids a shift; empty for other facts.
  package var weeks: Set<Int>
  /// The problem's seat that it keeps somebody from; nil for other facts.
  package var seat: Int?

  /// How hard it is to change: harder facts are kept in a clash rather than easier ones.
  package enum Hardness: Int, Sendable {
    /// Somebody chose it: a pin, a limit, time off, a name.
    case chosen
    /// It is so: skills, membership, earlier rotas.
    case given
    /// Nobody of the team decides it: employment, working days.
    case outside
  }

  package init(
    _ text: String, at place: Place?, _ hardness: Hardness, edit: FactEdit? = nil,
    kind: FactKind? = nil, _ engineer: Int? = nil, in week: Int? = nil
  ) {
    self.text = text
    self.place = place
    self.hardness = hardness
    self.edit = edit
    self.kind = kind
    self.engineer = engineer
    weeks = week.map { [$0] } ?? []
  }
}

/// The facts that forbid one thing.
package struct Blockers: Sendable {
  package let facts: [BlockingFact]
  private let suffice: @Sendable (_ isKept: (Int) -> Bool) -> Bool

  /// Facts of which each forbids it.
  init(_ facts: BlockingFact...) {
    self.facts = facts
    suffice = { facts.indices.contains(where: $0) }
  }

  /// Facts that forbid it together.
  ///
  /// - Parameter suffice: whether those of them that are kept, told by index, forbid it still.
  init(together facts: [BlockingFact], suffice: @escaping @Sendable ((Int) -> Bool) -> Bool) {
    self.facts = facts
    self.suffice = suffice
  }

  /// Whether some of the facts forbid it: those whose index is kept.
  package func forbid(whereKept isKept: (Int) -> Bool) -> Bool { suffice(isKept) }
}
