public import Diagnostics
public import RotaModel

/// What planning a period came to.
public enum Outcome: Sendable {
  case solved(Solution)
  /// No rota keeps every hard rule.
  case infeasible(Clash)
  /// The work limit ended with neither a rota nor a proof; no rota has fewer points than the bound.
  case unknown(bound: Int)
  /// A bound and a rota contradict each other: a mistake of the program, and no result.
  case contradiction(String)
}

/// A rota that keeps every hard rule, and what is proved of it.
public struct Solution: Sendable {
  /// Planned, so without places: shifts by week and rotation, owners in the team file's order.
  public let rota: Rota
  public let points: Points
  /// No rota has fewer points; never more than `points.total`.
  public let bound: Int

  public init(rota: Rota, points: Points, bound: Int) {
    self.rota = rota
    self.points = points
    self.bound = bound
  }

  /// Whether the rota is proved to have the fewest points.
  public var isOptimal: Bool { bound == points.total }
}

/// Facts that cannot hold together, and single edits that would make a rota possible.
public struct Clash: Sendable {
  /// One sentence that says what is impossible, in a lead's words.
  public let summary: String
  public let facts: [Fact]
  public let fixes: [Fix]

  public init(summary: String, facts: [Fact], fixes: [Fix]) {
    self.summary = summary
    self.facts = facts
    self.fixes = fixes
  }

  /// One fact, or several of one kind told in one sentence.
  public struct Fact: Sendable {
    public let text: String
    /// The facts that the sentence stands for, at least one; where it is one, in the same words.
    public let parts: [Part]

    /// A fact by itself.
    public struct Part: Sendable {
      public let text: String
      public let place: Place?
    }

    public init(_ text: String, at place: Place?) {
      self.text = text
      parts = [Part(text: text, place: place)]
    }

    init(_ text: String, of parts: [Part]) {
      self.text = text
      self.parts = parts
    }

    /// Where it is written, each place once, in the order of its parts. Empty for what no file says.
    public var places: [Place] {
      var places: [Place] = []
      for place in parts.compactMap(\.place)
      where !places.contains(where: { $0.file == place.file && $0.line == place.line }) {
        places.append(place)
      }
      return places
    }

    /// The first of its places.
    public var place: Place? { places.first }
  }

  public struct Fix: Sendable {
    public let text: String
    /// The points of the best rota after the edit.
    public let points: Int?

    public init(_ text: String, points: Int?) {
      self.text = text
      self.points = points
    }
  }
}

/// What there is to tell once it is known that no rota exists, in this order.
public enum ClashStep: Sendable {
  /// The facts that clash are looked for.
  case looking
  /// They are found; no edit has been tried yet.
  case found(Clash)
  /// An edit that was tried makes a rota possible.
  case helps(Clash.Fix)
}

/// What a rota, as it is, comes to.
public struct Judgement: Sendable {
  public let points: Points
  /// By engineer in the team file's order, every one of an `E(r)`; rotations in the file's order.
  public let shares: [Share]
  /// Conflicts and warnings of this rota, by place.
  public let findings: [Diagnostic]

  public init(points: Points, shares: [Share], findings: [Diagnostic]) {
    self.points = points
    self.shares = shares
    self.findings = findings
  }
}

/// What one engineer owes and holds of one rotation in a period.
public struct Share: Sendable, Hashable {
  public let engineer: EngineerID
  public let rotation: RotationID
  /// What is owed.
  package let parts: TargetParts
  /// Shifts held in the period.
  public let held: Int

  package init(engineer: EngineerID, rotation: RotationID, parts: TargetParts, held: Int) {
    self.engineer = engineer
    self.rotation = rotation
    self.parts = parts
    self.held = held
  }

  /// `T(e,r)` in hundredths of a shift.
  public var target: Int { parts.target }
}
