import SeededNumbers

/// Local search among rotas that keep the hard rules, with everybody's projects as they are:
/// threshold accepting (Dueck and Scheuer, 1990), which is simulated annealing without a logarithm.
///
/// A move gives a shift to somebody else, exchanges two shifts, or all that two engineers hold over a
/// stretch of weeks (2-opt*: Potvin and Rousseau, 1995). It is taken where it adds fewer points than a
/// random part of a threshold that shrinks geometrically. Nothing is proved here, but it finds good
/// rotas where prices alone do not: in teams of few engineers and several rotations what one takes
/// decides what is left to the others.
struct ThresholdSearch {
  private let problem: Problem
  private var random: SeededNumbers
  private var holders: Table<Slot, EngineerIndex>
  /// The shift held in a week.
  private var rows: Grid<EngineerIndex, WeekIndex, Slot?>
  /// What a shift costs the owner of projects.
  private var links: Grid<EngineerIndex, WeekIndex, Int>
  /// Shifts held, those of them in unpopular weeks, and all.
  private var counts: Grid<EngineerIndex, RotationIndex, Int>
  private var unpopular: Table<EngineerIndex, Int>
  private var held: Table<EngineerIndex, Int>
  private var total: Int
  private let openSlots: [Slot]
  /// The move that is tried.
  private var move: [Transfer] = []
  private(set) var best: Solver.Answer

  init(_ problem: Problem, from answer: Solver.Answer, seed: Int = 1) {
    self.problem = problem
    random = SeededNumbers(seed: seed)
    best = answer
    holders = answer.holders
    let engineers = problem.engineers.indices
    rows = Grid(repeating: nil, engineers, problem.weeks)
    links = Grid(repeating: 0, engineers, problem.weeks)
    counts = Grid(repeating: 0, engineers, problem.rotations)
    unpopular = Table(repeating: 0, for: engineers)
    held = unpopular
    for slot in holders.indices where holders[slot].isKnown {
      let week = problem.slots.week(of: slot)
      rows[holders[slot], week] = slot
      counts[holders[slot], problem.slots.rotation(of: slot)] += 1
      unpopular[holders[slot]] += problem.isUnpopular[week] ? 1 : 0
      held[holders[slot]] += 1
    }
    for engineer in engineers {
      for project in answer.owned[engineer] {
        for link in problem.projects[project].candidates[engineer].links {
          links[engineer, link.week] += link.points
        }
      }
    }
    openSlots = problem.open.indices.filter { problem.open[$0] }
    total = answer.points
  }

  /// - Parameters:
  ///   - moves: how many are tried.
  ///   - enough: points at which to stop.
  mutating func run(moves: Int, enough: Int) {
    guard !openSlots.isEmpty, problem.engineers.count > 1 else { return }
    var threshold = min(Tuning.Improving.firstThreshold, Double(firstThreshold()))
    var steps = 1
    var last = threshold
    while last > Tuning.Improving.lastThreshold {
      last *= Tuning.Improving.thresholdKept
      steps += 1
    }
    for _ in 0..<steps {
      for _ in 0..<max(1, moves / steps) {
        step(threshold)
        if best.points <= enough { return }
      }
      threshold *= Tuning.Improving.thresholdKept
    }
  }

  /// About what a move at random costs.
  private mutating func firstThreshold() -> Int {
    var sum = 0
    var count = 1
    for _ in 0..<Tuning.Improving.sampledMoves {
      if drawMove(), let delta = apply() {
        sum += abs(delta)
        count += 1
        undo(taken: move.count)
      }
    }
    return max(Tuning.Improving.leastThreshold, sum / count / 2)
  }

  /// A shift that goes from one engineer to another.
  private struct Transfer {
    let slot: Slot
    let from: EngineerIndex
    let to: EngineerIndex
  }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  /// Draws a move at random; false where it makes no sense.
  private mutating func drawMove() -> Bool {
    move.removeAll(keepingCapacity: true)
    if below(Tuning.Improving.movesPerStretch) == 0 {
      drawStretch()
    } else if below(2) == 0 {
      drawHolder()
    } else {
      drawExchange()
    }
    return !move.isEmpty && move.allSatisfy { isAllowed($0.to, $0.slot) }
  }

  /// Another engineer takes a shift; who holds another shift of the week gives that for it.
  private mutating func drawHolder() {
    let slot = openSlots[below(openSlots.count)]
    let from = holders[slot]
    let to = EngineerIndex(below(problem.engineers.count))
    guard to != from else { return }
    move.append(Transfer(slot: slot, from: from, to: to))
    if let back = rows[to, problem.slots.week(of: slot)] {
      move.append(Transfer(slot: back, from: to, to: from))
    }
  }

  /// Two shifts change places.
  private mutating func drawExchange() {
    let slot = openSlots[below(openSlots.count)]
    let back = openSlots[below(openSlots.count)]
    let (from, to) = (holders[slot], holders[back])
    let (week, other) = (problem.slots.week(of: slot), problem.slots.week(of: back))
    // In weeks of their own neither may hold another shift.
    guard to != from, week == other || rows[to, week] == nil && rows[from, other] == nil else {
      return
    }
    move.append(Transfer(slot: slot, from: from, to: to))
    move.append(Transfer(slot: back, from: to, to: from))
  }

