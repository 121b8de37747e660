import Dates
import Diagnostics
package import RotaModel
import Rules
import Solver

/// What the covers of a rota that is mended mean for the holders of their shifts: by holder, the
/// days that covers take from them, so that they may be away on them.
struct KeptCovers: Sendable {
  private(set) var days: [Cell: UInt8] = [:]

  init() {}

  init(_ roster: Roster) {
    for held in roster.shifts {
      guard let cell = held.cell else { continue }
      for cover in roster.rota.covers(of: held.shift) {
        days[cell, default: 0] |= cover.days.bits(in: held.shift.week)
      }
    }
  }
}

/// A cover that goes, and why.
package struct DroppedCover: Sendable {
  package let cover: Cover
  /// nil where its shift changed hands.
  package let reason: String?
}

extension Roster {
  /// The covers of weeks from one on that break a rule whoever holds the other shifts: they go
  /// before any shift moves. Of two that exclude each other only the later one in the file does.
  func brokenCovers(from week: Int) -> [DroppedCover] {
    var roster = self
    var dropped: [DroppedCover] = []
    while let broken = roster.brokenCover(from: week) {
      dropped.append(broken)
      var rota = roster.rota
      rota.covers.removeAll { $0 == broken.cover }
      roster = Roster(rota, in: frame)
    }
    return rota.covers.compactMap { cover in dropped.first { $0.cover == cover } }
  }

  private func brokenCover(from week: Int) -> DroppedCover? {
    guard week < frame.weeks.count else { return nil }
    let coming = rota.covers.filter { $0.days.lowerBound >= frame.weeks[week].start }
    for hangsOnOthers in [false, true] {
      for cover in coming.reversed() {
        if let stop = stops(cover).first(where: { $0.hangsOnOthers == hangsOnOthers }) {
          return DroppedCover(cover: cover, reason: stop.message)
        }
      }
    }
    return nil
  }
}

/// A covered shift: while its holder stays, the stand-in gets no other shift in the week.
struct CoveredStay: Sendable {
  let cover: Cover
  /// Among those not frozen.
  private let week: Int
  private let rotation: Int
  private let holder: Int
  private let standIn: Int

  static func all(_ roster: Roster, _ frozen: Int) -> [CoveredStay] {
    roster.shifts.flatMap { held -> [CoveredStay] in
      guard let cell = held.cell, cell.week >= frozen else { return [] }
      return roster.rota.covers(of: held.shift).compactMap { cover in
        roster.frame.availability.index(of: cover.engineer).map { standIn in
          CoveredStay(
            cover: cover, week: cell.week - frozen, rotation: cell.rotation, holder: cell.engineer,
            standIn: standIn)
        }
      }
    }
  }

  func isBroken(by answer: Solver.Answer, from base: [Int], _ problem: Problem) -> Bool {
    answer.holders[week * problem.rotations + rotation] == holder
      && others(base, problem).contains {
        answer.holders[week * problem.rotations + $0] == standIn
      }
  }

  /// The holder stays, so the stand-in gets no other shift.
  func keeping(_ problem: Problem, _ base: [Int]) -> Problem {
    var keeping = problem
    for other in 0..<problem.engineers where other != holder {
      keeping.allowed[problem.cell(other, week, rotation)] = false
    }
    for duty in others(base, problem) {
      keeping.allowed[problem.cell(standIn, week, duty)] = false
    }
    return keeping
  }

  /// Somebody else holds the shift, so the cover is dropped.
  func dropping(_ problem: Problem) -> Problem {
    var dropping = problem
    dropping.allowed[problem.cell(holder, week, rotation)] = false
    return dropping
  }

  /// The rotations whose shifts the stand-in must not have in the week: not one of their own that
  /// somebody else takes from them on those days.
  private func others(_ base: [Int], _ problem: Problem) -> [Int] {
    (0..<problem.rotations).filter {
      $0 != rotation && base[week * problem.rotations + $0] != standIn
    }
  }
}

extension Roster.Held {
  /// nil for names that the team file does not have.
  fileprivate var cell: Cell? {
    guard let engineer, let rotation, let week else { return nil }
    return Cell(engineer: engineer, rotation: rotation, week: week)
  }
}
