import Dates
import Diagnostics
package import RotaModel

/// Judges a mended rota: as `check` does, but what its frozen weeks break stands in the findings
/// also where they have ended. Where somebody is away in a week that has begun, what to type is
/// said.
package func judgeMended(_ rota: Rota, in situation: Situation) -> Judgement {
  let frame = situation.frame(of: rota, purpose: .generate(base: nil))
  let roster = Roster(rota, in: frame, judgedFrom: .distantPast)
  let judgement = roster.judgement()
  let ended = frame.weeks.indices.filter { frame.weeks[$0].last < situation.today }
  let pins = ended.flatMap { week in
    frame.rotations.compactMap { rotation -> Diagnostic? in
      guard frame.isClosed(rotation, week), let pin = frame.pin(rotation, week) else { return nil }
      return Rule.pinOfClosedWeek(pin)
    }
  }
  return Judgement(
    points: judgement.points, shares: judgement.shares,
    findings: judgement.findings.map(roster.sayingHowToCover) + pins)
}

extension Roster {
  /// A conflict about time off in a week that has begun, with the command that finds a stand-in.
  fileprivate func sayingHowToCover(_ finding: Diagnostic) -> Diagnostic {
    guard finding.id == Rule.away.id,
      let held = shifts.first(where: { $0.shift.place == finding.place }),
      let engineer = held.engineer, held.shift.week.start <= today,
      held.shift.week.last >= today
    else { return finding }
    let covered = rota.covers(of: held.shift).reduce(into: UInt8(0)) {
      $0 |= $1.days.bits(in: held.shift.week)
    }
    let missed = frame.availability.awayDays(of: engineer, in: held.shift.week) & ~covered
    let days = held.shift.week.days.enumerated().filter {
      missed & 1 << UInt8($0.offset) != 0 && $0.element >= today
    }.map(\.element)
    guard let first = days.first, let last = days.last else { return finding }
    let span = (first..<last + 1).text
    let duty = frame.team.rotations.count > 1 ? " --rotation \(held.shift.rotation)" : ""
    var told = Diagnostic(
      finding.id, finding.severity, finding.message, at: finding.place, label: finding.label,
      related: finding.related,
      help: [
        "the week has begun: `rota cover \(held.shift.week) --days \"\(span)\"\(duty)` finds a stand-in"
      ])
    told.about = finding.about
    return told
  }
}
