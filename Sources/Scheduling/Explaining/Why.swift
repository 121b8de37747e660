import Diagnostics
public import RotaModel

/// Explains a shift of a period; nil where the period has no such shift week or no rota.
///
/// - Parameters:
///   - only: asks for one engineer; nil for all.
///   - watch: told how many cases are done.
public func explain(
  _ week: ShiftWeek, _ rotation: RotationID, of period: Period, in situation: Situation,
  only: EngineerID? = nil, watch: (SearchProgress) -> Void = { _ in }
) -> Explanation? {
  let onFile = situation.rotas.first { $0.period == period }
  let frame = onFile.map { situation.frame(of: $0) } ?? Frame(situation, period: period)
  guard let slotWeek = frame.weeks.firstIndex(of: week),
    let duty = situation.availability.index(of: rotation),
    let comparison = Comparison(frame, watch)
  else { return nil }
  let asked = frame.engineers.filter { only == nil || frame.team.engineers[$0].id == only }
  let options = asked.mapSideBySide(watch: watch) { engineer in
    let cell = Cell(engineer: engineer, rotation: duty, week: slotWeek)
    return Explanation.Option(
      engineer: frame.team.engineers[engineer].id, verdict: comparison.verdict(pinning: cell))
  }
  let planned = comparison.base.holders[slotWeek * frame.rotations.count + duty]
  return Explanation(
    week: week, rotation: rotation,
    holder: frame.onFile?.holder(week, rotation)
      ?? (planned >= 0 ? frame.team.engineers[planned].id : nil),
    optimum: comparison.base.points, pointsOnFile: comparison.pointsOnFile, options: options)
}

/// The best rota that others are compared with.
private struct Comparison: Sendable {
  private let frame: Frame
  private let problem: Problem
  private let solver: Solver
  /// The rota on file where it has the fewest points.
  let base: Solver.Answer
  let pointsOnFile: Int?

  /// nil where no best rota is known.
  init?(_ frame: Frame, _ watch: (SearchProgress) -> Void) {
    self.frame = frame
    let problem = Problem(frame)
    var solver = Solver(problem, effort: 1)
    let result = solver.solve {
      watch($0)
      return true
    }
    guard case .optimal(let best) = result else { return nil }
    let onFile = frame.onFile.flatMap { frame.keptRules($0, problem) }
    base = onFile.flatMap { $0.points == best.points ? $0 : nil } ?? best
    pointsOnFile = onFile?.points
    self.problem = problem
    self.solver = solver
  }

  func verdict(pinning cell: Cell) -> Explanation.Verdict {
    let stops = frame.stops(cell)
    guard stops.isEmpty else { return .stopped(stops) }
    let slot = cell.week * problem.rotations + cell.rotation
    guard base.holders[slot] != cell.engineer else {
      return .costs(0, moves: [], handovers: [])
    }
    var pinned = problem
    for other in 0..<problem.engineers where other != cell.engineer {
      pinned.allowed[problem.cell(other, cell.week, cell.rotation)] = false
    }
    var search = ShiftFeasibility(pinned, work: ShiftFeasibility.usualWork)
    if case .impossible(let week) = search.run() {
      return .impossible(summary: "the week of \(frame.weeks[week]) could not be held then")
    }
    var again = Solver(pinned, effort: 1)
    guard case .optimal(let best) = again.solve() else { return .unknown }
    let nearest = again.nearest(to: base, in: pinned, best: best)
    return .costs(
      best.points - base.points, moves: moves(to: nearest, except: slot),
      handovers: handovers(to: nearest))
  }

  private func moves(to new: Solver.Answer, except pinned: Int) -> [Explanation.Move] {
    func name(_ engineer: Int) -> EngineerID? {
      engineer >= 0 ? frame.team.engineers[engineer].id : nil
    }
    return base.holders.indices.compactMap { slot in
      let (from, to) = (base.holders[slot], new.holders[slot])
      guard slot != pinned, from != to else { return nil }
      return Explanation.Move(
        week: frame.weeks[slot / problem.rotations],
        rotation: frame.team.rotations[slot % problem.rotations].id, from: name(from), to: name(to))
    }
  }

  private func handovers(to new: Solver.Answer) -> [Explanation.Handover] {
    problem.projects.indices.compactMap { project in
      /// Those who own it in one answer only.
      func owners(_ one: Solver.Answer, butNot other: Solver.Answer) -> [EngineerID] {
        frame.engineers.filter {
          one.owned[$0].contains(project) && !other.owned[$0].contains(project)
        }.map { frame.team.engineers[$0].id }
      }
      let from = owners(base, butNot: new)
      let to = owners(new, butNot: base)
      guard !from.isEmpty || !to.isEmpty else { return nil }
      let framed = frame.projects[problem.projects[project].index]
      return Explanation.Handover(project: framed.project.id, from: from, to: to)
    }
  }
}

extension Frame {
  /// The rota on file for this period.
  fileprivate var onFile: Rota? { situation.rotas.first { $0.period == period } }

  /// A rota that keeps the hard rules as an answer, with the checker's points; nil for others.
  fileprivate func keptRules(_ rota: Rota, _ problem: Problem) -> Solver.Answer? {
    let judgement = judge(rota, in: situation)
    guard !judgement.findings.contains(where: { $0.severity == .conflict }) else { return nil }
    let roster = Roster(rota, in: self)
    var holders = Array(repeating: -1, count: weeks.count * rotations.count)
    for shift in roster.shifts {
      guard let week = shift.week, let rotation = shift.rotation, let engineer = shift.engineer
      else { continue }
      holders[week * rotations.count + rotation] = engineer
    }
    var owned = engineers.map { _ in [Int]() }
    for (index, project) in problem.projects.enumerated() {
      for owner in roster.owners[project.index] where owner.days.overlaps(project.days) {
        guard let engineer = owner.engineer else { continue }
        owned[engineer].append(index)
      }
    }
    return Solver.Answer(holders: holders, owned: owned, points: judgement.points.total)
  }
}

extension Rota {
  fileprivate func holder(_ week: ShiftWeek, _ rotation: RotationID) -> EngineerID? {
    shifts.first { $0.week == week && $0.rotation == rotation }?.engineer
  }
}
