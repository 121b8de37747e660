import RotaModel
package import Rules

/// What a rota may favour: all rules hold as ever, and some points count ten times as much.
package enum Favour: String, Sendable, CaseIterable {
  case fairest, wishes, rhythm

  /// The terms that count more.
  package var terms: [Term] {
    switch self {
    case .fairest: [.fair, .unpopular, .balance]
    case .wishes: [.avoid, .prefer, .want]
    case .rhythm: [.change]
    }
  }

  /// One line for a person who chooses.
  package var reason: String {
    switch self {
    case .fairest: "shifts and projects shared out as evenly as possible"
    case .wishes: "as many wishes granted as possible"
    case .rhythm: "the turns of the last rota go on with as few changes as possible"
    }
  }

  /// How much more they count.
  static let emphasis = 10

  /// The team's weights with more on what is favoured; also on what the team weighs at nothing.
  func leaning(_ weights: Weights) -> Weights {
    var leaning = weights
    for key in terms.compactMap({ Weights.Key(rawValue: $0.rawValue) }) {
      leaning[key] = Favour.emphasis * max(1, weights[key])
    }
    return leaning
  }
}
