import Diagnostics
import Planning
import RotaModel
import Rules

/// Which engineers could hold a shift for the same points, and what makes the difference to the
/// holder: a line for each number of points that several have.
struct ExplainedTies {
  private let explanation: Explanation
  private let team: Team

  init(_ explanation: Explanation, team: Team) {
    self.explanation = explanation
    self.team = team
  }

  /// Empty where no two cost the same.
  var lines: [String] {
    let costs = explanation.options.compactMap { option -> (EngineerID, Explanation.Cost)? in
      guard option.engineer != explanation.holder, case .costs(let cost) = option.verdict else {
        return nil
      }
      return (option.engineer, cost)
    }
    let groups = Dictionary(grouping: costs) { $0.1.rise }
    return groups.sorted { $0.key < $1.key }.compactMap { rise, group in
      // The holder is one of those who cost nothing.
      guard group.count > 1 || rise == 0 else { return nil }
      let names = listed(group.map { team.name(of: $0.0) })
      if rise == 0 {
        return "\(names) could hold it in a rota with as few points: "
          + "ties are always broken the same way, mostly in the team file's order."
      }
      return "\(names) would cost the same, \(rise) more: " + reasons(group.map(\.1)) + "."
    }
  }

  /// What costs more in any of the rotas.
  private func reasons(_ costs: [Explanation.Cost]) -> String {
    let terms = Term.allCases.filter { term in
      costs.contains { $0.terms.contains { $0.term == term && $0.points > 0 } }
    }
    return terms.map { "`\($0.rawValue)` (\($0.earlierChoice))" }.joined(separator: ", ")
  }
}

extension Term {
  /// The earlier choice that a term hangs on, in a few words.
  fileprivate var earlierChoice: String {
    switch self {
    case .fair: "what everybody owes, earlier rotas included"
    case .unpopular: "unpopular weeks done, earlier rotas included"
    case .spacing: "the weeks since the last shift"
    case .avoid, .prefer: "wishes for weeks"
    case .protect: "protected weeks of projects"
    case .want: "wishes for projects"
    case .balance: "how much everybody owns"
    case .change, .changeOwner: "an earlier plan"
    }
  }
}
