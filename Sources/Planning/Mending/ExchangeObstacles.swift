package import Dates
import Diagnostics
package import RotaModel
package import Rules
import Solver

/// Why nothing frees the holder of a shift: for every candidate the rules that would be broken,
/// and up to five single edits of the team file, each tried, after which there is a way.
///
/// The arguments are those of `exchanges`; the points of a fix are what the cheapest way then adds
/// to the rota. Of use only where `exchanges` gives no way.
package func obstacles(
  for week: ShiftWeek, _ rotation: RotationID, in rota: Rota, _ situation: Situation,
  covering days: Range<Day>? = nil, with partner: ShiftWeek? = nil
) -> Clash {
  guard let index = rota.shifts.firstIndex(where: { $0.week == week && $0.rotation == rotation })
  else { return Clash(summary: "nobody holds the shift", facts: [], fixes: []) }
  let obstacles = Obstacles(
    mending: Mending(rota, situation), shift: rota.shifts[index], index: index, days: days,
    partner: partner)
  let edits = obstacles.edits.prefix(Clash.mostTried)
  let fixes = edits.compactMap { edit -> Clash.Fix? in
    var team = situation.team
    edit.apply(&team)
    let edited = Situation(team: team, rotas: situation.rotas, today: situation.today)
    let ways = try? exchanges(
      for: week, rotation, in: rota, edited, covering: days, with: partner)
    return ways?.map(\.points).min().map { Clash.Fix(edit.text, points: $0) }
  }
  return Clash(
    summary: "no way keeps every rule", facts: obstacles.facts, fixes: Clash.cheapest(fixes))
}

/// Why two engineers can trade none of their coming shifts: the rules that each trade would break.
package func obstacles(
  toTradesOf one: EngineerID, with other: EngineerID, _ rotation: RotationID?, in rotas: [Rota],
  _ situation: Situation
) -> Clash {
  let findings = rotas.flatMap { rota -> [Diagnostic] in
    let mending = Mending(rota, situation)
    return mending.coming(of: one, rotation).flatMap { first in
      mending.coming(of: other).flatMap { second in
        mending.newConflicts(mending.changed([(first, other), (second, one)]))
      }
    }
  }
  return Clash(summary: "no trade keeps every rule", facts: Clash.facts(of: findings), fixes: [])
}

extension Clash {
  /// Findings as facts, each once.
  fileprivate static func facts(of findings: [Diagnostic]) -> [Fact] {
    var facts: [Fact] = []
    for finding in findings {
      let place = finding.related.first?.place ?? finding.place
      // Two rotations of a week stand on one line.
      let isTold = facts.contains {
        $0.text == finding.message && $0.place?.file == place?.file
          && $0.place?.line == place?.line
      }
      if !isTold { facts.append(Fact(finding.message, at: place)) }
    }
    return facts
  }
}

/// What stands in the way of one exchange.
private struct Obstacles {
  let mending: Mending
  let shift: Shift
  let index: Int
  let days: Range<Day>?
  let partner: ShiftWeek?

  private var frame: Frame { mending.frame }

  /// The rules that would be broken, each once.
  var facts: [Clash.Fact] { Clash.facts(of: attempts.flatMap(mending.newConflicts)) }

  /// The rotas that are asked for: with each candidate as holder or stand-in, or both trading.
  private var attempts: [Rota] {
    if let days {
      return candidates.map {
        mending.covered(index, by: frame.team.engineers[$0].id, days)
      }
    }
    if partner != nil {
      return partners.map { other in
        mending.changed([
          (index, mending.rota.shifts[other].engineer), (other, shift.engineer),
        ])
      }
    }
    return candidates.map { mending.changed([(index, frame.team.engineers[$0].id)]) }
  }

  private var candidates: [Int] {
    frame.engineers.filter { frame.team.engineers[$0].id != shift.engineer }
  }

  private var partners: [Int] {
    mending.rota.shifts.indices.filter {
      mending.rota.shifts[$0].week == partner && mending.rota.shifts[$0].engineer != shift.engineer
    }
  }

  /// Single edits that might help, those of the facts first.
  var edits: [FactEdit] {
    if let days { return candidates.flatMap { coverEdits($0, days) } }
    let facts = ShiftFacts(frame, Problem(frame))
    var wanted: [Int] = []
    for (engineer, shift) in wantedCells {
      guard let week = frame.week(startingOn: shift.week.start),
        let rotation = frame.availability.index(of: shift.rotation)
      else { continue }
      let cell = (engineer * frame.weeks.count + week) * frame.rotations.count + rotation
      wanted += facts.involved(in: cell) + [facts.limits[engineer]].compactMap(\.self)
    }
    wanted += [facts.rest].compactMap(\.self)
    let own = wanted.indices.filter { !wanted[..<$0].contains(wanted[$0]) }
      .compactMap { facts.facts[wanted[$0]].edit }
    return own + [FactEdit.allowingMoreAwayDays(frame.team)].compactMap(\.self)
  }

  /// Who would hold what.
  private var wantedCells: [(engineer: Int, shift: Shift)] {
    guard partner != nil else { return candidates.map { ($0, shift) } }
    return partners.flatMap { other -> [(engineer: Int, shift: Shift)] in
      let there = mending.rota.shifts[other]
      return [(there.engineer, shift), (shift.engineer, there)].compactMap { id, shift in
        frame.availability.index(of: id).map { ($0, shift) }
      }
    }
  }

  /// A stand-in must not be away at all on the covered days, whatever the team allows.
  private func coverEdits(_ engineer: Int, _ days: Range<Day>) -> [FactEdit] {
    let person = frame.team.engineers[engineer]
    return person.away.filter { $0.days.overlaps(days) }.map {
      FactEdit.moving($0, of: person.id)
    }
  }
}
