import RotaModel
package import Solver

/// The rules of a frame compiled into the solver's tables. A new rule of a known shape needs no
/// change here.
///
/// A frame counts with plain numbers, so what is worked out by it goes into the arrays of the tables.
extension Problem {
  /// - Parameters:
  ///   - covered: the days that covers take from the holders of a rota that is mended.
  ///   - held: what is held of the weeks that stay as they are.
  /// - Complexity: O(engineers × weeks × rotations × rules), and the tables of counts.
  package init(_ frame: Frame, covered: [Cell: UInt8] = [:], after held: FrozenShifts? = nil) {
    self = CompiledFrame(frame, covered: covered, after: held).problem
  }

  func compileShifts(
    of engineer: Int, into tables: inout Engineer, _ frame: Frame, _ shapes: [Shape],
    _ covered: [Cell: UInt8]
  ) {
    let next = frame.firstAfter[engineer]?.week
    for week in frame.weeks.indices {
      var idle = 0
      var busy = 0
      for shape in shapes {
        guard case .weekPoints(let points) = shape else { continue }
        idle += points(frame, engineer, week, false)
        busy += points(frame, engineer, week, true)
      }
      tables.idlePoints.values[week] = idle
      let isFree = next.map { frame.weeks[week].weeks(to: $0) >= least } ?? true
      for rotation in frame.rotations {
        let slot = slots[WeekIndex(week), RotationIndex(rotation)].number
        guard open.values[slot] else { continue }
        var here = Cell(engineer: engineer, rotation: rotation, week: week)
        here.covered = covered[here] ?? 0
        let isAllowed = isFree && frame.allows(here)
        var points = busy
        if isAllowed {
          for case .cellPoints(let more) in shapes { points += more(frame, here) }
        }
        tables.allowed.values[slot] = isAllowed
        tables.shiftPoints.values[slot] = points
      }
    }
  }

  func compileCounts(
    of engineer: Int, into tables: inout Engineer, _ frame: Frame, _ shapes: [Shape],
    _ before: FrozenShifts?, givenWeeks: Int
  ) {
    let unpopularWeeks = isUnpopular.values.dropFirst(before?.weeks ?? 0).count { $0 }
    let held = 0...min(tables.most, weeks.count)
    let gained = projects.values.reduce(0) {
      $0 + $1.candidates.values[engineer].ownerWeeks
    }
    tables.countPoints = Table(repeating: held.map { _ in 0 }, for: rotations)
    tables.unpopularPoints = Array(repeating: 0, count: unpopularWeeks + 1)
    tables.ownerWeekPoints = Array(repeating: 0, count: gained + 1)
    tables.chainPoints = Array(repeating: 0, count: Problem.lanes)
    for shape in shapes {
      switch shape {
      case .chainPoints(let points):
        for lane in 0..<Problem.lanes {
          tables.chainPoints[lane] += points(frame, engineer, least + lane)
        }
      case .shiftCountPoints(let points):
        for rotation in frame.rotations {
          let before = before?.count(of: engineer, rotation) ?? 0
          for count in held {
            tables.countPoints.values[rotation][count] += points(
              frame, engineer, rotation, before + count)
          }
        }
      case .unpopularCountPoints(let points):
        let before = before?.unpopular[engineer] ?? 0
        for count in 0...unpopularWeeks {
          tables.unpopularPoints[count] += points(frame, engineer, before + count)
        }
      case .ownerWeekPoints(let points):
        for count in 0...gained {
          tables.ownerWeekPoints[count] += points(frame, engineer, givenWeeks + count)
        }
      default: break
      }
    }
  }
}

/// What the hard rules about several shifts or projects allow.
struct HardLimits: Sendable {
  /// By engineer: at most so many shifts in the weeks that are left.
  private(set) var most: [Int]
  /// By engineer: the most projects owned on one day.
  private(set) var ownedAtOnce: [Int]

  init(_ frame: Frame, _ shapes: [Shape], after held: FrozenShifts?) {
    let left = frame.weeks.count - (held?.weeks ?? 0)
    most = frame.engineers.map { _ in left }
    ownedAtOnce = frame.engineers.map { _ in frame.projects.count }
    for shape in shapes {
      switch shape {
      case .limit(let limit, _, _):
        for engineer in frame.engineers {
          guard let limit = limit(frame, engineer) else { continue }
          most[engineer] = min(most[engineer], max(0, limit - (held?.count(of: engineer) ?? 0)))
        }
      case .ownedAtOnce(let limit, _, _):
        for engineer in frame.engineers {
          ownedAtOnce[engineer] = min(ownedAtOnce[engineer], limit(frame.situation, engineer))
        }
      default: break
      }
    }
  }
}
