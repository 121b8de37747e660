import Dates
package import Diagnostics
package import RotaModel
package import Rules

/// A rota with what it comes to: the answer of `generate`, and of `check` for each rota.
package struct JudgedRota: Sendable {
  /// How good the rota is known to be.
  package enum Status: Sendable, Hashable {
    /// Proved to have the fewest points.
    case optimal
    /// No rota has fewer points than the bound.
    case feasible(bound: Int)
    /// Taken as it is.
    case checked
  }

  package let rota: Rota
  package let judgement: Judgement
  package let status: Status
  package let team: Team

  package init(_ rota: Rota, _ judgement: Judgement, status: Status, team: Team) {
    self.rota = rota
    self.judgement = judgement
    self.status = status
    self.team = team
  }
}

extension JudgedRota {
  /// The interface of `generate --format json` and of `check --format json`, with what there is to
  /// say of this rota and, where it stands alone, of the files around it.
  ///
  /// - Parameter explained: what each point is for, where that was asked.
  package func json(_ findings: [Diagnostic], explained: ExplainedView? = nil) -> JSON {
    let points = judgement.points
    var members: [JSON.Member] = [
      .init("period", .string(rota.period.name)), .init("status", .string(status.name)),
      .init("points", .number(points.total)),
    ]
    if let bound = status.bound(points.total) { members.append(.init("bound", .number(bound))) }
    members += [
      .init("terms", points.json),
      .init("shifts", rota.shiftsJSON), .init("owners", rota.ownersJSON),
      .init("engineers", sharesJSON),
    ]
    if let explained { members.append(.init("explained", explained.json)) }
    members += [
      .init("findings", .array(findings.map(\.finding)))
    ]
    return .object(members)
  }

  private var sharesJSON: JSON {
    let shares = Dictionary(grouping: judgement.shares, by: \.engineer)
    return .object(
      team.engineers.map { engineer in
        .init(
          engineer.id.text,
          .object(
            (shares[engineer.id] ?? []).map {
              .init($0.rotation.text, ["target": .number($0.target), "held": .number($0.held)])
            }))
      })
  }

  /// Who owes and holds how much, the points by term, and what is proved.
  package func text(width: Int?) -> String {
    sharesTable.text(width: width) + "\n" + pointsLine + "\n" + proofText
  }

  var sharesTable: SharesTable {
    SharesTable(judgement.shares, period: rota.period, team: team)
  }

  /// `124 points: fair 40, spacing 24, protect 60`.
  package var pointsLine: String {
    let points = judgement.points
    let terms = Term.allCases.filter { points[$0] != 0 }.map { "\($0.rawValue) \(points[$0])" }
    let total = points.total == 1 ? "1 point" : "\(points.total) points"
    return total + (terms.isEmpty ? "" : ": " + terms.joined(separator: ", "))
  }

  /// What is proved of the points.
  private var proofText: String {
    switch status {
    case .checked: ""
    case .optimal: "optimal: no rota has fewer points\n"
    case .feasible(let bound): feasibleText(bound)
    }
  }

  private func feasibleText(_ bound: Int) -> String {
    let total = judgement.points.total
    return """
      feasible: no rota has fewer than \(bound) points, so the gap is at most \(total - bound) \
      (\(gapText(total, atLeast: bound))); `--effort` searches longer

      """
  }
}

/// How far points are above a bound, as a part of them: `7.0 %`.
package func gapText(_ points: Int, atLeast bound: Int) -> String {
  let permille = dividedHalfUp(1000 * max(0, points - bound), by: max(1, points))
  return "\(permille / 10).\(permille % 10) %"
}

extension Points {
  /// Every term, as every JSON interface gives them.
  package var json: JSON {
    .object(Term.allCases.map { .init($0.rawValue, .number(self[$0])) })
  }
}

extension JudgedRota.Status {
  fileprivate var name: String {
    switch self {
    case .optimal: "optimal"
    case .feasible: "feasible"
    case .checked: "checked"
    }
  }

  fileprivate func bound(_ points: Int) -> Int? {
    switch self {
    case .optimal: points
    case .feasible(let bound): bound
    case .checked: nil
    }
  }
}
