import Testing

@testable import Solver

/// Branch and price against trying all.
@Suite("Branching")
struct BranchingTests {
  /// By questions alone, without the search that would close problems of this size at once; and weights of
  /// 1000 make plans that cost more than a usual team's worst rota.
  @Test("closes by its questions alone what trying all closes", arguments: [1, 1_000])
  func questionsAlone(times: Int) throws {
    var proved = 0
    var improved = 0
    for seed in 1...150 {
      let problem = randomProblem(seed: seed).mapPoints { $0 * times }
      guard let fewest = Enumeration(problem).least else { continue }
      let start = try #require(anyAnswer(problem), "seed \(seed)")
      let market = Market(problem, slack: problem.weeks.count)
      var branching = Branching(
        from: start, slack: problem.weeks.count, work: 1_000_000_000, searched: 0)
      let ended = branching.run(problem, Prices(fair: market), gap: start.points) { _ in
        true
      }
      #expect(ended, "seed \(seed)")
      #expect(branching.contradiction == nil, "seed \(seed)")
      #expect(branching.best.points == fewest, "seed \(seed)")
      #expect(
        problem.points(branching.best.holders, branching.best.owned)
          == branching.best.points, "seed \(seed)")
      if let root = branching.rootBound { #expect(root <= fewest, "seed \(seed)") }
      proved += 1
      if start.points > fewest { improved += 1 }
    }
    #expect(proved > 100, "\(proved)")
    #expect(improved > 40, "\(improved)")
  }

  /// One may hold a single shift, so the other holds seven where four are fair: tables that tell five
  /// apart let the last two cost too little, and the plans at the least cost are whole ones.
  @Test("tells more shifts apart where no question is open")
  func tellsMoreApart() throws {
    let weeks = 8
    var problem = Problem(
      weeks: weeks, rotations: 1, open: Array(repeating: true, count: weeks),
      isUnpopular: Array(repeating: false, count: weeks), least: 1)
    problem.engineers = Table(
      [weeks, 1].map { most in
        var engineer = problem.engineer(sinceLast: nil, most: most, ownedAtOnce: 1)
        engineer.allowed = problem.open
        engineer.shiftPoints = Table((0..<weeks).map { $0 == 3 && most == 1 ? 0 : 1 })
        engineer.countPoints = Table([(0...weeks).map { ($0 - 4) * ($0 - 4) }])
        return engineer
      })
    let fewest = try #require(Enumeration(problem).least)
    var holders = problem.open.mapValues { _ in EngineerIndex(0) }
    holders[3] = 1
    let owned = Table<EngineerIndex, [ProjectIndex]>(repeating: [], for: problem.engineers.indices)
    let best = Solver.Answer(holders: holders, owned: owned, points: fewest)
    #expect(problem.points(holders, owned) == fewest)
    let market = Market(problem, slack: 1)
    var branching = Branching(from: best, slack: 1, work: 1_000_000_000, searched: 0)
    let ended = branching.run(problem, Prices(fair: market), gap: 4) { _ in true }
    #expect(ended)
    let rootBound = try #require(branching.rootBound)
    #expect(rootBound == fewest)
  }

  /// Where tables tell little apart, bounds are low, and rotas cost more than they say.
  @Test("closes everything with short searches, from tables that tell little apart")
  func shortSearches() throws {
    var closed = 0
    for seed in 1...300 {
      let problem = randomProblem(seed: seed)
      guard let fewest = Enumeration(problem).least else { continue }
      let start = try #require(anyAnswer(problem), "seed \(seed)")
      let market = Market(problem, slack: 1)
      var branching = Branching(from: start, slack: 1, work: 1_000_000_000, searched: 40)
      let ended = branching.run(problem, Prices(fair: market), gap: start.points) { _ in true }
      #expect(ended, "seed \(seed)")
      #expect(branching.best.points == fewest, "seed \(seed)")
      closed += 1
    }
    #expect(closed > 150, "\(closed)")
  }

  /// The best known is said to have a point more than the best there is: nothing that is ruled out
  /// as no better than that may be the best.
  @Test("finds what is better by a single point")
  func betterByOne() throws {
    var proved = 0
    for seed in 1...80 {
      let problem = randomProblem(seed: seed)
      guard let fewest = Enumeration(problem).least else { continue }
      let any = try #require(anyAnswer(problem), "seed \(seed)")
      guard any.points > fewest else { continue }
      let start = Solver.Answer(holders: any.holders, owned: any.owned, points: fewest + 1)
      let market = Market(problem, slack: problem.weeks.count)
      var branching = Branching(
        from: start, slack: problem.weeks.count, work: 1_000_000_000, searched: 0)
      let ended = branching.run(problem, Prices(fair: market), gap: 1) { _ in true }
      #expect(branching.contradiction == nil, "seed \(seed)")
      guard ended else { continue }
      #expect(branching.best.points == fewest, "seed \(seed)")
      proved += 1
    }
    #expect(proved > 40, "\(proved)")
  }

  @Test(
    "no bound of column generation is above the best answer, and none of its plans' costs below")
  func bounds() throws {
    var judged = 0
    var closed = 0
    for seed in 201...300 {
      let problem = randomProblem(seed: seed)
      guard let fewest = Enumeration(problem).least else { continue }
      judged += 1
      let start = try #require(anyAnswer(problem), "seed \(seed)")
      let market = Market(problem, slack: problem.weeks.count)
      var master = RestrictedMaster(market)
      master.add(start, problem)
      var generation = ColumnGeneration(market, from: Prices(fair: market), enough: start.points)
      generation.run(&master)
      #expect(generation.proved <= fewest, "seed \(seed)")
      if generation.proved < start.points {
        let cost = master.cost + Double(problem.constant)
        #expect(cost < Double(fewest) + 0.01, "seed \(seed)")
      }
      if generation.proved == fewest { closed += 1 }
      if let whole = master.wholeAnswer(problem) {
        #expect(whole.points >= fewest, "seed \(seed)")
      }
    }
    #expect(judged > 50, "\(judged)")
    #expect(closed > 20, "\(closed)")
  }

  @Test("an answer that is as good as any is the end")
  func ends() throws {
    let solvable = (1...20).lazy.map { randomProblem(seed: $0) }.first {
      Enumeration($0).least != nil
    }
    let problem = try #require(solvable)
    let fewest = try #require(Enumeration(problem).least)
    let market = Market(problem, slack: 4)
    guard case .optimal(let best) = Solver.solve(problem, effort: 1) else {
      Issue.record("not solved")
      return
    }
    #expect(best.points == fewest)
    var branching = Branching(from: best, slack: 4, work: 1_000_000_000)
    let ended = branching.run(problem, Prices(fair: market), gap: 1) { _ in true }
    #expect(ended)
  }

  @Test("stops when it is told to")
  func stops() throws {
    let worse = (1...40).lazy.compactMap { seed -> (Problem, Solver.Answer)? in
      let problem = randomProblem(seed: seed)
      guard let start = anyAnswer(problem), let least = Enumeration(problem).least,
        start.points > least
      else { return nil }
      return (problem, start)
    }.first
    let (problem, start) = try #require(worse)
    let market = Market(problem, slack: 4)
    var stopped = Branching(from: start, slack: 4, work: 1_000_000_000, searched: 0)
    let ended = stopped.run(problem, Prices(fair: market), gap: 1) { _ in false }
    #expect(!ended)
    #expect(stopped.best.points == start.points)
  }
}
