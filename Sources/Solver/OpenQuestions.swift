/// What shares of plans leave open: numbers of shifts, owners, weeks and holders that are no whole
/// ones. The most open comes first of each kind.
struct OpenQuestions {
  private let problem: Problem
  private let numbersFirst: Bool
  private let slots: Int
  /// By engineer and rotation, engineer and project, engineer and slot: the sum of the shares.
  private var counts: [Double]
  private var owns: [Double]
  private var holds: [Double]

  /// What is nearer to a whole number is no question.
  private static let least = 0.02

  /// - Parameter numbersFirst: whether nothing else is asked while a number of shifts is open: where
  ///   multipliers stand for them, plans between two numbers are what makes fair shares look cheap.
  init(
    _ shares: [(plan: RestrictedMaster.Plan, share: Double)], _ problem: Problem,
    numbersFirst: Bool
  ) {
    self.problem = problem
    self.numbersFirst = numbersFirst
    slots = problem.weeks * problem.rotations
    let projects = problem.projects.count
    counts = Array(repeating: 0, count: problem.engineers.count * problem.rotations)
    owns = Array(repeating: 0, count: problem.engineers.count * projects)
    holds = Array(repeating: 0, count: problem.engineers.count * slots)
    for (plan, share) in shares {
      for slot in plan.slots {
        holds[plan.engineer * slots + slot] += share
        counts[plan.engineer * problem.rotations + slot % problem.rotations] += share
      }
      for project in plan.owned { owns[plan.engineer * projects + project] += share }
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
      .holdsMore(
        engineer: $0 / problem.rotations, rotation: $0 % problem.rotations, than: Int(counts[$0]))
    }
  }

  private func owners(_ most: Int) -> [Question] {
    let projects = problem.projects.count
    return OpenQuestions.mostOpen(owns, most).map {
      .owns(engineer: $0 / projects, project: $0 % projects)
    }
  }

  private func weeks(_ most: Int) -> [Question] {
    let serving = (0..<problem.engineers.count * problem.weeks).map { index in
      (0..<problem.rotations).reduce(0) { $0 + holds[index * problem.rotations + $1] }
    }
    return OpenQuestions.mostOpen(serving, most).map {
      .serves(engineer: $0 / problem.weeks, week: $0 % problem.weeks)
    }
  }

  /// Shifts that several share: about half of it to some, the rest to the others.
  private func splits(_ most: Int) -> [Question] {
    let found = (0..<slots).compactMap { slot in split(slot) }
    // Swift's sort is stable.
    return found.sorted { $0.openness > $1.openness }.prefix(most).map(\.question)
  }

  private func split(_ slot: Int) -> (openness: Double, question: Question)? {
    func share(_ engineer: Int) -> Double { holds[engineer * slots + slot] }
    let able = problem.able(slot).sorted { (-share($0), $0) < (-share($1), $1) }
    var some: [Int] = []
    var sum = 0.0
    for engineer in able.dropLast() {
      // Whoever makes it less even belongs to the others.
      let next = sum + share(engineer)
      guard some.isEmpty || abs(next - 0.5) < abs(sum - 0.5) else { break }
      some.append(engineer)
      sum = next
    }
    let openness = min(sum, 1 - sum)
    return openness > OpenQuestions.least ? (openness, .isHeld(by: some, slot: slot)) : nil
  }

  private static func openness(_ value: Double) -> Double {
    let part = value - value.rounded(.down)
    return min(part, 1 - part)
  }

  private static func mostOpen(_ values: [Double], _ most: Int) -> ArraySlice<Int> {
    values.indices.filter { openness(values[$0]) > least }
      .sorted { (-openness(values[$0]), $0) < (-openness(values[$1]), $1) }.prefix(most)
  }
}
