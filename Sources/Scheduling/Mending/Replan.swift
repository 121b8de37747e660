public import Diagnostics
public import RotaModel

/// A rota mended after a change.
public struct Replanned: Sendable {
  public let solution: Solution
  /// Shifts of the base from the date on that somebody else holds now; the fewest possible.
  public let changed: [Change]
  /// Covers whose holder changed: they are dropped.
  public let droppedCovers: [Cover]

  public struct Change: Sendable {
    public let week: ShiftWeek
    public let rotation: RotationID
    public let from: EngineerID
    public let to: EngineerID
    /// The rules that stop the former holder from keeping it; empty where the shift makes room
    /// for another.
    public let stops: [Diagnostic]
  }
}

public enum ReplanOutcome: Sendable {
  case mended(Replanned)
  case infeasible(Clash)
  case unknown
}

/// Mends a rota after a change with the fewest changed shifts, then the fewest points. Weeks that
/// started before the date or have begun by today stay as they are.
public func replan(_ base: Rota, from date: Day, in situation: Situation, effort: Int = 1)
  -> ReplanOutcome
{
  let frame = Frame(
    situation, period: base.period, purpose: .replan(from: date, base: base))
  return Replanning(frame, base, from: date).outcome(effort: effort)
}

struct Replanning {
  private let frame: Frame
  private let base: Rota
  /// The number of weeks that stay as they are.
  private let frozen: Int
  /// What is left: the weeks that are not frozen.
  private let problem: Problem
  /// By week (not frozen) and rotation: the base's holder, −1 where nobody held it, −2 for a name
  /// the team file does not have.
  private let holders: [Int]

  init(_ frame: Frame, _ base: Rota, from date: Day) {
    self.frame = frame
    self.base = base
    let today = frame.situation.today
    frozen = frame.weeks.count { $0.start < date || $0.start <= today }
    let roster = Roster(base, in: frame)
    var held = Array(repeating: -1, count: frame.weeks.count * frame.rotations.count)
    var covered: [Cell: UInt8] = [:]
    for shift in roster.shifts {
      guard let week = shift.week, let rotation = shift.rotation else { continue }
      held[week * frame.rotations.count + rotation] = shift.engineer ?? -2
      guard let engineer = shift.engineer else { continue }
      covered[Cell(engineer: engineer, rotation: rotation, week: week)] =
        base.covers(of: shift.shift).reduce(into: 0) { $0 |= $1.days.bits(in: shift.shift.week) }
    }
    holders = Array(held.dropFirst(frozen * frame.rotations.count))
    problem = Problem(frame, covered: covered).afterFreezing(frozen, held)
  }

  /// The mended rota, or the facts that clash with single edits that would make one possible.
  func outcome(effort: Int) -> ReplanOutcome {
    let outcome = mend(effort: effort)
    guard case .infeasible = outcome else { return outcome }
    return Clash(frame, problem, work: 300_000 * effort).map(ReplanOutcome.infeasible) ?? .unknown
  }

  /// The mended rota; where there is none, without the facts.
  func mend(effort: Int) -> ReplanOutcome {
    let none = ReplanOutcome.infeasible(Clash(summary: "no rota exists", facts: [], fixes: []))
    var fewest = problem.countingChangesOnly(from: holders)
    switch Planning.solve(fewest, known: nil, effort: effort) {
    case .impossible: return none
    case .unknown, .feasible: return .unknown
    case .optimal(let least):
      var owners = OwnerFeasibility(problem, work: 300_000 * effort)
      guard case .possible(let owned) = owners.run() else { return none }
      // A change must cost more than all points of a rota with the fewest changes.
      let any = Solver.Answer(
        holders: least.holders, owned: owned, points: 0)
      let worth = 1 + replanned(any, bound: 0).solution.points.total
      fewest = problem.charging(worth, forChangesFrom: holders)
      switch Planning.solve(fewest, known: nil, effort: effort) {
      case .optimal(let best): return .mended(replanned(best, bound: nil))
      case .feasible(let best, _): return .mended(replanned(best, bound: 0))
      case .impossible, .unknown: return .unknown
      }
    }
  }

  private func replanned(_ answer: Solver.Answer, bound: Int?) -> Replanned {
    var shifts = base.shifts.filter { shift in
      frame.weeks.prefix(frozen).contains(shift.week) || frame.weeks.allSatisfy { $0 != shift.week }
    }
    var changes: [Replanned.Change] = []
    let conflicts = Roster(base, in: frame).findings().filter { $0.severity == .conflict }
    for week in frozen..<max(frozen, frame.weeks.count) {
      for rotation in frame.rotations {
        let slot = (week - frozen) * frame.rotations.count + rotation
        guard answer.holders[slot] >= 0 else { continue }
        let id = frame.team.engineers[answer.holders[slot]].id
        let duty = frame.team.rotations[rotation].id
        let before = base.shifts.first { $0.week == frame.weeks[week] && $0.rotation == duty }
        if let before, before.engineer == id {
          shifts.append(before)
          continue
        }
        shifts.append(
          Shift(
            week: frame.weeks[week], rotation: duty, engineer: id,
            weekPlace: before?.weekPlace, rotationPlace: before?.rotationPlace,
            place: before?.place))
        guard let before else { continue }
        let stops = frame.availability.index(of: before.engineer).map {
          frame.stops(Cell(engineer: $0, rotation: rotation, week: week))
        }
        // Rules about several shifts are reported at one of them.
        let broken = conflicts.filter { $0.place != nil && $0.place == before.place }
        changes.append(
          Replanned.Change(
            week: frame.weeks[week], rotation: duty, from: before.engineer, to: id,
            stops: stops.flatMap { $0.isEmpty ? nil : $0 } ?? broken))
      }
    }
    let dropped = base.covers.filter { cover in
      changes.contains {
        $0.rotation == cover.rotation && $0.week.days.contains(cover.days.lowerBound)
      }
    }
    let rota = Rota(
      period: base.period, shifts: shifts, owners: owners(answer),
      covers: base.covers.filter { !dropped.contains($0) }, source: base.source,
      periodPlace: base.periodPlace, shiftsPlace: base.shiftsPlace)
    let points = Roster(rota, in: frame).points()
    return Replanned(
      solution: Solution(rota: rota, points: points, bound: bound ?? points.total),
      changed: changes, droppedCovers: dropped)
  }

