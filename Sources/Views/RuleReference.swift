package import Diagnostics
import Planning
package import Rules

/// The rules as people read them, made from the rules themselves.
package enum RuleReference {
  /// All rules, a line each, under a heading for each kind.
  package static func list(width: Int?) -> String {
    let kinds: [(Rule.Kind, String)] = [
      (.hard, "Hard rules: a rota that breaks one has a conflict."),
      (.soft, "Soft rules: what they cost adds up to the points of a rota."),
      (.warning, "Warnings: worth knowing about, never part of the points."),
    ]
    return kinds.map { kind, heading in
      var table = TextTable([.whole("id"), .words("asks")])
      for rule in RuleBook.rules where rule.kind == kind { table.add([rule.id, rule.summary]) }
      return heading + "\n\n" + table.text(width: width)
    }.joined(separator: "\n")
  }

  /// One rule: what it asks for, why, and its two examples.
  package static func text(of rule: Rule) -> String {
    let (breaks, keeps) = rule.kind.verbs
    return "\(rule.id) (\(rule.kind.words))\n\n\(rule.summary)\n\nWhy: \(rule.why)\n"
      + "\nThis \(breaks):\n\n" + files(of: rule.examples.breaking)
      + "\nThis \(keeps):\n\n" + files(of: rule.examples.keeping)
  }

  private static func files(of example: Examples.Case) -> String {
    [
      ("the team file", example.team), ("the rota before", example.earlier),
      ("the earlier plan, given by `--base`", example.base),
      ("the rota", example.rota),
    ].filter { !$0.1.isEmpty }.map { name, text in
      "  # \(name)\n" + indented(text)
    }.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ($0.isEmpty ? "" : "  " + $0) + "\n" }.joined()
  }
}

extension Rule {
  /// The interface of `rules --format json`.
  package var json: JSON {
    [
      "id": .string(id), "kind": .string(kind.rawValue), "summary": .string(summary),
      "why": .string(why), "breaking": examples.breaking.json, "keeping": examples.keeping.json,
    ]
  }
}

extension Examples.Case {
  fileprivate var json: JSON {
    [
      "team": .string(team), "earlier": .string(earlier), "base": .string(base),
      "rota": .string(rota),
    ]
  }
}

extension Rule.Kind {
  fileprivate var words: String {
    switch self {
    case .hard: "hard rule"
    case .soft: "soft rule"
    case .warning: "warning"
    }
  }

  /// What the examples do.
  fileprivate var verbs: (breaks: String, keeps: String) {
    switch self {
    case .hard: ("breaks it", "keeps it")
    case .soft: ("costs more", "costs less")
    case .warning: ("is warned of", "is not")
    }
  }
}
