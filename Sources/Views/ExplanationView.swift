public import Diagnostics
public import RotaModel
public import Scheduling

/// The answer of `why`.
public struct ExplanationView: Sendable {
  private let explanation: Explanation
  private let team: Team

  public init(_ explanation: Explanation, team: Team) {
    self.explanation = explanation
    self.team = team
  }

  public var text: String {
    var text = headline + "\n\n"
    for option in explanation.options {
      let name = team.name(of: option.engineer).safeForTerminal
      switch option.verdict {
      case .stopped(let rules):
        for rule in rules {
          let place = rule.place.map { " (\($0.file):\($0.line))" } ?? ""
          text += "\(name): \(rule.message)\(place) [\(rule.id)]".safeForTerminal + "\n"
        }
      case .impossible(let summary):
        text += "\(name): no rota exists then; \(summary)\n"
      case .costs(let rise, let moves):
        text += "\(name): \(points(rise))\(described(moves))\n"
      case .unknown:
        text += "\(name): not known within the work limit\n"
      }
    }
    return text
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
    let others = explanation.options.filter { $0.engineer != explanation.holder }
    let rises = others.compactMap { option -> (EngineerID, Int)? in
      guard case .costs(let rise, _) = option.verdict else { return nil }
      return (option.engineer, rise)
    }
    guard let next = rises.min(by: { $0.1 < $1.1 }) else {
      return others.count > 1 ? "and nobody else can hold it" : nil
    }
    let name = team.name(of: next.0)
    return next.1 == 0
      ? "and with \(name) it would have as few" : "and with \(name), the next best, \(next.1) more"
  }

  private func points(_ rise: Int) -> String {
    switch rise {
    case 0: "no points more"
    case 1: "1 point more"
    default: "\(rise) points more"
    }
  }

  private func described(_ moves: [Explanation.Move]) -> String {
    guard !moves.isEmpty else { return "" }
    let several = team.rotations.count > 1
    let list = moves.map { move in
      let duty = several ? " (\(move.rotation))" : ""
      return "\(move.week)\(duty) \(move.from?.text ?? "nobody") → \(move.to?.text ?? "nobody")"
    }
    return "; moves " + list.joined(separator: ", ")
  }

  /// The interface of `why --format json`.
  public var json: JSON {
    [
      "week": .string(explanation.week.description),
      "rotation": .string(explanation.rotation.text),
      "holder": explanation.holder.map { .string($0.text) } ?? .null,
      "points": .number(explanation.optimum),
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
    case .costs(let rise, let moves):
      members.append(.init("verdict", "costs"))
      members.append(.init("rise", .number(rise)))
      members.append(
        .init(
          "moves",
          .array(
            moves.map {
              [
                "week": .string($0.week.description), "rotation": .string($0.rotation.text),
                "from": $0.from.map { .string($0.text) } ?? .null,
                "to": $0.to.map { .string($0.text) } ?? .null,
              ]
            })))
    case .unknown:
      members.append(.init("verdict", "unknown"))
    }
    return .object(members)
  }
}
