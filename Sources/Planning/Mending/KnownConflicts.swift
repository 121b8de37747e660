import Dates
import Diagnostics
import RotaModel
import Rules

/// The conflicts of a rota before it is changed, which tell what a change brings: conflicts are
/// compared by rule, people, rotations and days, never by their words.
struct KnownConflicts: Sendable {
  private let keys: Set<FindingKey>
  /// By engineer: the first days of the weeks of their shifts, with the rotations.
  private let held: [String: [(day: Int, rotation: String)]]
  private let period: Range<Int>

  init(_ roster: Roster) {
    keys = Set(roster.hardFindings.map(FindingKey.init))
    held = Dictionary(
      grouping: roster.shifts.map {
        ($0.shift.engineer.text, (day: $0.shift.week.start.number, $0.shift.rotation.text))
      }, by: \.0
    ).mapValues { $0.map(\.1) }
    let weeks = roster.frame.weeks
    period = (weeks.first?.start.number ?? 0)..<(weeks.last.map { $0.start.number + 7 } ?? 0)
  }

  var isEmpty: Bool { keys.isEmpty }

  /// Whether a conflict of the changed rota was not there.
  func isNew(_ conflict: Diagnostic) -> Bool {
    guard !keys.contains(FindingKey(conflict)) else { return false }
    guard let about = conflict.about, let days = about.days.first, let person = about.people.first
    else { return true }
    // Two shifts that the engineer had already were in each other's way, whatever lay between.
    if about.days.count == 2 { return !about.days.allSatisfy { hadShift(person, in: $0) } }
    if about.rotations.count == 2 {
      return !about.rotations.allSatisfy { hadShift(person, in: days, of: $0) }
    }
    // What is left of a cover breaks what the whole of it broke.
    return !keys.contains { key in
      guard key.rule == conflict.id, let old = key.about, let all = old.days.first else {
        return false
      }
      return old.people == about.people && old.rotations == about.rotations
        && all.lowerBound <= days.lowerBound && days.upperBound <= all.upperBound
    }
  }

  /// - Parameter rotation: nil for any. Weeks outside the period don't change.
  private func hadShift(_ person: String, in week: Range<Int>, of rotation: String? = nil) -> Bool {
    guard period.contains(week.lowerBound) else { return true }
    return held[person]?.contains { shift in
      shift.day == week.lowerBound && (rotation.map { $0 == shift.rotation } ?? true)
    } ?? false
  }
}
