import Dates
import RotaModel
package import Solver

/// A frame compiled into the solver's tables, from which those of a frame that differs by one
/// engineer's time off are soon made.
package struct CompiledFrame: Sendable {
  /// All of the period, and what is left of it.
  package private(set) var problem: Problem
  package private(set) var rest: Problem
  private var frame: Frame
  private let covered: [Cell: UInt8]
  private let held: FrozenShifts?
  private let limits: HardLimits
  private var ownerships: [UndecidedProject]

  /// - Parameters: those of the problem.
  package init(_ frame: Frame, covered: [Cell: UInt8] = [:], after held: FrozenShifts? = nil) {
    self.frame = frame
    self.covered = covered
    self.held = held
    limits = HardLimits(frame, RuleBook.shapes, after: held)
    ownerships = frame.projects.indices.map {
      UndecidedProject($0, in: frame, RuleBook.projectShapes)
    }
    problem = Problem(
      weeks: frame.weeks.count, rotations: frame.rotations.count,
      open: frame.weeks.indices.flatMap { week in
        frame.rotations.map { !frame.isClosed($0, week) }
      }, isUnpopular: frame.isUnpopular, least: frame.leastDistance)
    rest = problem
    compileProjects()
    for engineer in frame.engineers {
      problem.engineers.append(tables(of: engineer, frame))
      compileCounts(of: engineer, frame)
    }
    addGivenSeats(frame)
    rest = held.map(problem.afterFreezing) ?? problem
  }

  /// The same where one engineer is off for some weeks as well.
  ///
  /// A rule about shifts sees one engineer's, so those of the others cost what they did; what is owed,
  /// and so the tables by number, may be another thing for everybody.
  ///
  /// - Parameter frame: where they are off.
  package func taking(_ engineer: Int, off weeks: Range<Int>, in frame: Frame) -> CompiledFrame {
    var taken = self
    taken.frame = frame
    let days =
      frame.weeks[weeks.lowerBound].start..<frame.weeks[weeks.upperBound - 1].days.upperBound
    let touched = frame.projects.indices.filter { frame.projects[$0].project.life.overlaps(days) }
    for project in touched {
      if frame.projects[project].hasSameOwners(as: self.frame.projects[project]) {
        taken.ownerships[project].change(engineer, project, in: frame, RuleBook.projectShapes)
      } else {
        taken.ownerships[project] = UndecidedProject(project, in: frame, RuleBook.projectShapes)
      }
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
      taken.compileRest(of: other, isChanged: other == engineer || isCharged)
    }
    taken.addGivenSeats(frame)
    taken.rest.constant = taken.problem.constant
    taken.rest.projects =
      held.map(taken.problem.projects(after:)) ?? taken.problem.projects
    return taken
  }

  /// - Parameter isChanged: whether more than the tables by number and by distance is.
  private mutating func compileRest(of engineer: Int, isChanged: Bool) {
    let tables = problem.engineers.values[engineer]
    if isChanged {
      rest.engineers.values[engineer] =
        held.map { problem.tables(of: EngineerIndex(engineer), after: $0) } ?? tables
    } else {
      rest.engineers.values[engineer].chainPoints = tables.chainPoints
      rest.engineers.values[engineer].countPoints = tables.countPoints
      rest.engineers.values[engineer].unpopularPoints = tables.unpopularPoints
      rest.engineers.values[engineer].ownerWeekPoints = tables.ownerWeekPoints
    }
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
      of: engineer, into: &tables, frame, RuleBook.countedShapes, held,
      givenWeeks: ownerships.reduce(0) { $0 + $1.givenWeeks[engineer] })
    problem.engineers.values[engineer] = tables
  }
}
