import Dates
import RotaModel
package import Solver

/// A frame compiled into the solver's tables, from which those of a frame that differs by one
/// engineer's time off are soon made.
package struct CompiledFrame: Sendable {
  package private(set) var problem: Problem
  private let covered: [Cell: UInt8]
  private let held: FrozenShifts?
  private let limits: HardLimits
  private var ownerships: [UndecidedProject]

  /// - Parameters: those of the problem.
  package init(_ frame: Frame, covered: [Cell: UInt8] = [:], after held: FrozenShifts? = nil) {
    self.covered = covered
    self.held = held
    limits = HardLimits(frame, RuleBook.shapes, after: held)
    ownerships = frame.projects.indices.map {
      UndecidedProject($0, in: frame, RuleBook.shapes)
    }
    problem = Problem(
      weeks: frame.weeks.count, rotations: frame.rotations.count,
      open: frame.weeks.indices.flatMap { week in
        frame.rotations.map { !frame.isClosed($0, week) }
      }, isUnpopular: frame.isUnpopular, least: frame.leastDistance)
    compileProjects()
    for engineer in frame.engineers {
      problem.engineers.append(tables(of: engineer, frame))
      compileCounts(of: engineer, frame)
    }
    addGivenSeats(frame)
  }

  /// The same where one engineer is off for some weeks as well.
  ///
  /// A rule about shifts sees one engineer's, so those of the others cost what they did; what is owed,
  /// and so the tables by number, may be another thing for everybody.
  ///
  /// - Parameter frame: where they are off.
  package func taking(_ engineer: Int, off weeks: Range<Int>, in frame: Frame) -> CompiledFrame {
    var taken = self
    let days =
      frame.weeks[weeks.lowerBound].start..<frame.weeks[weeks.upperBound - 1].days.upperBound
    let touched = frame.projects.indices.filter { frame.projects[$0].project.life.overlaps(days) }
    for project in touched {
      taken.ownerships[project] = UndecidedProject(project, in: frame, RuleBook.shapes)
    }
    taken.compileProjects()
    for other in frame.engineers {
      // Whoever owns a project whatever is decided is charged for shifts.
      let isCharged = touched.contains {
        ownerships[$0].givenLinks[other] != taken.ownerships[$0].givenLinks[other]
      }
      if other == engineer || isCharged {
        taken.problem.engineers.values[other] = taken.tables(of: other, frame)
      }
      taken.compileCounts(of: other, frame)
    }
    taken.addGivenSeats(frame)
    return taken
  }

  private mutating func compileProjects() {
    problem.projects = Table(ownerships.flatMap(\.seats))
    problem.constant = ownerships.reduce(0) { $0 + $1.constant }
  }

  private mutating func addGivenSeats(_ frame: Frame) {
    problem.projects.values += frame.givenSeats(
      beside: problem.projects.values, most: limits.ownedAtOnce)
  }

  /// The tables of an engineer, those by number aside.
  private func tables(of engineer: Int, _ frame: Frame) -> Problem.Engineer {
    let sinceLast = frame.weeks.first.flatMap { first in
      frame.lastBefore[engineer].map { max(0, $0.week.weeks(to: first)) }
    }
    var tables = problem.engineer(
      sinceLast: sinceLast, most: limits.most[engineer], ownedAtOnce: limits.ownedAtOnce[engineer])
    problem.compileShifts(of: engineer, into: &tables, frame, RuleBook.shapes, covered)
    for ownership in ownerships {
      for link in ownership.givenLinks[engineer] {
        for slot in problem.slots[link.week] { tables.shiftPoints[slot] += link.points }
      }
    }
    return tables
  }

  private mutating func compileCounts(of engineer: Int, _ frame: Frame) {
    var tables = problem.engineers.values[engineer]
    problem.compileCounts(
      of: engineer, into: &tables, frame, RuleBook.shapes, held,
      givenWeeks: ownerships.reduce(0) { $0 + $1.givenWeeks[engineer] })
    problem.engineers.values[engineer] = tables
  }
}
