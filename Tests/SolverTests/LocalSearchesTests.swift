import Testing

@testable import Solver

/// How long the local searches of a problem's rounds are.
@Suite("Local searches")
struct LocalSearchesTests {
  private func problem(engineers: Int, rotations: Int, weeks: Int = 26, projects: Int = 0)
    -> Problem
  {
    let slots = weeks * rotations
    var problem = Problem(
      weeks: weeks, rotations: rotations, open: Array(repeating: true, count: slots),
      isUnpopular: Array(repeating: false, count: weeks), least: 1)
    for _ in 0..<engineers {
      problem.engineers.append(problem.engineer(sinceLast: nil, most: weeks, ownedAtOnce: 1))
    }
    for index in 0..<projects {
      problem.projects.append(
        Problem.Project(
          index: index, needed: 1, days: 0..<7, fixed: [],
          candidates: (0..<engineers).map { _ in Problem.Candidate(mayOwn: true) }))
    }
    return problem
  }

  @Test("double where counts may decide, the shortest before the prices, and leave out none")
  func doubling() {
    let searches = LocalSearches(problem(engineers: 8, rotations: 3), asLong: 40_000)
    #expect(searches.opening == [1_000, 1_000, 2_000, 2_000, 4_000, 4_000])
    #expect(searches.first == [8_000, 8_000, 16_000, 16_000, 32_000, 32_000])
    // 26 weeks of 3 shifts at 500 moves, eight times as many at the most.
    #expect(searches.second == [64_000, 64_000, 128_000, 128_000, 256_000, 256_000])
    // The shortest come first however soon prices settle.
    let soon = LocalSearches(problem(engineers: 8, rotations: 3), asLong: 1)
    #expect(soon.opening == [1_000, 1_000])
    #expect(soon.first == [2_000, 2_000, 4_000, 4_000, 8_000, 8_000])
  }

  @Test("come before the prices where those take longer, with projects or one rotation")
  func projects() {
    for problem in [
      problem(engineers: 8, rotations: 3, projects: 1), problem(engineers: 8, rotations: 1),
    ] {
      let moves = problem.open.count * 500
      let before = LocalSearches(problem, asLong: moves + 1)
      #expect((before.opening, before.first, before.second) == ([moves], [], [8 * moves]))
      let after = LocalSearches(problem, asLong: moves)
      #expect((after.opening, after.first, after.second) == ([], [moves], [8 * moves]))
    }
  }

  @Test("are none where engineers are many")
  func many() {
    let searches = LocalSearches(problem(engineers: 17, rotations: 3), asLong: 1_000_000)
    #expect((searches.opening, searches.first, searches.second) == ([], [], []))
  }

  /// Ways to fill a week are as many as engineers times rotations let them be: 64 at the most.
  @Test(
    "are all there is where a week has too many ways to be filled",
    arguments: [(5, 4, true), (16, 4, true), (17, 4, false), (40, 3, true), (13, 5, false)])
  func searchable(engineers: Int, rotations: Int, isSearchable: Bool) {
    let problem = problem(engineers: engineers, rotations: rotations, weeks: 4)
    #expect(Market(problem, slack: 1).isSearchable == isSearchable)
  }
}
