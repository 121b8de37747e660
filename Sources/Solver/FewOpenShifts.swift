/// The best answer to a problem in which all but a few shifts are decided: branch and bound over those
/// shifts and over who owns what (`Solver.docc`, "Few open shifts").
///
/// What an engineer's plan costs needs no table here, for it is one plan judged; and what one more project
/// adds to it never falls as more are owned, so the least that each open seat adds bounds what is left.
/// Exact, and in the team file's order as the whole search is.
struct FewOpenShifts {
  private let problem: Problem
  /// What is decided in any case; nil where that can't be.
  private let start: FewOpenState?
  private var work = Tuning.Search.nodesOfFewShifts
  /// Answers must cost no more.
  private var limit = Int.max
  private var best: FewOpenState?

  /// nil where more than a few shifts are open, or where costs could fall as more is held.
  init?(_ problem: Problem) {
    var open: [Slot] = []
    var decided: [(slot: Slot, holder: EngineerIndex)] = []
    var isHeld = true
    for slot in problem.open.indices where problem.open[slot] {
      var able = problem.engineers.indices.lazy.filter { problem.engineers[$0].allowed[slot] }
        .makeIterator()
      guard let first = able.next() else {
        isHeld = false
        continue
      }
      if able.next() == nil { decided.append((slot, first)) } else { open.append(slot) }
    }
    guard !isHeld || open.count <= Tuning.Search.fewShifts else { return nil }
    guard problem.engineers.allSatisfy(\.costsMoreTheMoreIsHeld) else { return nil }
    self.problem = problem
    start = isHeld ? FewOpenState(problem, open: open, decided: decided) : nil
  }

  /// The first of the best answers, or that there is none; nil where the work ran out.
  mutating func run() -> Solver.Result? {
    guard let start else { return .impossible }
    if start.bound(problem) != nil { visit(start, inOrder: false) }
    guard work > 0 else { return nil }
    guard let found = best else { return .impossible }
    limit = found.cost
    best = nil
    visit(start, inOrder: true)
    // Where the order takes long, the same as the whole search does: any of the best.
    return Solver.checked(.optimal((best ?? found).answer(problem)), bound: 0, problem)
  }

  /// - Parameter inOrder: whether the first answer within the limit is the best one: owners project by
  ///   project, then holders, each in the team file's order. Else the cheapest come first, shifts before
  ///   projects.
  private mutating func visit(_ state: FewOpenState, inOrder: Bool) {
    guard work > 0, !(inOrder && best != nil) else { return }
    work -= 1
    let project = state.nextProject(inOrder: inOrder)
    if let slot = state.open.last, !inOrder || project == nil {
      visit(state, holding: slot, inOrder: inOrder)
    } else if let project {
      visit(state, owning: project, inOrder: inOrder)
    } else {
      best = state
      // Points are whole: the next one must be better by one.
      limit = state.cost - 1
    }
  }

  private mutating func visit(_ state: FewOpenState, holding slot: Slot, inOrder: Bool) {
    var ways: [(bound: Int, state: FewOpenState)] = []
    for engineer in problem.engineers.indices where problem.engineers[engineer].allowed[slot] {
      var next = state
      guard next.give(slot, to: engineer, problem), let bound = next.bound(problem),
        bound <= limit
      else { continue }
      ways.append((bound, next))
    }
    // Swift's sort is stable: equal ones stay in the team file's order.
    if !inOrder { ways.sort { $0.bound < $1.bound } }
    for way in ways where way.bound <= limit { visit(way.state, inOrder: inOrder) }
  }

  private mutating func visit(_ state: FewOpenState, owning project: ProjectIndex, inOrder: Bool) {
    guard let bound = state.bound(problem), let least = state.least(project) else { return }
    let others = bound - least.points
    var able = problem.engineers.indices.filter { state.added[project, $0] < .max }
    if !inOrder { able.sort { state.added[project, $0] < state.added[project, $1] } }
    var without = state
    for engineer in able {
      guard let least = without.least(project), others + least.points <= limit else { return }
      if state.missing[project] > 1 || others + state.added[project, engineer] <= limit {
        var next = without
        next.give(project, to: engineer, problem)
        if let bound = next.bound(problem), bound <= limit { visit(next, inOrder: inOrder) }
      }
      // What is left are the ways without.
      without.added[project, engineer] = .max
    }
  }
}

extension Problem.Engineer {
  /// Whether one shift more, or one project more, never costs less than it would have before: tables by
  /// number are convex, and a shift between two others makes no distance dearer than it was.
  fileprivate var costsMoreTheMoreIsHeld: Bool {
    func isConvex(_ points: [Int]) -> Bool {
      points.indices.dropFirst(2).allSatisfy {
        points[$0] - points[$0 - 1] >= points[$0 - 1] - points[$0 - 2]
      }
    }
    return countPoints.allSatisfy(isConvex) && isConvex(unpopularPoints)
      && isConvex(ownerWeekPoints)
      && zip(chainPoints, chainPoints.dropFirst()).allSatisfy { $0 >= $1 && $1 >= 0 }
  }
}
