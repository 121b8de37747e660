import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

extension Clash {
  /// The clash of a period for which no rota exists, with the single edits that make one possible,
  /// each tried, the cheapest in points first. nil where the work did not suffice.
  ///
  /// - Parameters:
  ///   - step: told when the facts are found, and of each edit that helps, in the order of the facts.
  ///   - watch: told how many edits have been tried; false ends the trying with those.
  init?(
    _ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers(), work: Int,
    step: (ClashStep) -> Void, watch: SearchProgress.Watch
  ) {
    let finder = ClashFinder(frame, problem, covers, work: work)
    guard let found = finder.shifts() ?? finder.owners() else { return nil }
    let told = ToldFacts(
      frame: frame, problem: problem, covers: covers,
      open: found.open.isEmpty ? problem.open : found.open)
    let facts = found.facts.isEmpty ? [Clash.sizeOfTeam(frame)] : told.tell(found.facts)
    step(.found(Clash(summary: found.summary, facts: facts, fixes: [])))
    self.init(
      summary: found.summary, facts: facts,
      fixes: Clash.fixes(of: found.facts, frame, step, watch))
  }

  /// What stands in the way where nothing else does: the team is too small for what is asked.
  private static func sizeOfTeam(_ frame: Frame) -> Fact {
    let names = frame.team.engineers.map { "`\($0.id)`" }
    let people = names.count == 1 ? "only \(names[0])" : listed(names)
    let duties = frame.rotations.count == 1 ? "1 rotation" : "\(frame.rotations.count) rotations"
    let projects = frame.projects.count
    let owning = projects == 0 ? "" : projects == 1 ? " and 1 project" : " and \(projects) projects"
    return Fact(
      "the team is \(people), for \(duties)\(owning)",
      at: frame.team.engineers.first?.place)
  }

  private static func fixes(
    of facts: [BlockingFact], _ frame: Frame, _ step: (ClashStep) -> Void,
    _ watch: SearchProgress.Watch
  ) -> [Fix] {
    let edits =
      (facts.compactMap(\.edit) + [FactEdit.allowingMoreAwayDays(frame.team)].compactMap(\.self))
      .prefix(mostTried)
    var fixes: [Fix] = []
    var known: Solver.Known?
    var tried = 0
    while tried < edits.count, watch(.tried(tried, of: edits.count)) {
      // What the first one that helps comes to, the others start from.
      let next = Array(edits.dropFirst(tried).prefix(tried == 0 ? 1 : triedAtOnce))
      let found = next.mapSideBySide { [known] edit in
        // A number goes to the nearest value that works.
        ([edit] + edit.further).lazy.compactMap { fix($0, frame, knowing: known) }.first
      }
      for (fix, itsKnown) in found.compactMap(\.self) {
        step(.helps(fix))
        fixes.append(fix)
        known = known ?? itsKnown
      }
      tried += next.count
    }
    return byPoints(fixes)
  }

  /// An edit with the points it leads to, after little branching: whether it helps matters more than
  /// the last of them. nil where no rota was found.
  private static func fix(
    _ edit: FactEdit, _ frame: Frame, knowing known: Solver.Known?
  ) -> (Fix, Solver.Known?)? {
    var team = frame.team
    edit.apply(&team)
    let situation = Situation(
      team: team, rotas: frame.situation.rotas, today: frame.situation.today)
    let edited = Frame(
      situation, period: frame.period, purpose: frame.purpose, handover: frame.handover)
    switch frame.purpose {
    case .generate, .explain:
      return PeriodPlanning(edited).soon(knowing: known).map {
        (Fix(edit.text, points: $0.points, isProved: $0.isProved), $0.known)
      }
    case .replan(_, let base):
      return Replanning(edited, base).soon.map {
        (Fix(edit.text, points: $0.points, isProved: $0.isProved), nil)
      }
    }
  }

  /// How many edits are tried at most.
  static let mostTried = 20

  /// How many edits are tried between two that are told: few, for a large team takes its time.
  private static let triedAtOnce = 4

  /// The cheapest first.
  static func byPoints(_ fixes: [Fix]) -> [Fix] {
    fixes.sorted { ($0.points ?? 0) < ($1.points ?? 0) }
  }

  /// The five edits that cost the fewest points.
  static func cheapest(_ fixes: [Fix]) -> [Fix] { Array(byPoints(fixes).prefix(5)) }
}

extension Frame {
  /// A pin that names a shift of a closed week, of the weeks from one on.
  func pinOfClosedWeek(from first: Int) -> Pin? {
    for week in weeks.indices.dropFirst(first) {
      for rotation in rotations where isClosed(rotation, week) {
        if let pin = pin(rotation, week) { return pin }
      }
    }
    return nil
  }
}

extension Clash {
  /// - Parameters:
  ///   - step: told when the fact is found, and of the edit if it helps.
  ///   - watch: told whether the edit has been tried.
  init(
    pinOfClosedWeek pin: Pin, _ frame: Frame, step: (ClashStep) -> Void,
    watch: SearchProgress.Watch
  ) {
    let summary = "the week of \(pin.week) is closed for `\(pin.rotation)`"
    let fact = BlockingFact(
      "a pin gives its shift to `\(pin.engineer)`", at: pin.place, .chosen, edit: .removing(pin))
    let facts = [Fact(fact.text, at: fact.place)]
    step(.found(Clash(summary: summary, facts: facts, fixes: [])))
    self.init(
      summary: summary, facts: facts, fixes: Clash.fixes(of: [fact], frame, step, watch))
  }
}
