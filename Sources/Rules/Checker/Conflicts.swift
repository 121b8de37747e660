package import Diagnostics
import RotaModel

extension Roster {
  /// Every finding of every rule about this rota, by the order of the rule book.
  package func findings() -> [Diagnostic] {
    findings(of: RuleBook.rules)
  }

  /// The broken hard rules.
  package var conflicts: [Diagnostic] { findings().filter { $0.severity == .conflict } }

  /// The findings of some rules only.
  package func findings(of rules: [Rule]) -> [Diagnostic] {
    rules.flatMap { rule in rule.shapes.flatMap { findings(of: rule, $0) } }
  }

  private func findings(of rule: Rule, _ shape: Shape) -> [Diagnostic] {
    switch shape {
    case .cell(let breaks, let explain):
      judged.compactMap { held in
        guard let cell = cell(of: held), breaks(frame, cell) else { return nil }
        return explain(frame, cell).diagnostic(
          rule, at: held.shift.place, about: Subject(held.shift))
      }
    case .chain(let least, let explain):
      pairs().compactMap { pair in
        guard pair.distance < least(frame) else { return nil }
        let inside = rota.shifts.contains(pair.second) ? pair.second : pair.first
        return explain(frame, pair).diagnostic(
          rule, at: inside.place, about: Subject(pair.first, and: pair.second))
      }
    case .limit(let most, let explain):
      frame.engineers.compactMap { engineer in
        let held = counted(of: engineer)
        guard let most = most(frame, engineer), held.count > most, let last = held.last,
          !isPast(last.shift.week)
        else { return nil }
        return explain(frame, engineer).diagnostic(
          rule, at: last.shift.place, about: Subject(last.shift.engineer, in: frame.weeks))
      }
    case .owner(let breaks, let explain):
      ownings().compactMap { owning in
        // Whoever may own all of it is not judged by what is left of it.
        guard breaks(frame.situation, owning.judged), breaks(frame.situation, owning.whole) else {
          return nil
        }
        return explain(frame.situation, owning.judged).diagnostic(
          rule, at: owning.judged.place, about: frame.situation.subject(of: owning.judged))
      }
    case .ownedAtOnce(let most, let explain):
      Rule.ownedAtOnce(
        rule, frame.situation, ownings().map(\.judged), most: { most(frame.situation, $0) },
        explain: explain)
    case .cover(let judge):
      rota.covers.compactMap { cover in
        guard !isPast(cover),
          let standIn = frame.availability.index(of: cover.engineer)
        else { return nil }
        return judge(self, cover, standIn)?.diagnostic(
          rule, at: cover.engineerPlace ?? cover.place, about: Subject(cover))
      }
    case .rota(let judge):
      judge(self)
    case .cellPoints, .weekPoints, .chainPoints, .shiftCountPoints, .unpopularCountPoints,
      .ownerWeekPoints, .ownerPoints, .projectPoints, .linkPoints, .team:
      []
    }
  }

  /// A shift as a cell, with the days that covers take from its holder.
  private func cell(of held: Held) -> Cell? {
    guard let engineer = held.engineer, let rotation = held.rotation, let week = held.week else {
      return nil
    }
    let covered = rota.covers(of: held.shift).reduce(into: UInt8(0)) {
      $0 |= $1.days.bits(in: held.shift.week)
    }
    return Cell(engineer: engineer, rotation: rotation, week: week, covered: covered)
  }

  /// Consecutive shifts of an engineer, at least one of them in this rota and not past. Two in
  /// one week are no pair.
  private func pairs() -> [ChainPair] {
    frame.engineers.flatMap { engineer -> [ChainPair] in
      let own = counted(of: engineer).map(\.shift).sorted { $0.week < $1.week }
      let chain =
        [frame.lastBefore[engineer]].compactMap(\.self) + own
        + [frame.firstAfter[engineer]].compactMap(\.self)
      return zip(chain, chain.dropFirst()).compactMap { first, second in
        guard first.week < second.week else { return nil }
        let ownLast = own.contains(second) ? second : first
        guard own.contains(ownLast), !isPast(ownLast.week) else { return nil }
        return ChainPair(engineer: engineer, first: first, second: second)
      }
    }
  }

  /// Who owns what on judged days, by project, and on all days to decide.
  private func ownings() -> [(judged: Owning, whole: Owning)] {
    frame.projects.indices.flatMap { index in
      let framed = frame.projects[index]
      let judged = judgedDays(of: framed)
      return owners[index].compactMap { owner -> (judged: Owning, whole: Owning)? in
        let days = owner.days.clamped(to: judged)
        guard let engineer = owner.engineer, !days.isEmpty else { return nil }
        func owning(_ days: Range<Day>) -> Owning {
          Owning(
            engineer: engineer, project: framed.project, days: days, place: owner.entry.place)
        }
        return (owning(days), owning(owner.days.clamped(to: framed.daysToDecide)))
      }
    }
  }
}

extension Rule {
  /// For each engineer who owns too many projects on one day, the first such day.
  static func ownedAtOnce(
    _ rule: Rule, _ situation: Situation, _ ownings: [Owning], most: (Int) -> Int,
    explain: (Situation, Int, [Owning], Day) -> Reason
  ) -> [Diagnostic] {
    situation.team.engineers.indices.compactMap { engineer in
      let own = ownings.filter { $0.engineer == engineer }
      // The number of projects rises only where one begins.
      for start in own.map(\.days.lowerBound).sorted() {
        let owned = own.filter { $0.days.contains(start) }
        if owned.count > most(engineer) {
          return explain(situation, engineer, owned, start)
            .diagnostic(
              rule, at: owned.last?.place,
              about: Subject(
                people: [situation.team.engineers[engineer].id.text],
                projects: owned.map(\.project.id.text).sorted()))
        }
      }
      return nil
    }
  }
}
