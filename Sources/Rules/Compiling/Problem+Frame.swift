import RotaModel
package import Solver

/// The rules of a frame compiled into the solver's tables. A new rule of a known shape needs no
/// change here.
extension Problem {
  /// - Parameters:
  ///   - covered: the days that covers take from the holders of a rota that is mended.
  ///   - held: what is held of the weeks that stay as they are.
  /// - Complexity: O(engineers × weeks × rotations × rules), and the tables of counts.
  package init(_ frame: Frame, covered: [Cell: UInt8] = [:], after held: FrozenShifts? = nil) {
    let shapes = RuleBook.shapes
    let limits = HardLimits(frame, shapes, after: held)
    self.init(
      engineers: frame.engineers.count, weeks: frame.weeks.count,
      rotations: frame.rotations.count,
      open: frame.weeks.indices.flatMap { week in
        frame.rotations.map { !frame.isClosed($0, week) }
      }, isUnpopular: frame.isUnpopular, least: frame.leastDistance,
      sinceLast: frame.engineers.map { engineer in
        guard let first = frame.weeks.first else { return nil }
        return frame.lastBefore[engineer].map { max(0, $0.week.weeks(to: first)) }
      }, most: limits.most, ownedAtOnce: limits.ownedAtOnce)
    let ownerships = frame.projects.indices.map { UndecidedProject($0, in: frame, shapes) }
    projects = ownerships.flatMap(\.seats)
    constant = ownerships.reduce(0) { $0 + $1.constant }
    compileCells(frame, shapes, covered)
    for ownership in ownerships {
      for engineer in frame.engineers {
        for link in ownership.givenLinks[engineer] {
          for rotation in 0..<rotations {
            shiftPoints[cell(engineer, link.week, rotation)] += link.points
          }
        }
      }
    }
    compileTables(
      frame, shapes, held,
      givenWeeks: frame.engineers.map { engineer in
        ownerships.reduce(0) { $0 + $1.givenWeeks[engineer] }
      })
    projects += frame.givenSeats(beside: projects, most: limits.ownedAtOnce)
  }

  private mutating func compileCells(
    _ frame: Frame, _ shapes: [Shape], _ covered: [Cell: UInt8]
  ) {
    for engineer in 0..<engineers {
      let next = frame.firstAfter[engineer]?.week
      for week in 0..<weeks {
        var idle = 0
        var busy = 0
        for shape in shapes {
          guard case .weekPoints(let points) = shape else { continue }
          idle += points(frame, engineer, week, false)
          busy += points(frame, engineer, week, true)
        }
        idlePoints[engineer * weeks + week] = idle
        let isFree = next.map { frame.weeks[week].weeks(to: $0) >= least } ?? true
        for rotation in 0..<rotations where open[week * rotations + rotation] {
          let index = cell(engineer, week, rotation)
          var here = Cell(engineer: engineer, rotation: rotation, week: week)
          here.covered = covered[here] ?? 0
          allowed[index] = isFree && frame.allows(here)
          shiftPoints[index] = busy
          guard allowed[index] else { continue }
          for case .cellPoints(let points) in shapes { shiftPoints[index] += points(frame, here) }
        }
      }
    }
  }

  private mutating func compileTables(
    _ frame: Frame, _ shapes: [Shape], _ before: FrozenShifts?, givenWeeks: [Int]
  ) {
    let unpopularWeeks = isUnpopular.dropFirst(before?.weeks ?? 0).count { $0 }
    for engineer in 0..<engineers {
      let held = 0...min(most[engineer], weeks)
      let gained = projects.reduce(0) { $0 + $1.ownerWeeks[engineer] }
      unpopularPoints[engineer] = Array(repeating: 0, count: unpopularWeeks + 1)
      ownerWeekPoints[engineer] = Array(repeating: 0, count: gained + 1)
      for rotation in 0..<rotations {
        countPoints[engineer * rotations + rotation] = Array(repeating: 0, count: held.count)
      }
      for shape in shapes {
        switch shape {
        case .chainPoints(let points):
          for lane in 0..<Problem.lanes {
            chainPoints[engineer * Problem.lanes + lane] += points(frame, engineer, least + lane)
          }
        case .shiftCountPoints(let points):
          for rotation in 0..<rotations {
            for count in held {
              countPoints[engineer * rotations + rotation][count] += points(
                frame, engineer, rotation, count + (before?.count(of: engineer, rotation) ?? 0))
            }
          }
        case .unpopularCountPoints(let points):
          for count in 0...unpopularWeeks {
            unpopularPoints[engineer][count] += points(
              frame, engineer, count + (before?.unpopular[engineer] ?? 0))
          }
        case .ownerWeekPoints(let points):
          for count in 0...gained {
            ownerWeekPoints[engineer][count] += points(
              frame, engineer, givenWeeks[engineer] + count)
          }
        default: break
        }
      }
    }
  }
}

/// What the hard rules about several shifts or projects allow.
private struct HardLimits {
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
