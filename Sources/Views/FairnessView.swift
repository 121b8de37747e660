import Diagnostics
package import RotaModel
package import Rules

/// The answer of `fairness`: who did how much against their share, and the numbers in words.
package struct FairnessView: Sendable {
  package let fairness: ShareAccounts
  let trace: FairnessTrace?
  let situation: Situation
  /// The rotations shown.
  package let rotations: [Rotation]
  /// Whether a bar shows each balance.
  let hasBars: Bool

  var team: Team { situation.team }

  /// - Parameter rotation: the only one to show; nil for all.
  package init(
    _ fairness: ShareAccounts, trace: FairnessTrace? = nil, rotation: RotationID? = nil,
    in situation: Situation, hasBars: Bool = false
  ) {
    self.fairness = rotation.map(fairness.only) ?? fairness
    self.trace = rotation.map { trace?.only($0) } ?? trace
    self.situation = situation
    self.hasBars = hasBars
    rotations = situation.team.rotations.filter { rotation == nil || rotation == $0.id }
  }

  package func text(width: Int?) -> String {
    render({ $0.text(width: width) }, title: { $0 + "\n" }, line: { $0.safeForTerminal })
  }

  package var markdown: String {
    render(\.markdown, title: { "# \(escapedForMarkdown($0))\n" }, line: escapedForMarkdown)
  }

  private func render(
    _ table: (TextTable) -> String, title: (String) -> String, line: (String) -> String
  ) -> String {
    if let trace { return title(heading(of: trace)) + "\n" + table(traceTable(trace)) }
    var parts = [title(heading)]
    for rotation in rotations where !accounts(of: rotation).isEmpty {
      parts.append(table(accountsTable(of: rotation)))
    }
    parts += [unpopularTable, restTable].compactMap { $0.map(table) }
    parts += sentences.map { line($0) + "\n" }
    return parts.joined(separator: "\n")
  }

  private var heading: String { "Fairness over " + spanText }

  private func heading(of trace: FairnessTrace) -> String {
    "What \(team.name(of: trace.engineer)) owed and held over \(spanText)"
  }

  private var spanText: String {
    let span = fairness.span
    return "\(weeks(span.count)), \(span.first) to \(span.last)"
      + (fairness.plannedFrom.map { ", planned from \($0) on" } ?? "")
  }

  /// Everybody with an account of the rotation, in the table's order.
  package func accounts(of rotation: Rotation) -> [(
    engineer: EngineerID, account: ShareAccounts.Account
  )] {
    fairness.rows.flatMap { row in
      row.rotations.filter { $0.rotation == rotation.id }.map { (row.engineer, $0.account) }
    }
  }
}

/// `1 week`, `13 weeks`.
package func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }
