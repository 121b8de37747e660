/// What shares of plans leave open: numbers of shifts, owners, weeks and holders that are no whole
/// ones. The most open comes first of each kind.
struct OpenQuestions {
  private let problem: Problem
  private let numbersFirst: Bool
  /// The sum of the shares.
  private var counts: Grid<EngineerIndex, RotationIndex, Double>
  private var owns: Grid<EngineerIndex, ProjectIndex, Double>
  private var holds: Grid<EngineerIndex, Slot, Double>
  private var serves: Grid<EngineerIndex, WeekIndex, Double>

  /// - Parameter numbersFirst: whether nothing else is asked while a number of shifts is open: where
  ///   multipliers stand for them, plans between two numbers are what makes fair shares look cheap.
  init(
    _ shares: [(plan: RestrictedMaster.Plan, share: Double)], _ problem: Problem,
    numbersFirst: Bool
  ) {
    self.problem = problem
    self.numbersFirst = numbersFirst
    let engineers = problem.engineers.indices
    counts = Grid(repeating: 0, engineers, problem.rotations)
    owns = Grid(repeating: 0, engineers, problem.projects.indices)
    holds = Grid(repeating: 0, engineers, problem.slots.all)
    serves = Grid(repeating: 0, engineers, problem.weeks)
    for (plan, share) in shares {
      for slot in plan.slots {
        holds[plan.engineer, slot] += share
        counts[plan.engineer, problem.slots.rotation(of: slot)] += share
      }
      for project in plan.owned { owns[plan.engineer, project] += share }
    }
    for engineer in engineers {
      for week in problem.weeks {
        serves[engineer, week] = problem.slots[week].reduce(0) { $0 + holds[engineer, $1] }
      }
    }
  }

  /// - Parameter most: how many of each kind.
  func all(ofEach most: Int = .max) -> [Question] {
    let numbers = numbers(most)
    if numbersFirst, !numbers.isEmpty { return numbers }
    return numbers + owners(most) + splits(most) + weeks(most)
  }

  private func numbers(_ most: Int) -> [Question] {
    OpenQuestions.mostOpen(counts, most).map {
      .holdsMore(engineer: $0, rotation: $1, than: Int(counts[$0, $1]))
    }
  }

  private func owners(_ most: Int) -> [Question] {
    OpenQuestions.mostOpen(owns, most).map { .owns(engineer: $0, project: $1) }
  }

  private func weeks(_ most: Int) -> [Question] {
    OpenQuestions.mostOpen(serves, most).map { .serves(engineer: $0, week: $1) }
  }

  /// Shifts that several share: about half of it to some, the rest to the others.
  private func splits(_ most: Int) -> [Question] {
    let found = problem.slots.all.compactMap { slot in split(slot) }
    // Swift's sort is stable.
    return found.sorted { $0.openness > $1.openness }.prefix(most).map(\.question)
  }

  private func split(_ slot: Slot) -> (openness: Double, question: Question)? {
    func share(_ engineer: EngineerIndex) -> Double { holds[engineer, slot] }
    let able = problem.able(slot).sorted { (-share($0), $0) < (-share($1), $1) }
    var some: [EngineerIndex] = []
    var sum = 0.0
    for engineer in able.dropLast() {
      // Whoever makes it less even belongs to the others.
      let next = sum + share(engineer)
      guard some.isEmpty || abs(next - 0.5) < abs(sum - 0.5) else { break }
      some.append(engineer)
      sum = next
    }
    let openness = min(sum, 1 - sum)
    return openness > Tuning.Branching.leastOpenness
      ? (openness, .isHeld(by: some, slot: slot)) : nil
  }

  private static func openness(_ value: Double) -> Double {
    let part = value - value.rounded(.down)
    return min(part, 1 - part)
  }

  private static func mostOpen<Other: Ordinal>(
    _ values: Grid<EngineerIndex, Other, Double>, _ most: Int
  ) -> [(EngineerIndex, Other)] {
    // Swift's sort is stable.
    values.pairs.filter { openness(values[$0.row, $0.column]) > Tuning.Branching.leastOpenness }
      .sorted { openness(values[$0.row, $0.column]) > openness(values[$1.row, $1.column]) }
      .prefix(most).map { ($0.row, $0.column) }
  }
}
