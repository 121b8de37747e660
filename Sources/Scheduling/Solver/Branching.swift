/// Closes what a search at fixed prices can't: decides one question at a time (does this engineer
/// hold more than so many shifts, own that project, hold that shift, or not), and settles prices
/// anew for each answer.
///
/// Depth first: a branch ends where its bound reaches the best rota, or where a short search finds
/// the best of it.
struct Branching {
  private(set) var best: Solver.Answer
  /// What may still be spent, in cells of tables.
  private var work: Int
  /// How many shifts more than is fair are told apart.
  private var slack: Int

  /// For every branch. Well settled prices are worth their time: fewer questions are left to ask.
  private static let passes = 160
  /// A thorough search of a branch whose bound is near the best rota, else a look.
  private static func nodes(gap: Int) -> Int { gap <= 4 ? 20_000 : 500 }
  /// In cells of tables: a few seconds; nearly all teams take a hundredth of it.
  static let usualWork = 4_000_000_000
  /// A node takes about as long as so many cells.
  private static let cellsPerNode = 500

  init(from best: Solver.Answer, slack: Int, work: Int) {
    self.best = best
    self.slack = slack
    self.work = work
  }

  /// Whether nothing better than the best remains; false where the work ran out.
  ///
  /// - Parameters:
  ///   - start: prices settled for the problem.
  ///   - gap: points that its best rota, so far as is known, may be below the best.
  ///   - goOn: asked again and again.
  mutating func run(
    _ problem: Problem, _ start: Prices, gap: Int, goOn: (Solver.Answer) -> Bool
  ) -> Bool {
    let market = Market(problem, slack: slack)
    var scratch = Market.Scratch(market)
    var prices = start
    var usage = Usage(problem)
    guard work > 0, goOn(best) else { return false }
    var feasibility = ShiftFeasibility(problem, work: 20_000)
    if case .impossible = feasibility.run() { return true }
    let step = Solver.step(gap: gap)
    market.settle(
      &prices, passes: Branching.passes, from: step, to: step / 200, scratch: &scratch,
      seen: { usage.add($0, $1, market) })
    let bound = market.bound(at: prices, scratch: &scratch)
    let proved = market.scale.pointsRoundedUp(bound) + problem.constant
    var probe = Probe(
      market, prices, bound: bound, best: best,
      work: Branching.nodes(gap: best.points - proved), lastTarget: nil)
    let ended = probe.proved >= best.points || probe.deepen() || probe.isImpossible
    work -= scratch.work + probe.used * Branching.cellsPerNode
    if let found = probe.best, found.points < best.points { best = found }
    if ended || probe.proved >= best.points { return true }
    if probe.isBlurred, slack < problem.weeks {
      slack *= 4
      return run(problem, prices, gap: gap, goOn: goOn)
    }
    guard let question = usage.openQuestion(problem) else { return false }
    // Whatever costs more than that is no better than the best.
    let gap = best.points - probe.proved
    return run(problem.answering(question, true, gap: gap), prices, gap: gap, goOn: goOn)
      && run(problem.answering(question, false, gap: gap), prices, gap: gap, goOn: goOn)
  }
}

/// Something to decide.
private enum Question {
  case holdsMore(engineer: Int, rotation: Int, than: Int)
  case owns(engineer: Int, project: Int)
  case holds(engineer: Int, slot: Int)
}

/// How often plans took each project and each shift, and how many shifts, while prices settled:
/// nearly always or never, and nearly a whole number, where that is clear.
private struct Usage {
  /// By engineer and rotation: shifts in all passes.
  private var counts: [Int]
  private var owns: [Int]
  private var holds: [Int]
  private var passes = 0
  private let slots: Int
  private let projects: Int

  init(_ problem: Problem) {
    slots = problem.weeks * problem.rotations
    projects = problem.projects.count
    counts = Array(repeating: 0, count: problem.engineers * problem.rotations)
    owns = Array(repeating: 0, count: problem.engineers * projects)
    holds = Array(repeating: 0, count: problem.engineers * slots)
  }

  mutating func add(_ engineer: Int, _ reply: BestReply, _ market: Market) {
    if engineer == 0 { passes += 1 }
    for project in reply.owned { owns[engineer * projects + project] += 1 }
    let duties = market.planners[engineer].rotations
    for shift in reply.shifts {
      let slot = shift.week * market.problem.rotations + duties[shift.rotation]
      holds[engineer * slots + slot] += 1
      counts[engineer * market.problem.rotations + duties[shift.rotation]] += 1
    }
  }

  /// The question that is least clear: numbers of shifts before projects before shifts; nil where
  /// everything is decided.
  func openQuestion(_ problem: Problem) -> Question? {
    // Plans between two numbers of shifts are what makes fair shares look cheap.
    let nearest = counts.indices.map { abs(counts[$0] % passes * 2 - passes) }
    if let index = nearest.indices.min(by: { (nearest[$0], $0) < (nearest[$1], $1) }),
      nearest[index] < passes * 6 / 10
    {
      return .holdsMore(
        engineer: index / problem.rotations, rotation: index % problem.rotations,
        than: counts[index] / passes)
    }
    func unclear(_ count: Int) -> Int { abs(2 * count - passes) }
    let open = owns.indices.filter { index in
      let project = problem.projects[index % projects]
      return project.mayOwn[index / projects] && project.fixed.count < project.needed
        && !project.fixed.contains(index / projects)
    }
    if let index = open.min(by: { (unclear(owns[$0]), $0) < (unclear(owns[$1]), $1) }),
      unclear(owns[index]) < passes * 9 / 10
    {
      return .owns(engineer: index / projects, project: index % projects)
    }
    let able = holds.indices.filter { index in
      let slot = index % slots
      let week = slot / problem.rotations
      let rotation = slot % problem.rotations
      return problem.allowed[problem.cell(index / slots, week, rotation)]
        && (0..<problem.engineers).count { problem.allowed[problem.cell($0, week, rotation)] } > 1
    }
    return able.min { (unclear(holds[$0]), $0) < (unclear(holds[$1]), $1) }.map {
      .holds(engineer: $0 / slots, slot: $0 % slots)
    }
  }
}

extension Problem {
  /// The problem with a question decided.
  ///
  /// - Parameter gap: more points than any better rota may have to spare: what contradicts the
  ///   answer costs at least as many, where it can't be forbidden.
  fileprivate func answering(_ question: Question, _ yes: Bool, gap: Int) -> Problem {
    var decided = self
    switch question {
    case .holdsMore(let engineer, let rotation, let limit):
      let table = engineer * rotations + rotation
      // The table stays convex.
      for count in countPoints[table].indices {
        let wrong = yes ? limit + 1 - count : count - limit
        decided.countPoints[table][count] += max(0, wrong) * gap
      }
    case .owns(let engineer, let project):
      if yes {
        decided.projects[project].fixed.append(engineer)
      } else {
        decided.projects[project].mayOwn[engineer] = false
      }
    case .holds(let engineer, let slot):
      let week = slot / rotations
      let rotation = slot % rotations
      if yes {
        for other in 0..<engineers where other != engineer {
          decided.allowed[cell(other, week, rotation)] = false
        }
      } else {
        decided.allowed[cell(engineer, week, rotation)] = false
      }
    }
    return decided
  }
}
