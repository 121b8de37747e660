/// One engineer's projects as a shortest path (dynamic programming), shifts aside.
///
/// Projects are taken or left in the order they start. A state is the set of owned projects that
/// still run (those limit what else may be owned) and the owner-weeks gained so far. The table
/// holds, for every project and state, the least cost of the projects from there on. (A class, for
/// it is never changed and handed around all the time.)
final class OwnerPlanner: Sendable {
  /// The projects to decide, by start.
  private let candidates: [Candidate]
  /// What shifts cost an owner in which weeks.
  private let links: Table<ProjectIndex, [(week: WeekIndex, units: Int32)]>
  /// By candidate, and one more for the end: where its rows begin, in states.
  private let firstState: [Int]
  /// By state: the state after leaving and after taking the candidate; −1 where that is forbidden.
  private let leave: [Int32]
  private let take: [Int32]
  /// By owner-weeks gained: units.
  private let weekCosts: [Int32]
  /// By state: the most owner-weeks gained before it.
  private let mostWeeks: [Int]
  /// What owning nothing costs, in units; tables and walks leave it out.
  let constant: Int

  /// Whether the number owned at once is kept. Where that would need too many states it is not:
  /// costs are a bound, and a set of the walk need not be one that may be owned.
  let keepsLimit: Bool

  private struct Candidate: Sendable {
    let project: ProjectIndex
    /// Owning it instead of not, at no price.
    let gain: Int32
    let weeks: Int
  }

  /// - Parameter stateLimit: the most sets of running projects told apart at one start.
  init(_ problem: Problem, engineer: EngineerIndex, scale: Scale, stateLimit: Int) {
    let fixed = problem.projects.indices.filter { problem.projects[$0].fixed.contains(engineer) }
    let able = problem.projects.indices.filter { index in
      let project = problem.projects[index]
      return project.candidates[engineer].mayOwn
        && (project.fixed.count < project.needed || fixed.contains(index))
    }.sorted {
      (problem.projects[$0].days.lowerBound, $0) < (problem.projects[$1].days.lowerBound, $1)
    }
    candidates = able.map { index in
      let candidate = problem.projects[index].candidates[engineer]
      return Candidate(
        project: index,
        gain: scale.units(candidate.ownPoints) - scale.units(candidate.otherPoints),
        weeks: candidate.ownerWeeks)
    }
    links = problem.projects.mapValues { project in
      project.candidates[engineer].links.map { ($0.week, scale.units($0.points)) }
    }
    var running = Running(problem, able, fixed, most: problem.engineers[engineer].ownedAtOnce)
    keepsLimit = running.enumerate(stateLimit: stateLimit)
    if !keepsLimit {
      running = Running(problem, able, fixed, most: .max)
      _ = running.enumerate(stateLimit: 1)
    }
    // Whoever must own a project without being able to has no plan.
    let isPossible = fixed.allSatisfy(able.contains)
    firstState = running.firstState
    leave = running.leave
    take = isPossible ? running.take : running.take.map { _ in -1 }
    var most = Array(repeating: 0, count: firstState[candidates.count + 1])
    for (index, candidate) in candidates.enumerated() {
      for state in firstState[index]..<firstState[index + 1] {
        if leave[state] >= 0 { most[Int(leave[state])] = max(most[Int(leave[state])], most[state]) }
        guard take[state] >= 0 else { continue }
        let weeks = most[state] + candidate.weeks
        most[Int(take[state])] = max(most[Int(take[state])], weeks)
      }
    }
    mostWeeks = most
    let points = scale.tempered(
      Array(problem.engineers[engineer].ownerWeekPoints.prefix(1 + (most.max() ?? 0))))
    weekCosts = points.map { scale.units($0 - points[0]) }
    constant =
      (points[0] + problem.projects.reduce(0) { $0 + $1.candidates[engineer].otherPoints })
      * scale.unitsPerPoint
  }

  private var width: Int { weekCosts.count }
  /// The number of 32-bit numbers of a table.
  var tableSize: Int { firstState[candidates.count + 1] * width }

  /// Fills a table. O(states × owner-weeks).
  func fill(_ table: inout [Int32], prices: Table<ProjectIndex, Int32>) {
    let width = self.width
    unsafe table.withUnsafeMutableBufferPointer { table in
      for state in firstState[candidates.count]..<firstState[candidates.count + 1] {
        for weeks in 0..<width { unsafe table[state * width + weeks] = weekCosts[weeks] }
      }
      for index in candidates.indices.reversed() {
        let candidate = candidates[index]
        let gain = candidate.gain &- prices[candidate.project]
        for state in firstState[index]..<firstState[index + 1] {
          let here = state &* width
          let reach = mostWeeks[state] + 1
          let left = Int(leave[state])
          let taken = Int(take[state])
          if left >= 0 {
            for weeks in 0..<reach {
              unsafe table[here &+ weeks] = table[left &* width &+ weeks]
            }
          } else {
            for weeks in 0..<reach { unsafe table[here &+ weeks] = ShiftPlanner.forbidden }
          }
          guard taken >= 0 else { continue }
          let then = taken &* width &+ candidate.weeks
          for weeks in 0..<reach {
            unsafe table[here &+ weeks] = min(
              table[here &+ weeks], gain &+ table[then &+ weeks])
          }
        }
      }
    }
  }