  /// Two engineers exchange all they hold from one week on, to the end or to another week: what makes
  /// their distances fair stays as it is, only whose they are changes.
  private mutating func drawStretch() {
    let one = EngineerIndex(below(problem.engineers.count))
    let two = EngineerIndex(below(problem.engineers.count))
    guard one != two else { return }
    let weeks = problem.weeks
    let first = weeks.lowerBound + below(weeks.count)
    let end = below(2) == 0 ? weeks.upperBound : first + 1 + below(weeks.upperBound - first)
    for week in first..<end {
      if let slot = rows[one, week] { move.append(Transfer(slot: slot, from: one, to: two)) }
      if let slot = rows[two, week] { move.append(Transfer(slot: slot, from: two, to: one)) }
    }
  }

  private func isAllowed(_ engineer: EngineerIndex, _ slot: Slot) -> Bool {
    problem.engineers[engineer].allowed[slot]
  }

  private mutating func step(_ threshold: Double) {
    guard drawMove(), let delta = apply() else { return }
    let limit = Int(threshold * Double(below(1 << 20)) / Double(1 << 20))
    guard delta <= limit else {
      undo(taken: move.count)
      return
    }
    total += delta
    if total < best.points {
      best = Solver.Answer(holders: holders, owned: best.owned, points: total)
    }
  }

  /// Makes the move; the points it adds, or nil (and nothing is changed) where a rule forbids it.
  private mutating func apply() -> Int? {
    var delta = 0
    for transfer in move { delta += drop(transfer.slot, by: transfer.from) }
    for index in move.indices {
      guard let points = take(move[index].slot, by: move[index].to) else {
        undo(taken: index)
        return nil
      }
      delta += points
    }
    return delta
  }

  /// Gives everybody what they had.
  ///
  /// - Parameter taken: the shifts that were taken by another already.
  private mutating func undo(taken: Int) {
    for transfer in move.prefix(taken) { _ = drop(transfer.slot, by: transfer.to) }
    for transfer in move { _ = take(transfer.slot, by: transfer.from) }
  }

  /// Leaves a shift to nobody; the points that adds. O(weeks to the nearest shifts).
  private mutating func drop(_ slot: Slot, by engineer: EngineerIndex) -> Int {
    let (week, rotation) = (problem.slots.week(of: slot), problem.slots.rotation(of: slot))
    rows[engineer, week] = nil
    let points = holding(slot, engineer)
    let before = counts[engineer, rotation]
    counts[engineer, rotation] -= 1
    held[engineer] -= 1
    let hard = unpopular[engineer]
    unpopular[engineer] -= problem.isUnpopular[week] ? 1 : 0
    // Without a shift in between two may be nearer than is ideal, never nearer than is allowed.
    let (last, next) = neighbours(week, engineer)
    let countPoints = problem.engineers[engineer].countPoints[rotation]
    return countPoints[before - 1] - countPoints[before]
      + problem.engineers[engineer].unpopularPoints[unpopular[engineer]]
      - problem.engineers[engineer].unpopularPoints[hard] - points
      + (chain(last, next, engineer) ?? 0)
      - (chain(last, week, engineer) ?? 0) - (chain(week, next, engineer) ?? 0)
  }

  /// Takes a shift that nobody holds; the points that adds, or nil (and nothing is changed) where a
  /// rule forbids it. O(weeks to the nearest shifts).
  private mutating func take(_ slot: Slot, by engineer: EngineerIndex) -> Int? {
    let (week, rotation) = (problem.slots.week(of: slot), problem.slots.rotation(of: slot))
    let (last, next) = neighbours(week, engineer)
    guard rows[engineer, week] == nil,
      held[engineer] < problem.engineers[engineer].most,
      let before = chain(last, week, engineer), let after = chain(week, next, engineer)
    else { return nil }
    let hard = unpopular[engineer]
    rows[engineer, week] = slot
    holders[slot] = engineer
    counts[engineer, rotation] += 1
    held[engineer] += 1
    unpopular[engineer] += problem.isUnpopular[week] ? 1 : 0
    let countPoints = problem.engineers[engineer].countPoints[rotation]
    return countPoints[counts[engineer, rotation]] - countPoints[counts[engineer, rotation] - 1]
      + problem.engineers[engineer].unpopularPoints[unpopular[engineer]]
      - problem.engineers[engineer].unpopularPoints[hard] + holding(slot, engineer)
      + before + after - (chain(last, next, engineer) ?? 0)
  }

  /// Points of a shift in a week instead of none, by themselves.
  private func holding(_ slot: Slot, _ engineer: EngineerIndex) -> Int {
    let week = problem.slots.week(of: slot)
    return problem.engineers[engineer].shiftPoints[slot]
      + links[engineer, week] - problem.engineers[engineer].idlePoints[week]
  }

  /// The weeks of an engineer's shifts before and after a week, as far as they matter to it or to
  /// each other; nil for none.
  private func neighbours(_ week: WeekIndex, _ engineer: EngineerIndex)
    -> (last: WeekIndex?, next: WeekIndex?)
  {
    let reach = problem.least + Problem.lanes
    let first = problem.weeks.lowerBound
    var last = week - 1
    while last >= max(first, week - reach), rows[engineer, last] == nil { last = last - 1 }
    var next = week + 1
    let end = min(problem.weeks.upperBound, week + reach)
    while next < end, rows[engineer, next] == nil { next = next + 1 }
    return (
      last < first
        ? problem.engineers[engineer].lastBefore : last < week - reach ? nil : last,
      next < end ? next : nil
    )
  }

  /// Points of the distance of two shifts; nil where it is less than the rest between them.
  private func chain(_ last: WeekIndex?, _ next: WeekIndex?, _ engineer: EngineerIndex) -> Int? {
    guard let last, let next else { return 0 }
    let distance = next - last - problem.least
    guard distance >= 0 else { return nil }
    return problem.engineers[engineer].chainPoints[min(distance, Problem.lanes - 1)]
  }
}
