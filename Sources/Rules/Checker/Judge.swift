import Dates
package import Diagnostics
package import RotaModel

/// Judges a rota as it is against every rule; the other rotas of the situation are its history.
///
/// - Parameter base: an earlier plan of the period, against which changes count as points.
package func judge(_ rota: Rota, in situation: Situation, base: Rota? = nil) -> Judgement {
  Roster(rota, in: situation.frame(of: rota, purpose: .generate(base: base)))
    .judgement()
}

/// Judges several rotas, each as `judge` does alone. Those in the order of their periods share what
/// they have in common: all rotas on file take little more than their shifts do.
package func judge(_ rotas: [Rota], in situation: Situation) -> [Judgement] {
  var remembered = Remembered(situation)
  return rotas.map {
    Roster($0, in: situation.frame(of: $0, remembered: &remembered)).judgement()
  }
}

/// What there is to say of the team file alone: documentation, protected dates, and pins and
/// named owners that break a hard rule, also where their weeks are on no rota yet.
package func judgeTeam(in situation: Situation) -> [Diagnostic] {
  let own = RuleBook.rules.flatMap { rule in
    rule.shapes.flatMap { shape -> [Diagnostic] in
      guard case .team(let judge) = shape else { return [] }
      return judge(situation)
    }
  }
  return own + pinFindings(in: situation) + namedOwnerFindings(in: situation)
}

extension Roster {
  package func judgement() -> Judgement {
    let held = heldCounts()
    let shares = frame.engineers.flatMap { engineer in
      frame.rotations.filter { frame.isEverEligible(engineer, $0) }.map { rotation in
        Share(
          engineer: frame.team.engineers[engineer].id,
          rotation: frame.team.rotations[rotation].id,
          parts: frame.shares.parts(engineer, rotation),
          held: held[engineer * frame.rotations.count + rotation])
      }
    }
    return Judgement(points: points(), shares: shares, findings: findings())
  }
}

/// The pins of coming weeks judged as if they were rotas of their own, each of pins so near to one
/// another that they may break a rule together; one of more weeks than a period has goes on in the
/// next.
private func pinFindings(in situation: Situation) -> [Diagnostic] {
  let team = situation.team
  let near = RuleBook.leastDistance(team)
  var rotas: [Rota] = []
  let pins = team.pins.filter { $0.week.last >= situation.today }
  for pin in pins.sorted(by: { $0.week < $1.week }) {
    let shift = Shift(
      week: pin.week, rotation: pin.rotation, engineer: pin.engineer, place: pin.place)
    if let rota = rotas.last, let last = rota.shifts.last,
      last.week.weeks(to: pin.week) <= near,
      let longer = Period(from: rota.period.first, to: pin.week.last)
    {
      rotas[rotas.count - 1].period = longer
      rotas[rotas.count - 1].shifts.append(shift)
    } else if let period = Period(from: pin.week.start, weeks: 1) {
      rotas.append(Rota(period: period, shifts: [shift]))
    }
  }
  let alone = Situation(team: team, rotas: [], today: situation.today)
  return rotas.indices.flatMap { index in
    let rota = rotas[index]
    let before = index > 0 ? rotas[index - 1] : nil
    let goesOn = before?.shifts.last.map { $0.week.weeks(to: rota.shifts[0].week) <= near } ?? false
    let around =
      goesOn
      ? Situation(team: team, rotas: [before].compactMap(\.self), today: situation.today) : alone
    return Roster(rota, in: Frame(around, period: rota.period))
      .findings(of: [.notAMember, .notEmployed, .away, .doubleShift, .rest])
  }
}

/// The owners named in the team file, judged on their projects' days from today on; as in a rota,
/// whoever may own all of the project is not judged by what is left of it.
private func namedOwnerFindings(in situation: Situation) -> [Diagnostic] {
  let named = situation.team.projects.flatMap { project in
    let left = max(project.firstDay, situation.today)
    let days = left..<max(project.life.upperBound, left)
    return project.namedOwners.compactMap { name -> (judged: Owning, whole: Owning)? in
      guard !days.isEmpty, let engineer = situation.availability.index(of: name.value) else {
        return nil
      }
      func owning(_ days: Range<Day>) -> Owning {
        Owning(engineer: engineer, project: project, days: days, place: name.place)
      }
      return (owning(days), owning(project.life))
    }
  }
  return RuleBook.rules.flatMap { rule in
    rule.shapes.flatMap { situation.findings(of: rule, $0, on: named) }
  }
}
