import SeededNumbers
import Testing

@testable import Solver

/// A question divides all rotas in two, and a problem with its answer has those of one part.
@Suite("Questions")
struct QuestionTests {
  /// More than any rota of these problems may cost.
  private static let gap = 100_000

  /// A question of each kind.
  private func questions(_ problem: Problem, _ random: inout SeededNumbers) -> [Question] {
    func one(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    var questions: [Question] = [
      .holdsMore(engineer: one(3), rotation: one(problem.rotations), than: one(3)),
      .serves(engineer: one(3), week: one(problem.weeks)),
      .isHeld(by: [one(3)], slot: one(problem.open.count)),
      .isHeld(by: [0, 2], slot: one(problem.open.count)),
    ]
    if !problem.projects.isEmpty {
      questions.append(.owns(engineer: one(3), project: one(problem.projects.count)))
    }
    return questions
  }

  /// Whether a rota says yes.
  private func isYes(_ question: Question, _ holders: [Int], _ owners: [Int], _ rotations: Int)
    -> Bool
  {
    switch question {
    case .holdsMore(let engineer, let rotation, let than):
      let own = holders.indices.filter { holders[$0] == engineer }
      return own.filter { $0 % rotations == rotation }.count > than
    case .owns(let engineer, let project): return owners[project] == engineer
    case .serves(let engineer, let week):
      return (week * rotations..<(week + 1) * rotations).contains { holders[$0] == engineer }
    case .isHeld(let some, let slot): return some.contains(holders[slot])
    }
  }

  /// Whether a question is about a shift that nobody needs to hold.
  private func isClosed(_ question: Question, _ problem: Problem) -> Bool {
    if case .isHeld(_, let slot) = question { return !problem.open[slot] }
    return false
  }

  @Test("leave the rotas of their answer, and those of the other at the price of the gap")
  func answers() {
    var judged = 0
    for seed in 1...80 {
      let problem = randomProblem(seed: seed)
      var random = SeededNumbers(seed: seed)
      for question in questions(problem, &random) where !isClosed(question, problem) {
        for answer in [true, false] {
          let part = Enumeration(problem) {
            isYes(question, $0, $1, problem.rotations) == answer
          }
          let decided = problem.answering(question, answer, gap: QuestionTests.gap)
          let least = Enumeration(decided).least.flatMap { $0 < QuestionTests.gap ? $0 : nil }
          #expect(least == part.least, "seed \(seed), \(question), \(answer)")
          if least != nil { judged += 1 }
        }
      }
    }
    #expect(judged > 250, "\(judged)")
  }

  @Test("have no place for the plans that say otherwise, and for all others")
  func plans() {
    for seed in 1...40 {
      let problem = randomProblem(seed: seed)
      let plans = problem.engineers.indices.map { Enumeration(problem).plans(of: $0) }
      var random = SeededNumbers(seed: seed)
      for question in questions(problem, &random) where !isClosed(question, problem) {
        for engineer in problem.engineers.indices {
          for plan in plans[engineer] {
            let known = RestrictedMaster.Plan(
              engineer: engineer, slots: plan.slots, owned: plan.owned)
            // A plan is of a rota in which others hold and own the rest.
            let holders = problem.open.indices.map { plan.slots.contains($0) ? engineer : -1 }
            let owners = problem.projects.indices.map { plan.owned.contains($0) ? engineer : -1 }
            let says = isYes(question, holders, owners, problem.rotations)
            for answer in [true, false] {
              let contradicts: Bool
              switch question {
              case .holdsMore(let asked, _, _), .owns(let asked, _), .serves(let asked, _):
                contradicts = asked == engineer && says != answer
              case .isHeld(let some, let slot):
                contradicts = plan.slots.contains(slot) && some.contains(engineer) != answer
              }
              #expect(
                question.contradicts(known, answer, rotations: problem.rotations) == contradicts,
                "seed \(seed), \(question), \(answer)")
            }
          }
        }
      }
    }
  }
}
