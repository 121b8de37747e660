public import Diagnostics
public import RotaModel
public import Scheduling

/// The answer of `replan`: what moved, why each move is needed, and the points.
public struct ReplannedView: Sendable {
  private let mended: Replanned
  private let judged: JudgedRota
  private let team: Team

  public init(_ mended: Replanned, _ judgement: Judgement, rota: Rota, team: Team) {
    self.mended = mended
    self.team = team
    let solution = mended.solution
    // The points are those of what is left to decide; a later check has another view of owners.
    let own = Judgement(
      points: solution.points, shares: judgement.shares, findings: judgement.findings)
    judged = JudgedRota(
      rota, own, status: solution.isOptimal ? .optimal : .feasible(bound: solution.bound),
      team: team)
  }

  public var text: String {
    let count = mended.changed.count
    var text =
      count == 0
      ? "No shift has to change hands.\n"
      : count == 1
        ? "1 shift changes hands; fewer are not possible.\n"
        : "\(count) shifts change hands; fewer are not possible.\n"
    for change in mended.changed {
      let duty = team.rotations.count > 1 ? " (\(change.rotation))" : ""
      let from = team.name(of: change.from)
      let to = team.name(of: change.to)
      let reason = change.stops.first?.message ?? "makes room for the others"
      text += "  \(change.week)\(duty): \(from) → \(to): \(reason)".safeForTerminal + "\n"
    }
    for cover in mended.droppedCovers {
      let name = team.name(of: cover.engineer)
      text +=
        "  the cover of \(name) from \(cover.days.lowerBound) is dropped: its shift changed hands"
        .safeForTerminal + "\n"
    }
    return text + "\n" + judged.pointsLine + "\n"
  }

  /// The interface of `replan --format json`: that of `generate`, with the number of changes.
  public func json(_ findings: [Diagnostic]) -> JSON {
    guard case .object(var members) = judged.json(findings) else { return .null }
    let index = members.firstIndex { $0.key == "terms" } ?? members.endIndex
    members.insert(.init("changed", .number(mended.changed.count)), at: index)
    return .object(members)
  }
}
