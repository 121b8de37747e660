import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

/// One mending of a rota: what of it is frozen, and the problem that is left.
struct Replanning {
  private(set) var frame: Frame
  /// Without the covers that cannot stay, whoever holds what.
  let base: Rota
  let brokenCovers: [DroppedCover]
  /// The number of weeks that stay as they are.
  let frozen: Int
  /// What is left: the weeks that are not frozen.
  private(set) var problem: Problem
  /// Who holds what is left in the base.
  let holders: Table<Slot, EngineerIndex>
  let covers: KeptCovers
  let stays: [CoveredStay]
  /// The shifts of the base that stay whatever is decided: frozen ones, and those of no week of the
  /// period.
  let settled: [Shift]
  /// The others.
  let onFile: Table<Slot, Shift?>
  private var compiled: CompiledFrame
  /// Solves the problem; tests put another one in its place.
  var solver: Solver.Solving = Solver.usualSolving

  init(_ frame: Frame, _ onFile: Rota) { self.init(frame, Roster(onFile, in: frame), onFile) }

  /// - Parameter whole: the rota on file in the frame.
  init(_ frame: Frame, _ whole: Roster, _ onFile: Rota) {
    self.frame = frame
    let frozen = frame.frozen
    self.frozen = frozen
    let broken = whole.brokenCovers(from: frozen)
    brokenCovers = broken
    var base = onFile
    base.covers.removeAll { cover in broken.contains { $0.cover == cover } }
    self.base = base
    let roster = broken.isEmpty ? whole : Roster(base, in: frame)
    let held = FrozenShifts(roster, weeks: frozen)
    holders = held.later
    covers = KeptCovers(roster)
    stays = CoveredStay.all(roster, frozen)
    settled = roster.shifts.filter { $0.week.map { $0 < frozen } ?? true }.map(\.shift)
    compiled = CompiledFrame(frame, covered: covers.days, after: held)
    problem = compiled.rest
    var found = Table<Slot, Shift?>(repeating: nil, for: problem.slots.all)
    for shift in roster.shifts {
      guard let week = shift.week, week >= frozen, let rotation = shift.rotation else { continue }
      let slot = problem.slots[WeekIndex(week - frozen), RotationIndex(rotation)]
      if found[slot] == nil { found[slot] = shift.shift }
    }
    self.onFile = found
  }

  /// The same where one engineer is off for some weeks as well, and where that drops no cover.
  ///
  /// - Parameter frame: where they are off.
  func taking(_ engineer: Int, off weeks: Range<Int>, in frame: Frame) -> Replanning {
    var taken = self
    taken.frame = frame
    taken.compiled = compiled.taking(engineer, off: weeks, in: frame)
    taken.problem = taken.compiled.rest
    return taken
  }

  /// The mended rota, or the facts that clash with single edits that would make one possible.
  func outcome(
    effort: Int, _ watch: (SearchProgress) -> Void, step: (ClashStep) -> Void = { _ in }
  ) -> ReplanOutcome {
    let outcome = mend(effort: effort, watch)
    guard case .infeasible = outcome else { return outcome }
    step(.looking)
    func goingOn(_ progress: SearchProgress) -> Bool {
      watch(progress)
      return true
    }
    if let pin = frame.pinOfClosedWeek(from: frozen) {
      return .infeasible(Clash(pinOfClosedWeek: pin, frame, step: step, watch: goingOn))
    }
    let clash =
      Clash(
        frame, problem, covers, work: ShiftFeasibility.usualWork * effort, step: step,
        watch: goingOn) ?? clashOfCovers(effort: effort, watch, step)
    return clash.map(ReplanOutcome.infeasible) ?? .unknown
  }

  /// What cannot be held or owned, in a lead's words; nil where that was not found.
  var obstacle: String? {
    ClashFinder(frame, problem, covers, work: ShiftFeasibility.usualWork).summary
  }

  /// The mended rota; where there is none, without the facts.
  func mend(effort: Int, _ watch: (SearchProgress) -> Void = { _ in }) -> ReplanOutcome {
    switch best(effort: effort, watch) {
    case .optimal(let best): .mended(replanned(best, bound: nil))
    case .feasible(let best, let bound): .mended(replanned(best, bound: bound))
    case .impossible:
      .infeasible(Clash(summary: "no rota exists", facts: [], fixes: []))
    case .unknown: .unknown
    case .contradiction(let words): .contradiction(words)
    }
  }

