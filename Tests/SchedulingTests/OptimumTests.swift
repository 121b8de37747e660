import RotaModel
import Testing

@testable import Scheduling

@Suite("The optimum")
struct OptimumTests {
  static let sizes = [
    TeamSize(engineers: 3, weeks: 4), TeamSize(engineers: 4, weeks: 4, projects: 1),
    TeamSize(engineers: 3, weeks: 3, projects: 2),
    TeamSize(engineers: 4, weeks: 2, rotations: 2, projects: 1),
    TeamSize(engineers: 3, weeks: 3, rotations: 2),
  ]

  @Test("equals brute force on tiny teams", arguments: sizes.indices, 0..<60)
  func equalsBruteForce(size: Int, seed: Int) throws {
    let (situation, period) = try randomSituation(OptimumTests.sizes[size], seed: seed)
    let expected = bruteForce(period, in: situation)
    switch plan(period, in: situation) {
    case .solved(let solution):
      #expect(solution.points.total == expected)
      #expect(solution.isOptimal)
    case .infeasible:
      #expect(expected == nil)
    case .unknown(let bound):
      Issue.record("unknown with bound \(bound), expected \(String(describing: expected))")
    case .contradiction(let words): Issue.record("\(words)")
    }
  }
}
