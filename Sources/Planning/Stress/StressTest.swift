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
    case mendable(changed: Int, ownerChanges: Int, rise: Int)
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
  private let frame: Frame
  /// The weeks that have not begun, as indices.
  private let coming: Range<Int>

  init(_ rota: Rota, _ situation: Situation) {
    self.rota = rota
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
    let unharmed = Array(coming).mapSideBySide { week in
      Unharmed(
        rota, frame.seen(for: .replan(from: frame.weeks[week].start, base: rota)))
    }
    return cases.mapSideBySide(watch: watch) { absence in
      let (engineer, week, length) = absence
      return StressTest.Absence(
        engineer: frame.team.engineers[engineer].id, first: frame.weeks[week], length: length,
        outcome: unharmed[week - coming.lowerBound].outcome(
          taking: engineer, off: week..<week + length))
    }
  }

  func bottlenecks() -> [Bottleneck] { Bottleneck.all(in: frame, coming) }
}