  /// The answer with the fewest changed shifts, and of those the fewest points; a bound that comes
  /// with it is one of points.
  func best(effort: Int, _ watch: (SearchProgress) -> Void = { _ in }) -> Solver.Result {
    guard frame.pinOfClosedWeek(from: frozen) == nil else { return .impossible }
    // A holder who cannot stay is a change in every rota: one in which all others stay has the fewest.
    let kept = solve(problem.keeping(holders), effort: effort, watch)
    switch kept {
    case .optimal, .contradiction: return kept
    case .feasible(let best, _): return .feasible(best, bound: 0)
    case .impossible, .unknown: return afterMoreChanges(effort: effort, watch)
    }
  }

  /// The points of a mended rota that is soon found, and whether none has fewer; nil where none is
  /// found.
  var soon: (points: Int, isProved: Bool)? {
    var soon = self
    soon.solver = Solver.solving(branching: Solver.fewBranches)
    switch soon.best(effort: 1) {
    case .optimal(let answer): return (toll(answer).points, true)
    case .feasible(let answer, _): return (toll(answer).points, false)
    case .unknown, .impossible, .contradiction: return nil
    }
  }

  /// What it takes to leave the shifts as they are, for similar problems; nil where that cannot be.
  var known: Solver.Known? {
    var solver = Solver(problem.keeping(holders), effort: 1)
    guard case .optimal(let best) = solver.solve() else { return nil }
    return solver.known(with: best)
  }

  /// The same, where some shift must move whose holder could stay.
  private func afterMoreChanges(
    effort: Int, _ watch: (SearchProgress) -> Void
  ) -> Solver.Result {
    var owners = OwnerFeasibility(problem, work: ShiftFeasibility.usualWork * effort)
    let owned: Table<EngineerIndex, [ProjectIndex]>
    switch owners.run() {
    case .possible(let found): owned = found
    case .impossible: return .impossible
    case .unknown: return .unknown(bound: 0)
    }
    let fewest = solve(problem.countingChangesOnly(from: holders), effort: effort, watch)
    guard case .optimal(let least) = fewest else {
      if case .feasible = fewest { return .unknown(bound: 0) }
      return fewest
    }
    let any = Solver.Answer(holders: least.holders, owned: owned, points: 0)
    // A change must cost more than all points of a rota with the fewest changes.
    let worth = 1 + replanned(any, bound: 0).solution.points.total
    let result = solve(problem.charging(worth, forChangesFrom: holders), effort: effort, watch)
    guard case .feasible(let best, _) = result else { return result }
    return .feasible(changes(best) == changes(least) ? best : any, bound: 0)
  }

  /// How many shifts somebody else holds; a hole that is filled is none.
  private func changes(_ answer: Solver.Answer) -> Int {
    holders.indices.count { holders[$0] != .nobody && answer.holders[$0] != holders[$0] }
  }

  /// Solves a problem in which the stand-ins of kept covers get no other shift in their week.
  ///
  /// Covers are left aside first. Where the answer then gives a stand-in another shift, either the
  /// holder stays and the stand-in gets none, or the covered shift changes hands: the better of
  /// the two.
  ///
  /// - Parameter stays: the covered shifts that count; nil for all.
  func solve(
    _ problem: Problem, effort: Int, _ watch: (SearchProgress) -> Void,
    stays: [CoveredStay]? = nil
  ) -> Solver.Result {
    let result = solver(problem, effort) {
      watch($0)
      return true
    }
    guard let answer = result.answer,
      let broken = (stays ?? self.stays).first(where: {
        $0.isBroken(by: answer, from: holders, problem)
      })
    else { return result }
    let staying = solve(
      broken.keeping(problem, holders), effort: effort, watch, stays: stays)
    let leaving = solve(broken.dropping(problem), effort: effort, watch, stays: stays)
    return staying.better(leaving)
  }
}

extension Solver.Result {
  fileprivate var answer: Solver.Answer? {
    switch self {
    case .optimal(let answer), .feasible(let answer, _): answer
    case .unknown, .impossible, .contradiction: nil
    }
  }

  /// No answer has fewer points; nil where there is none.
  private var bound: Int? {
    switch self {
    case .optimal(let answer): answer.points
    case .feasible(_, let bound), .unknown(let bound): bound
    case .impossible, .contradiction: nil
    }
  }

  /// The better one of the results of two problems that together are a third one.
  fileprivate func better(_ other: Solver.Result) -> Solver.Result {
    if case .contradiction = self { return self }
    if case .contradiction = other { return other }
    guard let bound, let otherBound = other.bound else { return bound == nil ? other : self }
    let lower = min(bound, otherBound)
    let best = [answer, other.answer].compactMap(\.self).min { $0.points < $1.points }
    guard let best else { return .unknown(bound: lower) }
    return best.points <= lower ? .optimal(best) : .feasible(best, bound: lower)
  }
}
