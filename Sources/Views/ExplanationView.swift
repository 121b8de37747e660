import Dates
package import Diagnostics
package import Planning
package import RotaModel
import Rules

/// The answer of `why`.
package struct ExplanationView: Sendable {
  private let explanation: Explanation
  private let team: Team

  package init(_ explanation: Explanation, team: Team) {
    self.explanation = explanation
    self.team = team
  }

  package func text(width: Int?) -> String {
    var table = TextTable([
      .name("engineer"), .number("points"), .words("what stops it, or what else would move"),
    ])
    for option in explanation.options {
      let name = team.name(of: option.engineer)
      switch option.verdict {
      case .stopped(let rules):
        for rule in rules {
          let place = rule.place.map { " (\($0.file):\($0.line))" } ?? ""
          table.add([name, "", "\(rule.message)\(place) [\(rule.id)]"])
        }
      case .impossible(let summary):
        table.add([name, "", "no rota exists then: \(summary)"])
      case .costs(let cost):
        table.add([name, "+\(cost.rise)", described(cost)])
      case .unknown:
        table.add([name, "", "not known within the work limit"])
      }
    }
    let lines = ExplainedTies(explanation, team: team).lines
    return headline + "\n\n" + table.text(width: width)
      + (lines.isEmpty ? "" : "\n" + lines.map { $0.safeForTerminal + "\n" }.joined()) + footnote
  }

  private var footnote: String {
    guard let onFile = explanation.pointsOnFile, onFile != explanation.optimum else { return "" }
    return
      "\nThe rota on file has \(onFile) points; what would move is told against the best one.\n"
  }

  private var headline: String {
    let duty = team.rotation(explanation.rotation)?.name ?? explanation.rotation.text
    let holder = explanation.holder.map { team.name(of: $0) } ?? "nobody"
    let start = "\(duty) in the week of \(explanation.week): \(holder)"
    let optimum = "the best rota has \(explanation.optimum) points"
    guard let reason else { return (start + "; " + optimum + ".").safeForTerminal }
    return (start + "; " + optimum + ", " + reason + ".").safeForTerminal
  }

  /// The holder's reason in points against the best alternative.
  private var reason: String? {
    switch alternative {
    case .engineer(let id, 0): "and with \(team.name(of: id)) it would have as few"
    case .engineer(let id, let rise):
      "and with \(team.name(of: id)), the next best\(ofThoseKnown), \(rise) more"
    case .unknown: "and who else could hold it is not known within the work limit"
    case .nobody:
      explanation.options.count { $0.engineer != explanation.holder } > 1
        ? "and nobody else can hold it" : nil
    }
  }

  /// Who else could best hold the shift, and by how many points the best rota would rise.
  private enum Alternative {
    case engineer(EngineerID, rise: Int)
    case nobody
    /// Nobody of whom it is known; of some it is not.
    case unknown
  }

  /// Some engineer's answer was not found within the work limit.
  private var knowsNotAll: Bool {
    explanation.options.contains { option in
      if case .unknown = option.verdict { option.engineer != explanation.holder } else { false }
    }
  }

  private var ofThoseKnown: String { knowsNotAll ? " of those known" : "" }

  private var alternative: Alternative {
    let rises = explanation.options.compactMap { option -> (EngineerID, Int)? in
      guard option.engineer != explanation.holder, case .costs(let cost) = option.verdict else {
        return nil
      }
      return (option.engineer, cost.rise)
    }
    return rises.min { $0.1 < $1.1 }.map { .engineer($0.0, rise: $0.1) }
      ?? (knowsNotAll ? .unknown : .nobody)
  }

  /// The best alternative in a few words: `Jonas Feldkamp, 4 points more`.
  package var alternativeWords: String {
    switch alternative {
    case .engineer(let id, 0): "\(team.name(of: id)), for as few points"
    case .engineer(let id, let rise):
      "\(team.name(of: id)), \(rise) \(rise == 1 ? "point" : "points") more"
        + (knowsNotAll ? ", the best\(ofThoseKnown)" : "")
    case .unknown: "not known within the work limit"
    case .nobody: "nobody else can hold it"
    }
  }

  /// More moves than these are counted only; JSON has all of them.
  private static let shown = 3

  private func described(_ cost: Explanation.Cost) -> String {
    let several = team.rotations.count > 1
    let shifts = cost.moves.map { move in
      let duty = several ? " (\(move.rotation))" : ""
      return "\(move.week)\(duty) \(move.from?.text ?? "nobody") → \(move.to?.text ?? "nobody")"
    }
    let projects = cost.handovers.map { handover in
      let from = handover.from.map(\.text).joined(separator: ", ")
      return "\(handover.project) \(from) → \(handover.to.map(\.text).joined(separator: ", "))"
    }
    let all = shifts + projects
    let rest = all.count - ExplanationView.shown
    return all.prefix(ExplanationView.shown).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The interface of `why --format json`.
  package var json: JSON {
    [
      "week": .string(explanation.week.description),
      "rotation": .string(explanation.rotation.text),
      "holder": explanation.holder.map { .string($0.text) } ?? .null,
      "points": .number(explanation.optimum),
      "points_on_file": explanation.pointsOnFile.map { .number($0) } ?? .null,
      "engineers": .array(explanation.options.map(json)),
    ]
  }

  private func json(_ option: Explanation.Option) -> JSON {
    var members: [JSON.Member] = [.init("engineer", .string(option.engineer.text))]
    switch option.verdict {
    case .stopped(let rules):
      members.append(.init("verdict", "stopped"))
      members.append(.init("rules", .array(rules.map(\.finding))))
    case .impossible(let summary):
      members.append(.init("verdict", "impossible"))
      members.append(.init("reason", .string(summary)))
    case .costs(let cost):
      members.append(.init("verdict", "costs"))
      members.append(.init("rise", .number(cost.rise)))
      members.append(
        .init(
          "terms", .object(cost.terms.map { .init($0.term.rawValue, .number($0.points)) })))
      members.append(
        .init(
          "moves",
          .array(
            cost.moves.map {
              [
                "week": .string($0.week.description), "rotation": .string($0.rotation.text),
                "from": $0.from.map { .string($0.text) } ?? .null,
                "to": $0.to.map { .string($0.text) } ?? .null,
              ]
            })))
      members.append(
        .init(
          "handovers",
          .array(
            cost.handovers.map {
              [
                "project": .string($0.project.text),
                "from": .array($0.from.map { .string($0.text) }),
                "to": .array($0.to.map { .string($0.text) }),
              ]
            })))
    case .unknown:
      members.append(.init("verdict", "unknown"))
    }
    return .object(members)
  }
}
