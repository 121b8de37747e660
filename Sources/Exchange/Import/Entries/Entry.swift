import Dates
internal import RotaModel

/// A row of a file, or a cell where each rotation has a column: who has a rotation from when on.
///
/// Times are minutes on the team's wall since 1970, on a clock that begins each day at the handover:
/// a shift week is whole days of it. Engineers and rotations are named by their index in the team
/// file.
struct Entry {
  enum End: Equatable {
    /// Until the next one.
    case open
    case moment(Int)
    /// A day that is included, unless the ends of the whole file are exclusive.
    case lastDay(Int)
  }

  /// What becomes of a row.
  enum Outcome: Equatable {
    case read
    case leftOut(LeftOut)
    case noRow(NoRow)
  }

  /// The rotation of a row that names none of the team's, which is left out.
  static let noRotation = -1

  /// Bytes of the file.
  let place: Range<Int>
  let rotation: Int
  var start: Int
  /// The date it begins on, as it is written.
  var startDay: Day
  var end: End
  var who: ImportPeople.Meaning
  /// Whether somebody stands in, whatever the length.
  var isStandIn = false
  /// For whom; nil for the holder of the shift.
  var standsInFor: Int?
  /// Whether it is a part of another row: a cover in the cell of its shift.
  var isPart = false
  /// Whether a row that cannot be read follows, so that it lasts the usual distance at most.
  var lastsUsualAtMost = false
  var outcome = Outcome.read
  /// Where it ends at last; known once all rows are.
  var stop = 0

  /// The last day of which it has the larger part, from handover to handover.
  var lastDay: Day { Day(number: max(start, stop - 720).flooredDays) }

  /// Whether it says that an engineer of the team is on duty.
  var engineer: Int? {
    guard outcome == .read, case .engineer(let engineer) = who else { return nil }
    return engineer
  }
}

/// Why a row is left out.
package enum LeftOut: String, Sendable, CaseIterable {
  case people, dates, rotations, sameTime, shortWeeks, noShift

  /// `3 unknown people`.
  func counted(_ count: Int) -> String {
    let one = count == 1
    return switch self {
    case .people: "\(count) unknown \(one ? "person" : "people")"
    case .dates: "\(count) date\(one ? "" : "s")"
    case .rotations: "\(count) unknown rotation\(one ? "" : "s")"
    case .sameTime: "\(count) of two people at the same time"
    case .shortWeeks: "\(count) in a week of which too few days are given"
    case .noShift: "\(count) that stand\(one ? "s" : "") in for a shift that is not there"
    }
  }
}

/// What is no row, by kind.
package enum NoRow: String, Sendable, CaseIterable {
  case empty, nobody, blank, comments, titles, rules, rotation, column, person
  case short, unnamed, cancelled, other, outside

  /// `12 empty cells`.
  func counted(_ count: Int) -> String {
    func noun(_ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    return switch self {
    case .empty: noun("empty cell", "empty cells")
    case .nobody: noun("cell for nobody", "cells for nobody")
    case .blank: noun("blank line", "blank lines")
    case .comments: noun("comment", "comments")
    case .titles: noun("title", "titles")
    case .rules: noun("rule", "rules")
    case .rotation: noun("of another rotation", "of other rotations")
    case .column: noun("cell of a column left out", "cells of columns left out")
    case .person: noun("of a person left out", "of people left out")
    case .short: noun("event of less than a day", "events of less than a day")
    case .unnamed: noun("event that names nobody", "events that name nobody")
    case .cancelled: noun("cancelled event", "cancelled events")
    case .other: noun("event of other things", "events of other things")
    case .outside: noun("outside the period", "outside the period")
    }
  }
}
