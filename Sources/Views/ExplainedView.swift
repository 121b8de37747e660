import Dates
package import Diagnostics
import Planning
package import RotaModel
package import Rules

/// Every point of a rota with its owner and a sentence, and a table that adds them up:
/// `--explain`.
package struct ExplainedView: Sendable {
  private let charges: [ExplainedCharge]
  private let team: Team

  package init(_ charges: [ExplainedCharge], team: Team) {
    self.charges = charges
    self.team = team
  }

  package func text(width: Int?) -> String {
    guard !charges.isEmpty else { return "no points: nothing to explain\n" }
    return lines.map { $0.safeForTerminal + "\n" }.joined() + "\n" + table.text(width: width)
  }

  package var markdown: String {
    guard !charges.isEmpty else { return "no points: nothing to explain\n" }
    return lines.map { "- \(escapedForMarkdown($0))\n" }.joined() + "\n" + table.markdown
  }

  /// `spacing 16: Ada's shifts of … lie 4 weeks apart; 6 would be ideal`.
  private var lines: [String] {
    charges.map { "\($0.term.rawValue) \($0.points): \($0.text)" }
  }

  /// Points by engineer and term; both sums close it.
  private var table: TextTable {
    let terms = Term.allCases.filter { term in charges.contains { $0.term == term } }
    var table = TextTable(
      [.name("points")] + terms.map { .number($0.rawValue) } + [.number("total")])
    func add(_ name: String, _ own: [ExplainedCharge]) {
      guard !own.isEmpty else { return }
      let byTerm = terms.map { term in
        own.filter { $0.term == term }.reduce(0) { $0 + $1.points }
      }
      table.add(
        [name] + byTerm.map { $0 == 0 ? "" : String($0) } + [String(byTerm.reduce(0, +))])
    }
    for engineer in team.engineers {
      add(engineer.name, charges.filter { $0.engineer == engineer.id })
    }
    add("left the team", charges.filter { $0.engineer == nil })
    add("total", charges)
    return table
  }

  /// The list of every JSON interface that explains points.
  package var json: JSON {
    .array(
      charges.map { charge in
        .object(
          [
            .init("term", .string(charge.term.rawValue)),
            .init("engineer", charge.engineer.map { .string($0.text) } ?? .null),
            .init("points", .number(charge.points)), .init("text", .string(charge.text)),
          ]
            + [
              charge.rotation.map { .init("rotation", .string($0.text)) },
              charge.week.map { .init("week", .string($0.description)) },
              charge.project.map { .init("project", .string($0.text)) },
            ].compactMap { $0 })
      })
  }
}
