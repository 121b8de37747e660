package import Dates
package import RotaModel
package import Rules
package import Solver

/// Where a rota would break: what becomes of it when somebody is off, and what hangs on one
/// person.
package struct StressTest: Sendable {
  package let rota: Rota
  /// Of everybody, for one, two and three weeks, from every coming week of the rota on: by
  /// engineer in the team file's order, first week and length.
  package let absences: [Absence]
  package let bottlenecks: [Bottleneck]

  /// How many weeks an absence may last.
  package static let lengths = 1...3

  /// An engineer off for some whole weeks.
  package struct Absence: Sendable {
    package let engineer: EngineerID
    package let first: ShiftWeek
    /// In weeks.
    package let length: Int
    package let outcome: Outcome

    package var days: Range<Day> { first.start..<first.start + 7 * length }
  }

  package enum Outcome: Sendable {
    /// The rota can be mended with so many changed shifts, the fewest possible; so many projects
    /// change hands; and it then has so many points more, or fewer: who is off owes less.
    case mendable(changed: Int, handovers: Int, rise: Int)
    /// No rota exists then: why, in a lead's words.
    case impossible(String)
    /// The work limit ended before an answer was proved.
    case unknown
    /// A bound and a rota contradict each other: a mistake of the program.
    case contradiction(String)
  }

  /// That of the first absence that came to one; nil for a result that can be relied on.
  package var contradiction: String? {
    absences.lazy.compactMap { absence in
      if case .contradiction(let words) = absence.outcome { words } else { nil }
    }.first
  }
}

/// Puts a rota to the test: every absence is mended as `replan` would, from its first day on.
///
/// Weeks that have begun stay out of it. An absence that lasts beyond the rota is cut, so it is
/// not counted again.
///
/// - Parameter watch: told how many absences are done.
/// - Complexity: an absence that breaks no rule costs one check; any other one mending.
package func stress(
  _ rota: Rota, in situation: Situation, watch: (SearchProgress) -> Void = { _ in }
) -> StressTest {
  let stressing = Stressing(rota, situation)
  return StressTest(
    rota: rota, absences: stressing.absences(watch), bottlenecks: stressing.bottlenecks())
}

/// One rota under stress.
private struct Stressing: Sendable {
  private let rota: Rota
  private let situation: Situation
  private let frame: Frame
  /// The weeks that have not begun, as indices.
  private let coming: Range<Int>

  init(_ rota: Rota, _ situation: Situation) {
    self.rota = rota
    self.situation = situation
    frame = situation.frame(of: rota)
    let begun = frame.weeks.count { $0.start <= situation.today }
    coming = begun..<max(begun, frame.weeks.count)
  }

  func absences(_ watch: (SearchProgress) -> Void) -> [StressTest.Absence] {
    let cases = frame.engineers.flatMap { engineer in
      coming.filter {
        frame.team.engineers[engineer].tenure.overlaps(frame.weeks[$0].days)
      }.flatMap { week in
        StressTest.lengths.filter { week + $0 <= coming.upperBound }.map { (engineer, week, $0) }
      }
    }
    watch(.tried(0, of: cases.count))
    let unharmed = Array(coming).mapSideBySide { Unharmed(rota, mending(situation, from: $0)) }
    return cases.mapSideBySide(watch: watch) { absence in
      let (engineer, week, length) = absence
      return StressTest.Absence(
        engineer: frame.team.engineers[engineer].id, first: frame.weeks[week], length: length,
        outcome: outcome(engineer, week, length, unharmed[week - coming.lowerBound]))
    }
  }

  private func outcome(_ engineer: Int, _ week: Int, _ length: Int, _ unharmed: Unharmed)
    -> StressTest.Outcome
  {
    var team = situation.team
    let start = frame.weeks[week].start
    team.engineers[engineer].away.append(
      MarkedDays(start..<start + 7 * length, at: team.engineers[engineer].place))
    let frame = mending(
      Situation(team: team, rotas: situation.rotas, today: situation.today), from: week)
    let roster = Roster(rota, in: frame)
    if roster.stands {
      return .mendable(changed: 0, handovers: 0, rise: roster.points().total - unharmed.points)
    }
    var replanning = Replanning(frame, rota)
    replanning.solver = Solver.solving(knowing: unharmed.known)
    switch replanning.best(effort: 1) {
    case .optimal(let answer), .feasible(let answer, _):
      let toll = replanning.toll(answer)
      return .mendable(
        changed: toll.changed, handovers: toll.handovers, rise: toll.points - unharmed.points)
    case .impossible: return .impossible(replanning.obstacle ?? "no rota exists")
    case .unknown: return .unknown
    case .contradiction(let words): return .contradiction(words)
    }
  }

  private func mending(_ situation: Situation, from week: Int) -> Frame {
    situation.frame(
      of: rota, purpose: .replan(from: frame.weeks[week].start, base: rota))
  }

  func bottlenecks() -> [Bottleneck] { Bottleneck.all(in: frame, coming) }
}

/// The rota from a week on with nobody off but who is: what absences are compared with. What it costs
/// depends on the days that are left to decide.
private struct Unharmed: Sendable {
  let points: Int
  let known: Solver.Known?

  init(_ rota: Rota, _ frame: Frame) {
    let roster = Roster(rota, in: frame)
    points = roster.points().total
    known = roster.stands ? nil : Replanning(frame, rota).known
  }
}

extension Roster {
  /// Whether replanning would leave the rota as it is: it breaks no rule, no owner is left to be
  /// chosen, and whoever owns a project owns it to its end.
  fileprivate var stands: Bool {
    let isChosen = frame.projects.allSatisfy { project in
      project.seats.allSatisfy { $0.fixed.count >= $0.needed }
    }
    let ownToTheEnd = frame.projects.indices.allSatisfy { project in
      let ahead = frame.projects[project].daysToDecide
      return owners[project].allSatisfy {
        $0.days.clamped(to: ahead).isEmpty || $0.days.clamped(to: ahead) == ahead
      }
    }
    return isChosen && ownToTheEnd && conflicts.isEmpty
  }
}
