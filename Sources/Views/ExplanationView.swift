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
        table.add([name, signed(cost.rise), described(cost)])
      case .between(let cost, let least):
        let most = signed(cost.rise)
        table.add([
          name, least > 0 ? "\(signed(least)) to \(most)" : "at most \(most)", described(cost),
        ])
      case .unknown:
        table.add([name, "", "not known within the work limit"])
      }
    }
    let lines = ExplainedTies(explanation, team: team).lines
    return headline + "\n\n" + table.text(width: width)
      + (lines.isEmpty ? "" : "\n" + lines.map { $0.safeForTerminal + "\n" }.joined()) + footnote
  }

  private func signed(_ points: Int) -> String { points < 0 ? "\(points)" : "+\(points)" }

  private var footnote: String {
    guard let onFile = explanation.pointsOnFile, onFile != explanation.optimum else { return "" }
    return
      "\nThe rota on file has \(onFile) points; what would move is told against the best one.\n"
  }

  private var headline: String {
    let duty = team.rotation(explanation.rotation)?.name ?? explanation.rotation.text
    let holder = explanation.holder.map { team.name(of: $0) } ?? "nobody"
    let start = "\(duty) in the week of \(explanation.week): \(holder)"
    let (found, bound) = (explanation.optimum, explanation.bound)
    let optimum =
      bound == found
      ? "the best rota has \(found) points"
      : "the best rota found has \(found) points (none has fewer than \(bound))"
    guard let reason else { return (start + "; " + optimum + ".").safeForTerminal }
    return (start + "; " + optimum + ", " + reason + ".").safeForTerminal
  }

  /// The holder's reason in points against the best alternative.
  private var reason: String? {
    switch alternative {
    case .engineer(let id, 0, _): "and with \(team.name(of: id)) it would have as few"
    case .engineer(let id, let rise, let isProved):
      "and with \(team.name(of: id)), the next best\(ofThoseKnown), "
        + "\(isProved ? "" : "at most ")\(rise) more"
    case .unknown: "and who else could hold it is not known within the work limit"
    case .nobody:
      explanation.options.count { $0.engineer != explanation.holder } > 1
        ? "and nobody else can hold it" : nil
    }
  }

  /// Who else could best hold the shift, and by how many points the best rota would rise.
  private enum Alternative {
    case engineer(EngineerID, rise: Int, isProved: Bool)
    case nobody
    /// Nobody of whom it is known; of some it is not.
    case unknown
  }

  /// Some engineer's answer was not found within the work limit, or may be better than the best.
  private var knowsNotAll: Bool {
    explanation.options.contains { option in
      guard option.engineer != explanation.holder else { return false }
      switch option.verdict {
      case .unknown: return true
      case .between(_, let least): return least < rises.map(\.rise).min() ?? .max
      case .stopped, .impossible, .costs: return false
      }
    }
  }

  private var ofThoseKnown: String { knowsNotAll ? " of those known" : "" }

  /// What it takes at the most, where that is known.
  private var rises: [(engineer: EngineerID, rise: Int, isProved: Bool)] {
    explanation.options.compactMap { option in
      guard option.engineer != explanation.holder else { return nil }
      switch option.verdict {
      case .costs(let cost): return (option.engineer, cost.rise, true)
      case .between(let cost, _): return (option.engineer, cost.rise, false)
      case .stopped, .impossible, .unknown: return nil
      }
    }
  }

  private var alternative: Alternative {
    rises.min { $0.rise < $1.rise }.map {
      .engineer($0.engineer, rise: $0.rise, isProved: $0.isProved)
    } ?? (knowsNotAll ? .unknown : .nobody)
  }

  /// The best alternative in a few words: `Jonas Feldkamp, 4 points more`.
  package var alternativeWords: String {
    switch alternative {
    case .engineer(let id, 0, _): "\(team.name(of: id)), for as few points"
    case .engineer(let id, let rise, let isProved):
      "\(team.name(of: id)), \(isProved ? "" : "at most ")\(rise) "
        + "\(rise == 1 ? "point" : "points") more"
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
    let projects = cost.ownerChanges.map { change in
      let from = change.from.map(\.text).joined(separator: ", ")
      return "\(change.project) \(from) → \(change.to.map(\.text).joined(separator: ", "))"
    }
    let all = shifts + projects
    let rest = all.count - ExplanationView.shown
    return all.prefix(ExplanationView.shown).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The interface of `why --format json`.
  package var json: JSON {
    let (found, bound) = (explanation.optimum, explanation.bound)
    return .object(
      [
        .init("week", .string(explanation.week.description)),
        .init("rotation", .string(explanation.rotation.text)),
        .init("holder", explanation.holder.map { .string($0.text) } ?? .null),
        .init("points", .number(found)),
      ] + (bound == found ? [] : [.init("bound", .number(bound))]) + [
        .init("points_on_file", explanation.pointsOnFile.map { .number($0) } ?? .null),
        .init("engineers", .array(explanation.options.map(json))),
      ])
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
      members += [.init("verdict", "costs"), .init("rise", .number(cost.rise))] + json(cost)
    case .between(let cost, let least):
      members +=
        [
          .init("verdict", "between"), .init("rise_at_least", .number(least)),
          .init("rise_at_most", .number(cost.rise)),
        ] + json(cost)
    case .unknown:
      members.append(.init("verdict", "unknown"))
    }
    return .object(members)
  }

  private func json(_ cost: Explanation.Cost) -> [JSON.Member] {
    let moves = cost.moves.map { move -> JSON in
      [
        "week": .string(move.week.description), "rotation": .string(move.rotation.text),
        "from": move.from.map { .string($0.text) } ?? .null,
        "to": move.to.map { .string($0.text) } ?? .null,
      ]
    }
    let handovers = cost.ownerChanges.map { change -> JSON in
      [
        "project": .string(change.project.text),
        "from": .array(change.from.map { .string($0.text) }),
        "to": .array(change.to.map { .string($0.text) }),
      ]
    }
    return [
      .init(
        "terms", .object(cost.terms.map { .init($0.term.rawValue, .number($0.points)) })),
      .init("moves", .array(moves)), .init("handovers", .array(handovers)),
    ]
  }
}
