/// How many units a point is: as many as keep the dearest path within 32 bits.
///
/// Where weights and periods are so large that not even whole points fit, convex tables are cut to
/// slopes that do. Around their cheapest count they stay as they are, further away they cost less
/// than the truth: what is planned by them is a lower bound still, and rotas that are found are judged
/// by their points.
struct Scale: Sendable {
  let unitsPerPoint: Int
  /// The steepest slope of a table by number, in points.
  private let steepest: Int

  /// Prices take as much room again, and a sum of two paths must fit.
  private static let room = Int(ShiftPlanner.forbidden) / 4

  init(_ problem: Problem) {
    var counted = 0
    var other = 1
    var steps = 1
    for engineer in problem.engineers.indices {
      let path = Path(problem, engineer)
      counted = max(counted, path.counted)
      other = max(other, path.other)
      steps = max(steps, path.steps)
    }
    var units = Tuning.Tables.finestPoint
    while units > Tuning.Tables.coarsestPoint, counted + other > Scale.room / units { units /= 2 }
    guard counted + other > Scale.room / units else {
      unitsPerPoint = units
      steepest = .max
      return
    }
    while units > 1, other > Scale.room / units / 2 { units /= 2 }
    unitsPerPoint = units
    steepest = max(1, Scale.room / units / 2 / steps)
  }

  /// A convex table with its slopes cut: nowhere more than it was, and as it was around its least.
  func tempered(_ points: [Int]) -> [Int] {
    guard steepest < .max, let fewest = points.min(), let least = points.firstIndex(of: fewest)
    else { return points }
    var tempered = points
    for count in points.indices where count > least {
      tempered[count] = tempered[count - 1] + min(points[count] - points[count - 1], steepest)
    }
    for count in points.indices.reversed() where count < least {
      tempered[count] = tempered[count + 1] + min(points[count] - points[count + 1], steepest)
    }
    return tempered
  }

  /// Points in units; more than any path may cost is forbidden.
  func units(_ points: Int) -> Int32 {
    let (product, overflow) = points.multipliedReportingOverflow(by: unitsPerPoint)
    if overflow { return points < 0 ? -ShiftPlanner.forbidden : ShiftPlanner.forbidden }
    return Int32(
      min(max(product, -Int(ShiftPlanner.forbidden)), Int(ShiftPlanner.forbidden)))
  }

  /// The fewest whole points that units can be part of.
  func pointsRoundedUp(_ units: Int) -> Int {
    // Division cuts towards zero.
    units / unitsPerPoint + (units % unitsPerPoint > 0 ? 1 : 0)
  }
}

/// The most that one engineer's plan may cost, in points.
private struct Path {
  /// By the tables of numbers: shifts, unpopular weeks, owner-weeks.
  let counted: Int
  /// By everything else.
  let other: Int
  /// How many steps of those tables a plan takes at the most.
  let steps: Int

  init(_ problem: Problem, _ engineer: EngineerIndex) {
    let tables = problem.engineers[engineer]
    let counts = tables.countPoints.values + [tables.unpopularPoints, tables.ownerWeekPoints]
    counted = counts.reduce(0) { $0 + ($1.max() ?? 0) }
    let shifts = (problem.weeks.count + problem.least - 1) / problem.least
    steps = 2 * shifts + tables.ownerWeekPoints.count
    var other = 0
    for week in problem.weeks {
      let points = problem.slots[week].map { tables.shiftPoints[$0] }
      other += max(tables.idlePoints[week], points.max() ?? 0)
    }
    other += shifts * (tables.chainPoints.max() ?? 0)
    for candidate in problem.projects.map({ $0.candidates[engineer] }) {
      other += candidate.links.reduce(0) { $0 + $1.points }
      other += abs(candidate.ownPoints - candidate.otherPoints)
    }
    self.other = other
  }
}

extension Problem {
  /// More points than any rota has.
  var dearest: Int {
    engineers.indices.reduce(constant + 1) { sum, engineer in
      let path = Path(self, engineer)
      let owning = projects.map { $0.candidates[engineer] }.reduce(0) {
        $0 + max($1.ownPoints, $1.otherPoints)
      }
      return sum + path.counted + path.other + owning
    }
  }
}
