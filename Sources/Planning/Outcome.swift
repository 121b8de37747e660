package import Diagnostics
package import RotaModel
package import Rules

/// What planning a period came to.
package enum Outcome: Sendable {
  case solved(Solution)
  /// No rota keeps every hard rule.
  case infeasible(Clash)
  /// The work limit ended with neither a rota nor a proof; no rota has fewer points than the bound.
  case unknown(bound: Int)
  /// A bound and a rota contradict each other: a mistake of the program, and no result.
  case contradiction(String)
}

/// A rota that keeps every hard rule, and what is proved of it.
package struct Solution: Sendable {
  /// Planned, so without places: shifts by week and rotation, owners in the team file's order.
  package let rota: Rota
  package let points: Points
  /// No rota has fewer points; never more than `points.total`.
  package let bound: Int

  package init(rota: Rota, points: Points, bound: Int) {
    self.rota = rota
    self.points = points
    self.bound = bound
  }

  /// Whether the rota is proved to have the fewest points.
  package var isOptimal: Bool { bound == points.total }
}

/// Facts that cannot hold together, and single edits that would make a rota possible.
package struct Clash: Sendable {
  /// One sentence that says what is impossible, in a lead's words.
  package let summary: String
  package let facts: [Fact]
  package let fixes: [Fix]

  package init(summary: String, facts: [Fact], fixes: [Fix]) {
    self.summary = summary
    self.facts = facts
    self.fixes = fixes
  }

  /// One fact, or several of one kind told in one sentence.
  package struct Fact: Sendable {
    package let text: String
    /// The facts that the sentence stands for, at least one; where it is one, in the same words.
    package let parts: [Part]

    /// A fact by itself.
    package struct Part: Sendable {
      package let text: String
      package let place: Place?
    }

    package init(_ text: String, at place: Place?) {
      self.text = text
      parts = [Part(text: text, place: place)]
    }

    init(_ text: String, of parts: [Part]) {
      self.text = text
      self.parts = parts
    }

    /// Where it is written, each place once, in the order of its parts. Empty for what no file says.
    package var places: [Place] {
      var places: [Place] = []
      for place in parts.compactMap(\.place)
      where !places.contains(where: { $0.file == place.file && $0.line == place.line }) {
        places.append(place)
      }
      return places
    }

    /// The first of its places.
    package var place: Place? { places.first }
  }

  package struct Fix: Sendable {
    package let text: String
    /// The points of the best rota after the edit.
    package let points: Int?
    /// Whether no rota has fewer points then; where it is not known, one of these points was found.
    package let isProved: Bool

    package init(_ text: String, points: Int?, isProved: Bool = true) {
      self.text = text
      self.points = points
      self.isProved = isProved
    }
  }
}

/// What there is to tell once it is known that no rota exists, in this order.
package enum ClashStep: Sendable {
  /// The facts that clash are looked for.
  case looking
  /// They are found; no edit has been tried yet.
  case found(Clash)
  /// An edit that was tried makes a rota possible.
  case helps(Clash.Fix)
}