  /// The least cost of any set of projects, without `constant`.
  func best(_ table: [Int32]) -> Int { Int(table[firstState[0] * width]) }

  /// The sets of projects at some prices one by one, about the cheapest first.
  func walk() -> Walk { Walk(planner: self) }

  /// A depth-first walk over the sets, bounded by the table.
  struct Walk {
    private let planner: OwnerPlanner
    /// The projects of the set the walk stands at, in order of their starts.
    private(set) var owned: [ProjectIndex] = []
    private var path: [Choice]

    /// A candidate about to be decided.
    private struct Choice {
      let index: Int
      let state: Int
      let weeks: Int
      let cost: Int
      let owned: Int
      var tried = 0
    }

    fileprivate init(planner: OwnerPlanner) {
      self.planner = planner
      path = [
        Choice(
          index: 0, state: planner.firstState[0], weeks: 0, cost: 0, owned: 0)
      ]
    }

    /// The cost of the next set that costs at most `limit`; nil where there are no more.
    mutating func next(_ table: [Int32], prices: Table<ProjectIndex, Int32>, limit: Int) -> Int? {
      let width = planner.width
      while var here = path.popLast() {
        owned.removeLast(owned.count - here.owned)
        let row = here.state * width + here.weeks
        guard here.tried < 2, here.cost + Int(table[row]) <= limit else { continue }
        guard here.index < planner.candidates.count else {
          return here.cost + Int(planner.weekCosts[here.weeks])
        }
        let left = Int(planner.leave[here.state])
        let taken = Int(planner.take[here.state])
        let isCheaperLeft = left >= 0 && table[left * width + here.weeks] == table[row]
        let takes = (here.tried == 0) != isCheaperLeft
        here.tried += 1
        path.append(here)
        if takes, taken >= 0 {
          let candidate = planner.candidates[here.index]
          owned.append(candidate.project)
          path.append(
            Choice(
              index: here.index + 1, state: taken, weeks: here.weeks + candidate.weeks,
              cost: here.cost + Int(candidate.gain) - Int(prices[candidate.project]),
              owned: owned.count))
        } else if !takes, left >= 0 {
          path.append(
            Choice(
              index: here.index + 1, state: left, weeks: here.weeks, cost: here.cost,
              owned: owned.count))
        }
      }
      return nil
    }
  }

  /// Adds to the costs of shifts what the owner of some projects is charged; false where that is
  /// nothing.
  func charge(
    _ costs: inout Grid<WeekIndex, DutyIndex, Int32>, owned: [ProjectIndex]
  ) -> Bool {
    var charges = false
    for project in owned {
      for link in links[project] {
        charges = true
        for duty in costs.columns where costs[link.week, duty] < ShiftPlanner.forbidden {
          costs[link.week, duty] += link.units
        }
      }
    }
    return charges
  }

  /// Those of some projects that charge for shifts, in order.
  func linked(_ owned: [ProjectIndex]) -> [ProjectIndex] {
    owned.filter { !links[$0].isEmpty }.sorted()
  }
}

/// The sets of owned projects that run at each start.
private struct Running {
  private let problem: Problem
  private let able: [ProjectIndex]
  private let fixed: [ProjectIndex]
  private let most: Int
  private(set) var firstState: [Int] = []
  private(set) var leave: [Int32] = []
  private(set) var take: [Int32] = []

  init(_ problem: Problem, _ able: [ProjectIndex], _ fixed: [ProjectIndex], most: Int) {
    self.problem = problem
    self.able = able
    self.fixed = fixed
    self.most = most
  }

  /// Numbers the states; false where one start has more than the limit. Without a limit to what
  /// is owned at once there is one state a start.
  mutating func enumerate(stateLimit: Int) -> Bool {
    var states: [[ProjectIndex]] = [[]]
    var first = 0
    for (index, project) in able.enumerated() {
      firstState.append(first)
      let following = first + states.count
      let nextStart =
        index + 1 < able.count ? problem.projects[able[index + 1]].days.lowerBound : nil
      var next: [[ProjectIndex]] = []
      var numbers: [[ProjectIndex]: Int] = [:]
      func number(_ owned: [ProjectIndex]) -> Int32 {
        let running = owned.filter { owned in
          most < .max && nextStart.map { problem.projects[owned].days.upperBound > $0 } ?? false
        }
        if let known = numbers[running] { return Int32(following + known) }
        numbers[running] = next.count
        next.append(running)
        return Int32(following + next.count - 1)
      }
      for state in states {
        leave.append(fixed.contains(project) ? -1 : number(state))
        let hasSeat = state.contains {
          problem.projects[$0].index == problem.projects[project].index
        }
        take.append(state.count < most && !hasSeat ? number(state + [project]) : -1)
      }
      guard next.count <= stateLimit else { return false }
      // Where nothing may follow a start stands alone.
      if next.isEmpty { next = [[]] }
      first = following
      states = next
    }
    firstState += [first, first + states.count]
    return true
  }
}
