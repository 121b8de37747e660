import Testing

@testable import Solver

/// The dearest plan fits 32 bits, whatever the weights.
@Suite("The scale of points")
struct ScaleTests {
  private enum Heavy: CaseIterable { case nothing, counts, shifts, links }

  private func problem(_ seed: Int, _ heavy: Heavy) -> Problem {
    var problem = randomProblem(seed: seed)
    func heavier(_ points: [Int], _ factor: Int) -> [Int] { points.map { $0 * factor } }
    switch heavy {
    case .nothing: break
    case .counts:
      for engineer in problem.engineers.indices {
        var tables = problem.engineers[engineer]
        tables.countPoints = tables.countPoints.mapValues { heavier($0, 900_000) }
        tables.unpopularPoints = heavier(tables.unpopularPoints, 900_000)
        problem.engineers[engineer] = tables
      }
    case .shifts:
      for engineer in problem.engineers.indices {
        var tables = problem.engineers[engineer]
        tables.shiftPoints = tables.shiftPoints.mapValues { $0 * 40_000 }
        tables.idlePoints = tables.idlePoints.mapValues { $0 * 40_000 }
        problem.engineers[engineer] = tables
      }
    case .links:
      for project in problem.projects.indices {
        for engineer in problem.engineers.indices {
          problem.projects[project].candidates[engineer].links =
            problem.projects[project].candidates[engineer].links.map {
              Problem.Link(week: $0.week, points: 2_000_000)
            }
        }
      }
    }
    return problem
  }

  /// More points than a plan has, with what tables by number are tempered to.
  private func most(_ problem: Problem, _ engineer: EngineerIndex, _ scale: Scale) -> Int {
    let points = problem.engineers[engineer]
    let shifts = (problem.weeks.count + problem.least - 1) / problem.least
    let tables = points.countPoints.values + [points.unpopularPoints]
    let counted = tables.reduce(0) { sum, table in
      let tempered = scale.tempered(table).prefix(shifts + 1)
      return sum + (tempered.max() ?? 0) - (tempered.min() ?? 0)
    }
    let weeks = problem.weeks.reduce(0) { sum, week in
      sum + max(points.idlePoints[week], points.shiftPoints[problem.slots[week]].max() ?? 0)
    }
    let links = problem.projects.flatMap { $0.candidates[engineer].links }.reduce(0) {
      $0 + $1.points
    }
    return counted + weeks + links
  }

  @Test("leaves room for the dearest plan, and for prices as high", arguments: Heavy.allCases)
  private func room(heavy: Heavy) {
    for seed in 1...60 {
      let problem = problem(seed, heavy)
      let scale = Scale(problem)
      for engineer in problem.engineers.indices {
        let units = most(problem, engineer, scale) * scale.unitsPerPoint
        #expect(units <= Int(ShiftPlanner.forbidden) / 2, "seed \(seed), \(engineer)")
      }
      if heavy == .nothing { #expect(scale.unitsPerPoint == 4096, "seed \(seed)") }
    }
  }

  /// The weeks without a shift cost such a part of what is forbidden; in units it is to stay within
  /// an eighth, as long as a point has more units than one.
  @Test(
    "is as fine as the dearest plan lets it be, and whole points at the least",
    arguments: [(3, 8, 1), (3, 16, 1), (3, 64, 2), (3, 128, 4)])
  private func fineness(part: Int, of whole: Int, units: Int) {
    var problem = randomProblem(seed: 1)
    for engineer in problem.engineers.indices {
      let week = Int(ShiftPlanner.forbidden) / whole * part / problem.weeks.count
      problem.engineers[engineer].idlePoints = problem.engineers[engineer].idlePoints.mapValues {
        _ in week
      }
    }
    #expect(Scale(problem).unitsPerPoint == units)
  }

  /// What it cuts stays convex, is nowhere more than it was, and is least where it was least.
  @Test("cuts tables from below", arguments: Heavy.allCases)
  private func tempered(heavy: Heavy) {
    var cut = 0
    for seed in 1...60 {
      let problem = problem(seed, heavy)
      let scale = Scale(problem)
      for points in problem.engineers.flatMap(\.countPoints.values) {
        let tempered = scale.tempered(points)
        #expect(tempered.count == points.count)
        #expect(zip(tempered, points).allSatisfy { $0 <= $1 }, "seed \(seed)")
        #expect(tempered.min() == points.min(), "seed \(seed)")
        let slopes = zip(tempered.dropFirst(), tempered).map { $0 - $1 }
        #expect(zip(slopes.dropFirst(), slopes).allSatisfy { $0 >= $1 }, "seed \(seed)")
        if tempered != points { cut += 1 }
      }
    }
    #expect((cut > 0) == (heavy == .counts), "\(cut)")
  }
}
