import Dates
package import Diagnostics
import RotaModel

extension Roster {
  /// Every finding of every rule about this rota, by the order of the rule book.
  package func findings() -> [Diagnostic] {
    findings(of: RuleBook.rules)
  }

  /// The broken hard rules.
  package var conflicts: [Diagnostic] { findings().filter { $0.severity == .conflict } }

  /// The broken hard rules; warnings, which take longer to find out, are left aside.
  package var hardFindings: [Diagnostic] {
    findings(of: RuleBook.rules.filter { $0.kind == .hard }).filter { $0.severity == .conflict }
  }

  /// The broken hard rules about the shifts that some engineers hold, and the days on which they stand
  /// in: where shifts go from one to another of them, nothing else can become a conflict.
  package func conflicts(ofShiftsAndCoversOf engineers: [Int]) -> [Diagnostic] {
    RuleBook.rules.filter { $0.kind == .hard }.flatMap { rule in
      rule.shapes.flatMap { findings(of: rule, $0, about: engineers) }
    }
  }

  /// The broken hard rules that more time off of one engineer may bring, where none is broken without:
  /// those about their shifts and the days on which they stand in, about owners, and about all of the
  /// rota.
  package func conflicts(ofTimeOffOf engineer: Int) -> [Diagnostic] {
    let others = RuleBook.rules.filter { $0.kind == .hard }.flatMap { rule in
      rule.shapes.flatMap { shape -> [Diagnostic] in
        switch shape {
        case .owner, .ownedAtOnce, .rota: findings(of: rule, shape)
        default: []
        }
      }
    }
    return conflicts(ofShiftsAndCoversOf: [engineer])
      + others.filter { $0.severity == .conflict }
  }

  /// The findings of some rules only.
  func findings(of rules: [Rule]) -> [Diagnostic] {
    rules.flatMap { rule in rule.shapes.flatMap { findings(of: rule, $0) } }
  }

  private func findings(of rule: Rule, _ shape: Shape) -> [Diagnostic] {
    switch shape {
    case .owner, .ownedAtOnce: frame.situation.findings(of: rule, shape, on: ownings())
    case .rota(let judge): judge(self)
    default: findings(of: rule, shape, about: frame.engineers)
    }
  }

  /// Of a shape that looks at the shifts or covers of one engineer at a time.
  private func findings(
    of rule: Rule, _ shape: Shape, about engineers: some Collection<Int>
  ) -> [Diagnostic] {
    switch shape {
    case .cell:
      judged(of: engineers).compactMap { held in
        guard let cell = cell(of: held), let reason = shape.reason(frame, cell) else { return nil }
        return reason.diagnostic(rule, at: held.shift.place, about: Subject(held.shift))
      }
    case .chain:
      pairs(of: engineers).compactMap { pair in
        guard let reason = shape.reason(frame, pair) else { return nil }
        let inside = rota.shifts.contains(pair.second) ? pair.second : pair.first
        return reason.diagnostic(
          rule, at: inside.place, about: Subject(pair.first, and: pair.second))
      }
    case .twice(let explain):
      judged(of: engineers).compactMap { second in
        guard let engineer = second.engineer, second.week != nil, second.rotation != nil,
          let first = counted(of: engineer).first(where: { $0.week == second.week }),
          first.rotation != second.rotation
        else { return nil }
        return explain(frame, first.shift, second.shift).diagnostic(
          rule, at: second.shift.place, about: Subject(second.shift, besides: first.shift.rotation))
      }
    case .limit(let most, let explain, _):
      engineers.compactMap { engineer in
        let held = counted(of: engineer)
        guard let most = most(frame, engineer), held.count > most, let last = held.last,
          !isPast(last.shift.week)
        else { return nil }
        return explain(frame, engineer).diagnostic(
          rule, at: last.shift.place, about: Subject(last.shift.engineer, in: frame.weeks))
      }
    case .cover(_, let judge):
      rota.covers.compactMap { cover in
        guard !isPast(cover),
          let standIn = frame.availability.index(of: cover.engineer), engineers.contains(standIn)
        else { return nil }
        return judge(self, cover, standIn)?.diagnostic(
          rule, at: cover.engineerPlace ?? cover.place, about: Subject(cover))
      }
    case .owner, .ownedAtOnce, .rota, .team, .cellPoints, .weekPoints, .chainPoints,
      .shiftCountPoints, .unpopularCountPoints, .ownerWeekPoints, .ownerPoints, .projectPoints,
      .linkPoints:
      []
    }
  }

  /// The shifts of weeks that are judged, in the rota's order.
  private func judged(of engineers: some Collection<Int>) -> [Held] {
    shifts(of: engineers).filter { !isPast($0.shift.week) }
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
  private func pairs(of engineers: some Collection<Int>) -> [ChainPair] {
    engineers.flatMap { engineer -> [ChainPair] in
      let own = counted(of: engineer).map(\.shift).sorted { $0.week < $1.week }
      // With the last shift all pairs are past.
      guard let last = own.last, !isPast(last.week) else { return [] }
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

extension Situation {
  /// The findings of a rule about owners.
  ///
  /// - Parameter ownings: who owns what on judged days, and on all days that count.
  func findings(
    of rule: Rule, _ shape: Shape, on ownings: [(judged: Owning, whole: Owning)]
  ) -> [Diagnostic] {
    switch shape {
    case .owner:
      ownings.compactMap { owning in
        shape.reason(self, owning.judged, within: owning.whole)?.diagnostic(
          rule, at: owning.judged.place, about: subject(of: owning.judged))
      }
    case .ownedAtOnce(let most, let explain, _):
      team.engineers.indices.compactMap { engineer in
        // The first day on which there are too many: the number rises only where one begins.
        let own = ownings.map(\.judged).filter { $0.engineer == engineer }
        for start in own.map(\.days.lowerBound).sorted() {
          let owned = own.filter { $0.days.contains(start) }
          if owned.count > most(self, engineer) {
            return explain(self, engineer, owned, start).diagnostic(
              rule, at: owned.last?.place,
              about: Subject(
                people: [team.engineers[engineer].id.text],
                projects: owned.map(\.project.id.text).sorted()))
          }
        }
        return nil
      }
    default: []
    }
  }
}
