import Dates
package import RotaModel

/// Week by week, what one engineer's numbers in `ShareAccounts` are made of. The lines of a rotation
/// add up to its account.
package struct FairnessTrace: Sendable {
  /// Why the engineer accrued nothing: the first reason that fits.
  package enum Reason: String, Sendable {
    case closed, nobody
    case leftOut = "left-out"
    case notAMember = "not-a-member"
    case notEmployed = "not-employed"
    case away
  }

  package struct Part: Sendable {
    /// The holder, or who stood in.
    package let other: EngineerID
    package let days: Int
    /// Millionths of a shift; negative where it went to the other engineer.
    package let load: Int
  }

  package struct Line: Sendable {
    package let week: ShiftWeek
    package let rotation: RotationID
    /// Millionths of a shift.
    package let accrued: Int
    /// How many accrue.
    package let among: Int
    /// After covers, in millionths.
    package let held: Int
    package let covers: [Part]
    /// nil where the engineer accrued something.
    package let reason: Reason?
  }

  package let engineer: EngineerID
  /// By week, then by rotation.
  package let lines: [Line]

  /// The weeks of every rotation of which the engineer is in `E(r)` or has an account.
  package init(_ engineer: Int, _ fairness: ShareAccounts, in situation: Situation) {
    let team = situation.team
    let id = team.engineers[engineer].id
    self.engineer = id
    let accounts = fairness.rows.first { $0.engineer == id }?.rotations.map(\.rotation) ?? []
    let rotations = team.rotations.indices.filter {
      situation.availability.isEligible(engineer, for: $0)
        || accounts.contains(team.rotations[$0].id)
    }
    lines = fairness.span.weeks.flatMap { entry in
      rotations.map { rotation in
        let rota = situation.rotas[entry.rota]
        return FairnessTrace.line(
          WeekLoads(of: rotation, in: entry.week, of: rota, situation), of: engineer, situation)
      }
    }
  }

  private init(_ engineer: EngineerID, _ lines: [Line]) {
    self.engineer = engineer
    self.lines = lines
  }

  /// The lines of one rotation.
  package func only(_ rotation: RotationID) -> FairnessTrace {
    FairnessTrace(engineer, lines.filter { $0.rotation == rotation })
  }

  private static func line(
    _ loads: WeekLoads, of engineer: Int, _ situation: Situation
  ) -> Line {
    let team = situation.team
    let rotation = team.rotations[loads.rotation].id
    // Comes first, also where a rota gives the week to somebody.
    let isClosed = situation.availability.isClosed(loads.rotation, in: loads.week)
    switch loads.content {
    case .failure(let leftOut):
      let reason: Reason =
        switch leftOut {
        case .nobody: .nobody
        case .holder: .leftOut
        }
      return Line(
        week: loads.week, rotation: rotation, accrued: 0, among: 0, held: 0, covers: [],
        reason: isClosed ? .closed : reason)
    case .success(let content):
      let accrued = content.accruals.first { $0.engineer == engineer }?.load
      let parts = content.moved.compactMap { moved -> Part? in
        if moved.standIn == engineer {
          return Part(
            other: team.engineers[content.holder].id, days: moved.days, load: moved.load)
        }
        guard content.holder == engineer else { return nil }
        return Part(
          other: team.engineers[moved.standIn].id, days: moved.days, load: -moved.load)
      }
      return Line(
        week: loads.week, rotation: rotation, accrued: accrued ?? 0,
        among: content.accruals.count, held: content.held(by: engineer), covers: parts,
        reason: accrued != nil
          ? nil : isClosed ? .closed : reason(engineer, loads, situation.availability))
    }
  }

  private static func reason(
    _ engineer: Int, _ loads: WeekLoads, _ availability: Availability
  ) -> Reason {
    if !availability.isEligible(engineer, for: loads.rotation, in: loads.week) {
      return .notAMember
    }
    return availability.isOnTeam(engineer, in: loads.week) ? .away : .notEmployed
  }
}