  /// Entries in the order kept, then new ones in the team file's order.
  private func owners(_ answer: Solver.Answer) -> [Ownership] {
    frame.projects.indices.map { index in
      let framed = frame.projects[index]
      let old = base.owners.first { $0.project == framed.project.id }
      guard let bit = problem.projects.firstIndex(where: { $0.index == index }) else {
        return old ?? Ownership(project: framed.project.id, entries: [])
      }
      let now = frame.engineers.filter { answer.owned[$0].contains(bit) }
      let from = framed.daysToDecide.lowerBound
      let isNew = from <= framed.project.firstDay
      var entries: [EngineerSpan] = []
      for entry in old?.entries ?? [] {
        let stays = now.contains { frame.team.engineers[$0].id == entry.engineer }
        let ahead = entry.days.clamped(to: framed.daysToDecide)
        if ahead.isEmpty || (stays && ahead == framed.daysToDecide) {
          entries.append(entry)
        } else if entry.days.lowerBound < from, !isNew {
          entries.append(
            EngineerSpan(entry.engineer, from: entry.from, until: stays ? nil : from - 1))
        }
      }
      let added = now.map { frame.team.engineers[$0].id }.filter { id in
        !entries.contains { $0.engineer == id && !$0.days.clamped(to: framed.daysToDecide).isEmpty }
      }.map { EngineerSpan($0, from: isNew ? nil : from) }
      return Ownership(project: framed.project.id, entries: entries + added, place: old?.place)
    }
  }
}

extension Problem {
  /// The problem of the weeks after the first ones, which stay as they are held: counts, limits
  /// and the chain go on from there.
  func afterFreezing(_ frozen: Int, _ held: [Int]) -> Problem {
    var rest = self
    rest.weeks = weeks - frozen
    rest.open = Array(open.dropFirst(frozen * rotations))
    rest.isUnpopular = Array(isUnpopular.dropFirst(frozen))
    func tail<Value>(_ values: [Value], by each: Int) -> [Value] {
      (0..<engineers).flatMap { engineer in
        values[(engineer * weeks + frozen) * each..<(engineer + 1) * weeks * each]
      }
    }
    rest.allowed = tail(allowed, by: rotations)
    rest.shiftPoints = tail(shiftPoints, by: rotations)
    rest.idlePoints = tail(idlePoints, by: 1)
    for engineer in 0..<engineers {
      var total = 0
      for rotation in 0..<rotations {
        let before = (0..<frozen).count { held[$0 * rotations + rotation] == engineer }
        total += before
        let index = engineer * rotations + rotation
        rest.countPoints[index] =
          countPoints[index].count > before
          ? Array(countPoints[index].dropFirst(before)) : [0]
      }
      let unpopular = (0..<frozen).count { week in
        isUnpopular[week] && (0..<rotations).contains { held[week * rotations + $0] == engineer }
      }
      rest.unpopularPoints[engineer] = Array(unpopularPoints[engineer].dropFirst(unpopular))
      rest.most[engineer] = max(0, most[engineer] - total)
      let last = (0..<frozen).last { week in
        (0..<rotations).contains { held[week * rotations + $0] == engineer }
      }
      rest.sinceLast[engineer] =
        last.map { frozen - $0 } ?? sinceLast[engineer].map { $0 + frozen }
    }
    for index in rest.projects.indices {
      rest.projects[index].links = projects[index].links.map { links in
        links.filter { $0.week >= frozen }.map { Link(week: $0.week - frozen, points: $0.points) }
      }
    }
    return rest
  }

  /// The same limits, and a point for every shift that changes hands.
  func countingChangesOnly(from holders: [Int]) -> Problem {
    var counting = self
    counting.shiftPoints = shiftPoints.map { _ in 0 }
    counting.idlePoints = idlePoints.map { _ in 0 }
    counting.chainPoints = chainPoints.map { _ in 0 }
    counting.countPoints = countPoints.map { $0.map { _ in 0 } }
    counting.unpopularPoints = unpopularPoints.map { $0.map { _ in 0 } }
    // Who owns what is another matter: it never moves a shift.
    counting.projects = []
    return counting.charging(1, forChangesFrom: holders)
  }

  func charging(_ points: Int, forChangesFrom holders: [Int]) -> Problem {
    var charged = self
    for engineer in 0..<engineers {
      for week in 0..<weeks {
        for rotation in 0..<rotations {
          let before = holders[week * rotations + rotation]
          guard before != -1, before != engineer else { continue }
          charged.shiftPoints[cell(engineer, week, rotation)] += points
        }
      }
    }
    return charged
  }
}
