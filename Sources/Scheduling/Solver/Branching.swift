/// Closes what a search at fixed prices can't: decides one question at a time (does this engineer
/// own that project, or hold that shift, or not), and settles prices anew for each answer.
///
/// Depth first: a branch ends where its bound reaches the best rota, or where a short search finds
/// the best of it.
struct Branching {
  private(set) var best: Solver.Answer
  /// What may still be spent, in cells of tables.
  private var work: Int
  private let slack: Int

  /// For every branch. Well settled prices and a thorough search are worth their time: fewer
  /// questions are left to ask.
  private static let passes = 80
  private static let nodes = 20_000
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
  ///   - goOn: asked again and again.
  mutating func run(
    _ problem: Problem, _ start: Prices, goOn: (Solver.Answer) -> Bool
  ) -> Bool {
    let market = Market(problem, slack: slack)
    var scratch = Market.Scratch(market)
    var prices = start
    var usage = Usage(problem)
    work -= Branching.passes * market.cells
    guard work > 0, goOn(best) else { return false }
    market.settle(
      &prices, passes: Branching.passes, from: 2, to: 0.05, scratch: &scratch,
      seen: { usage.add($0, $1, market) })
    var probe = Probe(
      market, prices, bound: market.bound(at: prices, scratch: &scratch), best: best,
      work: Branching.nodes, lastTarget: nil)
    let ended = probe.proved >= best.points || probe.deepen() || probe.isImpossible
    work -= probe.used * Branching.cellsPerNode
    if let found = probe.best, found.points < best.points { best = found }
    if ended || probe.proved >= best.points { return true }
    guard let question = usage.openQuestion(problem) else { return false }
    return run(problem.answering(question, true), prices, goOn: goOn)
      && run(problem.answering(question, false), prices, goOn: goOn)
  }
}

/// Something to decide.
private enum Question {
  case owns(engineer: Int, project: Int)
  case holds(engineer: Int, slot: Int)
}

/// How often plans took each project and each shift while prices settled: nearly always or never
/// where that is clear.
private struct Usage {
  private var owns: [Int]
  private var holds: [Int]
  private var passes = 0
  private let slots: Int
  private let projects: Int

  init(_ problem: Problem) {
    slots = problem.weeks * problem.rotations
    projects = problem.projects.count
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
    }
  }

  /// The question that is least clear, projects first; nil where everything is decided.
  func openQuestion(_ problem: Problem) -> Question? {
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
  fileprivate func answering(_ question: Question, _ yes: Bool) -> Problem {
    var decided = self
    switch question {
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
