import RotaModel

/// Fills that are lines, so that they are printed and told apart without colours.
enum Pattern {
  /// Each once a document: the marks name them.
  static var definitions: Markup {
    .element(
      .defs, [],
      [
        pattern("off", side: 6, "M0 0V6", turned: "rotate(45)"),
        pattern("covered", side: 4, "M0 0V4", turned: "rotate(-45)"),
        pattern("holiday", side: 6, "M2 3H4", turned: nil),
      ])
  }

  private static func pattern(
    _ id: String, side: Int, _ path: String, turned: String?
  ) -> Markup {
    .element(
      .pattern,
      [
        Attribute(.id, id), Attribute(.width, side), Attribute(.height, side),
        Attribute(.patternUnits, "userSpaceOnUse"),
      ] + (turned.map { [Attribute(.patternTransform, $0)] } ?? []),
      .element(.path, [.classed("\(id)-line"), Attribute(.d, path)]))
  }
}

/// The mark of a session, by what it is for.
enum SessionShape: CaseIterable {
  case pairing, sharing, thanks, improvements

  init(_ session: PlannedSession) {
    self =
      switch session.purpose {
      case .pairing: .pairing
      case .sharing: .sharing
      case .thanks: .thanks
      case .improvements: .improvements
      }
  }

  var words: String {
    switch self {
    case .pairing: "pairing"
    case .sharing: "knowledge sharing"
    case .thanks: "feedback: thanks"
    case .improvements: "feedback: improvements"
    }
  }

  /// Around its middle, at most ten pixels wide: the style sheet lets it be seen on both sides.
  private var path: String {
    switch self {
    case .pairing: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z"
    case .sharing: "M0-5L5 0L0 5L-5 0Z"
    case .thanks: "M0-4.5L4.5 4H-4.5Z"
    case .improvements: "M0 4.5L4.5-4H-4.5Z"
    }
  }

  func drawn(at x: String, _ y: Int) -> Markup {
    .element(
      .svg, [Attribute(.x, x), Attribute(.y, y)],
      .element(.path, [.classed("session"), Attribute(.d, path)]))
  }
}
