import Testing

@testable import Solver

/// What is asked of shares of plans, worked out by hand.
@Suite("Open questions")
struct OpenQuestionsTests {
  /// Two weeks of two rotations and two projects, in which everything is allowed.
  private func problem(engineers: Int) -> Problem {
    var made = Problem(
      weeks: 2, rotations: 2, open: [true, true, true, true], isUnpopular: [false, false],
      least: 1)
    made.addEngineers(engineers, most: 2, ownedAtOnce: 2)
    made.projects = Table(
      (0..<2).map {
        Problem.Project(
          index: $0, needed: 1, days: 0..<14, fixed: [],
          candidates: made.engineers.map { _ in Problem.Candidate(mayOwn: true) })
      })
    return made
  }

  private func plan(
    _ engineer: EngineerIndex, _ slots: [Slot], _ owned: [ProjectIndex] = []
  ) -> RestrictedMaster.Plan {
    RestrictedMaster.Plan(engineer: engineer, slots: slots, owned: owned)
  }

  private func questions(numbersFirst: Bool, ofEach most: Int = .max) -> [Question] {
    OpenQuestions(
      [
        (plan(0, [0], [1]), 0.5), (plan(0, [3]), 0.5), (plan(1, [3], [0]), 0.5),
        (plan(1, [0], [0]), 0.5), (plan(2, [1]), 0.75), (plan(2, [], [1]), 0.25),
      ], problem(engineers: 3), numbersFirst: numbersFirst
    ).all(ofEach: most)
  }

  private let numbers: [Question] = [
    .holdsMore(engineer: 0, rotation: 0, than: 0), .holdsMore(engineer: 0, rotation: 1, than: 0),
    .holdsMore(engineer: 1, rotation: 0, than: 0), .holdsMore(engineer: 1, rotation: 1, than: 0),
    .holdsMore(engineer: 2, rotation: 1, than: 0),
  ]

  /// The first two share all they hold by halves; the first project is the second engineer's
  /// whatever comes.
  @Test("are what is no whole number, the most open first of each kind")
  func kinds() {
    #expect(
      questions(numbersFirst: false) == numbers + [
        .owns(engineer: 0, project: 1), .owns(engineer: 2, project: 1),
        .isHeld(by: [0], slot: 0), .isHeld(by: [0], slot: 3), .isHeld(by: [2], slot: 1),
        .serves(engineer: 0, week: 0), .serves(engineer: 0, week: 1),
        .serves(engineer: 1, week: 0), .serves(engineer: 1, week: 1),
        .serves(engineer: 2, week: 0),
      ])
    #expect(
      questions(numbersFirst: false, ofEach: 1) == [
        numbers[0], .owns(engineer: 0, project: 1), .isHeld(by: [0], slot: 0),
        .serves(engineer: 0, week: 0),
      ])
  }

  @Test("are numbers alone while one is open, where these come first")
  func numbersFirst() {
    #expect(questions(numbersFirst: true) == numbers)
    // Who holds one of either rotation for certain may still hold it in either week.
    let weeks = OpenQuestions(
      [(plan(0, [0, 3]), 0.5), (plan(0, [1, 2]), 0.5)], problem(engineers: 1), numbersFirst: true)
    #expect(weeks.all() == [])
    let turns = OpenQuestions(
      [(plan(0, [0]), 0.5), (plan(0, [2]), 0.5)], problem(engineers: 1), numbersFirst: true)
    #expect(turns.all() == [.serves(engineer: 0, week: 0), .serves(engineer: 0, week: 1)])
  }

  @Test("divide a shift that many share into halves")
  func halves() {
    let shares = (0..<4).map { (plan: plan(EngineerIndex($0), [2]), share: 0.25) }
    let questions = OpenQuestions(shares, problem(engineers: 4), numbersFirst: false).all()
    #expect(questions.contains(.isHeld(by: [0, 1], slot: 2)))
  }

  @Test("are none where all plans are whole")
  func none() {
    let whole = OpenQuestions(
      [(plan(0, [0, 2], [0]), 0.999_999), (plan(1, [1, 3], [1]), 1)], problem(engineers: 2),
      numbersFirst: false)
    #expect(whole.all() == [])
  }
}
