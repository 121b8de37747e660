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
    func one<Index: Ordinal>(of indices: Range<Index>) -> Index { Index(one(indices.count)) }
    let engineers = problem.engineers.indices
    var questions: [Question] = [
      .holdsMore(engineer: one(of: engineers), rotation: one(of: problem.rotations), than: one(3)),
      .serves(engineer: one(of: engineers), week: one(of: problem.weeks)),
      .isHeld(by: [one(of: engineers)], slot: one(of: problem.slots.all)),
      .isHeld(by: [0, 2], slot: one(of: problem.slots.all)),
    ]
    if !problem.projects.isEmpty {
      questions.append(
        .owns(engineer: one(of: engineers), project: one(of: problem.projects.indices)))
    }
    return questions
  }

  /// Whether a rota says yes.
  private func isYes(
    _ question: Question, _ holders: Enumeration.Holders, _ owners: Enumeration.Owners,
    _ rotations: Int
  ) -> Bool {
    switch question {
    case .holdsMore(let engineer, let rotation, let than):
      let own = holders.indices.filter { holders[$0] == engineer }
      return own.filter { $0.number % rotations == rotation.number }.count > than
    case .owns(let engineer, let project): return owners[project] == engineer
    case .serves(let engineer, let week):
      return (week.number * rotations..<(week.number + 1) * rotations).contains {
        holders[Slot($0)] == engineer
      }
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
            isYes(question, $0, $1, problem.rotations.count) == answer
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
      let plans = Table(problem.engineers.indices) { Enumeration(problem).plans(of: $0) }
      var random = SeededNumbers(seed: seed)
      for question in questions(problem, &random) where !isClosed(question, problem) {
        for engineer in problem.engineers.indices {
          for plan in plans[engineer] {
            let known = RestrictedMaster.Plan(
              engineer: engineer, slots: plan.slots, owned: plan.owned)
            // A plan is of a rota in which others hold and own the rest.
            let holders = Enumeration.Holders(problem.slots.all) {
              plan.slots.contains($0) ? engineer : .nobody
            }
            let owners = Enumeration.Owners(problem.projects.indices) {
              plan.owned.contains($0) ? engineer : .nobody
            }
            let says = isYes(question, holders, owners, problem.rotations.count)
            for answer in [true, false] {
              let contradicts: Bool
              switch question {
              case .holdsMore(let asked, _, _), .owns(let asked, _), .serves(let asked, _):
                contradicts = asked == engineer && says != answer
              case .isHeld(let some, let slot):
                contradicts = plan.slots.contains(slot) && some.contains(engineer) != answer
              }
              #expect(
                question.contradicts(known, answer, problem.slots) == contradicts,
                "seed \(seed), \(question), \(answer)")
            }
          }
        }
      }
    }
  }
}
