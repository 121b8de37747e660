/// Something to decide.
enum Question {
  case holdsMore(engineer: Int, rotation: Int, than: Int)
  case owns(engineer: Int, project: Int)
  case isHeld(by: [Int], slot: Int)
}

/// How often plans took each project and each shift, and how many shifts, while prices settled:
/// nearly always or never, and nearly a whole number, where that is clear.
struct Usage {
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
    openCount(problem) ?? openProject(problem) ?? openShift(problem)
  }

  /// Plans between two numbers of shifts are what makes fair shares look cheap.
  private func openCount(_ problem: Problem) -> Question? {
    let nearest = counts.map { abs($0 % passes * 2 - passes) }
    guard let index = nearest.indices.min(by: { (nearest[$0], $0) < (nearest[$1], $1) }),
      nearest[index] < passes * 6 / 10
    else { return nil }
    return .holdsMore(
      engineer: index / problem.rotations, rotation: index % problem.rotations,
      than: counts[index] / passes)
  }

  private func openProject(_ problem: Problem) -> Question? {
    func unclear(_ index: Int) -> Int { abs(2 * owns[index] - passes) }
    let open = owns.indices.filter { index in
      let project = problem.projects[index % projects]
      return project.mayOwn[index / projects] && project.fixed.count < project.needed
        && !project.fixed.contains(index / projects)
    }
    guard let index = open.min(by: { (unclear($0), $0) < (unclear($1), $1) }),
      unclear(index) < passes * 9 / 10
    else { return nil }
    return .owns(engineer: index / projects, project: index % projects)
  }

  /// The shift that is shared most evenly: half of it to some, half to the others.
  private func openShift(_ problem: Problem) -> Question? {
    var widest: (most: Int, slot: Int, able: [Int])?
    for slot in 0..<slots {
      let (week, rotation) = (slot / problem.rotations, slot % problem.rotations)
      let able = (0..<problem.engineers).filter {
        problem.allowed[problem.cell($0, week, rotation)]
      }.sorted { (holds[$1 * slots + slot], $0) < (holds[$0 * slots + slot], $1) }
      guard able.count > 1 else { continue }
      let most = holds[able[0] * slots + slot]
      if most < widest?.most ?? .max { widest = (most, slot, able) }
    }
    guard let (_, slot, able) = widest else { return nil }
    let total = able.reduce(0) { $0 + holds[$1 * slots + slot] }
    var share = 0
    let some = able.dropLast().prefix { engineer in
      let isHalf = 2 * share >= total && share > 0
      share += holds[engineer * slots + slot]
      return !isHalf
    }
    return .isHeld(by: Array(some), slot: slot)
  }
}

extension Problem {
  /// The problem with a question decided.
  ///
  /// - Parameter gap: more points than any better rota may have to spare: what contradicts the
  ///   answer costs at least as many, where it can't be forbidden.
  func answering(_ question: Question, _ yes: Bool, gap: Int) -> Problem {
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
    case .isHeld(let some, let slot):
      for engineer in 0..<engineers where some.contains(engineer) != yes {
        decided.allowed[cell(engineer, slot / rotations, slot % rotations)] = false
      }
    }
    return decided
  }
}
