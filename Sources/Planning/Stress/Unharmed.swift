import RotaModel
import Rules
import Solver
import Synchronization

/// The rota from a week on with nobody off but who is: what absences are compared with, and what they
/// share. What it costs depends on the days that are left to decide.
final class Unharmed: Sendable {
  private let rota: Rota
  private let roster: Roster
  private let points: Int
  /// Whether it breaks no rule.
  private let isSound: Bool
  private let replanning: Replanning
  /// Found once it is asked for.
  private let known = Mutex<Solver.Known??>(nil)

  init(_ rota: Rota, _ frame: Frame) {
    self.rota = rota
    roster = Roster(rota, in: frame)
    points = roster.points().total
    isSound = roster.hardFindings.isEmpty
    replanning = Replanning(frame, roster, rota)
  }

  /// What becomes of it while an engineer is off for some of the weeks.
  func outcome(taking engineer: Int, off weeks: Range<Int>) -> StressTest.Outcome {
    let frame = self.roster.frame.taking(engineer, off: weeks)
    let roster = self.roster.seen(in: frame)
    if roster.leavesNothingOpen,
      isSound ? roster.conflicts(ofTimeOffOf: engineer).isEmpty : roster.hardFindings.isEmpty
    {
      return .mendable(changed: 0, ownerChanges: 0, rise: roster.points().total - points)
    }
    var replanning = replanning(taking: engineer, off: weeks, roster)
    replanning.solver = Solver.solving(knowing: self.solved)
    switch replanning.best(effort: 1) {
    case .optimal(let answer), .feasible(let answer, _):
      let toll = replanning.toll(answer)
      return .mendable(
        changed: toll.changed, ownerChanges: toll.ownerChanges, rise: toll.points - points)
    case .impossible: return .impossible(replanning.obstacle ?? "no rota exists")
    case .unknown: return .unknown
    case .contradiction(let words): return .contradiction(words)
    }
  }

  /// - Parameter roster: the rota on file while they are off.
  private func replanning(taking engineer: Int, off weeks: Range<Int>, _ roster: Roster)
    -> Replanning
  {
    let broken = roster.brokenCovers(from: replanning.frozen).map(\.cover)
    return broken == replanning.brokenCovers.map(\.cover)
      ? replanning.taking(engineer, off: weeks, in: roster.frame)
      : Replanning(roster.frame, roster, rota)
  }

  /// What solving it tells of absences that are not soon solved by themselves.
  private var solved: Solver.Known? {
    let stands = isSound && roster.leavesNothingOpen
    return known.withLock { known in
      let found = known ?? (stands ? nil : replanning.known)
      known = .some(found)
      return found
    }
  }
}

extension Roster {
  /// Whether no owner is left to be chosen, and whoever owns a project owns it to its end: replanning
  /// leaves the rota as it is then, if it breaks no rule.
  fileprivate var leavesNothingOpen: Bool {
    let isChosen = frame.projects.allSatisfy { project in
      project.seats.allSatisfy { $0.fixed.count >= $0.needed }
    }
    let ownToTheEnd = frame.projects.indices.allSatisfy { project in
      let ahead = frame.projects[project].daysToDecide
      return owners[project].allSatisfy {
        $0.days.clamped(to: ahead).isEmpty || $0.days.clamped(to: ahead) == ahead
      }
    }
    return isChosen && ownToTheEnd
  }
}
