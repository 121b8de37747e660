import SeededNumbers

@testable import Solver

/// A small problem of random tables, and its best answer by trying all: nothing of it is worked out
/// by the solver but the points of a whole answer.
struct RandomProblem {
  let problem: Problem
  let seed: UInt64

  init(seed: UInt64, engineers: Int = 3, weeks: Int = 4, rotations: Int = 2, projects: Int = 2) {
    self.seed = seed
    var random = SeededNumbers(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.next() % UInt64(range.count))
    }
    let slots = weeks * rotations
    var made = Problem(
      engineers: engineers, weeks: weeks, rotations: rotations,
      open: (0..<slots).map { _ in number(1...8) > 1 },
      isUnpopular: (0..<weeks).map { _ in number(1...3) == 1 }, least: number(1...2),
      sinceLast: (0..<engineers).map { _ in number(1...2) == 1 ? nil : number(1...4) },
      most: (0..<engineers).map { _ in number(2...weeks) },
      ownedAtOnce: (0..<engineers).map { _ in number(1...2) })
    made.allowed = (0..<engineers * slots).map { made.open[$0 % slots] && number(1...6) > 1 }
    made.shiftPoints = made.allowed.map { _ in number(0...2) * number(0...3) }
    made.idlePoints = (0..<engineers * weeks).map { _ in number(1...4) == 1 ? number(0...3) : 0 }
    made.chainPoints = (0..<engineers * Problem.lanes).map { lane in
      max(0, 3 - lane % Problem.lanes) * 2
    }
    /// A convex table around some number.
    func table(_ most: Int) -> [Int] {
      let (cheapest, slope) = (number(0...2), number(0...5))
      return (0...most).map { abs($0 - cheapest) * abs($0 - cheapest) * slope }
    }
    made.countPoints = (0..<engineers * rotations).map { _ in table(weeks) }
    made.unpopularPoints = (0..<engineers).map { _ in table(weeks) }
    made.ownerWeekPoints = (0..<engineers).map { _ in table(weeks * projects) }
    made.projects = (0..<projects).map { index in
      let first = number(0...weeks - 2)
      let last = number(first + 1...weeks)
      return Problem.Project(
        index: index, needed: 1, days: 7 * first..<7 * last,
        mayOwn: (0..<engineers).map { _ in number(1...5) > 1 }, fixed: [],
        ownPoints: (0..<engineers).map { _ in number(0...4) },
        otherPoints: (0..<engineers).map { _ in number(0...2) },
        ownerWeeks: (0..<engineers).map { _ in last - first },
        links: (0..<engineers).map { _ in
          (first..<last).filter { _ in number(1...2) == 1 }.map {
            Problem.Link(week: $0, points: number(1...5))
          }
        })
    }
    made.constant = number(0...9)
    problem = made
  }

  /// The fewest points of all answers within the hard rules; nil where there is none.
  var fewestPoints: Int? {
    let owners = allOwners
    var best: Int?
    var holders = Array(repeating: -1, count: problem.open.count)
    func fill(_ slot: Int) {
      guard slot < holders.count else {
        for owned in owners {
          best = min(best ?? .max, problem.points(holders, owned))
        }
        return
      }
      guard problem.open[slot] else { return fill(slot + 1) }
      for engineer in 0..<problem.engineers where mayHold(engineer, slot, holders) {
        holders[slot] = engineer
        fill(slot + 1)
        holders[slot] = -1
      }
    }
    fill(0)
    return best
  }

  private func mayHold(_ engineer: Int, _ slot: Int, _ holders: [Int]) -> Bool {
    let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
    let held = holders.indices.filter { holders[$0] == engineer }.map { $0 / problem.rotations }
    return problem.allowed[problem.cell(engineer, week, rotation)]
      && held.count < problem.most[engineer]
      && held.allSatisfy { week - $0 >= problem.least }
      && week + (problem.sinceLast[engineer] ?? problem.least) >= problem.least
  }

  /// By engineer, the projects owned, in every way that the hard rules leave.
  private var allOwners: [[[Int]]] {
    let empty = Array(repeating: [Int](), count: problem.engineers)
    return problem.projects.indices.reduce([empty]) { ways, index in
      ways.flatMap { owned in
        (0..<problem.engineers).compactMap { engineer -> [[Int]]? in
          let project = problem.projects[index]
          let beside = owned[engineer].count { problem.projects[$0].days.overlaps(project.days) }
          guard project.mayOwn[engineer], beside < problem.ownedAtOnce[engineer] else { return nil }
          var owned = owned
          owned[engineer].append(index)
          return owned
        }
      }
    }
  }
}
