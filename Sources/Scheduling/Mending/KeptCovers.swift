import Diagnostics
import RotaModel

/// What the covers of a rota that is mended mean for the holders of their shifts.
struct KeptCovers: Sendable {
  /// By holder: the days that covers take from them, so that they may be away on them.
  private(set) var days: [Cell: UInt8] = [:]
  /// By holder: a cover that breaks a rule by itself, which goes only where the holder goes.
  private(set) var broken: [Cell: (reason: String, place: Place?)] = [:]

  init() {}

  init(_ roster: Roster) {
    for held in roster.shifts {
      guard let cell = held.cell else { continue }
      for cover in roster.rota.covers(of: held.shift) {
        days[cell, default: 0] |= cover.days.bits(in: held.shift.week)
        if let reason = roster.stops(cover) {
          broken[cell] = (reason, cover.engineerPlace ?? cover.place)
        }
      }
    }
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
  /// The stand-in may keep a shift of their own, if nobody takes it from them on the same days.
  private let mayKeepOwn: Bool

  static func all(_ roster: Roster, _ frozen: Int) -> [CoveredStay] {
    roster.shifts.flatMap { held -> [CoveredStay] in
      guard let cell = held.cell, cell.week >= frozen else { return [] }
      return roster.rota.covers(of: held.shift).compactMap { cover in
        roster.frame.availability.index(of: cover.engineer).map { standIn in
          CoveredStay(
            cover: cover, week: cell.week - frozen, rotation: cell.rotation, holder: cell.engineer,
            standIn: standIn, mayKeepOwn: !roster.isDouble(cover, standIn))
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

  /// The rotations whose shifts the stand-in must not have in the week.
  private func others(_ base: [Int], _ problem: Problem) -> [Int] {
    (0..<problem.rotations).filter {
      $0 != rotation && !(mayKeepOwn && base[week * problem.rotations + $0] == standIn)
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

extension Roster {
  /// Why a cover cannot stay, whoever holds the other shifts of its week.
  fileprivate func stops(_ cover: Cover) -> String? {
    guard let standIn = frame.availability.index(of: cover.engineer) else {
      return "no engineer is called `\(cover.engineer)`, who stands in"
    }
    for rule in RuleBook.rules where rule.id != Rule.doubleShift.id {
      for shape in rule.shapes {
        if case .cover(let judge) = shape, let reason = judge(self, cover, standIn) {
          return reason.message
        }
      }
    }
    return nil
  }

  /// Whether the stand-in has a shift of their own at the same time.
  fileprivate func isDouble(_ cover: Cover, _ standIn: Int) -> Bool {
    Rule.doubleShift.shapes.contains { shape in
      guard case .cover(let judge) = shape else { return false }
      return judge(self, cover, standIn) != nil
    }
  }
}
